"""One block of one point: played anywhere, and back as a small table, or as the error that stopped it."""

import io
from dataclasses import dataclass
from threading import Lock

import pyarrow as pa
from pyarrow import parquet

from negotiation.dispute.block import Block
from negotiation.study.plan.outcomes import Measured
from negotiation.study.rows import arrow_column
from negotiation.study.task import Task, game_of

POINT, WORLD = "point", "world"
STUDY = b"study"
LONGEST_ERROR = 300  # letters
_AT_WORK = Lock()  # the engine reuses its buffers: threads of one process take turns


@dataclass(frozen=True)
class Work:
    """Some worlds of one point; outcomes: what is measured; columns: of worlds.csv, kept besides; study: its name."""

    task: Task
    point: int
    outcomes: dict[str, Measured]
    columns: tuple[str, ...]
    study: str


@dataclass(frozen=True)
class Piece:
    """A block as it travels and is stored. worlds: those played; table: Parquet."""

    point: int
    worlds: range
    table: bytes


@dataclass(frozen=True)
class Failure:
    """A block that could not be played, and why, in one line."""

    point: int
    worlds: range
    error: str


def tried(work: Work) -> Piece | Failure:
    """Play a block; whatever goes wrong in it is the block's own, and the study goes on."""
    try:
        with _AT_WORK:
            return played(work)
    except Exception as error:
        return failed(work, error)


def played(work: Work) -> Piece:
    """Play a block."""
    task = work.task
    block = task.engine.play_block(game_of(task), task.seed, task.worlds, 0)
    written = io.BytesIO()
    table = measured_table(work, block).replace_schema_metadata({STUDY: work.study.encode()})
    parquet.write_table(table, written, compression="zstd")
    return Piece(work.point, task.worlds, written.getvalue())


def failed(work: Work, error: BaseException) -> Failure:
    """The error in one line."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(work.point, work.task.worlds, text[:LONGEST_ERROR])


def measured_table(work: Work, block: Block) -> pa.Table:
    """World, outcomes and columns of a block."""
    worlds = work.task.worlds
    columns = {WORLD: pa.array(range(worlds.start, worlds.stop), pa.int64())}
    columns |= {name: pa.array(outcome.of(block)) for name, outcome in work.outcomes.items()}
    columns |= {name: arrow_column(block.worlds[name]) for name in work.columns if name not in columns}
    return pa.table(columns)
