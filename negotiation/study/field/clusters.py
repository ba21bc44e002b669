"""A crew by the words of the command line: processes here, or the workers of a dask cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from negotiation.study.errors import StudyError
from negotiation.study.field.crew import Crew
from negotiation.study.workers import workers_for

PATIENCE = 10  # seconds to reach a scheduler


@contextmanager
def crew_of(workers: int | None, cluster: str | None, worlds: int) -> Iterator[Crew]:
    """Those processes, or as many as so many worlds are worth, or all workers of the cluster at an address.

    Raises StudyError if it cannot be reached.
    """
    if cluster is None:
        yield Crew(workers_for(worlds, workers))
        return
    client = connected(cluster)
    try:
        yield dask_crew(client)
    finally:
        client.close()


def dask_crew(client: Any) -> Crew:
    """The workers of a dask client, one block each at a time. A block whose worker dies is played by another."""
    threads = sum(client.ncores().values())
    if not threads:
        raise StudyError(f"--cluster: no workers at '{client.scheduler.address}'; start some and try again")
    return Crew(threads, client.get_executor(pure=False))


def connected(address: str) -> Any:
    """A client of the scheduler. Raises StudyError if dask or the scheduler is not there."""
    try:
        from distributed import Client
    except ImportError:
        raise StudyError("--cluster: dask is not installed; pip install 'negotiation[dask]'") from None
    try:
        return Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]  # dask states no types
    except (OSError, ValueError, TimeoutError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise StudyError(f"--cluster: no scheduler at '{address}': {reason}") from None
