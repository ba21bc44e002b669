"""The default economy, rates on its goods, and an economy small enough to solve on paper."""

from collections.abc import Callable

import numpy as np
import pytest

from negotiation.economy import REGIONS, SECTORS, SERVICES, EconomyTables, TradeModel, default_economy


@pytest.fixture(scope="session")
def economy() -> TradeModel:
    return default_economy()


@pytest.fixture(scope="session")
def on_goods() -> Callable[..., np.ndarray]:
    """on_goods(importer, exporter, rate, SECTOR=rate, ...): (N, N, S) fractions on goods, 0 elsewhere."""

    def rates(importer: str, exporter: str, rate: float, **sectors: float) -> np.ndarray:
        added = np.zeros((len(REGIONS), len(REGIONS), len(SECTORS)))
        goods = [0.0 if sector in SERVICES else sectors.get(sector, rate) for sector in SECTORS]
        added[REGIONS.index(importer), REGIONS.index(exporter)] = goods
        return added

    return rates


@pytest.fixture
def twin_tables() -> dict[str, object]:
    """Two equal countries, one good, labour only, elasticity 4: each spends 100, four fifths of it at home."""
    return {
        "flows": np.array([[[80.0], [20.0]], [[20.0], [80.0]]]),
        "base_tariffs": np.zeros((2, 2, 1)),
        "value_added_shares": np.ones((2, 1)),
        "input_shares": np.zeros((2, 1, 1)),
        "elasticities": np.array([4.0]),
        "regions": ("North", "South"),
        "sectors": ("GOOD",),
        "gdp": np.array([100.0, 100.0]),
        "services": (),
    }


@pytest.fixture
def twins(twin_tables) -> TradeModel:
    return TradeModel.from_tables(EconomyTables(**twin_tables))
