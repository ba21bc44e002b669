"""Acts turned into a Decision: for a script, and for a person or a program that decides from outside."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.decision import (
    CARRY_OUT,
    DROP,
    IN_PART,
    LEAVE,
    POSTPONE,
    RESUME,
    SUSPEND,
    WALK_AWAY,
    Decision,
)
from negotiation.dispute.reasons import Reason
from negotiation.scenario.moves import Act
from negotiation.scenario.schema import Scenario
from negotiation.strategies.turns import weeks_to

ANSWERS = {"carry out": CARRY_OUT, "carry out in part": IN_PART, "postpone": POSTPONE, "drop": DROP}
TALKS = {"suspend talks": SUSPEND, "resume talks": RESUME, "leave talks": WALK_AWAY}
OWN_REASONS = ("concede", "commit", "pause", "ask", "divide", "summit", "break_deal")


def decision_of(scenario: Scenario, week: int, worlds: int, acts: Iterable[Act], reason: Reason) -> Decision:
    """What a government decides that does these acts in every one of so many worlds, for this reason."""
    sheet = Sheet(scenario, week, worlds, reason)
    for act in acts:
        WRITERS[act.act](sheet, act)
    return Decision(**sheet.columns, reasons=dict.fromkeys(OWN_REASONS, int(reason)))


def level_number(scenario: Scenario, act: Act) -> int:
    """The number of the level an act names."""
    if isinstance(act.level, str):
        return [level.name for level in scenario.measures[act.measure or ""].levels].index(act.level)
    return act.level or 0


class Sheet:
    """The columns of a Decision, made when they are first written to."""

    def __init__(self, scenario: Scenario, week: int, worlds: int, reason: Reason) -> None:
        self.scenario, self.week, self.worlds, self.reason = scenario, week, worlds, int(reason)
        self.columns: dict[str, Any] = {}

    def write(self, column: str, entry: int | bool, place: int | None = None, width: int = 0) -> None:
        """Put an entry into a column (R,), or at a place of one (R, width)."""
        if column not in self.columns:
            shape = (self.worlds, width) if width else (self.worlds,)
            empty = False if isinstance(entry, bool) else 0 if column.endswith("reason") else LEAVE
            self.columns[column] = np.full(shape, empty)
        table: NDArray[Any] = self.columns[column]
        table[slice(None) if place is None else (slice(None), place)] = entry

    def on_measure(self, act: Act, **entries: int | bool) -> None:
        """Put entries into columns by measure."""
        measures = list(self.scenario.measures)
        for column, entry in entries.items():
            self.write(column, entry, measures.index(act.measure or ""), len(measures))

    def weeks(self, act: Act, otherwise: int) -> int:
        """The weeks from now that an act names."""
        named = weeks_to(self.scenario, act, self.week)
        return otherwise if named is None else named

    def option(self, act: Act) -> tuple[int, int]:
        """The numbers of the issue and the option an act names, -1 for none."""
        if act.issue is None or act.option is None:
            return LEAVE, LEAVE
        issues = self.scenario.issues
        return list(issues).index(act.issue), list(issues[act.issue].options).index(act.option)


def _set(sheet: Sheet, act: Act) -> None:
    sheet.on_measure(act, level=level_number(sheet.scenario, act), level_reason=sheet.reason)


def _threaten(sheet: Sheet, act: Act) -> None:
    sheet.on_measure(act, threat=level_number(sheet.scenario, act))
    issue, option = sheet.option(act)
    terms = {"notice": sheet.weeks(act, 0), "demand_issue": issue, "demand_option": option}
    for column, entry in (terms | {"threat_reason": sheet.reason}).items():
        sheet.write(column, entry)


def _answer(sheet: Sheet, act: Act) -> None:
    sheet.on_measure(act, execute=ANSWERS[act.act], execute_reason=sheet.reason, early=True)
    sheet.on_measure(act, put_off=sheet.weeks(act, LEAVE))


def _pause(sheet: Sheet, act: Act) -> None:
    until = 0 if act.until is None else 1  # weeks of pause are counted from next week, a day from this one
    sheet.on_measure(act, pause=max(sheet.weeks(act, 1) - until, 1))


def _concede(sheet: Sheet, act: Act) -> None:
    issue, option = sheet.option(act)
    sheet.write("concede_issue", issue)
    sheet.write("concede_option", option)


def _commit(sheet: Sheet, act: Act) -> None:
    bit = 1 << list(sheet.scenario.countries[act.who or ""].commitments).index(act.commitment or "")
    sheet.columns["commit"] = sheet.columns.get("commit", np.zeros(sheet.worlds, np.int64)) | bit


def _talk(sheet: Sheet, act: Act) -> None:
    sheet.write("talks", TALKS[act.act])
    sheet.write("talks_weeks", sheet.weeks(act, 0))
    sheet.write("talks_reason", sheet.reason)


def _offer_ally(sheet: Sheet, act: Act) -> None:
    allies = list(sheet.scenario.allies)
    sheet.write("divide", True, allies.index(act.ally or ""), len(allies))


def _flag(column: str) -> Callable[[Sheet, Act], None]:
    return lambda sheet, act: sheet.write(column, True)


WRITERS: dict[str, Callable[[Sheet, Act], None]] = {
    **dict.fromkeys(("impose", "raise", "lower", "lift", "exempt"), _set),
    **dict.fromkeys(ANSWERS, _answer),
    **dict.fromkeys(TALKS, _talk),
    "threaten": _threaten, "pause": _pause, "concede": _concede, "commit": _commit, "offer ally": _offer_ally,
    "propose summit": _flag("summit"), "ask allies": _flag("ask"), "break deal": _flag("break_deal"),
}  # fmt: skip
