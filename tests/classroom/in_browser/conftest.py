"""A real server in a process of its own, a real browser, and the people at it: one of each for a file of tests."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.classroom.browsers import Person, chromium_browser
from tests.classroom.running import Process


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """One server for a file of tests."""
    running = Process(tmp_path_factory.mktemp("classroom") / "games.sqlite")
    yield running
    running.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for a file of tests."""
    with chromium_browser() as opened:
        yield opened


@pytest.fixture
def person(browser: Any, server: Process) -> Iterator[Any]:
    """Makes persons; afterwards none of their pages may have had an error or left the machine."""
    made: list[Person] = []

    def make(**options: Any) -> Person:
        made.append(Person(browser, server.address, **options))
        return made[-1]

    yield make
    for each in made:
        each.context.close()
    assert [fault for each in made for fault in each.faults] == []
    assert [url for each in made for url in each.strange] == []
