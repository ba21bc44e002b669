"""What a region's best tariffs are against those of the others, and tariffs that are best against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.economy.economy_tables import Floats
from negotiation.economy.equilibrium import Equilibrium
from negotiation.economy.search import highest_place, highest_point

MOST = 3.0  # highest rate tried
PRECISION = 1e-6  # of a Nash rate
SECTORAL_PRECISION = 1e-3  # the same by sector, found less exactly
MOST_ROUNDS = 100


class Economy(Protocol):
    """A trade model, as far as choosing tariffs needs it."""

    @property
    def sectors(self) -> tuple[str, ...]: ...

    @property
    def services(self) -> tuple[str, ...]: ...

    def solve(self, tariffs: Floats) -> Equilibrium: ...


class NoNashError(ArithmeticError):
    """Answers to answers did not settle."""


@dataclass(frozen=True, eq=False)
class Response:
    """rates: (S,) total rates on the goods chosen, 0 on services; tariffs: (N, N, S) everybody's; what they lead to."""

    rates: Floats
    tariffs: Floats
    equilibrium: Equilibrium


@dataclass(frozen=True, eq=False)
class Nash:
    """rates: (players, S) each player's rates on the other players' goods; the rest as in Response."""

    rates: Floats
    tariffs: Floats
    equilibrium: Equilibrium


def uniform_response(economy: Economy, region: int, against: Sequence[int], tariffs: Floats) -> Response:
    """The rate on all goods of some regions that gives a region most welfare, the other tariffs (N, N, S) given."""
    everywhere = np.ones(len(economy.sectors))

    def heights(rates: Floats) -> Floats:
        return economy.solve(levied(economy, region, against, tariffs, rates * everywhere)).welfare[:, region]

    return response(economy, region, against, tariffs, highest_point(heights, 0.0, MOST) * everywhere)


def sectoral_response(economy: Economy, region: int, against: Sequence[int], tariffs: Floats) -> Response:
    """The same with a rate for each good; a local best near the uniform one."""
    uniform = uniform_response(economy, region, against, tariffs).rates

    def heights(rates: Floats) -> Floats:
        return economy.solve(levied(economy, region, against, tariffs, rates)).welfare[:, region]

    return response(economy, region, against, tariffs, highest_place(heights, uniform, 0.0, MOST))


def nash_tariffs(economy: Economy, players: Sequence[int], tariffs: Floats, by_sector: bool) -> Nash:
    """Rates of players on each other's goods, each the best against the others'; tariffs (N, N, S): the start.

    Each answers in turn until nobody moves. Raises NoNashError.
    """
    answer = sectoral_response if by_sector else uniform_response
    precision = SECTORAL_PRECISION if by_sector else PRECISION
    rates = np.full((len(players), tariffs.shape[-1]), MOST)
    for _ in range(MOST_ROUNDS):
        before = rates.copy()
        for place, player in enumerate(players):
            found = answer(economy, player, [other for other in players if other != player], tariffs)
            tariffs, rates[place] = found.tariffs, found.rates
        if np.abs(rates - before).max() < precision:
            return Nash(rates, tariffs, found.equilibrium)
    raise NoNashError(f"Nash tariffs: still moving by {np.abs(rates - before).max():g} after {MOST_ROUNDS} rounds")


def levied(economy: Economy, region: int, against: Sequence[int], tariffs: Floats, rates: Floats) -> Floats:
    """(B, N, N, S) tariffs with a region's rates (B, S) on goods of some regions in the place of those before."""
    vectors = np.repeat(tariffs[None], len(rates), axis=0)
    chosen = goods_of(economy)
    vectors[:, region, list(against)] = np.where(chosen, rates[:, None], vectors[:, region, list(against)])
    return vectors


def goods_of(economy: Economy) -> NDArray[np.bool_]:
    """(S,) whether a sector makes goods."""
    return np.array([sector not in economy.services for sector in economy.sectors])


def response(economy: Economy, region: int, against: Sequence[int], tariffs: Floats, rates: Floats) -> Response:
    """What rates (S,) lead to."""
    chosen = levied(economy, region, against, tariffs, rates[None])
    return Response(np.where(goods_of(economy), rates, 0.0), chosen[0], economy.solve(chosen))
