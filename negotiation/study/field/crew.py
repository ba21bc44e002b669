"""Who plays a study's blocks: this process, processes of our own, or an executor somebody gives."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import closing
from dataclasses import dataclass

from negotiation.study.ensemble import BLOCK, EnsembleError
from negotiation.study.field.work import Failure, Piece, Work, failed, tried
from negotiation.study.interrupts import deaf_children
from negotiation.study.pool import load_ahead, own_processes
from negotiation.study.task import Engine

Found = Piece | Failure


@dataclass(frozen=True)
class Crew:
    """workers: how many blocks are played at a time; executor: plays them instead of our own processes; block: at most
    so many worlds together; engine: what plays, else the program's own. No result depends on who plays.
    """

    workers: int = 1
    executor: Executor | None = None
    block: int = BLOCK
    engine: Engine | None = None

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise EnsembleError(f"workers: must be 1 or more, got {self.workers}")

    def load_ahead(self) -> None:
        """Let our own processes load while their work is made ready."""
        if self.executor is None and self.workers > 1:
            load_ahead()

    def played(self, work: Iterable[Work]) -> Iterator[Found]:
        """The blocks as they are done, in any order."""
        if self.executor is not None:
            yield from as_done(work, self.executor, self.workers)
        elif self.workers == 1:
            yield from map(tried, work)
        else:
            with own_processes(self.workers) as pool, closing(as_done(work, pool, self.workers)) as found:
                yield from found


def as_done(work: Iterable[Work], executor: Executor, workers: int) -> Generator[Found, None, None]:
    """Play blocks elsewhere and take each when it is done; a few more are under way than there are workers."""
    under_way: dict[Future[Found], Work] = {}
    try:
        for each in work:
            with deaf_children():
                under_way[executor.submit(tried, each)] = each
            while len(under_way) > workers + 1:
                yield from taken(under_way)
        while under_way:
            yield from taken(under_way)
    finally:
        for future in under_way:
            future.cancel()


def taken(under_way: dict[Future[Found], Work]) -> Iterator[Found]:
    """Wait until some blocks are done, and take them. Raises BrokenExecutor if nobody is left to play."""
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in sorted(done, key=lambda future: (under_way[future].point, under_way[future].task.worlds.start)):
        work = under_way.pop(future)
        try:
            found = future.result()
        except BrokenExecutor:
            raise
        except Exception as error:  # the block never came back, as when it kills one worker after another
            found = failed(work, error)
        yield found
