"""How shares of strategies would move if what does better than average spread: replicator dynamics of two populations.

Source: Taylor & Jonker (1978); two populations, Taylor (1979).
"""

from typing import NamedTuple

import numpy as np

from negotiation.analysis.games.game import Bimatrix, Floats

TURNS = 400.0  # of time, in units in which the whole range of payoffs moves a share by a factor e
MOMENTS = 401
PRECISION = 1e-8


class Path(NamedTuple):
    """times: (T,); rows, columns: the shares then, (T, n) and (T, m)."""

    times: Floats
    rows: Floats
    columns: Floats


def paths(game: Bimatrix, starts: int = 0, seed: int = 0) -> list[Path]:
    """From even shares, and from so many starts drawn evenly from all mixtures."""
    rng = np.random.default_rng(seed)
    rows, columns = game.first.shape
    begins = [(np.full(rows, 1.0 / rows), np.full(columns, 1.0 / columns))]
    begins += [(rng.dirichlet(np.ones(rows)), rng.dirichlet(np.ones(columns))) for _ in range(starts)]
    return [path(game, ours, theirs) for ours, theirs in begins]


def path(game: Bimatrix, rows: Floats, columns: Floats, turns: float = TURNS) -> Path:
    """From given shares; payoffs count in their range, so that time means the same in every game.

    A share grows by its payoff less the mean one; so the logarithms of two shares part by the difference of payoffs.
    """
    from scipy.integrate import solve_ivp

    first, second = game.first / game.reach, game.second / game.reach
    length = len(rows)

    def flow(_: float, logs: Floats) -> Floats:
        ours, theirs = _shares(logs[:length]), _shares(logs[length:])
        return np.concatenate([(first * theirs[None, :]).sum(axis=1), (second * ours[:, None]).sum(axis=0)])

    times = np.linspace(0.0, turns, MOMENTS)
    begin = np.log(np.concatenate([rows, columns]))
    logs = solve_ivp(flow, (0.0, turns), begin, "LSODA", times, rtol=PRECISION, atol=PRECISION).y.T
    return Path(times, _shares(logs[:, :length]), _shares(logs[:, length:]))


def _shares(logs: Floats) -> Floats:
    """Shares from their logarithms, up to a constant."""
    grown = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True), np.float64)
