"""How much a side concedes: by time, or in answer to what the other did.

Axes: R rows. All curves are 0 to 1 and rise with elapsed, the share (R,) of the time that has passed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def polynomial_concession(elapsed: ArrayLike, beta: ArrayLike, first: ArrayLike) -> Floats:
    """Share conceded by time: slowly at first for beta below 1 (Boulware), quickly for beta above 1 (Conceder).

    elapsed: (R,) in [0, 1]; beta: (R,) above 0; first: (R,) share conceded at once. Returns (R,).
    Source: Faratin, Sierra & Jennings (1998), time-dependent tactics, polynomial.
    """
    at_once = np.asarray(first, dtype=np.float64)
    return at_once + (1.0 - at_once) * np.power(_within(elapsed), np.divide(1.0, beta))


def exponential_concession(elapsed: ArrayLike, beta: ArrayLike, first: ArrayLike) -> Floats:
    """Share conceded by time, with a sharper turn than the polynomial.

    elapsed: (R,) in [0, 1]; beta: (R,) above 0; first: (R,) share conceded at once, above 0. Returns (R,).
    Source: Faratin, Sierra & Jennings (1998), time-dependent tactics, exponential.
    """
    share: Floats = np.exp(np.power(1.0 - _within(elapsed), beta) * np.log(first))
    return share


def demanded_share(elapsed: ArrayLike, exponent: ArrayLike, opening: ArrayLike) -> Floats:
    """Share of the available gain still demanded: the opening share at first, nothing at the end.

    elapsed: (R,) in [0, 1]; exponent: (R,) above 0, the reciprocal of Faratin's beta, so above 1 is Boulware;
    opening: (R,) share demanded at first. Returns (R,), 1 - polynomial_concession with first = 1 - opening.
    Source: Faratin, Sierra & Jennings (1998), polynomial.
    """
    return np.asarray(opening, dtype=np.float64) * (1.0 - np.power(_within(elapsed), exponent))


def resource_concession(resource: ArrayLike, first: ArrayLike) -> Floats:
    """Share conceded by what is left of a resource, k + (1 - k) e^-r: little while there is much of it.

    resource: (R,) at least 0, in the tactic's own unit; first: (R,) share k conceded however much is left. Returns
    (R,).
    Source: Faratin, Sierra & Jennings (1998), resource-dependent tactics.
    """
    at_once = np.asarray(first, dtype=np.float64)
    share: Floats = at_once + (1.0 - at_once) * np.exp(-np.asarray(resource, dtype=np.float64))
    return share


def relative_tit_for_tat(
    own_last: ArrayLike, earlier: ArrayLike, later: ArrayLike, lowest: ArrayLike, highest: ArrayLike
) -> Floats:
    """The own demand lowered in the proportion in which the other's offers rose, kept within bounds.

    own_last: (R,) what one demanded last; earlier, later: (R,) what two of the other's offers were worth to oneself,
    above 0 (several rounds apart, it is the averaged kind); lowest, highest: (R,) demands allowed. Returns (R,).
    Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics.
    """
    demand: Floats = np.clip(np.multiply(own_last, np.divide(earlier, later)), lowest, highest)
    return demand


def random_absolute_tit_for_tat(
    own_last: ArrayLike, rise: ArrayLike, extra: ArrayLike, lowest: ArrayLike, highest: ArrayLike
) -> Floats:
    """The own demand lowered by as much as the other's offers rose and by a little luck, kept within bounds.

    own_last: (R,) what one demanded last; rise: (R,) how much more a later offer of the other is worth to oneself than
    an earlier one; extra: (R,) at least 0, drawn, to get out of a deadlock; lowest, highest: (R,) demands allowed.
    Returns (R,). Source: Faratin, Sierra & Jennings (1998), behaviour-dependent tactics, random absolute.
    """
    demand: Floats = np.clip(np.subtract(own_last, np.add(rise, extra)), lowest, highest)
    return demand


def _within(elapsed: ArrayLike) -> Floats:
    share: Floats = np.clip(np.asarray(elapsed, dtype=np.float64), 0.0, 1.0)
    return share
