"""An economy read from a folder of tidy tables, one row a cell, laid out as those shipped (tables/README.md)."""

import csv
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from statistics import median

import numpy as np

from negotiation.economy.economy_tables import EconomyTables, Floats, TableError

Row = dict[str, str]


def read_tables(folder: Path, services: Sequence[str] = ()) -> EconomyTables:
    """The economy in flows.csv, value_added_shares.csv, input_shares.csv, elasticities.csv and gdp.csv.

    gdp.csv names the regions and elasticities.csv the sectors, both in their order; of several elasticities the median
    counts. services: sectors that are not goods. Raises TableError, which names the file, the row and the cell.
    """
    regions = names_in(folder / "gdp.csv", "region")
    sectors = names_in(folder / "elasticities.csv", "sector")
    names = {"region": regions, "importer": regions, "exporter": regions, "sector": sectors}
    names |= {"input_sector": sectors, "using_sector": sectors}
    trade = ("importer", "exporter", "sector")

    def table(name: str, axes: Sequence[str], value: str) -> Floats:
        return filled(folder / name, {axis: names[axis] for axis in axes}, value)

    return EconomyTables(
        flows=table("flows.csv", trade, "net_flow_usd_mn"),
        base_tariffs=table("flows.csv", trade, "base_tariff"),
        value_added_shares=table("value_added_shares.csv", ("region", "sector"), "value_added_share"),
        input_shares=table("input_shares.csv", ("region", "input_sector", "using_sector"), "cost_share"),
        elasticities=middle_elasticities(folder / "elasticities.csv"),
        regions=regions,
        sectors=sectors,
        gdp=table("gdp.csv", ("region",), "gdp_usd_mn"),
        services=tuple(services),
    )


def rows_of(path: Path) -> list[Row]:
    """A table, row by row."""
    try:
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise TableError(f"{path}: {error.strerror}") from None


def names_in(path: Path, column: str) -> tuple[str, ...]:
    """The names in a column, in their order."""
    return tuple(cell(path, line, row, column) for line, row in enumerate(rows_of(path), 2))


def middle_elasticities(path: Path) -> Floats:
    """(S,) the median of each row's estimates."""
    return np.array(
        [
            median(number(path, line, row, source) for source in row if source != "sector")
            for line, row in enumerate(rows_of(path), 2)
        ]
    )


def filled(path: Path, axes: dict[str, tuple[str, ...]], value: str) -> Floats:
    """A table as an array over its axes, each a column and the names in it; cells without a row stay not a number."""
    positions = {axis: {name: place for place, name in enumerate(names)} for axis, names in axes.items()}
    table = np.full([len(names) for names in axes.values()], np.nan)
    for line, row in enumerate(rows_of(path), 2):
        place = tuple(position(path, line, axis, cell(path, line, row, axis), positions[axis]) for axis in axes)
        table[place] = number(path, line, row, value)
    return table


def position(path: Path, line: int, axis: str, name: str, positions: dict[str, int]) -> int:
    """Where a name stands on its axis."""
    if name not in positions:
        near = get_close_matches(name, positions, 1, 0.0)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise TableError(f"{path.name}: line {line}, {axis}: unknown name {name!r}{meant}")
    return positions[name]


def number(path: Path, line: int, row: Row, column: str) -> float:
    """A cell's number."""
    text = cell(path, line, row, column)
    try:
        return float(text)
    except ValueError:
        raise TableError(f"{path.name}: line {line}, {column}: must be a number, got {text!r}") from None


def cell(path: Path, line: int, row: Row, column: str) -> str:
    """A cell's text."""
    text = row.get(column)
    if text is None:
        raise TableError(f"{path.name}: line {line}: needs a column {column!r}, got {', '.join(filter(None, row))}")
    return text
