"""What each legal basis allows, by number: how soon, for how long, what appeals do, and what takes its place."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from negotiation.scenario.schema import Scenario

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
NO_BASIS = -1


@dataclass(frozen=True)
class Bases:
    """All (B,). hazard: chance of a ruling a week; barred: weeks after one; speed: weeks of procedure before a measure
    may be in force; duration: weeks until it lapses, 0 for never; stayed: chance of a stay; appeal: weeks it lasts;
    voided: chance that the final ruling upholds the first; substitute: the basis in its place, -1 for none.
    """

    hazard: Floats
    barred: Integers
    speed: Integers
    duration: Integers
    stayed: Floats
    appeal: Integers
    voided: Floats
    substitute: Integers

    @cached_property
    def slow(self) -> bool:
        """Whether any asks for a procedure first."""
        return bool((self.speed > 0).any())

    @cached_property
    def end(self) -> bool:
        """Whether measures lapse on any."""
        return bool((self.duration > 0).any())

    @cached_property
    def appeals(self) -> bool:
        """Whether rulings on any may be stayed."""
        return bool((self.stayed > 0.0).any())

    @cached_property
    def change(self) -> bool:
        """Whether a measure may move from one to another."""
        return bool((self.substitute != NO_BASIS).any())


def bases_of(scenario: Scenario) -> Bases:
    """The bases of a scenario; what it leaves out is at once, for good, without appeal and without a substitute."""
    bases, names = list(scenario.bases.values()), list(scenario.bases)
    stays = [basis.stay for basis in bases]
    return Bases(
        hazard=np.array([basis.court_hazard.value for basis in bases]),
        barred=np.array([basis.barred.value for basis in bases]),
        speed=np.array([basis.speed.value if basis.speed else 0 for basis in bases]),
        duration=np.array([basis.duration.value if basis.duration else 0 for basis in bases]),
        stayed=np.array([stay.chance.value if stay else 0.0 for stay in stays]),
        appeal=np.array([stay.appeal.value if stay else 0 for stay in stays]),
        voided=np.array([stay.voided.value if stay else 0.0 for stay in stays]),
        substitute=np.array([names.index(basis.substitute) if basis.substitute else NO_BASIS for basis in bases]),
    )
