"""The trade model's figures of speed, one core."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

ROUNDS = 3
LONE_ROUNDS = 30  # so short that only the least disturbed says anything
BATCH = 512
SCENARIO = "us-canada-briefing"

Rows = list[tuple[str, str]]


def figures() -> Rows:
    """Every figure: name and number."""
    return [*equilibria(), *large(), *lookup(), *responses()]


def equilibria() -> Rows:
    """The default economy, in a batch and alone."""
    from negotiation.economy import TradeModel, default_economy, default_tables

    model = default_economy()
    base = model.base.tariffs
    rates = np.broadcast_to(base, (BATCH, *base.shape)).copy()
    rates[:, 0, 1, :12] += np.linspace(0.0, 0.5, BATCH)[:, None]
    model.solve(rates[:64])
    batch = median(seconds(lambda: model.solve(rates)) for _ in range(ROUNDS)) / BATCH
    alone = min(seconds(lambda: model.solve(rates[300])) for _ in range(LONE_ROUNDS))
    built = median(seconds(lambda: TradeModel.from_tables(default_tables())) for _ in range(ROUNDS))
    text = f"{batch * 1e3:.2f} ms in a batch, {alone * 1e3:.1f} ms alone; model built in {built:.2f} s"
    return [("trade model, 11 x 13, residual below 1e-11", text)]


def large() -> Rows:
    """194 regions and one sector, made up: every variant of Ignatenko et al. (2025) at once."""
    from negotiation.economy import EconomyTables, TradeModel, Variant

    draws, count = np.random.default_rng(1), 194
    flows = draws.lognormal(0.0, 2.0, (count, count, 1))
    flows = 0.5 * (flows + flows.transpose(1, 0, 2)) + np.eye(count)[:, :, None] * flows.sum(axis=1, keepdims=True)
    tables = EconomyTables(
        flows=flows,
        base_tariffs=np.zeros_like(flows),
        value_added_shares=np.ones((count, 1)),
        input_shares=np.zeros((count, 1, 1)),
        elasticities=np.array([4.0]),
        regions=tuple(f"R{place}" for place in range(count)),
        sectors=("ALL",),
        gdp=flows.sum(axis=(0, 2)),
        services=(),
    )
    variant = Variant(
        labour_supply=0.5, scale=0.1675, tax_cut_share=1.0, margins=(0.12,) * count, tariff_powers=(1.15,) * count
    )
    built = seconds(lambda: TradeModel.from_tables(tables, variant))
    model = TradeModel.from_tables(tables, variant)
    rates = np.zeros_like(flows)
    rates[0, 1:] = 0.2
    solved = median(seconds(lambda: model.solve(rates)) for _ in range(ROUNDS))
    return [("trade model, 194 x 1, labour, entry, margins", f"{solved:.2f} s alone; built in {built:.2f} s")]


def lookup() -> Rows:
    """All combinations of the shipped scenario's rates."""
    from negotiation.dispute.lattice import rate_grid
    from negotiation.economy import default_economy, solve_grid
    from negotiation.scenario import read_scenario

    model, grid = default_economy(), rate_grid(read_scenario(SCENARIO))
    with tempfile.TemporaryDirectory() as folder:
        first = wall(lambda: solve_grid(model, grid, (0, 1), Path(folder)))
        again = wall(lambda: solve_grid(model, grid, (0, 1), Path(folder)))
    return [(f"all {grid.size:,} combinations of {SCENARIO}", f"{first:.1f} s solved, {again:.2f} s from the cache")]


def responses() -> Rows:
    """Tariffs that are best, uniform."""
    from negotiation.economy import default_economy

    model = default_economy()
    model.best_response("USA", ["CAN"])
    best = median(seconds(lambda: model.best_response("USA", ["CAN"])) for _ in range(ROUNDS))
    nash = median(seconds(lambda: model.nash(["USA", "CAN"])) for _ in range(ROUNDS))
    return [("best tariff, and Nash tariffs of two", f"{best:.2f} s, {nash:.2f} s")]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of a piece of work."""
    start = process_time()
    work()
    return process_time() - start


def wall(work: Callable[[], object]) -> float:
    """Wall seconds of a piece of work."""
    start = perf_counter()
    work()
    return perf_counter() - start
