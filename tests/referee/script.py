"""A scenario's moves by week, told again: what a script has governments do before their own strategy decides."""

from types import SimpleNamespace

from tests.referee.world import CARRIED_OUT, DROPPED, POSTPONED, new_threat

ENDINGS = {"carry out": CARRIED_OUT, "drop": DROPPED, "postpone": POSTPONED}
LEVELS = ("impose", "raise", "lower", "lift", "exempt")


def turns_of(given, week):
    """The week's acts in turns; what was said of a measure or its threat already waits for the next turn."""
    turns, said = [[]], set()
    for act in (act for move in given.scenario.moves if move.week == week + 1 for act in move.acts):
        place = (act.who, act.measure or act.act, act.act in LEVELS)
        if place in said:
            turns.append([])
            said = set()
        said.add(place)
        turns[-1].append(act)
    return turns


def overlaid(world, seat, decision, acts):
    """A decision with a government's acts laid over it."""
    given = world.given
    measures, issues = list(given.scenario.measures), list(given.scenario.issues)
    for act in (act for act in acts if act.who == given.scenario.sides[seat]):
        m = measures.index(act.measure) if act.measure else None
        option = list(given.scenario.issues[act.issue].options).index(act.option) if act.issue else None
        issue = issues.index(act.issue) if act.issue else None
        if act.act in LEVELS:
            decision.levels = decision.levels | {m: act.level or 0}
        elif act.act in ENDINGS:
            decision.endings = decision.endings | {m: ENDINGS[act.act]}
            decision.put_off = decision.put_off | {m: act.weeks}
        elif act.act == "threaten":
            decision.threat = m, new_threat(act.level, world.week + act.weeks, issue, option)
        elif act.act == "concede":
            decision.concede = issue, option
    return decision


def scripted(world, decisions):
    """Both decisions under the script, and what follows them in the same week."""
    first, *later = turns_of(world.given, world.week)
    for decision in decisions:
        decision.put_off = {}
    together = [overlaid(world, seat, decision, first) for seat, decision in enumerate(decisions)]
    return together, [[overlaid(world, seat, nothing(), acts) for seat in (0, 1)] for acts in later]


def nothing():
    """A decision to do nothing."""
    return SimpleNamespace(
        concede=None, commit=[], endings={}, levels={}, threat=None, pauses={}, threat_waits=False, leave=False,
        suspend=False, summit=False, ask=None, break_deal=False, divide=False, stop=None, gives=None, vows=[],
        put_off={},
    )  # fmt: skip
