"""Home: votes on what was agreed, allies whose consent an option needs, and a package put in force; stage 7."""

from tests.referee.elections import call
from tests.referee.minds import word_broken
from tests.referee.table import contents
from tests.referee.world import (
    COMPREHENSIVE,
    JOINT,
    LIMITED,
    MEDIATION,
    MET,
    NEUTRAL,
    SEPARATE,
    SUSPENDED,
)  # fmt: skip


def ratification(world):
    """Stage 7."""
    if world.agreed is None and world.meeting:
        for seat in (0, 1):
            world.grievance[seat] += softened(world, world.given.sides[seat].audience.failed_summit)
    wait_for_votes(world)
    if world.agreed is None:
        return
    world.offer = [None, None]
    refusals = [seat for seat in (0, 1) if not agrees(world, seat)]
    if not refusals:
        put_in_force(world, world.agreed)
        return
    for seat in refusals:
        world.failed[seat] += 1
        world.grievance[seat] += softened(world, world.given.sides[seat].audience.failed_ratification)
    world.talks, world.talks_resume = SUSPENDED, world.week + 1 + world.given.talks.cooling
    for seat in refusals:
        if world.no_confidence[seat]:
            call(world, seat)


def softened(world, cost):
    """What failing costs at home; less where an ally mediates."""
    rules = world.given.mediation
    return cost * (1.0 - rules.softens) if rules and MEDIATION in world.stance else cost


def wait_for_votes(world):
    """What was agreed waits for the slowest institution asked; what was signed comes to the vote when that is due."""
    if world.signed is not None and world.vote_due <= world.week:
        world.agreed, world.signed = world.signed, None
    elif world.agreed is not None:
        chambers = [chamber for side in world.given.sides for chamber in side.chambers]
        delay = max([chamber.delay or 0 for chamber in chambers if chamber.asked[world.agreed]], default=0)
        if delay:
            world.signed, world.vote_due = world.agreed, world.week + delay
            world.agreed, world.offer = None, [None, None]


def agrees(world, seat):
    """Whether a side's people and all its institutions agree to what was agreed; those that refuse take their toll."""
    people, consent = people_agree(world, seat), True
    world.no_confidence[seat] = False
    for n, chamber in enumerate(world.given.sides[seat].chambers):
        most = max(len(side.chambers) for side in world.given.sides)
        vote = chamber.support[world.agreed] + chamber.vote * world.draw("votes", seat * most + n)
        if chamber.asked[world.agreed] and vote < world.standing[seat].other_needs[n]:
            world.refusals[seat][n] += 1
            world.grievance[seat] += chamber.failing or 0.0
            consent = False
            world.no_confidence[seat] = world.no_confidence[seat] or chamber.kind == "confidence"
    return people and consent


def people_agree(world, seat):
    """Whether a side's people agree to what was agreed."""
    side, standing = world.given.sides[seat], world.standing[seat]
    need = standing.need if world.agreed < world.given.whole else standing.limited_need
    return side.home[world.agreed] + side.ratification.vote * world.draw("conduct", 2 + seat) >= need


def note_limited_deal(world):
    """What held before a limited deal is remembered, and each side counts one deal more."""
    world.settled_before, world.level_before = list(world.settled), list(world.level)
    for seat, side in enumerate(world.given.sides):
        world.deals_counted[seat] += 1.0 if side.trust else 0.0


def put_in_force(world, p):
    """A package that both sides ratified."""
    given = world.given
    for seat in (0, 1):
        for n in break_words(world, seat, given.options[p]):
            world.committed[seat][n] = False
    if p >= given.whole:
        note_limited_deal(world)
    world.settled = with_consent(world, contents(world, p), given.options[p], deal_levels(world, p))
    for m, fixed in enumerate(given.fixes[p]):
        if fixed:
            world.level[m], world.paused_until[m], world.bound[m] = given.levels[p][m], 0, True
            if world.threat[m]:
                world.end_threat(m, MET)
    world.end_threats_met()
    world.package = p
    if p >= given.whole:
        world.settlement, world.limited_week = LIMITED, world.week
        return
    world.settlement, world.deal_week, world.open = COMPREHENSIVE, world.week, False
    world.stance = [NEUTRAL if stance == JOINT else stance for stance in world.stance]


def deal_levels(world, p):
    """The levels of all measures under a package."""
    fixed = zip(world.given.fixes[p], world.given.levels[p], strict=True)
    return [level if fixes else world.in_force(m) for m, (fixes, level) in enumerate(fixed)]


def with_consent(world, options, given_now, levels):
    """Options by issue, those given now that need an ally only if it agrees."""
    return [
        option if given_now[issue] != option or consents(world, (issue, option), levels) else
        world.given.needs[issue, option].otherwise
        for issue, option in enumerate(options)
    ]  # fmt: skip


def consents(world, choice, levels):
    """Whether the ally that an option needs, if any, agrees under some levels of measures."""
    need = world.given.needs.get(choice)
    if need is None:
        return True
    ally, welfare = world.given.allies[need.ally], world.given.ally_welfare[need.ally]
    after = world.code
    for m, measure in enumerate(world.given.measures):
        after += (levels[m] - world.in_force(m)) * measure.stride
    lean = {NEUTRAL: 0.0, SEPARATE: -1.0}.get(world.stance[need.ally], 1.0)
    chance = ally.assent.chance.value + ally.assent.gain.value * (welfare[after] - welfare[world.code])
    return world.draw("assent", need.ally) < chance + ally.assent.stance.value * lean


def break_words(world, seat, options):
    """Pay for the commitments that options break."""
    broken = world.broken(seat, options)
    for n in broken:
        world.once[seat] -= world.given.sides[seat].commitments[n].cost
        world.grievance[seat] += world.given.sides[seat].audience.broken_promise
    if broken:
        word_broken(world, seat)
    return broken
