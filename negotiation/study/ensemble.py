"""Many worlds of one scenario, played block by block into a results folder."""

import math
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotiation.study.capacity import check_disk, check_memory
from negotiation.study.errors import StudyError
from negotiation.study.folder import FolderError, prepare_folder, remove_if_empty
from negotiation.study.interrupts import Interrupted, deaf_children
from negotiation.study.manifest import manifest
from negotiation.study.pool import load_ahead, own_processes
from negotiation.study.task import Digest, Engine, Task, keep_game, play_task, real_engine
from negotiation.study.writer import Writer

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

LOGGED = 1000  # worlds whose weekly record and moves are kept
BLOCK = 8192  # worlds computed together: more are hardly faster and take 30 kB each, half as many a fifth slower
LARGEST_BLOCK = 65_535  # worlds a block's 16-bit counts can hold
LARGEST_SEED = 2**64 - 1  # half of a Philox key

SOLVING, PLAYING = "Solving the economy", "Playing"
Progress = Callable[[str, int, int], None]


class EnsembleError(StudyError):
    """An ensemble nobody can play, or a worker that is gone; its text is one line for the user."""


@dataclass(frozen=True)
class Ensemble:
    """Worlds 0, 1, ... of a scenario under a seed. block: worlds computed together; no result depends on it."""

    scenario: "Scenario"
    worlds: int
    seed: int
    block: int = BLOCK
    engine: Engine | None = None

    def __post_init__(self) -> None:
        for name, got, least, most in (
            ("worlds", self.worlds, 1, 2**53),
            ("seed", self.seed, 0, LARGEST_SEED),
            ("block", self.block, 1, LARGEST_BLOCK),
        ):
            if not least <= got <= most:
                raise EnsembleError(f"{name}: must be between {least} and {most}, got {got}")

    @cached_property
    def scenario_hash(self) -> str:
        """The scenario's fingerprint."""
        return self.scenario.content_hash()

    def task(self, worlds: range) -> Task:
        """The work of playing these worlds."""
        return Task(self.engine or real_engine(), self.scenario, self.scenario_hash, self.seed, worlds, LOGGED)

    def tasks(self) -> Iterator[Task]:
        """All of it, in blocks, in order."""
        for first in range(0, self.worlds, self.block):
            yield self.task(range(first, min(first + self.block, self.worlds)))


def even_block(worlds: int, workers: int) -> int:
    """The largest block that leaves every worker as many of them: nobody waits for the last."""
    hands = max(workers, 1)
    turns = max(math.ceil(worlds / (hands * BLOCK)), 1)
    return max(math.ceil(worlds / (hands * turns)), 1)


def play(
    ensemble: Ensemble,
    folder: Path,
    workers: int = 1,
    on_progress: Progress = lambda stage, done, total: None,
    command: tuple[str, ...] = (),
    executor: Executor | None = None,
) -> dict[str, Any]:
    """Play an ensemble into a new or empty folder and return its summary; the same bytes for any workers and block.

    executor: plays the blocks instead of our own processes; workers then says how many it can play at a time.
    Raises a ValueError with one line for what the user can mend, Interrupted on Ctrl-C; in both cases what was finished
    before is in the folder, and its manifest says how much that is.
    """
    if workers < 1:
        raise EnsembleError(f"workers: must be 1 or more, got {workers}")
    prepare_folder(folder)
    if executor is None and workers > 1:
        load_ahead()
    try:
        writer = opened(ensemble, folder, workers, on_progress, command)
    except BaseException:
        remove_if_empty(folder)
        raise
    with closing(digests(ensemble, workers, executor)) as blocks:
        try:
            for digest in blocks:
                writer.add(digest)
                on_progress(PLAYING, writer.done, ensemble.worlds)
        except BaseException as error:
            with suppress(OSError):  # of a full disk: what is there can be read without
                writer.close(complete=False)
            raise explained(error, writer) from error.__cause__
        return writer.close(complete=True)


def opened(ensemble: Ensemble, folder: Path, workers: int, on_progress: Progress, command: tuple[str, ...]) -> Writer:
    """The folder, begun: the economy is solved, one world has been tried, and all of them will fit."""
    task = ensemble.task(range(1))
    game = task.engine.build_game(ensemble.scenario, workers, lambda done, total: on_progress(SOLVING, done, total))
    keep_game(task, game)
    on_progress(PLAYING, 0, ensemble.worlds)
    sample = play_task(task)
    check_disk(folder, ensemble.worlds, LOGGED, sample)
    check_memory(workers, ensemble.block, sample)
    reference = game.reference() | {"baselines": task.engine.foretell(game)}
    writer = Writer(folder, ensemble, manifest(ensemble, workers, list(command), sample.kinds), reference)
    writer.begin()
    return writer


def digests(ensemble: Ensemble, workers: int, executor: Executor | None) -> Generator[Digest, None, None]:
    """The blocks, played, in the worlds' order: here, by processes of our own, or by the executor given."""
    if executor is not None:
        yield from in_order(ensemble.tasks(), executor, workers)
    elif workers == 1:
        yield from map(play_task, ensemble.tasks())
    else:
        with own_processes(workers) as pool:
            yield from in_order(ensemble.tasks(), pool, workers)


def in_order(tasks: Iterator[Task], executor: Executor, workers: int) -> Iterator[Digest]:
    """Play tasks elsewhere and take them back in order; a few more blocks are under way than there are workers."""
    under_way: deque[Future[Digest]] = deque()
    try:
        for task in tasks:
            with deaf_children():
                under_way.append(executor.submit(play_task, task))
            if len(under_way) > workers + 1:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()


def explained(error: BaseException, writer: Writer) -> BaseException:
    """The error as the user should read it; one that is nobody's fault but ours stays as it is."""
    kept = f"{writer.done:,} of {writer.ensemble.worlds:,} worlds are finished, in '{writer.folder}'"
    if isinstance(error, KeyboardInterrupt):
        return Interrupted(f"interrupted; {kept}")
    if isinstance(error, OSError):
        return FolderError(f"cannot write: {error.strerror or error}; {kept}")
    if isinstance(error, BrokenExecutor):
        return EnsembleError(f"a worker ended without a word (out of memory?); {kept}")
    return error
