"""What is wrong is said in one line that names the cell."""

import numpy as np
import pytest

from negotiation.economy import EconomyTables, NotSolvedError, RateError, TableError, TradeModel


def changed(tables, name, cell, value):
    """The tables with one cell changed."""
    table = tables[name].copy()
    table[cell] = value
    return {**tables, name: table}


@pytest.mark.parametrize(
    ("name", "cell", "value", "message"),
    [
        ("flows", (0, 1, 0), -3.0, r"flows: importer North, exporter South, sector GOOD: must not be negative, got -3"),
        ("flows", (1, 1, 0), np.nan, r"flows: importer South, exporter South, sector GOOD: must be a finite number"),
        ("base_tariffs", (0, 0, 0), 0.1, r"base_tariffs: region North, sector GOOD: a region has no tariff on its own"),
        ("value_added_shares", (1, 0), 1.2, r"value_added_shares: region South, sector GOOD: must not be above 1"),
        ("input_shares", (0, 0, 0), 0.3, r"input_shares: region North, sector GOOD: .* must sum to 1, got 1.3"),
        ("elasticities", (0,), 0.0, r"elasticities: sector GOOD: must be above zero, got 0"),
        ("gdp", (1,), 0.0, r"gdp: region South: must be above zero"),
    ],
)
def test_a_bad_cell_is_named(twin_tables, name, cell, value, message):
    with pytest.raises(TableError, match=message):
        EconomyTables(**changed(twin_tables, name, cell, value))


def test_a_missing_region_is_a_wrong_shape(twin_tables):
    with pytest.raises(TableError, match=r"flows: shape \(1, 2, 1\) where \(2, 2, 1\) is needed"):
        EconomyTables(**{**twin_tables, "flows": twin_tables["flows"][:1]})


def test_a_name_given_twice_is_refused(twin_tables):
    with pytest.raises(TableError, match="regions: 'North' must be named once, got 2 times"):
        EconomyTables(**{**twin_tables, "regions": ("North", "North")})


def test_a_region_that_consumes_nothing_is_refused(twin_tables):
    """North makes 1000, needs 900 of it as inputs, but buys only 120."""
    flows = np.array([[[100.0], [20.0]], [[900.0], [80.0]]])
    half = {"value_added_shares": np.full((2, 1), 0.1), "input_shares": np.full((2, 1, 1), 0.9)}
    tables = EconomyTables(**{**twin_tables, **half, "flows": flows})
    with pytest.raises(TableError, match="flows: region North: must leave something for final demand"):
        TradeModel.from_tables(tables)


def test_rates_of_another_shape_are_refused(twins):
    with pytest.raises(RateError, match=r"tariffs: shape \(3, 3, 1\) where \(2, 2, 1\)"):
        twins.solve(np.zeros((3, 3, 1)))


def test_a_bad_rate_is_named_with_its_vector(twins):
    rates = np.zeros((2, 2, 2, 1))
    rates[1, 0, 1, 0] = np.nan
    with pytest.raises(RateError, match="tariffs: vector 1, importer North, exporter South, sector GOOD: must be"):
        twins.solve(rates)


def test_a_rate_on_oneself_is_refused(twins):
    rates = np.zeros((2, 2, 1))
    rates[0, 0] = 0.1
    with pytest.raises(RateError, match=r"importer North, exporter North, .*: a region levies nothing on itself"):
        twins.solve(np.zeros((2, 2, 1)), icebergs=rates)


def test_as_many_export_taxes_as_tariffs(twins):
    with pytest.raises(RateError, match=r"export_taxes: needs as many vectors as tariffs \(3\), got 2"):
        twins.solve(np.zeros((3, 2, 2, 1)), np.zeros((2, 2, 2, 1)))


def test_an_unsolved_vector_is_named_by_its_index(twins, monkeypatch):
    monkeypatch.setattr("negotiation.economy.solver.BROYDEN_STEPS", 0)
    monkeypatch.setattr("negotiation.economy.solver.DAMPED_STEPS", 2)
    rates = np.zeros((70, 2, 2, 1))
    rates[67, 0, 1] = 0.25
    with pytest.raises(NotSolvedError, match="vector 67: no equilibrium found, largest residual"):
        twins.solve(rates)
