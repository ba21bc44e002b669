"""How sure the equilibria are: worlds are drawn again, and the game they make is solved again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from negotiation.analysis.games.equilibria import Equilibrium, equilibria
from negotiation.analysis.games.game import Bimatrix, Floats

DRAWS = 200
LOW, HIGH = 2.5, 97.5  # percentiles of a 95 % interval


@dataclass(frozen=True)
class Supported:
    """What drawing worlds again says.

    rows, columns: share of draws in which a strategy is played in some equilibrium, (n,) and (m,); again: of each
    equilibrium, the share of draws with one of the same support; worth: of each, the 95 % interval of both sides'
    payoffs over these draws, (2, 2) as side by low and high, NaN where there are none; others: supports that are none
    in the game itself -> share of draws.
    """

    rows: Floats
    columns: Floats
    again: tuple[float, ...]
    worth: tuple[Floats, ...]
    others: dict[tuple[tuple[int, ...], tuple[int, ...]], float]


def resampled(first: Floats, second: Floats, draws: int = DRAWS, seed: int = 0) -> list[Bimatrix]:
    """Games of as many worlds, drawn with replacement; a world brings its luck to every cell, so cells stay paired.

    first, second: payoffs by world and pair of strategies, (R, n, m). Source: Efron (1979).
    """
    worlds = len(first)
    rng = np.random.default_rng(seed)
    counts = rng.multinomial(worlds, np.full(worlds, 1.0 / worlds), size=draws)
    weights = counts.astype(np.float64) / worlds
    return [Bimatrix(_mean(first, weight), _mean(second, weight)) for weight in weights]


def _mean(payoffs: Floats, weight: Floats) -> Floats:
    """The mean over worlds, weighted, (n, m)."""
    return np.asarray(np.einsum("r,rnm->nm", weight, payoffs), np.float64)


def supported(found: Sequence[Equilibrium], games: Sequence[Bimatrix]) -> Supported:
    """Solve every drawn game and count what comes back."""
    solved = [equilibria(game).found for game in games]
    shape = games[0].first.shape
    played = [np.zeros(length) for length in shape]
    seen: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    for here in solved:
        seen.update({each.support for each in here})
        for side in (0, 1):
            played[side][sorted({place for each in here for place in each.support[side]})] += 1.0
    known = {each.support for each in found}
    return Supported(
        rows=played[0] / len(games),
        columns=played[1] / len(games),
        again=tuple(seen[each.support] / len(games) for each in found),
        worth=tuple(_interval([other for here in solved for other in here if other.support == each.support])
                    for each in found),
        others={support: count / len(games) for support, count in seen.most_common() if support not in known},
    )  # fmt: skip


def _interval(same: Sequence[Equilibrium]) -> Floats:
    """The 95 % interval of both sides' payoffs, (2, 2)."""
    if not same:
        return np.full((2, 2), np.nan)
    return np.ascontiguousarray(np.percentile([each.worth for each in same], [LOW, HIGH], axis=0).T)
