"""What can be worked out on paper for any tariffs: laws of the trade model and its variants."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.economy import REGIONS, EconomyTables, TradeModel, Variant, default_tables
from negotiation.economy.costs import costs_of
from negotiation.economy.solver import solve
from negotiation.economy.trade_model import lanes_last
from negotiation.economy.unknowns import split

USA, CAN = REGIONS.index("USA"), REGIONS.index("CAN")
VARIANTS = {
    "balanced": Variant(balanced_trade=True),
    "no inputs": Variant(input_links=False),
    "sector wages": Variant(mobility=1.5),
    "labour supply": Variant(labour_supply=0.5),
    "tax cut": Variant(labour_supply=0.5, tax_cut_share=1.0),
    "scale": Variant(labour_supply=0.5, scale=0.1675),
    "entry": Variant(margins=(0.12,) * 11, tariff_powers=(1.15,) * 11),
}


@pytest.fixture(scope="module")
def variants() -> dict[str, TradeModel]:
    return {name: TradeModel.from_tables(default_tables(), variant) for name, variant in VARIANTS.items()}


def unequal_tables(elasticity: float, north_at_home: float) -> EconomyTables:
    """Two countries, one good, labour only, trade in balance: South sells 20 and keeps 180 of it."""
    return EconomyTables(
        flows=np.array([[[north_at_home], [20.0]], [[20.0], [180.0]]]),
        base_tariffs=np.zeros((2, 2, 1)),
        value_added_shares=np.ones((2, 1)),
        input_shares=np.zeros((2, 1, 1)),
        elasticities=np.array([elasticity]),
        regions=("North", "South"),
        sectors=("GOOD",),
        gdp=np.array([north_at_home + 20.0, 200.0]),
        services=(),
    )


@pytest.mark.parametrize("name", VARIANTS)
def test_unchanged_tariffs_change_nothing_in_any_variant(variants, name):
    model = variants[name]
    found = model.solve(model.base.tariffs)
    for quantity in ("welfare", "real_income", "prices", "revenue", "output", "jobs", "balance"):
        assert np.abs(getattr(found, quantity)).max() < 1e-10, quantity


@pytest.mark.parametrize("name", VARIANTS)
def test_a_foreign_tariff_hurts_in_any_variant(variants, on_goods, name):
    model = variants[name]
    found = model.solve(model.base.tariffs + on_goods("USA", "CAN", 0.25))
    assert found.real_income[0, CAN] < -1.0


def test_a_uniform_import_tariff_is_a_uniform_export_tax(variants):
    """Lerner symmetry, balanced trade, 11 regions, 13 sectors: US 20 % on all imports or on all exports."""
    model = variants["balanced"]
    rates = np.zeros_like(model.base.tariffs)
    rates[USA] = 0.2
    rates[USA, USA] = 0.0
    without = np.zeros_like(rates)
    free = TradeModel.from_tables(replace(default_tables(), base_tariffs=without), Variant(balanced_trade=True))
    tariff = free.solve(rates)
    export_tax = free.solve(without, export_taxes=np.swapaxes(rates, 0, 1))
    for quantity in ("welfare", "real_income", "output", "jobs", "sector_income"):
        assert np.abs(getattr(tariff, quantity) - getattr(export_tax, quantity)).max() < 1e-8, quantity


@pytest.mark.parametrize(("elasticity", "at_home"), [(4.0, 80.0), (2.5, 300.0), (8.0, 20.0)])
def test_the_best_tariff_is_one_over_what_foreigners_let_go(elasticity, at_home):
    """Optimal tariff 1/((σ-1) μ), σ - 1 = θ, μ South's share spent on its own good at border prices. Gros (1987)."""
    model = TradeModel.from_tables(unequal_tables(elasticity, at_home))
    best = model.best_response("North")
    flows = model.base.flows * best.equilibrium.trade[0]
    share_at_home = flows[1, 1, 0] / flows[1].sum()
    assert best.rates[0] == pytest.approx(1.0 / (elasticity * share_at_home), abs=1e-6)


def test_equals_that_tax_each_other_lose_the_triangle():
    """Wages stay equal, terms of trade still: loss = ½ σ m h t², σ = θ + 1, m and h what is bought abroad and here.

    ½ × 5 × 0.1 × 0.9 × 0.001² of income.
    """
    model = TradeModel.from_tables(unequal_tables(4.0, 180.0))
    rates = 0.001 * (1.0 - np.eye(2))[:, :, None]
    assert model.solve(rates).welfare[0] == pytest.approx(-100.0 * 0.5 * 5.0 * 0.1 * 0.9 * 0.001**2, rel=0.01)


def test_a_price_takers_loss_grows_with_the_square_of_its_tariff():
    """North is a millionth of South and sells a good for which the world has ready substitutes (elasticity 400).

    It cannot move its export price, so half the tariff costs a quarter.
    """
    flows = np.array([[[80.0, 80.0], [0.0, 20.0]], [[20.0, 0.0], [1e8, 1e8]]])
    tables = EconomyTables(
        flows=flows,
        base_tariffs=np.zeros((2, 2, 2)),
        value_added_shares=np.ones((2, 2)),
        input_shares=np.zeros((2, 2, 2)),
        elasticities=np.array([400.0, 4.0]),
        regions=("North", "South"),
        sectors=("SOLD", "BOUGHT"),
        gdp=np.array([180.0, 2e8]),
        services=(),
    )
    rates = np.zeros((2, 2, 2, 2))
    rates[:, 0, 1, 1] = (0.05, 0.10)
    loss = -TradeModel.from_tables(tables).solve(rates).welfare[:, 0]
    assert loss[1] / loss[0] == pytest.approx(4.0, rel=0.1)


def test_without_inputs_a_chain_adds_nothing(variants, on_goods):
    model = variants["no inputs"]
    found = model.solve(model.base.tariffs + on_goods("USA", "CAN", 0.25))
    assert found.chain_prices == pytest.approx(found.border_prices)


def test_balanced_trade_stays_balanced(variants, on_goods):
    model = variants["balanced"]
    assert np.abs(model.base.deficits).max() == 0.0
    trade = model.base.flows * model.solve(model.base.tariffs + on_goods("USA", "CAN", 0.25)).trade[0]
    assert np.abs(trade.sum(axis=(1, 2)) - trade.sum(axis=(0, 2))).max() < 1e-6 * trade.sum()


def test_perfect_mobility_is_the_limit_of_sector_wages(economy, on_goods):
    tariffs = economy.base.tariffs + on_goods("USA", "CAN", 0.25)
    nearly = TradeModel.from_tables(default_tables(), Variant(mobility=100.0)).solve(tariffs)
    assert nearly.welfare == pytest.approx(economy.solve(tariffs).welfare, abs=0.01)


def test_stuck_labour_moves_less_and_earns_less(variants, economy, on_goods):
    """US cars: with elasticity 1.5 fewer Canadian workers leave, and those who stay earn less."""
    model = variants["sector wages"]
    autos = model.sectors.index("AUTOS")
    tariffs = economy.base.tariffs + on_goods("USA", "CAN", 0.0, AUTOS=0.25)
    stuck, mobile = model.solve(tariffs), economy.solve(tariffs)
    assert mobile.jobs[0, CAN, autos] < stuck.jobs[0, CAN, autos] < 0.0
    moved = (model.base.earned[CAN] * stuck.jobs[0, CAN]).sum()
    assert moved == pytest.approx(0.0, abs=1e-8)


def test_labour_follows_the_real_wage_by_its_elasticity(variants, on_goods):
    """Labour supply 0.5: the log of labour is half that of the wage over prices."""
    model = variants["labour supply"]
    found = model.solve(model.base.tariffs + on_goods("USA", "CAN", 0.25))
    labour = 1.0 + (model.base.earned * found.jobs[0]).sum(axis=-1) / 100.0
    real_wage = (1.0 + found.real_income[0] / 100.0) / labour
    assert np.log(labour) == pytest.approx(0.5 * np.log(real_wage), abs=1e-9)


def test_a_tax_cut_makes_people_work_more_than_a_gift(variants, on_goods):
    rates = on_goods("USA", "CAN", 0.25)
    gift, cut = (variants[name].solve(variants[name].base.tariffs + rates) for name in ("labour supply", "tax cut"))
    assert (cut.jobs[0, USA] > gift.jobs[0, USA]).all()


def test_margins_make_a_tariff_fall_on_less(variants, economy, on_goods):
    """Part of every purchase is earned at home, so a foreign tariff costs the exporter less of its income."""
    rates = on_goods("USA", "CAN", 0.10)
    model = variants["entry"]
    ours, plain = model.solve(model.base.tariffs + rates), economy.solve(economy.base.tariffs + rates)
    assert ours.trade[0, USA, CAN].min() < plain.trade[0, USA, CAN].min()


def test_what_is_found_after_a_change_is_measured_from_there(economy, on_goods):
    """First 10 %, then 25 %: the two welfare factors multiply to that of 25 % at once."""
    first, second = (economy.base.tariffs + on_goods("USA", "CAN", rate) for rate in (0.10, 0.25))
    once = economy.solve(np.stack([first, second])).welfare[:, CAN]
    further = economy.after(first).solve(second).welfare[0, CAN]
    assert (1.0 + once[0] / 100.0) * (1.0 + further / 100.0) == pytest.approx(1.0 + once[1] / 100.0, abs=1e-10)


def test_money_adds_up_with_export_taxes_and_margins(variants, on_goods):
    """World income is value added and what is collected; what all earn is what all spend less taxes."""
    model = variants["entry"]
    costs = costs_of(model.base, lanes_last((model.base.tariffs + on_goods("USA", "CAN", 0.25))[None]))
    unknowns = split(np.ascontiguousarray(solve(model.base, costs, model.inverse, 1).T), model.base)
    income = np.exp(unknowns.log_wages[:, 0, 0]) * model.base.value_added
    assert income.sum() == pytest.approx(model.base.value_added.sum(), rel=1e-10)
