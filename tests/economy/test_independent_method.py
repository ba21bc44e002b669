"""The fast and the safe method agree on random economies: neither shares the other's steps."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.economy import EconomyTables, TradeModel, Variant
from negotiation.economy.costs import costs_of
from negotiation.economy.solver import follow_broyden, solve_safely, starting_values
from negotiation.economy.trade_model import lanes_last

VARIANTS = (
    Variant(),
    Variant(input_links=False),
    Variant(balanced_trade=True),
    Variant(mobility=2.5),
    Variant(labour_supply=0.5, tax_cut_share=0.5),
)


def random_tables(seed: int, regions: int, sectors: int) -> EconomyTables:
    """An economy that trades, with most sales at home and no large deficit."""
    draws = np.random.default_rng(seed)
    flows = draws.uniform(0.5, 3.0, (regions, regions, sectors))
    flows += 20.0 * np.eye(regions)[:, :, None]
    tariffs = draws.uniform(0.0, 0.1, flows.shape) * (1.0 - np.eye(regions))[:, :, None]
    labour = draws.uniform(0.4, 0.8, (regions, sectors))
    inputs = draws.dirichlet(np.ones(sectors), (regions, sectors)).transpose(0, 2, 1) * (1.0 - labour)[:, None]
    return EconomyTables(
        flows=flows,
        base_tariffs=tariffs,
        value_added_shares=labour,
        input_shares=inputs,
        elasticities=draws.uniform(2.0, 8.0, sectors),
        regions=tuple(f"R{place}" for place in range(regions)),
        sectors=tuple(f"S{place}" for place in range(sectors)),
        gdp=(labour * flows.sum(axis=0)).sum(axis=1),
        services=(),
    )


@given(
    seed=st.integers(0, 2**32 - 1),
    regions=st.integers(2, 4),
    sectors=st.integers(1, 3),
    variant=st.sampled_from(VARIANTS),
    highest=st.floats(0.0, 0.6),
)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_the_two_methods_agree_on_random_economies(seed, regions, sectors, variant, highest):
    model = TradeModel.from_tables(random_tables(seed, regions, sectors), variant)
    base = model.base
    rates = np.random.default_rng(seed + 1).uniform(0.0, highest, base.tariffs.shape)
    tariffs = base.tariffs + rates * (1.0 - np.eye(regions))[:, :, None]
    costs = costs_of(base, lanes_last(tariffs[None]))
    fast = starting_values(base, costs.weights.shape[-1])
    assert not follow_broyden(fast, np.arange(len(fast)) < 1, base, costs, model.inverse).any()
    safe = solve_safely(base, costs, np.array([0]))
    assert np.abs(fast[0] - safe[0]).max() < 1e-8
