"""Approval of a government among a constituency, week by week."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def approval_after(approval: Floats, target: Floats, reversion: float, shock: Floats) -> Floats:
    """Approval next week: a step towards what the times warrant, and news.

    approval, target, shock: (R,) shares; reversion: share of the gap closed in a week. Stays within 0 and 1.
    """
    moved = approval + reversion * (target - approval) + shock
    return np.minimum(np.maximum(moved, 0.0), 1.0)


def warranted(base: float, income: Floats, pain: float, pressure: Floats) -> Floats:
    """The approval that the times warrant, share, (R,).

    base: share in normal times; income: (R,) percent change of the constituency's real income; pain: share lost by a
    percent of income lost; pressure: (R,) share gained from pride under foreign threat, less grievance and prices.
    Source: rally size, Ipsos (2025); the rest assumption.
    """
    return base + pain * income + pressure


def dropped_threat_cost(size: float, backing: Floats, leniency: float) -> Floats:
    """Approval lost when a threat is dropped, share; negative where people are glad of it.

    size: share lost at full backing; backing: share of influence that gains from the measure, or how far one
    constituency is for it; leniency: how far those
    who would have lost forgive. Source: Tomz (2007), Chaudoin (2014); leniency: assumption.
    """
    return size * (1.0 - leniency * (1.0 - backing))


def favour_of(income: Floats, whole: float | None) -> Floats:
    """How far people are for a measure by what it does to their income, 0 to 1; one half where it does nothing.

    income: percent; whole: percent of income at which people are wholly for or against; None: any gain makes them so.
    Source: people punish or forgive a dropped threat by their own view of the policy, Chaudoin (2014).
    """
    if whole is None:
        return (income > 0.0).astype(np.float64)
    return np.clip(0.5 + 0.5 * income / whole, 0.0, 1.0)
