"""How good is the calibration's check: does it leave sound calibrations alone, and what bias does it see?

`python -m experiments.check_power FOLDER`: the folder of a calibration (its histories are used, nothing is played).
Every history is calibrated on in turn, in groups of as many as the check takes. Sound: the share of groups whose ranks
it would call uneven, at one in twenty and at the bound that the figure uses. Biased: the same with true values moved by
a part of the spread of the nearest, or drawn in towards their middle.
"""

import argparse
from pathlib import Path

import numpy as np

from negotiation.commands.calibrate_figures import UNEVEN
from negotiation.study.calibration.calibration import HISTORIES, TRIALS
from negotiation.study.calibration.check import NEAREST, Reference, distances, evenness
from negotiation.study.calibration.estimates import estimates_from

SHIFTS, WIDTHS = (0.1, 0.15, 0.2, 0.3), (0.8, 0.9, 1.1, 1.2)


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--groups", type=int, default=20)
    asked = parser.parse_args()
    with np.load(asked.folder / HISTORIES) as table:
        values, numbers = table["values"], table["numbers"]
    reference = Reference(values, estimates_from(values, numbers).of(numbers), values.std(axis=0))
    trials = range(min(asked.groups * TRIALS, len(values)))
    near = [neighbours(reference, trial) for trial in trials]
    told("sound", reference, near, lambda true, own: true)
    for shift in SHIFTS:
        told(f"moved by {shift:g} spreads", reference, near, lambda true, own, s=shift: true + s * own.std(axis=0))
    for width in WIDTHS:
        middle = f"{width:g} of the distance from the middle"
        told(middle, reference, near, lambda true, own, w=width: own.mean(axis=0) + w * (true - own.mean(axis=0)))


def neighbours(reference: Reference, trial: int) -> np.ndarray:
    """The places of the histories nearest to one."""
    far = distances(reference, reference.estimates[trial])
    far[trial] = np.inf
    return np.argpartition(far, NEAREST)[:NEAREST]


def told(what: str, reference: Reference, near: list[np.ndarray], wrongly) -> None:
    """In how many groups, and for how many parameters, ranks are called uneven."""
    values = reference.values
    ranks = []
    for trial, rows in enumerate(near):
        own = values[rows]
        ranks.append((own < wrongly(values[trial], own)).sum(axis=0))
    groups = [evenness(np.array(ranks[first : first + TRIALS])) for first in range(0, len(ranks) - TRIALS + 1, TRIALS)]
    found = np.array(groups)
    print(
        f"{what}: {100 * (found < 0.05).mean():.0f} % of {found.size} tests below 0.05, "
        f"{100 * (found < UNEVEN).mean():.0f} % below the bound; by parameter {(found < UNEVEN).mean(axis=0).round(2)}"
    )


if __name__ == "__main__":
    main()
