"""Putnam's toy: a pie of 1, one side whose home needs a floor, another that walks away below its reservation.

There is a deal if the floor and the reservation fit into the pie. What the floor does to the terms depends on how the
pie is shared: compare the two rules. Axes: R draws. Source: Putnam (1988), the Schelling conjecture; Iida (1993).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
PIE = 1.0


def half_the_pie(floor: ArrayLike, reservation: ArrayLike) -> Floats:
    """Half the pie, moved only as far as somebody would walk away; the share of the side with the floor, (R,).

    floor: (R,) least share that passes at home; reservation: (R,) the other's. NaN where there is no deal. With the
    reservation even in 0 to 1 the mean of deals is (3/8 - w²/2) / (1 - w) for floors w up to 1/2: it rises with the
    floor, but only because bad deals are gone; no deal that survives gets better.
    """
    least, most = np.asarray(floor, dtype=np.float64), PIE - np.asarray(reservation, dtype=np.float64)
    return _where_deal(np.minimum(np.maximum(PIE / 2.0, least), most), least, most)


def half_the_surplus(floor: ArrayLike, reservation: ArrayLike) -> Floats:
    """Half of what the other's reservation leaves, at least the floor; the share of the side with the floor, (R,).

    floor, reservation: (R,) as in `half_the_pie`. NaN where there is no deal. With the reservation even in 0 to 1 the
    mean of deals is 1/4 / (1 - w) for floors w up to 1/2: deals themselves get better.
    """
    least, most = np.asarray(floor, dtype=np.float64), PIE - np.asarray(reservation, dtype=np.float64)
    return _where_deal(np.maximum(least, most / 2.0), least, most)


def _where_deal(share: Floats, least: Floats, most: Floats) -> Floats:
    return np.where(least <= most, share, np.nan)
