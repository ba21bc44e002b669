"""What other models say of the tariffs of 2025, beside our default economy: nothing is tuned to them."""

from collections.abc import Callable
from functools import cache

import numpy as np

from negotiation.economy.calibration import REGIONS, SECTORS, SERVICES, default_economy
from negotiation.economy.economy_tables import Floats
from negotiation.economy.equilibrium import Equilibrium
from negotiation.economy.trade_model import TradeModel

USA, CAN, MEX, CHN = (REGIONS.index(name) for name in ("USA", "CAN", "MEX", "CHN"))
NO_FACTORIES = ("AGRI", "ENERGY", "MINING", *SERVICES)
ALL_IMPORTS = [place for place, name in enumerate(REGIONS) if name != "USA"]


def added(importer: int, exporters: list[int], rate: float, **sectors: float) -> Floats:
    """(N, N, S) rates that a region adds on others' goods, some sectors apart."""
    goods = [0.0 if sector in SERVICES else sectors.get(sector, rate) for sector in SECTORS]
    rates = np.zeros((len(REGIONS), len(REGIONS), len(SECTORS)))
    rates[importer, exporters] = goods
    return rates


def february_2025() -> Equilibrium:
    """US 25 % on Canada and Mexico, 10 % on energy, and 10 % on China."""
    model = default_economy()
    rates = added(USA, [CAN, MEX], 0.25, ENERGY=0.10) + added(USA, [CHN], 0.10)
    return model.solve(model.base.tariffs + rates)


def on_north_america(retaliating: bool, rate: float = 0.25) -> Equilibrium:
    """US tariffs on Canada and Mexico, and the same back if they retaliate."""
    model = default_economy()
    rates = added(USA, [CAN, MEX], rate)
    return model.solve(model.base.tariffs + rates + (np.swapaxes(rates, 0, 1) if retaliating else 0.0))


def between(our_rate: float, their_rate: float) -> Equilibrium:
    """Rates of the US on Canada and of Canada on the US."""
    model = default_economy()
    return model.solve(model.base.tariffs + added(USA, [CAN], our_rate) + added(CAN, [USA], their_rate))


def ten_percent_on_all() -> Equilibrium:
    """US 10 % on every import."""
    model = default_economy()
    return model.solve(model.base.tariffs + added(USA, ALL_IMPORTS, 0.10))


def real_exports(model: TradeModel, found: Equilibrium) -> Floats:
    """(N,) change of the volume of exports at base prices, services included, percent; no export taxes."""
    before = model.base.flows * (1.0 - np.eye(len(model.regions))[:, :, None])
    volume = before * found.trade[0] / (1.0 + found.costs[0] / 100.0)
    return np.asarray(100.0 * (volume.sum(axis=(0, 2)) / before.sum(axis=(0, 2)) - 1.0))


def factory_output(model: TradeModel, found: Equilibrium) -> Floats:
    """(N,) change of the volume of manufacturing value added at base prices, percent; food and wood are factories."""
    factories = [place for place, sector in enumerate(SECTORS) if sector not in NO_FACTORIES]
    weights = (model.base.value_added_shares * model.base.sales)[:, factories]
    return np.asarray((weights * found.output[0][:, factories]).sum(axis=-1) / weights.sum(axis=-1))


def february_figures() -> dict[tuple[str, str], float]:
    """The ifo institute's exercise by variable and region, percent."""
    model, found = default_economy(), february_2025()
    by_variable = {
        "total exports, real": real_exports(model, found),
        "manufacturing value added": factory_output(model, found),
    }
    return {
        (name, region): float(value)
        for name, values in by_variable.items()
        for region, value in zip(REGIONS, values, strict=True)
    }


def optimal_average() -> float:
    """The mean of the best tariffs of each region on everybody, percent."""
    model = default_economy()
    return float(np.mean([100.0 * model.best_response(region).rates[0] for region in REGIONS]))


@cache
def war_average() -> tuple[float, float]:
    """The mean Nash tariff of all regions on all others, and the mean change of welfare, percent."""
    found = default_economy().nash(REGIONS)
    return float(100.0 * found.rates[:, 0].mean()), float(found.equilibrium.welfare[0].mean())


SHORT_RUN = "short run: unemployment, confidence, investment and the exchange rate move; here labour finds other work"

# Case: ours, and why the two differ.
CONTEXT: dict[str, tuple[Callable[[], float], str]] = {
    "gs25": (lambda: float(between(0.25, 0.0).real_income[0, CAN]), SHORT_RUN),
    "steinberg": (
        lambda: float(between(0.25, 0.25).real_income[0, CAN]),
        "transition with investment; ours is the long run, energy at the full rate",
    ),
    "tbl_us": (
        lambda: float(february_2025().chain_prices[0, USA]),
        "ours is full pass-through at old quantities, inputs included, with technology of 2011",
    ),
    "brook": (lambda: float(on_north_america(True).real_income[0, USA]), "growth over years of a recursive model"),
    "scotia": (lambda: float(between(0.25, 0.25).real_income[0, CAN]), SHORT_RUN),
    "ossa_opt": (optimal_average, "increasing returns and profits to shift; here elasticities of 4 to 5, no profits"),
    "ossa_nash": (lambda: war_average()[0], "increasing returns and profits to shift"),
    "ossa_loss": (lambda: war_average()[1], "increasing returns and profits to shift"),
}
NOT_RUN = "not run: the tariffs of 2018 are not among the data"
