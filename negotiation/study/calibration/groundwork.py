"""What comes before the fit: what was thought before, histories of known governments, and how histories are compared.

Kept beside the generations, so that a calibration that was stopped goes on with the same.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from negotiation.study.calibration.base_rate import Prior, even, prior_of
from negotiation.study.calibration.check import Reference
from negotiation.study.calibration.estimates import Estimates, estimates_from
from negotiation.study.calibration.playing import Company
from negotiation.study.calibration.telling_numbers import Ends
from negotiation.study.ensemble import Progress
from negotiation.study.errors import StudyError
from negotiation.study.folder import write_arrays

Floats = NDArray[np.float64]
SHARE_OF_WHOLE, SHARE_OF_REFERENCE = 0.05, 0.2  # of the budget
STEP = 4000  # worlds played before progress is told
WHOLE_FROM, REFERENCE_FROM = 100_000_000, 200_000_000  # first worlds: other luck than the fit's
BEFORE = "Playing histories of known governments"


@dataclass(frozen=True)
class Groundwork:
    """tried: (M, P) even values, played to the end; values: (N, P) drawn from the prior; numbers: (N, S) of these."""

    prior: Prior
    estimates: Estimates
    tried: Floats
    values: Floats
    numbers: Floats

    @cached_property
    def reference(self) -> Reference:
        """The histories as they are compared."""
        return Reference(self.values, self.estimates.of(self.numbers), self.values.std(axis=0))

    @property
    def played(self) -> int:
        """Worlds in all."""
        return len(self.tried) + len(self.values)


def groundwork(company: Company, budget: int, kept: Path, on_progress: Progress) -> Groundwork:
    """Play it, or read what an earlier run kept. Raises StudyError where that was of another calibration."""
    key = f"{company.case.key} {company.seed}"
    if kept.is_file():
        with np.load(kept) as table:
            if str(table["key"]) != key:
                raise StudyError(f"{kept}: is of another scenario, record, seed or version; calibrate in a new folder")
            return _built(**{name: table[name] for name in table.files if name != "key"})
    whole, size = _steps(budget * SHARE_OF_WHOLE), _steps(budget * SHARE_OF_REFERENCE)
    first, second = (np.random.default_rng([company.seed, stage]) for stage in (1, 2))
    tried, total = even(whole, first), whole + size
    parts: list[Ends] = []
    for place in range(0, whole, STEP):
        on_progress(BEFORE, place, total)
        parts.append(company.whole(tried[place : place + STEP], WHOLE_FROM + place))
    ends = Ends(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    values, numbers = prior_of(tried, ends).drawn(size, second), []
    for place in range(0, size, STEP):
        on_progress(BEFORE, whole + place, total)
        numbers.append(company.pieces(values[place : place + STEP], REFERENCE_FROM + place))
    on_progress(BEFORE, total, total)
    table = {"tried": tried, "imposed": ends.imposed, "ended": ends.all, "values": values,
             "numbers": np.concatenate(numbers)}  # fmt: skip
    write_arrays(kept, table | {"key": np.array(key)})
    return _built(**table)


def _steps(worlds: float) -> int:
    """Worlds in whole steps, one at least."""
    return max(int(worlds) // STEP, 1) * STEP


def _built(tried: Floats, imposed: Floats, ended: Floats, values: Floats, numbers: Floats) -> Groundwork:
    """What follows from the histories."""
    prior = prior_of(tried, Ends(imposed, ended))
    return Groundwork(prior, estimates_from(values, numbers), tried, values, numbers)
