"""What a government makes of where its world stands: what no deal is worth, threats, needs at home."""

from math import inf
from types import SimpleNamespace

from tests.referee.minds import believed_with_resolve, premium
from tests.referee.world import MEDIATION


def take_stock(world, seat):
    """A government's standing: what no deal is worth, which threats it heeds, what a deal needs at home."""
    side = world.given.sides[seat]
    kinds = range(len(side.prior))
    by_type = [world.value(seat, world.code, k) + world.worth_of_options(seat, k, world.settled) for k in kinds]
    stake, cost = threats_against(world, seat)
    heeded = [m for m in stake if stake[m] > cost[m]]
    approval = sum(share * world.approval[c] for share, c in zip(side.influence, side.groups, strict=True))
    felt = [income + fear for income, fear in zip(world.income, world.fear[1], strict=True)]
    income = sum(share * felt[c] for share, c in zip(side.influence, side.groups, strict=True))
    home = side.ratification
    mood = home.relief * -income + home.trust * (approval - 0.5) if side.groups else 0.0
    shift = side.types[world.type[seat]].threshold
    need = home.threshold + shift + home.vote * world.failed[seat] + world.mandate[seat] - mood
    no_deal = by_type[world.type[seat]] - sum(stake[m] for m in heeded) + world.heed(seat) * side.prices[world.code]
    world.standing[seat] = SimpleNamespace(
        by_type=by_type, no_deal=no_deal + premium(world, seat), stake=stake, cost=cost,
        heeded=heeded, approval=approval if side.groups else 0.5, need=need if home.threshold > 0.0 else -inf,
        limited_need=home.limited_threshold - mood if home.limited_threshold > 0.0 else -inf,
        other_needs=[need_of(world, seat, n, shift) for n in range(len(side.chambers))],
    )  # fmt: skip


def need_of(world, seat, n, shift):
    """The support that a further institution needs, in the mood of its own people."""
    side = world.given.sides[seat]
    chamber, home = side.chambers[n], side.ratification
    if chamber.threshold == 0.0:
        return -inf
    approval = sum(share * world.approval[c] for c, share in chamber.people.items())
    income = sum(share * (world.income[c] + world.fear[1][c]) for c, share in chamber.people.items())
    need = chamber.threshold + chamber.vote * world.refusals[seat][n]
    need += shift + world.mandate[seat] if chamber.elected else 0.0
    return need - (home.relief * -income + home.trust * (approval - 0.5) if chamber.people else 0.0)


def threats_against(world, seat):
    """What each threat against a government puts at stake, and what meeting its demand would cost, by measure."""
    given, stake, cost = world.given, {}, {}
    for m, threat in enumerate(world.threat):
        if threat is None or given.measures[m].imposer == seat:
            continue
        raised = world.with_level(m, max(threat.level, world.in_force(m)))
        harm = world.value(seat, world.code) - world.value(seat, raised)
        basis = world.basis[m]
        belief = world.carried[seat][basis] / world.believed_from[seat][basis]
        belief = believed_with_resolve(world, seat, belief)
        stake[m] = max(harm, 0.0) * belief * assurance(world, seat)
        cost[m] = cost_of_demand(world, seat, threat)
    return stake, cost


def assurance(world, seat):
    """How far a government takes the other's word that meeting a demand ends the matter."""
    own, rules = world.assurance[seat], world.given.mediation
    return own + rules.assurance * (1.0 - own) if rules and MEDIATION in world.stance else own


def cost_of_demand(world, seat, threat):
    """What giving in to a threat costs a government, points."""
    if threat.issue is None:
        return 0.0
    worth = world.given.sides[seat].worth[threat.issue][world.type[seat]]
    demanded = list(world.settled)
    demanded[threat.issue] = threat.option
    return worth[world.settled[threat.issue]] - worth[threat.option] + cost_of_words(world, seat, threat, demanded)


def cost_of_words(world, seat, threat, demanded):
    """Points lost by breaking commitments on the demanded issue."""
    words = world.given.sides[seat].commitments
    return sum(words[n].cost for n in world.broken(seat, demanded) if words[n].issue == threat.issue)
