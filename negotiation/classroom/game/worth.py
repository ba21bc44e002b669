"""What packages and results are worth to the two sides as they truly are, over what no deal was worth at the start."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.reference_points import first_optimum, kalai_smorodinsky_score, nash_score
from negotiation.classroom.game.case import Case
from negotiation.dispute.luck import Luck
from negotiation.dispute.standing import standings
from negotiation.dispute.start import opening_state
from negotiation.dispute.state import State

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Results:
    """One game's values. state: how it ended, or stands; luck: of its world. Points over the start's no-deal value."""

    case: Case
    luck: Luck
    state: State

    @cached_property
    def types(self) -> tuple[int, int]:
        """What kind of government each side truly is, by seat."""
        first, second = self.state.type[0].tolist()
        return first, second

    @cached_property
    def start(self) -> tuple[float, float]:
        """What no deal was worth before the first week, points, by seat; threats aside."""
        opening = standings(self.case.engine, opening_state(self.case.engine, self.luck))
        first, second = (float(opening[seat].by_type[0, self.types[seat]]) for seat in (0, 1))
        return first, second

    @cached_property
    def points(self) -> Floats:
        """What every comprehensive package gives, (P, 2)."""
        whole = self.case.engine.packages.whole
        return np.stack(
            [
                self.case.engine.sides[seat].package_worth[self.types[seat], :whole] - self.start[seat]
                for seat in (0, 1)
            ],
            axis=-1,
        )

    @cached_property
    def now(self) -> tuple[float, float]:
        """What the rates and options in force give, less what was lost once by promises and threats, by seat."""
        standing = standings(self.case.engine, self.state)
        first, second = (
            float(standing[seat].by_type[0, self.types[seat]]) + float(self.state.once[0, seat]) - self.start[seat]
            for seat in (0, 1)
        )
        return first, second

    def gain(self, side: str) -> float:
        """What a side has got."""
        return self.now[self.case.sides.index(side)]

    def package_gain(self, side: str, package: int) -> float:
        """What a comprehensive package gives a side."""
        return float(self.points[package, self.case.sides.index(side)])

    @cached_property
    def frontier(self) -> NDArray[np.int64]:
        """The efficient packages, by number, by the first side's gain."""
        return distinct_frontier(self.points)

    @cached_property
    def nash(self) -> int:
        """The package of the Nash point over the start, -1 where nobody can gain."""
        return first_optimum(nash_score(self.points, np.zeros(2)))

    @cached_property
    def kalai(self) -> int:
        """The package of the Kalai-Smorodinsky point over the start, -1 where nobody can gain."""
        return first_optimum(kalai_smorodinsky_score(self.points, np.zeros(2)))

    @cached_property
    def missed(self) -> int:
        """The package with the highest product of gains over what both got, -1 where both cannot do better."""
        return first_optimum(nash_score(self.points, np.array(self.now)))
