"""What governments decide away from the table."""

from types import SimpleNamespace

from tests.referee.law import preparing
from tests.referee.relief import hold_back, relieve, suspend_last
from tests.referee.threats import concession, ending, gain, is_due, vows
from tests.referee.world import DROPPED, ENDED, LIMITED, TALKING, new_threat

TOLERANCE = 0.05


def decide(world, seat):
    """One government's moves this week."""
    side = world.given.sides[seat]
    due = [m for m in side.own if is_due(world, m)]
    decision = SimpleNamespace(
        concede=None, commit=[], endings=dict.fromkeys(due, DROPPED), levels={}, threat=None,
        pauses={}, threat_waits=False, leave=False, suspend=False, summit=False, ask=False, break_deal=False,
        divide=False,
    )  # fmt: skip
    if side.strategy.doctrine == "none":
        return decision
    decision.concede, decision.commit = concession(world, seat), vows(world, seat)
    decision.endings = {m: ending(world, seat, m) for m in due}
    decision.leave = world.week + 1 >= world.clock[seat]
    struck = world.hit[seat] == world.week - 1 and side.conduct.suspension > 0
    decision.suspend = struck and world.talks == TALKING
    decision.summit = world.patience_used(seat) >= 0.5 and not (decision.leave and world.talks != ENDED)
    decision.ask = side.conduct.asks_allies and world.rate(1 - seat) > 0.0
    decision.divide = world.draw("chances", 6 + seat) < side.conduct.divide
    DOCTRINES[side.strategy.doctrine](world, seat, decision)
    if side.breaking and world.settlement == LIMITED:
        breach(world, seat, decision)
    return decision


def breach(world, seat, decision):
    """Break a limited deal if what held before it is worth more by more than breaking costs."""
    given, side = world.given, world.given.sides[seat]
    options = given.options[world.package]
    before = [old if new >= 0 else now for old, new, now in
              zip(world.settled_before, options, world.settled, strict=True)]  # fmt: skip
    fixed = [m for m, is_fixed in enumerate(given.fixes[world.package]) if is_fixed]
    alone = world.code + sum(code_change(world, m) for m in fixed if m in side.own)
    both = world.code + sum(code_change(world, m) for m in fixed)
    kind, answer = world.type[seat], side.breaking.answer
    gain = world.worth_of_options(seat, kind, before) - world.worth_of_options(seat, kind, world.settled)
    gain += (1.0 - answer) * world.value(seat, alone) + answer * world.value(seat, both) - world.value(seat, world.code)
    gain -= 100.0 * side.payoff.approval * side.audience.broken_promise + side.breaking.cost
    decision.break_deal = gain + side.breaking.spread * world.draw("conduct", seat) > 0.0
    if decision.break_deal:
        decision.levels = decision.levels | {m: world.level_before[m] for m in fixed if m in side.own}


def code_change(world, m):
    """What the code of rates changes by if a measure goes back to what it was before the limited deal."""
    return (world.level_before[m] - world.in_force(m)) * world.given.measures[m].stride


def raisable(world, seat):
    """A government's measures that it may raise by a level."""
    given = world.given
    return [m for m in world.free(seat) if not world.barred(m) and world.level[m] < given.measures[m].top
            and not given.measures[m].blocked]  # fmt: skip


def step_up(world, seat, due, tolerance):
    """Raise the first measure that keeps the own rate within what is due."""
    if world.rate(seat) < due - tolerance:
        for m in raisable(world, seat):
            if not preparing(world, m) and world.rate(seat, world.with_level(m, world.level[m] + 1)) <= due + tolerance:
                return {m: world.level[m] + 1}
    return {}


def step_down(world, seat):
    """Lower the last measure in force by a level."""
    in_force = [m for m in world.free(seat) if world.level[m] > 0]
    return {in_force[-1]: world.level[in_force[-1]] - 1} if in_force else {}


def weary(world, seat, decision):
    """Lower a measure after a long calm."""
    tired = world.draw("chances", 6 + seat) < world.given.sides[seat].strategy.fatigue
    moved = decision.levels or decision.pauses or decision.threat_waits
    if not moved and tired and world.calm[seat] >= 6:
        decision.levels = step_down(world, seat)


def acts(world, seat):
    """Whether a government takes the initiative this week."""
    return world.draw("chances", 4 + seat) < world.given.sides[seat].strategy.pace


def proportional(world, seat, decision):
    """Answer the other's rate with a like one."""
    strategy = world.given.sides[seat].strategy
    due = strategy.ratio * world.rate(1 - seat)
    if acts(world, seat):
        decision.levels = step_up(world, seat, due, TOLERANCE)
    if strategy.announces:
        announce(world, seat, decision, due)
    relieve(world, seat, decision, gain)
    eased = decision.levels or decision.pauses or decision.threat_waits
    if acts(world, seat) and world.rate(seat) > due + TOLERANCE and not eased:
        suspend_last(world, seat, decision)
        if not decision.pauses:
            decision.levels = step_down(world, seat)
    weary(world, seat, decision)


def announce(world, seat, decision, due):
    """Further waves are announced; those that fall due are put off while nothing more is owed."""
    if decision.levels and world.rate(seat) > 0.0:
        ((m, level),) = decision.levels.items()
        notice = world.given.sides[seat].strategy.notice
        decision.threat = m, new_threat(level, world.week + notice, None, None)
        decision.levels, decision.threat_waits = {}, True
    hold_back(world, seat, decision, due)


def brinkmanship(world, seat, decision):
    """Threaten with what hurts most, for what is worth most."""
    own = world.given.sides[seat].own
    if acts(world, seat) and not any(world.threat[m] for m in own):
        decision.threat = best_threat(world, seat)
    relieve(world, seat, decision, gain)
    weary(world, seat, decision)


def best_threat(world, seat):
    """The measure whose next level hurts most, and the demand that is worth most: (measure, threat), or None."""
    best, chosen = 0.0, None
    for m in raisable(world, seat):
        level = world.level[m] + 1
        harm = believed_harm(world, seat, m, level)
        score = harm + min(gain(world, seat, m, level), 0.0)
        if score > best:
            best, chosen = score, (m, level, harm)
    if chosen is None:
        return None
    m, level, harm = chosen
    issue, option = best_demand(world, seat, harm)
    due = world.week + world.given.sides[seat].strategy.notice
    return None if issue is None else (m, new_threat(level, due, issue, option))


def believed_harm(world, seat, m, level):
    """What a level is believed to cost the other, points."""
    other, raised = 1 - seat, world.with_level(m, level)
    kinds = range(len(world.belief[seat]))
    return world.believed(seat, [world.value(other, world.code, k) - world.value(other, raised, k) for k in kinds])


def best_demand(world, seat, harm):
    """The option the other concedes that is worth most to oneself and costs it less than the harm."""
    given, other, best, demand = world.given, 1 - seat, 0.0, (None, None)
    for i, issue in enumerate(given.issues):
        now = world.settled[i]
        for option in range(now + 1, issue.options if issue.conceded_by == other else 0):
            own = given.sides[seat].worth[i][world.type[seat]]
            cost = world.believed(seat, [by[now] - by[option] for by in given.sides[other].worth[i]])
            if own[option] - own[now] > best and cost < harm:
                best, demand = own[option] - own[now], (i, option)
    return demand


def calculated(world, seat, decision):
    """The step that pays most."""
    if not acts(world, seat):
        return
    best = world.given.sides[seat].strategy.margin
    steps = [(m, world.level[m] - 1) for m in world.free(seat) if world.level[m] > 0]
    steps += [(m, world.level[m] + 1) for m in raisable(world, seat) if not preparing(world, m)]
    for m, level in steps:
        if gain(world, seat, m, level) > best:
            best, decision.levels = gain(world, seat, m, level), {m: level}


def grim(world, seat, decision):
    """Once hit, everything to the top for good."""
    if world.hit[seat] >= 0 or world.rate(1 - seat) > 0.0:
        decision.levels = {m: world.given.measures[m].top for m in raisable(world, seat)}


def grit(world, seat, decision):
    """Answer at once, then offer restraint."""
    if world.week - world.hit[seat] <= 2:
        due = world.given.sides[seat].strategy.ratio * world.rate(1 - seat)
        decision.levels = step_up(world, seat, due, 0.0)
    elif world.calm[seat] >= 4:
        decision.levels = step_down(world, seat)


DOCTRINES = {
    "proportional": proportional, "brinkmanship": brinkmanship, "calculated": calculated, "grim": grim, "grit": grit,
}  # fmt: skip
