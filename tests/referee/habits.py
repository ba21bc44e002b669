"""What governments do besides their doctrine: stop talks over a demand, give in to such a stop, tie their hands."""

from tests.referee.doctrines import best_demand
from tests.referee.table import accommodating, believed_worth, principled
from tests.referee.world import SUSPENDED, TALKING

TINY = 1e-9


def with_habits(world, seat, decision):
    """The decision with what the scenario has a government do besides."""
    side, stop = world.given.sides[seat], world.given.talks.stop
    decision.stop, decision.gives, decision.vows = None, None, []
    if side.strategy.doctrine == "none" or world.limited_week == world.week:
        return decision
    pace = 0.0 if side.strategy.ultimatum is None else side.strategy.ultimatum
    quiet = world.talks == TALKING and not (decision.leave or decision.suspend)
    if stop and quiet and 1.0 - world.draw("chances", 4 + seat) < pace:
        decision.stop = demand(world, seat, stop.loss.value)
    if stop and world.stop and world.talks == SUSPENDED and world.given.issues[world.stop[0]].conceded_by == seat:
        hope = principled(world, seat)[0] - world.standing[seat].no_deal
        if cost(world, seat, *world.stop) < stop.loss.value * max(hope, 0.0):
            decision.gives = world.stop
    if side.vows and 1.0 - world.draw("chances", 6 + seat) < side.vows.pace:
        decision.vows = vows(world, seat, side)
    return decision


def demand(world, seat, loss):
    """The demand worth most that the other is believed to meet rather than go without talks."""
    package = principled(world, seat)[1]()
    theirs = world.believed(seat, world.standing[1 - seat].by_type)
    hope = 0.0 if package is None else believed_worth(world, seat, package) - theirs
    issue, option = best_demand(world, seat, loss * max(hope, 0.0))
    return None if issue is None else (issue, option)


def cost(world, seat, issue, option):
    """What going alone to an option costs."""
    side = world.given.sides[seat]
    worth, words = side.worth[issue][world.type[seat]], enumerate(side.commitments)
    broken = [word.cost for n, word in words if world.committed[seat][n] and word.issue == issue and option > word.most]
    return worth[world.settled[issue]] - worth[option] + sum(broken)


def vows(world, seat, side):
    """The commitments that the standing offer would break, if a deal that keeps them can still please the other."""
    offer, made = world.offer[1 - seat], list(world.committed[seat])
    if offer is None or world.talks != TALKING or side.alignment[world.type[seat]] < side.vows.alignment:
        return []
    asked = breaking(world, side, offer)
    world.committed[seat] = [stands or n in asked for n, stands in enumerate(made)]
    package = accommodating(world, seat, world.standing[seat].no_deal)
    world.committed[seat] = made
    if package is None or set(breaking(world, side, package)) & set(asked):
        return []
    gain = believed_worth(world, seat, package) - world.believed(seat, world.standing[1 - seat].by_type)
    return asked if gain > TINY else []


def breaking(world, side, package):
    """The commitments, made or not, that a package would break."""
    options = world.given.options[package]
    return [n for n, word in enumerate(side.commitments) if options[word.issue] > word.most]
