"""Support for a deal at home: what each constituency makes of its content, and how the mood shifts it."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def content_support(gain: Floats, influence: Floats, slope: float) -> Floats:
    """Share of influence that likes a package for what is in it.

    gain: (C, P) points each constituency gains; influence: (C,) weights; slope: share won by a point. A constituency is
    split in half at no gain and cannot be more than wholly for or against. Returns (P,).
    Source: linear probability of assent, assumption; weights as in Grossman & Helpman (1994).
    """
    assent = np.clip(0.5 + slope * gain, 0.0, 1.0)
    share = influence / influence.sum()
    support: Floats = (np.ascontiguousarray(assent.T) * share).sum(axis=-1)
    return support


def mood(income: Floats, influence: Floats, approval: Floats, relief: float, trust: float) -> Floats:
    """What the state of things adds to support for any deal, share, (R,).

    income: (R, C) percent change now felt; influence: (C,); approval: (R,) of the government; relief: share won by a
    percent of income lost that a deal would end; trust: share won by a point (1 = 100 %) of approval above one half.
    """
    return -relief * weighted_mean(income, influence) + trust * (approval - 0.5)


def weighted_mean(value: Floats, influence: Floats) -> Floats:
    """Influence-weighted mean over constituencies, (R,) from (R, C)."""
    mean: Floats = np.einsum("rc,c->r", value, influence / influence.sum())
    return mean


def rank_correlation(support: Floats, value: Floats) -> float:
    """How far support at home ranks packages as the government's own value does, -1 to 1; 0 where either is flat.

    Source: Spearman (1904); that a constraint helps who is bound the way he wants to be, Putnam (1988).
    """
    first, second = (ranks - ranks.mean() for ranks in (_ranks(support), _ranks(value)))
    spread = float(np.sqrt((first * first).sum() * (second * second).sum()))
    return float((first * second).sum()) / spread if spread > 0.0 else 0.0


def _ranks(value: Floats) -> Floats:
    """The rank of each entry from 1, equals sharing their mean."""
    _, place, count = np.unique(value, return_inverse=True, return_counts=True)
    mean: Floats = np.cumsum(count) - (count - 1) / 2.0
    return mean[place]
