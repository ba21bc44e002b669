"""What a government learns of the other's type from threats that end and from concessions made alone."""

from math import erf, exp, sqrt

from tests.referee.threats import grievance_of_dropping
from tests.referee.world import CARRIED_OUT, DROPPED

MISTAKE = 0.01


def learn_from_ending(world, seat, m, ending):
    """The other learns the type of who carried a threat out or dropped it."""
    side, other, threat = world.given.sides[seat], 1 - seat, world.threat[m]
    learning, conduct = world.given.sides[other].learning, side.conduct
    says_nothing = world.bound[m] or world.barred(m) or (ending == DROPPED and threat.postponed == 2)
    if learning is None or ending not in (CARRIED_OUT, DROPPED) or says_nothing:
        return
    shame = grievance_of_dropping(world, seat, m)
    likely = []
    for kind, share in enumerate(world.belief[other]):
        raised = world.with_level(m, max(threat.level, world.level[m]))
        margin = world.value(seat, raised, kind) - world.value(seat, world.code, kind) + side.types[kind].resolve
        margin += 100.0 * side.payoff.approval * shame + conduct.reputation - conduct.stress_weight * world.stress
        away_from = margin if ending == CARRIED_OUT else -(margin + 2.0 * conduct.patience)
        chance = 0.5 * (1.0 + erf(away_from / conduct.nerve / sqrt(2.0)))
        likely.append(share * (MISTAKE + (1.0 - 2.0 * MISTAKE) * chance) ** learning.threats)
    world.belief[other] = [share / sum(likely) for share in likely]


def learn_from_concession(world, seat, issue, option):
    """The other learns the type of who gave something alone."""
    learning, worth = world.given.sides[1 - seat].learning, world.given.sides[seat].worth[issue]
    if learning is None:
        return
    costs = [by[world.settled[issue]] - by[option] for by in worth]
    pairs = zip(world.belief[1 - seat], costs, strict=True)
    likely = [share * exp(-learning.concessions * cost) for share, cost in pairs]
    world.belief[1 - seat] = [share / sum(likely) for share in likely]
