"""Which way each instrument pushes, and what must add up whatever the rates."""

import numpy as np
import pytest

from negotiation.economy import REGIONS, SECTORS
from negotiation.economy.costs import costs_of
from negotiation.economy.solver import solve, solve_safely
from negotiation.economy.trade_model import lanes_last

USA, CAN = REGIONS.index("USA"), REGIONS.index("CAN")
AUTOS, ENERGY = SECTORS.index("AUTOS"), SECTORS.index("ENERGY")


@pytest.fixture(scope="module")
def auto_tariff(economy, on_goods):
    """US 25 % on Canadian cars."""
    return economy.solve(economy.base.tariffs + on_goods("USA", "CAN", 0.0, AUTOS=0.25))


def test_a_foreign_tariff_never_raises_real_income(economy, on_goods):
    rates = np.stack([on_goods("USA", "CAN", rate) for rate in (0.0, 0.05, 0.25, 1.0, 3.0)])
    real_income = economy.solve(economy.base.tariffs + rates).real_income[:, CAN]
    assert (np.diff(real_income) < 0.0).all()


def test_a_tariff_cuts_the_trade_it_falls_on(auto_tariff):
    assert auto_tariff.trade[0, USA, CAN, AUTOS] < 0.5


def test_a_tariff_moves_jobs_and_output_to_the_protected(auto_tariff):
    assert auto_tariff.jobs[0, USA, AUTOS] > 0.0 > auto_tariff.jobs[0, CAN, AUTOS]
    assert auto_tariff.output[0, USA, AUTOS] > 0.0 > auto_tariff.output[0, CAN, AUTOS]
    assert auto_tariff.sector_income[0, CAN, AUTOS] < 0.0


def test_a_tariff_raises_revenue_and_border_prices_of_its_owner_only(auto_tariff):
    assert auto_tariff.revenue[0, USA] > 0.0
    assert auto_tariff.border_prices[0, USA] > 0.0
    assert auto_tariff.border_prices[0, CAN] == 0.0


def test_dearer_inputs_travel_along_the_chain(auto_tariff):
    assert (auto_tariff.chain_prices > auto_tariff.border_prices).all()


def test_a_tariff_improves_the_balance_with_its_target(auto_tariff):
    assert auto_tariff.balance[0, USA, CAN] > 0.0 > auto_tariff.balance[0, CAN, USA]


def test_an_export_tax_falls_on_the_buyer_and_pays_the_seller(economy, on_goods):
    found = economy.solve(economy.base.tariffs, export_taxes=on_goods("USA", "CAN", 0.0, ENERGY=0.25))
    assert found.welfare[0, USA] < 0.0
    assert found.chain_prices[0, USA] > 0.0
    assert found.revenue[0, CAN] > 0.0
    assert found.output[0, CAN, ENERGY] < 0.0


def test_an_added_trade_cost_hurts_both_sides_and_pays_nobody(economy, on_goods):
    found = economy.solve(economy.base.tariffs, icebergs=on_goods("USA", "CAN", 0.05))
    assert found.welfare[0, USA] < 0.0
    assert found.welfare[0, CAN] < 0.0


def test_a_third_country_gains_from_others_tariffs(economy, on_goods):
    found = economy.solve(economy.base.tariffs + on_goods("USA", "CAN", 0.25))
    assert found.welfare[0, REGIONS.index("MEX")] > 0.0


def test_labour_only_moves_between_sectors(economy, auto_tariff):
    base = economy.base
    jobs = base.value_added_shares * base.sales
    change = (jobs * auto_tariff.jobs[0]).sum(axis=-1) / jobs.sum(axis=-1)
    assert np.abs(change).max() < 1e-8


def test_bilateral_balances_mirror_each_other_and_deficits_stay(economy, auto_tariff):
    money = auto_tariff.balance[0] * economy.base.gdp[:, None] / 100.0
    assert np.abs(money + money.T).max() < 1e-6 * economy.base.gdp.max()
    assert np.abs(money.sum(axis=-1) / economy.base.gdp).max() < 1e-9


def test_a_uniform_export_tax_is_a_uniform_tariff(twins):
    """Lerner symmetry, balanced trade: one country's 20 % on all imports or on all exports give the same welfare."""
    rates = np.zeros((2, 2, 1))
    rates[0, 1] = 0.2
    tariff = twins.solve(rates)
    export_tax = twins.solve(np.zeros((2, 2, 1)), export_taxes=np.swapaxes(rates, 0, 1))
    assert tariff.welfare == pytest.approx(export_tax.welfare, abs=1e-8)


def test_the_safe_method_finds_the_same_equilibrium(economy, on_goods):
    tariffs = economy.base.tariffs + on_goods("USA", "CAN", 0.25) + on_goods("CAN", "USA", 0.25)
    costs = costs_of(economy.base, lanes_last(tariffs[None]))
    fast = solve(economy.base, costs, economy.inverse, 1)[0]
    safe = solve_safely(economy.base, costs, np.array([0]))[0]
    assert np.abs(fast - safe).max() < 1e-8


def test_three_hundred_percent_on_everything_is_solved(economy):
    abroad = 1.0 - np.eye(len(REGIONS))[:, :, None]
    found = economy.solve(economy.base.tariffs + 3.0 * abroad)
    assert (found.real_income < 0.0).all()
