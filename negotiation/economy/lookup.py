"""Every combination of a rate grid solved once, exactly, and looked up by its code."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from negotiation.economy.cache import Arrays, Content, content_key, store, stored
from negotiation.economy.economy_tables import Floats
from negotiation.economy.rates import Codes, RateGrid
from negotiation.economy.solver import NotSolvedError
from negotiation.economy.trade_model import TradeModel

PROBES = 16  # combinations solved to name a table by: two registers of lanes, 10 ms
CHUNK = 256  # combinations solved between two reports of progress, and sent to a worker at a time

Progress = Callable[[int, int], None]
RateVectors = tuple[Floats, Floats | None, Floats | None]  # tariffs, export taxes, icebergs


@dataclass(frozen=True, eq=False)
class EquilibriumTable:
    """Equilibria by code: P combinations, N regions, F regions in focus, S sectors. Percent changes unless said.

    welfare, real_income, prices, border_prices, chain_prices, revenue: (P, N);
    output, jobs, sector_income: (P, F, S);
    balance: (P, F, F) as in Equilibrium. effective_rate: (P, F importer, F exporter) tariff added on goods, percent,
    weighted with base trade; export_rate: the same of export taxes and icebergs on what it buys.
    """

    welfare: Floats
    real_income: Floats
    prices: Floats
    border_prices: Floats
    chain_prices: Floats
    revenue: Floats
    output: Floats
    jobs: Floats
    sector_income: Floats
    balance: Floats
    effective_rate: Floats
    export_rate: Floats


REGIONAL = ("welfare", "real_income", "prices", "border_prices", "chain_prices", "revenue")
SECTORAL = ("output", "jobs", "sector_income")
BILATERAL = ("balance", "effective_rate", "export_rate")


def solve_grid(
    model: TradeModel,
    grid: RateGrid,
    focus: tuple[int, ...],
    cache: Path | None,
    workers: int = 1,
    progress: Progress | None = None,
) -> EquilibriumTable:
    """Solve every combination, or read them from the cache directory where they have been solved before.

    focus: positions of the regions described in detail. cache: a directory, or None to keep nothing.
    progress: called with combinations done and in all. Workers change no bit; they are fresh
    processes, so a script asks for them under `if __name__ == "__main__":`. Raises NotSolvedError, its
    vector the code.
    """
    path = cache / f"equilibria-{table_key(model, grid, focus)}.npz" if cache else None
    arrays = stored(path, table_shapes(model, grid, focus)) if path else None
    if arrays is None:
        arrays = solved(model, grid, focus, workers, progress or ignore)
        if path:
            store(path, arrays)
    for array in arrays.values():
        array.setflags(write=False)
    return EquilibriumTable(**arrays)


def ignore(done: int, total: int) -> None:
    """No report of progress."""


def table_key(model: TradeModel, grid: RateGrid, focus: tuple[int, ...]) -> str:
    """Names the table by everything it depends on, and by some of its results, solved now.

    So a change of code or processor that moves a result changes the name, and one that moves none keeps the table.
    """
    codes: Codes = np.unique(np.linspace(0, grid.size - 1, PROBES).astype(np.int64))
    results = described(model, grid, focus, codes).values()
    return content_key(*given(model, grid, focus), *results)


def given_key(model: TradeModel, grid: RateGrid, focus: tuple[int, ...]) -> str:
    """Names everything a table depends on but the program and the processor."""
    return content_key(*given(model, grid, focus))


def given(model: TradeModel, grid: RateGrid, focus: tuple[int, ...]) -> list[Content]:
    """Everything a table is solved from."""
    base = [getattr(model.base, field.name) for field in fields(model.base)]
    numbers = [value if isinstance(value, np.ndarray) else repr(value) for value in base]
    return [repr(grid), repr(focus), model.regions, model.sectors, model.services, *numbers]


def table_shapes(model: TradeModel, grid: RateGrid, focus: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """The shape of every array of the table."""
    return shapes_of(model, grid.size, focus)


def shapes_of(model: TradeModel, combinations: int, focus: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """The shape of every array of a table with so many rows."""
    regions, sectors, seen = len(model.regions), len(model.sectors), len(focus)
    shapes: dict[str, tuple[int, ...]] = dict.fromkeys(REGIONAL, (combinations, regions))
    shapes |= dict.fromkeys(SECTORAL, (combinations, seen, sectors))
    return shapes | dict.fromkeys(BILATERAL, (combinations, seen, seen))


def solved(model: TradeModel, grid: RateGrid, focus: tuple[int, ...], workers: int, progress: Progress) -> Arrays:
    """All combinations, chunk by chunk."""
    arrays: Arrays = {name: np.empty(shape) for name, shape in table_shapes(model, grid, focus).items()}
    chunks = [range(first, min(first + CHUNK, grid.size)) for first in range(0, grid.size, CHUNK)]
    progress(0, grid.size)
    for chunk, part in zip(chunks, parts(partial(solve_chunk, model, grid, focus), chunks, workers), strict=True):
        for name, values in part.items():
            arrays[name][chunk.start : chunk.stop] = values
        progress(chunk.stop, grid.size)
    return arrays


def parts(task: Callable[[range], Arrays], chunks: list[range], workers: int) -> Iterator[Arrays]:
    """The chunks in order, here or by worker processes."""
    if workers <= 1 or len(chunks) == 1:
        yield from map(task, chunks)
        return
    with ProcessPoolExecutor(min(workers, len(chunks)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(task, chunks)


def solve_chunk(model: TradeModel, grid: RateGrid, focus: tuple[int, ...], chunk: range) -> Arrays:
    """The combinations of a range of codes."""
    return described(model, grid, focus, np.arange(chunk.start, chunk.stop))


def described(model: TradeModel, grid: RateGrid, focus: tuple[int, ...], codes: Codes) -> Arrays:
    """The combinations of some codes (P,), as the table's arrays. Raises NotSolvedError, its vector the code."""
    tariffs, export_taxes, icebergs = grid.rates(codes)
    taxes = export_taxes if grid.has("export tax") else None
    added = icebergs if grid.has("iceberg") else None
    try:
        return described_rates(model, focus, (tariffs, taxes, added))
    except NotSolvedError as failure:
        raise NotSolvedError(int(codes[failure.vector]), failure.residual) from None


def described_rates(model: TradeModel, focus: tuple[int, ...], rates: RateVectors) -> Arrays:
    """The equilibria under vectors of rates, as a table's arrays. Raises NotSolvedError."""
    tariffs, taxes, added = rates
    equilibrium = model.solve(model.base.tariffs + tariffs, taxes, added)
    arrays: Arrays = {name: getattr(equilibrium, name) for name in REGIONAL}
    arrays |= {name: getattr(equilibrium, name)[:, list(focus)] for name in SECTORAL}
    arrays["balance"] = equilibrium.balance[:, np.array(focus)[:, None], list(focus)]
    arrays["effective_rate"] = average_rate(model, tariffs, focus)
    exports = sum((given for given in (taxes, added) if given is not None), np.zeros_like(tariffs))
    arrays["export_rate"] = average_rate(model, exports, focus)
    return arrays


def solve_rates(
    model: TradeModel, focus: tuple[int, ...], rates: RateVectors, cache: Path | None
) -> EquilibriumTable:
    """Any vectors of rates, solved, or read from the cache directory where they have been solved before.

    rates: tariffs added to the base, export taxes, icebergs, each (B, N, N, S) fractions, the last two None for none.
    The rows of the table are theirs. Raises NotSolvedError.
    """
    base = [getattr(model.base, field.name) for field in fields(model.base)]
    given = [value if isinstance(value, np.ndarray) else repr(value) for value in (*base, *rates)]
    key = content_key("rates", repr(focus), *given, *first_of(model, focus, rates).values())
    path, vectors = cache / f"equilibria-{key}.npz" if cache else None, len(rates[0])
    shapes = shapes_of(model, vectors, focus)
    arrays = stored(path, shapes) if path else None
    if arrays is None:
        arrays = described_rates(model, focus, rates)
        if path:
            store(path, arrays)
    return EquilibriumTable(**arrays)


def first_of(model: TradeModel, focus: tuple[int, ...], rates: RateVectors) -> Arrays:
    """Some of the results, solved now, that name a table by the code that made it."""
    tariffs, taxes, added = rates
    last = slice(-1, None)
    return described_rates(
        model, focus, (tariffs[last], None if taxes is None else taxes[last], None if added is None else added[last])
    )


def average_rate(model: TradeModel, rates: Floats, focus: tuple[int, ...]) -> Floats:
    """(B, F importer, F exporter) rates on goods (B, N, N, S) weighted with base trade, percent; 0 without trade."""
    goods = [s for s, sector in enumerate(model.sectors) if sector not in model.services]
    place = np.ix_(focus, focus, goods)
    trade = np.ascontiguousarray(model.base.flows[place])
    total = trade.sum(axis=-1, keepdims=True)
    weights = trade / np.where(total > 0.0, total, 1.0)
    seen = np.ascontiguousarray(rates[:, place[0], place[1], place[2]])
    return np.asarray((100.0 * weights * seen).sum(axis=-1))
