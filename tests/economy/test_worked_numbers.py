"""The default economy's worked numbers (docs/economy.md), and numbers a reader can redo by hand."""

import numpy as np
import pytest

from negotiation.economy import REGIONS, EconomyTables, TradeModel

USA, CAN = REGIONS.index("USA"), REGIONS.index("CAN")
ABROAD = (1.0 - np.eye(2))[:, :, None]  # trade between the twins


@pytest.mark.parametrize(
    ("us_rate", "us_energy", "canadian_rate", "expected"),
    [
        (0.25, 0.10, 0.00, (-1.53, 0.03, -1.64, -0.10)),
        (0.25, 0.10, 0.25, (-1.55, -0.07, -2.89, -0.19)),
        (0.00, 0.00, 0.25, (0.01, -0.10, -1.47, -0.11)),
    ],
)
def test_the_worked_numbers_of_the_default_economy(economy, on_goods, us_rate, us_energy, canadian_rate, expected):
    added = on_goods("USA", "CAN", us_rate, ENERGY=us_energy) + on_goods("CAN", "USA", canadian_rate)
    found = economy.solve(economy.base.tariffs + added)
    ours = [found.welfare[0, CAN], found.welfare[0, USA], found.real_income[0, CAN], found.real_income[0, USA]]
    assert ours == pytest.approx(expected, abs=0.01)


def test_a_ten_percent_canadian_energy_export_tax_raises_canadas_welfare_by_0_14(economy, on_goods):
    found = economy.solve(economy.base.tariffs, export_taxes=on_goods("USA", "CAN", 0.0, ENERGY=0.10))
    assert found.welfare[0, CAN] == pytest.approx(0.14, abs=0.02)


def test_unchanged_tariffs_change_nothing(economy):
    found = economy.solve(economy.base.tariffs)
    for name in ("welfare", "real_income", "prices", "border_prices", "revenue", "output", "jobs", "balance"):
        assert np.abs(getattr(found, name)).max() < 1e-10, name
    assert np.abs(found.sector_income).max() < 1e-10
    assert np.abs(found.trade - 1.0).max() < 1e-12


def test_the_end_of_trade_costs_what_the_home_share_says(twins):
    """Welfare of autarky = home share^(1/elasticity) = 0.8^(1/4), -5.43 %. Source: Arkolakis et al. (2012)."""
    found = twins.solve(twins.base.tariffs, icebergs=1e6 * ABROAD)
    assert found.welfare[0] == pytest.approx([-5.4258, -5.4258], abs=1e-4)


def test_a_fifth_of_spending_and_a_tenth_of_tariff_make_two_percent_at_the_border(twins):
    found = twins.solve(0.1 * ABROAD)
    assert found.border_prices[0] == pytest.approx([2.0, 2.0])


def test_with_half_the_cost_in_inputs_the_chain_doubles_the_border_price(twin_tables):
    """Each round passes half of 2 % on: 2 x (1 + 1/2 + 1/4 + ...) = 4 %."""
    half = {"value_added_shares": np.full((2, 1), 0.5), "input_shares": np.full((2, 1, 1), 0.5)}
    model = TradeModel.from_tables(EconomyTables(**{**twin_tables, **half}))
    found = model.solve(0.1 * ABROAD)
    assert found.border_prices[0] == pytest.approx([2.0, 2.0])
    assert found.chain_prices[0] == pytest.approx([4.0, 4.0])


def test_equal_tariffs_between_equals_shift_trade_by_the_elasticity(twins):
    """Wages stay equal, so the import share over the home share falls by 1.1^-4: 0.25 x 0.683 = 0.17075 to 1.

    Import share 0.17075 / 1.17075 = 0.14585 at consumer prices, so revenue is 0.14585 x 0.1 / 1.1 of spending, which is
    income = 100 + revenue: 100 x 0.013259 / (1 - 0.013259) = 1.3437 % of GDP.
    """
    found = twins.solve(0.1 * ABROAD)
    assert found.revenue[0] == pytest.approx([1.3437, 1.3437], abs=1e-4)


def test_an_export_tax_between_equals_is_kept_by_the_exporter(twins):
    """As above for the share; the tax is 0.1 / 1.1 of what each sells abroad, so each keeps 1.3437 % of GDP too."""
    found = twins.solve(twins.base.tariffs, export_taxes=0.1 * ABROAD)
    assert found.revenue[0] == pytest.approx([1.3437, 1.3437], abs=1e-4)
