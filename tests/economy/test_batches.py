"""An equilibrium is the same, bit for bit, whatever it is solved with."""

from dataclasses import fields

import numpy as np
import pytest

from negotiation.economy import REGIONS, SECTORS, Equilibrium
from negotiation.economy.trade_model import BLOCK

VECTORS = BLOCK + 13
CHINA = REGIONS.index("CHN")


@pytest.fixture(scope="module")
def rates(economy):
    """Random tariffs and export taxes; one vector changes nothing, one needs the safe method: the batch is uneven."""
    draws = np.random.default_rng(7)
    abroad = 1.0 - np.eye(len(REGIONS))[:, :, None]
    shape = (VECTORS, *economy.base.tariffs.shape)
    tariffs = economy.base.tariffs + abroad * draws.choice([0.0, 0.0, 0.0, 0.1, 0.25], shape)
    taxes = abroad * draws.choice([0.0, 0.0, 0.0, 0.1], shape)
    tariffs[3], taxes[3] = economy.base.tariffs, 0.0
    tariffs[5], taxes[5] = economy.base.tariffs, 0.0
    tariffs[5, :, CHINA] += 3.0 * abroad[:, CHINA]
    return tariffs, taxes


@pytest.fixture(scope="module")
def together(economy, rates):
    return economy.solve(*rates)


@pytest.mark.parametrize("first", [0, 3, 4, 5, BLOCK, VECTORS - 1])
@pytest.mark.parametrize("size", [1, 2, 9])
def test_batch_size_and_neighbours_change_no_bit(economy, rates, together, first, size):
    tariffs, taxes = rates
    alone = economy.solve(tariffs[first : first + size], taxes[first : first + size])
    for field in fields(Equilibrium):
        ours, theirs = getattr(alone, field.name), getattr(together, field.name)[first : first + size]
        assert ours.tobytes() == theirs.tobytes(), field.name


def test_a_batch_without_export_taxes_equals_one_with_zeros(economy, rates):
    tariffs = rates[0][:4]
    without, zeros = economy.solve(tariffs), economy.solve(tariffs, np.zeros_like(tariffs), np.zeros_like(tariffs))
    for field in fields(Equilibrium):
        assert getattr(without, field.name).tobytes() == getattr(zeros, field.name).tobytes(), field.name


def test_results_have_the_shapes_they_promise(together):
    n, s = len(REGIONS), len(SECTORS)
    assert together.welfare.shape == together.border_prices.shape == (VECTORS, n)
    assert together.jobs.shape == together.output.shape == together.sector_income.shape == (VECTORS, n, s)
    assert together.trade.shape == (VECTORS, n, n, s)
    assert together.balance.shape == (VECTORS, n, n)
