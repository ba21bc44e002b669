"""How a government eases its own measures for reasons, stage 8."""

from tests.referee.world import CARRIED_OUT, POSTPONED

TOLERANCE = 0.05


def eases(world, seat):
    """Whether it eases for markets or for a concession, and may."""
    rules = world.given.sides[seat].strategy.relief
    if rules is None or world.week - world.eased[seat] <= rules.rest.value:
        return False
    obliged = rules.concessions and world.week - world.conceded[1 - seat] == 1
    return world.stress > rules.stress.value or obliged


def running(world, seat):
    """Own measures in force that no deal binds and no court bars."""
    return [m for m in world.free(seat) if world.in_force(m) > 0 and not world.barred(m)]


def relieve(world, seat, decision, gain):
    """Exempt, pause or lower one measure."""
    if decision.levels or decision.threat_waits or not eases(world, seat):
        return
    rules, measures = world.given.sides[seat].strategy.relief, running(world, seat)
    rates = world.given.statutory
    for m in measures if rules.exempts else []:
        level = world.level[m]
        exempting = [lower for lower in range(1, level) if rates[m][lower] == rates[m][level]]
        if exempting:
            decision.levels = {m: exempting[-1]}
            return
    if measures:
        spared = max(measures, key=lambda m: gain(world, seat, m, 0))
        ease(world, decision, spared, rules.pause.value)


def ease(world, decision, m, weeks):
    """Pause a measure, or lower it where there is no pause."""
    if weeks:
        decision.pauses = {m: weeks}
    else:
        decision.levels = {m: world.level[m] - 1}


def suspend_last(world, seat, decision):
    """Pause the last measure in force, where the list is suspended rather than cut."""
    weeks = world.given.sides[seat].strategy.suspends
    measures = running(world, seat)
    if weeks and measures:
        decision.pauses = {measures[-1]: weeks}


def hold_back(world, seat, decision, due):
    """Announced waves: carried out while they are owed, put off else."""
    for m in decision.endings:
        raised = world.with_level(m, max(world.threat[m].level, world.level[m]))
        owed = world.rate(seat, raised) <= due + TOLERANCE
        decision.endings[m] = CARRIED_OUT if owed else POSTPONED


def pause(world, seat, decision):
    """Put own measures out of force for some weeks."""
    for m, weeks in decision.pauses.items():
        if not world.bound[m] and world.level[m] > 0:
            world.paused_until[m] = world.week + 1 + weeks
            world.eased[seat] = world.week
