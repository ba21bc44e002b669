"""Dated moves as weeks of turns: what is done at once, and what follows it in the same week."""

import datetime
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negotiation.scenario.calendar import week_of
from negotiation.scenario.move_checks import week_of_move
from negotiation.scenario.moves import AT_TABLE, EVENTS, ON_THREATS, Act
from negotiation.scenario.schema import Scenario

Turn = dict[str, list[Act]]  # by government
OnDay = tuple[datetime.date | None, Act]


class Dated(NamedTuple):
    """An act with its week, counted from 0, and the place of its move in the script."""

    week: int
    move: int
    act: Act


def acts_of(scenario: Scenario) -> Iterator[Dated]:
    """Every act of a scenario's moves, in order."""
    for place, move in enumerate(scenario.moves):
        for act in move.acts:
            yield Dated(week_of_move(scenario, move), place, act)


def turns_by_week(scenario: Scenario) -> Mapping[int, list[Turn]]:
    """By week, the turns in which governments move away from the table.

    Moves of a later day come in a later turn, and so does what cannot be said in one decision with what came before.
    An answer to a threat that stood when the week began comes first, as threats are answered when they are due.
    """
    weeks: dict[int, list[OnDay]] = {}
    for dated in acts_of(scenario):
        if dated.act.act not in (*EVENTS, *AT_TABLE):
            weeks.setdefault(dated.week, []).append((scenario.moves[dated.move].date, dated.act))
    return {week: turns_of(acts) for week, acts in weeks.items()}


def turns_of(acts: Sequence[OnDay]) -> list[Turn]:
    """The turns of one week's acts, each with its day if it has one."""
    turns: list[Turn] = [{}]
    taken: dict[Hashable, Hashable] = {}
    fresh: dict[str | None, int] = {}  # threats made this week and not yet answered, by measure
    day = None
    for date, act in acts:
        if act.act in ON_THREATS and not fresh.get(act.measure):
            turns[0].setdefault(act.who or "", []).append(act)
            continue
        fresh[act.measure] = fresh.get(act.measure, 0) + {"threaten": 1}.get(act.act, -(act.act in ON_THREATS))
        places = _places(act)
        if taken and (date != day or any(_clash(taken, place, said) for place, said in places.items())):
            turns.append({})
            taken = {}
        day = date
        taken |= places
        turns[-1].setdefault(act.who or "", []).append(act)
    return turns


def _clash(taken: dict[Hashable, Hashable], place: Hashable, said: Hashable) -> bool:
    """Whether a place of a decision is taken, but by the same words."""
    return place in taken and (said is None or taken[place] != said)


def _places(act: Act) -> dict[Hashable, Hashable]:
    """The places of a decision an act takes, and what it says there; two acts that say the same fit into one."""
    on_threat = act.act in ("threaten", *ON_THREATS)
    if act.act.endswith("talks"):
        return {"talks": None}
    places: dict[Hashable, Hashable] = {(act.who, act.act if act.measure is None else act.measure, on_threat): None}
    if act.act in ("offer ally", "commit"):
        places = {(act.who, act.act, act.ally, act.commitment): None}
    if act.act == "threaten":
        places[(act.who, "threat")] = (act.weeks, act.until, act.issue, act.option)
    return places


def weeks_to(scenario: Scenario, act: Act, week: int) -> int | None:
    """The weeks from now that an act names, itself or by a day."""
    return week_of(scenario.first_day, act.until) - week if act.until is not None else act.weeks
