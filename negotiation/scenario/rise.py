"""Levels of a measure go upwards: what each taxes, compared with the one before."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from negotiation.economy import SECTORS, usmca_claim_shares
from negotiation.scenario.table import Level, Measure


def falls(measure: Measure) -> Iterator[int]:
    """The levels that tax no sector more than the level before and some sector less.

    A lower rate with less exempt may still be a rise, as 25 % on everything is after 35 % with most goods exempt.
    """
    taxed = [_taxed(level, measure.sectors) for level in measure.levels]
    for step, (before, after) in enumerate(pairwise(taxed), start=1):
        if (after <= before).all() and (after < before).any():
            yield step


def _taxed(level: Level, sectors: tuple[str, ...]) -> NDArray[np.float64]:
    """Rate on all trade in each of the sectors, percent, (S,); all of it if the month of exemption is not known."""
    exempt = np.zeros(len(SECTORS))
    if isinstance(level.exempt, str):
        exempt = usmca_claim_shares().get(level.exempt.partition(" ")[2], exempt)
    else:
        exempt = exempt + level.exempt
    return level.rate * (1.0 - exempt[np.isin(SECTORS, sectors)])
