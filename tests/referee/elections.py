"""Elections: called when confidence is lost, or on the calendar; and what a vote changes. Part of stage 1."""

from tests.referee.world import LONG_AGO, SUSPENDED, TALKING, drawn_type, first_belief


def set_calendar(world):
    """Nothing has been voted on; the elections on the calendar lie ahead."""
    world.acted, world.rested = [-1] * len(world.given.provinces), [0] * len(world.given.provinces)
    world.last_threat = [LONG_AGO, LONG_AGO]
    for m, measure in enumerate(world.given.measures):
        if world.threat[m]:
            world.last_threat[measure.imposer] = 0
    world.mandate, world.voted, world.no_confidence = [0.0, 0.0], [LONG_AGO, LONG_AGO], [False, False]
    dates = [side.election and side.election.week for side in world.given.sides]
    world.election = [date - 1 if date else None for date in dates]


def elections(world, seat):
    """Confidence lost, a campaign that begins, a vote."""
    side = world.given.sides[seat]
    rules = side.election
    if rules is None:
        return
    approval = sum(share * world.approval[c] for share, c in zip(side.influence, side.groups, strict=True))
    if approval < rules.floor.value and world.week - world.voted[seat] > rules.rest.value:
        call(world, seat)
    if world.election[seat] is not None and world.election[seat] - world.week == rules.campaign.value:
        pause_talks(world, seat)
    if world.election[seat] == world.week:
        vote(world, seat)


def call(world, seat):
    """An election is called, unless a campaign is already on or there are none."""
    rules, date = world.given.sides[seat].election, world.election[seat]
    if rules is not None and (date is None or date - world.week > rules.campaign.value):
        world.election[seat] = world.week + rules.campaign.value
        pause_talks(world, seat)


def pause_talks(world, seat):
    """No talks until the vote."""
    world.talks_resume = max(world.talks_resume, world.election[seat])
    if world.talks == TALKING:
        world.talks = SUSPENDED


def vote(world, seat):
    """A new mandate, approval on its way back, perhaps another leader."""
    side = world.given.sides[seat]
    rules, groups = side.election, world.given.groups
    world.mandate[seat] = rules.swing.value * (2.0 * world.draw("home", seat) - 1.0)
    for c in side.groups:
        world.approval[c] += rules.renewal.value * (groups[c].base - world.approval[c])
    world.election[seat], world.voted[seat] = None, world.week
    draw = world.draw("home", 2 + seat)
    if draw < rules.turnover.value:
        world.type[seat] = drawn_type(side, draw / rules.turnover.value)
        world.belief[1 - seat] = first_belief(side, world.type[seat])
