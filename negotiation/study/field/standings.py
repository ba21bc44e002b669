"""Where each point of a study stands: worlds played, worlds that count, worlds still asked for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation.study.field.sequential import OPEN, Standing, standing
from negotiation.study.field.store import Store
from negotiation.study.field.tables import Played
from negotiation.study.plan.points import Point
from negotiation.study.plan.study import Study


def standing_at(study: Study, store: Store, point: int, played: Sequence[range], tried: Sequence[range]) -> Standing:
    """How many worlds count at a point, or are asked for next. tried: blocks played and failed, by first world."""
    covered = reached(tried)
    if study.until is None:
        return Standing(study.worlds, OPEN if covered < study.worlds else "")
    outcome = study.until.outcome

    def values(worlds: int) -> NDArray[np.bool_] | NDArray[np.float64]:
        """The outcome in the worlds below a number that were played."""
        table = store.read(point, played, worlds, [outcome])
        return np.empty(0) if table is None else np.asarray(table[outcome].to_numpy())

    return standing(values, covered, study.until.half_width, study.worlds)


def reached(tried: Sequence[range]) -> int:
    """Up to which world all have been tried, without a gap."""
    edge = 0
    for worlds in tried:
        if worlds.start > edge:
            break
        edge = max(edge, worlds.stop)
    return edge


def all_tried(store: Store, played: dict[int, list[range]]) -> dict[int, list[range]]:
    """Point -> blocks played and failed, by first world."""
    found = {point: list(ranges) for point, ranges in played.items()}
    for failure in store.failures():
        found.setdefault(failure.point, []).append(failure.worlds)
    return {point: sorted(ranges, key=lambda worlds: worlds.start) for point, ranges in found.items()}


def points_played(study: Study, store: Store, points: Sequence[Point]) -> list[Played]:
    """Every point with the worlds that count, as far as it has been played."""
    played = store.played()
    tried = all_tried(store, played)
    found = []
    for point in points:
        ranges = played.get(point.number, [])
        stands = standing_at(study, store, point.number, ranges, tried.get(point.number, []))
        found.append(Played(point, store.read(point.number, ranges, stands.worlds), stands.word))
    return found
