"""The textbook tariff game: two equal economies, a prisoner's dilemma kept off by the fear of retaliation.

Two goods; each country is endowed with 1 of the good it exports and none of the other, and demands 1 - p of each at
price p. A tariff on imports turns the terms of trade in one's favour. Source: Bagwell & Staiger (2002), the linear
two-country model; grim trigger, Friedman (1971).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def tariff_welfare(own: ArrayLike, other: ArrayLike) -> Floats:
    """Welfare of a country: consumers' surplus in both goods, its endowment's worth, and its tariff revenue.

    own, other: specific tariffs per unit, 0 to 1 (1 stops trade), that it levies and that its exports meet; any shape.
    """
    levied, met = np.asarray(own, dtype=np.float64), np.asarray(other, dtype=np.float64)
    # World price 1/2 - tariff/2 clears (1 - p - tariff) + (1 - p) = 1 in each good.
    imports, export_price = (1.0 - levied) / 2.0, (1.0 - met) / 2.0
    surplus = (np.square(imports) + np.square(1.0 - export_price)) / 2.0
    welfare: Floats = surplus + export_price + levied * imports
    return welfare


def grim_trigger_patience(temptation: float, reward: float, punishment: float) -> float:
    """The least patience at which fear of lasting punishment keeps both from breaking an agreement, 0 to 1.

    temptation: value of a period in which one alone breaks it; reward: of keeping it; punishment: after it is broken.
    (T - R) / (T - P). Raises ValueError unless T > R > P. Source: Friedman (1971).
    """
    if not temptation > reward > punishment:
        raise ValueError(f"temptation > reward > punishment; got {temptation}, {reward} and {punishment}")
    return (temptation - reward) / (temptation - punishment)
