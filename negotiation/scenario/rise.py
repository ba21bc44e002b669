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
    covered = np.isin(SECTORS, measure.sectors)
    taxed = [level.rate * taxed_shares(level)[covered] for level in measure.levels]
    for step, (before, after) in enumerate(pairwise(taxed), start=1):
        if (after <= before).all() and (after < before).any():
            yield step


def taxed_shares(level: Level, stage: int = 0) -> NDArray[np.float64]:
    """The part of trade a level leaves taxed, by sector, (S,); all of it if the month of exemption is not known.

    stage: how far claims have grown, 0 for not yet; a level with fewer stages stays at its last.
    """
    nothing = np.zeros(len(SECTORS))
    exempt = (level.exempt, *level.grows)[min(stage, len(level.grows))]
    if isinstance(exempt, str):
        return 1.0 - usmca_claim_shares().get(exempt.partition(" ")[2], nothing)
    return 1.0 - (nothing + exempt)
