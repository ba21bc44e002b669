"""Looking for the highest point of a function that answers many questions at once."""

from collections.abc import Callable

import numpy as np

from negotiation.economy.economy_tables import Floats

POINTS = 25  # tried at once
NARROW = 0.05  # width of a bracket in which a polynomial stands for the function
DEGREE = 6
DIFFERENCE = 1e-3  # step of the numerical gradient
FLAT = 1e-7  # gradient at which the search by sector ends

Heights = Callable[[Floats], Floats]


def highest_point(heights: Heights, low: float, high: float) -> float:
    """Where one-peaked heights (P,) of points (P, 1) are highest between low and high, to about 1e-8.

    Brackets narrow around the best point; the last is replaced by a polynomial, as heights near a peak say little.
    """
    while high - low > NARROW:
        points = np.linspace(low, high, POINTS)
        best = int(np.argmax(heights(points[:, None])))
        low, high = points[max(best - 1, 0)], points[min(best + 1, POINTS - 1)]
    points = np.linspace(low, high, POINTS)
    fitted = np.polynomial.Polynomial.fit(points, heights(points[:, None]), DEGREE)
    level = np.asarray(fitted.deriv().roots(), dtype=np.complex128)
    inside = level.real[(level.imag == 0.0) & (low <= level.real) & (level.real <= high)]
    candidates = np.array([low, high, *inside])
    return float(candidates[np.argmax(fitted(candidates))])


def highest_place(heights: Heights, start: Floats, low: float, high: float) -> Floats:
    """Where heights (P,) of places (P, D) are highest near start, between low and high; to about 1e-4.

    Source: L-BFGS-B (Byrd, Lu, Nocedal & Zhu 1995), gradients by central differences, all in one call.
    """
    from scipy.optimize import minimize  # imported here: only this search needs SciPy

    steps = DIFFERENCE * np.vstack([np.eye(len(start)), -np.eye(len(start))])

    def depth_and_gradient(place: Floats) -> tuple[float, Floats]:
        found = -heights(place + np.vstack([np.zeros_like(place), steps]))
        return float(found[0]), (found[1 : len(place) + 1] - found[len(place) + 1 :]) / (2.0 * DIFFERENCE)

    found = minimize(
        depth_and_gradient,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(low, high)] * len(start),
        options={"gtol": FLAT, "ftol": 0.0},
    )
    return np.asarray(found.x, dtype=np.float64)
