"""Tables as text: one row a world, one row a move, the same bytes whatever the block."""

import io
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from pyarrow import csv

from negotiation.dispute.block import Categories, Column, Moves

WORDS, WHOLE, NUMBER = "words", "whole", "number"


def csv_rows(columns: Mapping[str, Column]) -> bytes:
    """The rows without their header: numbers as the shortest text that reads back the same, NaN as an empty cell."""
    table = pa.table({name: arrow_column(column) for name, column in columns.items()})
    written = io.BytesIO()
    # All words in quotation marks: whether one needs them must not depend on which worlds share its block.
    options = csv.WriteOptions(include_header=False, batch_size=max(len(table), 1), quoting_style="needed")
    csv.write_csv(table, written, options)
    return written.getvalue()


def csv_header(names: tuple[str, ...]) -> bytes:
    """The first line."""
    return (",".join(names) + "\n").encode()


def kinds_of(columns: Mapping[str, Column]) -> dict[str, str]:
    """Column -> what its cells are: words, whole or number."""
    return {name: kind_of(column) for name, column in columns.items()}


def kind_of(column: Column) -> str:
    """What a column's cells are."""
    if isinstance(column, Categories):
        return WORDS
    return WHOLE if column.dtype.kind in "iub" else NUMBER


def moves_columns(moves: Moves) -> dict[str, Column]:
    """The moves as a table: world, week, government, kind, what, value, amount, reason."""
    return {
        "world": moves.world,
        "week": moves.week,
        "government": moves.government,
        "kind": moves.kind,
        "what": moves.what,
        "value": moves.value,
        "amount": moves.amount,
        "reason": moves.reason,
    }


def arrow_column(column: Column) -> Any:
    """One column as pyarrow holds it."""
    if isinstance(column, Categories):
        return pa.array(column.labels, pa.string()).take(pa.array(column.codes))
    return pa.array(column + 0, from_pandas=True)  # adding 0 makes -0.0 the 0 it is
