"""What may happen in a few weeks, read from moves, of the record and of simulated worlds alike."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.block import Moves

Flags = NDArray[np.bool_]
IN_FULL, IN_PART = "threat_carried_out", "threat_in_part"
BY_SIDE = {
    "threat carried out": (IN_FULL, IN_PART),
    "new or higher tariff": ("impose", "raise", IN_FULL, IN_PART),
    "exemption or easing": ("exempt", "lower", "lift", "pause"),
}
TALKS = "talks broken off"
BREAKS = ("suspend_talks", "leave_talks")
TOLD = {
    "threaten": "threatens", "impose": "raises", "raise": "raises", IN_FULL: "carries out", IN_PART: "carries out",
    "threat_postponed": "postpones", "threat_dropped": "drops", "exempt": "eases", "lower": "eases", "lift": "eases",
    "pause": "eases", "concede": "concedes", "suspend_talks": "breaks off", "leave_talks": "breaks off",
}  # fmt: skip
WINDOW = 4  # weeks


def event_names(sides: Sequence[str]) -> tuple[str, ...]:
    """Every event that is scored."""
    return (*(f"{side}: {name}" for name in BY_SIDE for side in sides), TALKS)


def happenings(moves: Moves, sides: Sequence[str], worlds: int, weeks: int) -> dict[str, Flags]:
    """In which weeks each event happened, by name (R, W). moves: of worlds 0 to R - 1."""
    names = np.array(moves.kind.labels)
    authors = np.array(moves.government.labels)
    kinds, by = names[moves.kind.codes], authors[moves.government.codes]
    found = {}
    for event in event_names(sides):
        side, _, name = event.rpartition(": ")
        listed = np.isin(kinds, BY_SIDE[name] if side else BREAKS)
        here = listed & (by == side) if side else listed
        table = np.zeros((worlds, weeks), np.bool_)
        table[moves.world[here], moves.week[here] - 1] = True
        found[event] = table
    return found


def windows(begins: int, ends: int) -> list[range]:
    """Spans of four weeks one after another, from a week on, as far as they are known."""
    return [range(week, week + WINDOW) for week in range(begins, ends - WINDOW + 1, WINDOW)]


def sequences(moves: Moves, worlds: int, begins: int, ends: int) -> list[list[tuple[str, str]]]:
    """Who did what, in order, in the weeks from `begins` to before `ends`, by world, the first ones."""
    told: list[list[tuple[str, str]]] = [[] for _ in range(worlds)]
    for world, week, by, kind in zip(moves.world, moves.week, moves.government.codes, moves.kind.codes, strict=True):
        name = moves.kind.labels[kind]
        if world < worlds and begins <= week - 1 < ends and name in TOLD:
            told[world].append((moves.government.labels[by], TOLD[name]))
    return told
