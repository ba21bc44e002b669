"""The trade model: Caliendo & Parro (2015) in exact hat algebra, many vectors of rates in one call."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

import numpy as np

from negotiation.economy.balancing import base_of, changes_made, taken_as_base
from negotiation.economy.base import Base
from negotiation.economy.costs import LANES, base_costs, costs_of
from negotiation.economy.economy_tables import EconomyTables, Floats
from negotiation.economy.equilibrium import Equilibrium, joined, measured
from negotiation.economy.errors import EconomyError
from negotiation.economy.responses import Nash, Response, nash_tariffs, sectoral_response, uniform_response
from negotiation.economy.solver import NotSolvedError, Singles, inverse_jacobian, solve
from negotiation.economy.variant import CALIENDO_PARRO, Variant

BLOCK = 64  # vectors solved together: large enough to amortise NumPy's calls, small enough for the cache


class RateError(EconomyError):
    """Rates that cannot be levied; the message names the cell."""


class RegionError(EconomyError):
    """A region that is not in the model; the message names it."""


@dataclass(frozen=True, eq=False)
class TradeModel:
    """N regions, S sectors and the balanced base they change from. Made by `TradeModel.from_tables`."""

    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    services: tuple[str, ...]
    base: Base
    inverse: Singles
    changes: tuple[str, ...] = ()  # what was changed to make the tables an exact base

    @classmethod
    def from_tables(cls, tables: EconomyTables, variant: Variant = CALIENDO_PARRO) -> "TradeModel":
        """Final demand below zero set to zero, then solved at the base tariffs and taken as the base."""
        base = base_of(tables, variant)
        model = model_on(base, tables.regions, tables.sectors, tables.services)
        return replace(model, changes=changes_made(tables, base))

    def solve(self, tariffs: Floats, export_taxes: Floats | None = None, icebergs: Floats | None = None) -> Equilibrium:
        """The equilibrium under each vector of rates, whatever others are in the call, bit for bit.

        tariffs: (N importer, N exporter, S) or (B, N, N, S) total ad-valorem rates, fractions of the border value.
        export_taxes: the exporter's, fractions of its net price; icebergs: added trade costs, fractions; same shape.
        Raises RateError, and NotSolvedError with the vector's index.
        """
        every = {"tariffs": tariffs, "export_taxes": export_taxes, "icebergs": icebergs}
        given = {name: self.checked(name, rates) for name, rates in every.items() if rates is not None}
        vectors = len(given["tariffs"])
        for name, rates in given.items():
            if len(rates) != vectors:
                raise RateError(f"{name}: needs as many vectors as tariffs ({vectors}), got {len(rates)}")
        return joined([self.solve_block(first, given) for first in range(0, vectors, BLOCK)])

    def after(self, tariffs: Floats) -> "TradeModel":
        """The same economy with the equilibrium under these tariffs (N, N, S) as its base. Raises as `solve` does."""
        rates = self.checked("tariffs", tariffs)
        costs = costs_of(self.base, lanes_last(rates[:1]))
        base = taken_as_base(self.base, costs, solve(self.base, costs, self.inverse, 1))
        return model_on(replace(base, tariffs=rates[0]), self.regions, self.sectors, self.services)

    def with_elasticities(self, factor: float) -> "TradeModel":
        """The same base, all trade elasticities times a factor."""
        base = replace(self.base, elasticities=self.base.elasticities * factor)
        return model_on(base, self.regions, self.sectors, self.services)

    def best_response(
        self,
        region: str,
        against: Sequence[str] | None = None,
        tariffs: Floats | None = None,
        by_sector: bool = False,
    ) -> Response:
        """The tariff on goods that gives a region most welfare: one rate, or one by sector.

        against: whose goods, by default everybody's; tariffs: (N, N, S) everything else, by default the base's.
        The rate takes the place of the one before. Raises RegionError and what `solve` does.
        """
        targets = [name for name in self.regions if name != region] if against is None else against
        answer = sectoral_response if by_sector else uniform_response
        start = self.base.tariffs if tariffs is None else self.checked("tariffs", tariffs)[0]
        return answer(self, self.place_of(region), [self.place_of(name) for name in targets], start)

    def nash(self, regions: Sequence[str], tariffs: Floats | None = None, by_sector: bool = False) -> Nash:
        """Tariffs of some regions on each other's goods, each the best response to the others'.

        tariffs: (N, N, S) of everybody else, by default the base's. Raises RegionError, NoNashError.
        """
        players = [self.place_of(name) for name in regions]
        if len(set(players)) < 2 or len(set(players)) < len(players):
            raise RegionError(f"nash: needs two regions or more, none twice, got {', '.join(regions) or 'none'}")
        start = self.base.tariffs if tariffs is None else self.checked("tariffs", tariffs)[0]
        return nash_tariffs(self, players, start, by_sector)

    def place_of(self, region: str) -> int:
        """Position of a region by its name."""
        if region not in self.regions:
            near = get_close_matches(region, self.regions, 1, 0.0)[0]
            raise RegionError(f"region {region!r}: must be one of {', '.join(self.regions)}; did you mean {near!r}?")
        return self.regions.index(region)

    def checked(self, name: str, rates: Floats) -> Floats:
        """Rates as (B, N, N, S), if the shape fits, every one is finite and above -1, and none is levied at home."""
        shape = self.base.tariffs.shape
        table = np.asarray(rates, dtype=np.float64)
        if table.shape[-3:] != shape or table.ndim not in (3, 4) or not table.size:
            raise RateError(f"{name}: shape {table.shape} where {shape}, or that with vectors in front, is needed")
        table = table.reshape(-1, *shape)
        wrong = ~(np.isfinite(table) & (table > -1.0))
        if not wrong.any():
            wrong = np.eye(len(self.regions), dtype=bool)[:, :, None] & (table != 0.0)
        if wrong.any():
            vector, n, i, s = (int(index) for index in np.argwhere(wrong)[0])
            place = f"vector {vector}, importer {self.regions[n]}, exporter {self.regions[i]}, sector {self.sectors[s]}"
            rule = "a region levies nothing on itself" if n == i else "must be a finite number above -1"
            raise RateError(f"{name}: {place}: {rule}, got {table[vector, n, i, s]:g}")
        return table

    def solve_block(self, first: int, given: dict[str, Floats]) -> Equilibrium:
        """The equilibria of one block of vectors, filled up to whole lanes; given: rates by name."""
        block = {name: rates[first : first + BLOCK] for name, rates in given.items()}
        costs = costs_of(self.base, **{name: lanes_last(rates) for name, rates in block.items()})
        try:
            values = solve(self.base, costs, self.inverse, len(block["tariffs"]))
        except NotSolvedError as failure:
            raise NotSolvedError(first + failure.vector, failure.residual) from None
        return measured(self.base, costs, values, len(block["tariffs"]))


def model_on(base: Base, regions: tuple[str, ...], sectors: tuple[str, ...], services: tuple[str, ...]) -> TradeModel:
    """The trade model on a base in equilibrium."""
    return TradeModel(regions, sectors, services, base, inverse_jacobian(base, base_costs(base, 1)))


def lanes_last(rates: Floats) -> Floats:
    """(B, N, N, S) as (N, N, S, B), B filled up to a multiple of LANES by repeating the last vector."""
    missing = -len(rates) % LANES
    filled = np.concatenate([rates, np.repeat(rates[-1:], missing, axis=0)]) if missing else rates
    return np.ascontiguousarray(np.moveaxis(filled, 0, -1))


def value_added(model: TradeModel) -> Floats:
    """(N, S) share of each sector in its region's value added, in the base."""
    return model.base.earned
