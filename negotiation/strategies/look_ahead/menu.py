"""The moves open to a government: at the table, and away from it, each where it can be made."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import CARRY_OUT, DROP, LEAVE, RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.state import ENDED, SUSPENDED
from negotiation.dispute.view import View
from negotiation.strategies.doctrines.brinkmanship import best_demand, best_threat, most_harmful
from negotiation.strategies.doctrines.custom import customary
from negotiation.strategies.tactics.aspiration import explained

Flags = NDArray[np.bool_]
Integers = NDArray[np.int64]
WHY = Reason.LOOKS_AHEAD


class Option(NamedTuple):
    """A move: kind and subject (measure or issue, and level or option, by number; -1 for none); what is decided;
    where it can be made, (R,)."""

    kind: str
    decision: Decision
    open: Flags
    what: int = LEAVE
    value: int = LEAVE


def moves_at_table(view: View) -> list[Option]:
    """Accept, hold, offer the fair package, the most generous one that is worth signing, the best one for oneself."""
    nothing, never = np.full(view.worlds, LEAVE), np.zeros(view.worlds, np.bool_)
    stands = view.awake & (view.offered >= 0)
    signs = stands & (view.offered_worth >= view.no_deal) & (view.offered_support >= 0.0)
    packages = (
        ("offer the fair package", view.fairest().package),
        ("offer the most generous package", view.accommodating(view.no_deal).package),
        ("offer the best package for oneself", view.at_place(np.zeros(view.worlds, np.int64)).package),
    )
    options = [
        Option("accept", _said(view, signs, nothing), signs),
        Option("hold", _said(view, never, nothing), view.awake),
    ]
    return options + [Option(kind, _said(view, never, given), view.awake & (given >= 0)) for kind, given in packages]


def _said(view: View, accept: Flags, package: Integers) -> Decision:
    """An answer at the table."""
    return Decision(accept=accept, package=package, least=view.no_deal, table_reason=explained(view, WHY))


def short_list(view: View) -> list[Option]:
    """One move of each kind: the best threat, the most harmful step up, the last step down, a way out, and waiting."""
    still = _still(view)
    measure, issue, option = best_threat(view)
    harmful, _ = most_harmful(view)
    given, way = _least_dear(view)
    return [
        Option("wait", still, np.ones(view.worlds, np.bool_)),
        threatening(view, still, measure, (issue, option)),
        stepping(view, still, harmful, 1),
        stepping(view, still, _last_in_force(view), -1),
        conceding(view, still, given, way),
        Option("propose a summit", replace(still, summit=np.ones(view.worlds, np.bool_)), view.talks != ENDED),
        _answering(view, still, CARRY_OUT),
        _answering(view, still, DROP),
    ]


def every_move(view: View) -> list[Option]:
    """Every single move on measures, threats, issues and talks, named by its subject."""
    still, worlds = _still(view), view.worlds
    options = [Option("wait", still, np.ones(worlds, np.bool_))]
    for m in view.own_measures:
        here = np.full(worlds, m)
        options += [stepping(view, still, here, step)._replace(what=m) for step in (1, -1)]
        raised = np.minimum(view.level[:, m] + 1, view.top[m])
        demand = best_demand(view, view.prospects.harm_to_other(m, raised))
        options.append(threatening(view, still, here, demand)._replace(what=m))
    for issue, option in view.threats.gifts:
        here = np.full(worlds, issue)
        options.append(conceding(view, still, here, np.full(worlds, option))._replace(what=issue, value=option))
    options += _on_talks(view, still)
    return [*options, _answering(view, still, CARRY_OUT), _answering(view, still, DROP)]


def _still(view: View) -> Decision:
    """What every government does anyway, but for conceding to a threat, leaving or suspending the talks."""
    none, blank = np.full(view.worlds, LEAVE), np.full(view.level.shape, LEAVE)
    return replace(
        customary(view), concede_issue=none, concede_option=none, talks=np.zeros(view.worlds, np.int64),
        level=blank, level_reason=np.zeros(view.level.shape, np.int64), threat=blank,
        notice=np.full(view.worlds, view.side.country.strategy.notice.value), demand_issue=none, demand_option=none,
    )  # fmt: skip


def stepping(view: View, still: Decision, measure: Integers, step: int) -> Option:
    """Set a measure (R,), -1 for none, one level up or down."""
    worlds, chosen = np.arange(view.worlds), np.maximum(measure, 0)
    now = view.level[worlds, chosen]
    wanted = np.clip(now + step, 0, view.top[chosen])
    possible = (measure >= 0) & view.free[worlds, chosen] & (wanted != now)
    level, reason = np.full(view.level.shape, LEAVE), np.zeros(view.level.shape, np.int64)
    level[worlds[possible], chosen[possible]], reason[worlds[possible], chosen[possible]] = wanted[possible], WHY
    return Option("raise" if step > 0 else "lower", replace(still, level=level, level_reason=reason), possible)


def threatening(view: View, still: Decision, measure: Integers, demand: tuple[Integers, Integers]) -> Option:
    """Threaten a measure's next level, with a demand; measure, issue and option (R,), -1 for none."""
    worlds, chosen = np.arange(view.worlds), np.maximum(measure, 0)
    raised = view.level[worlds, chosen] + 1
    quiet = view.threats.level[worlds, chosen] < 0
    possible = (measure >= 0) & quiet & view.free[worlds, chosen] & (raised <= view.top[chosen])
    threat = np.full(view.level.shape, LEAVE)
    threat[worlds[possible], chosen[possible]] = raised[possible]
    issue, option = (np.where(possible, each, LEAVE) for each in demand)
    return Option("threaten", replace(still, threat=threat, demand_issue=issue, demand_option=option), possible)


def conceding(view: View, still: Decision, issue: Integers, option: Integers) -> Option:
    """Give an option of an issue alone, without a deal; both (R,), -1 for none."""
    now = view.settled[np.arange(view.worlds), np.maximum(issue, 0)]
    possible = (issue >= 0) & (option > now)
    given = replace(
        still, concede_issue=np.where(possible, issue, LEAVE), concede_option=np.where(possible, option, LEAVE)
    )
    return Option("concede", given, possible)


def _on_talks(view: View, still: Decision) -> list[Option]:
    """Suspend, resume or leave the talks; propose a summit."""
    ways = (
        ("suspend the talks", SUSPEND, view.talking),
        ("resume the talks", RESUME, view.talks == SUSPENDED),
        ("leave the talks", WALK_AWAY, view.talks != ENDED),
    )
    options = [
        Option(kind, replace(still, talks=np.where(where, way, 0), talks_reason=np.full(view.worlds, int(WHY))), where)
        for kind, way, where in ways
    ]
    summit = replace(still, summit=np.ones(view.worlds, np.bool_))
    return [*options, Option("propose a summit", summit, view.talks != ENDED)]


def _answering(view: View, still: Decision, answer: int) -> Option:
    """Carry out, or drop, every own threat that is due."""
    due: Flags = np.zeros(view.level.shape, np.bool_)
    for m in view.own_measures:
        due[:, m] = (view.threats.level[:, m] >= 0) & (view.threats.weeks_left(m) <= 0)
    said = np.where(due, answer, DROP)
    reason = np.where(due, int(WHY), int(Reason.TOO_COSTLY))
    kind = "carry out the threat" if answer == CARRY_OUT else "drop the threat"
    return Option(kind, replace(still, execute=said, execute_reason=reason), np.asarray(due.any(axis=-1), np.bool_))


def _least_dear(view: View) -> tuple[Integers, Integers]:
    """The concession alone that costs least: issue and option, each (R,), -1 for none."""
    issue, option, least = np.full(view.worlds, LEAVE), np.full(view.worlds, LEAVE), np.full(view.worlds, np.inf)
    for place, choice in view.threats.gifts:
        gain, _ = view.threats.demand_worth(place, choice)
        cheaper = (view.settled[:, place] < choice) & (-gain < least)
        issue, option = np.where(cheaper, place, issue), np.where(cheaper, choice, option)
        least = np.where(cheaper, -gain, least)
    return issue, option


def _last_in_force(view: View) -> Integers:
    """The last own measure in force that may be changed, (R,), -1 for none."""
    last = np.full(view.worlds, LEAVE)
    for m in view.own_measures:
        last = np.where((view.level[:, m] > 0) & view.free[:, m], m, last)
    return last
