"""Games that nobody looks at leave memory and come back as they were."""

import asyncio
import gc
import weakref

from negotiation.classroom.cases import Cases
from negotiation.classroom.game.snapshot import snapshot
from negotiation.classroom.hall import Hall
from negotiation.classroom.shelf import IDLE, MOST, SURE, Shelf
from negotiation.classroom.store import Store
from negotiation.classroom.words import words_of
from tests.classroom.cases import CA, FAIR, SCENARIO, US

PEOPLE = {CA: {"person": "person-a", "name": "Ann"}, US: {"computer": "patient"}}


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def begun(store, games: int, **limits):
    """A hall with some games in it, and its clock."""
    clock = Clock()
    hall = Hall(Store(store), Cases(), Shelf(clock, **limits))

    async def several():
        return [await hall.open_game(SCENARIO, 8, PEOPLE) for _ in range(games)]

    return hall, clock, asyncio.run(several())


def test_an_idle_game_leaves_memory_and_comes_back_the_same(store):
    hall, clock, (played, _) = begun(store, 2)
    key, english = played.key, words_of("en")
    hall.play(played, {"kind": "moved", "seat": CA, "week": 0, "table": {"do": "offer", "options": FAIR}})
    hall.play(played, {"kind": "said", "seat": CA, "words": "Well?"})
    stood, number = snapshot(played.game, CA, english), played.number
    gone = weakref.ref(played.game)
    del played
    clock.now = IDLE + 1.0
    assert hall.sweep() == 2
    assert hall.games_in_memory == 0
    gc.collect()
    assert gone() is None  # really: nobody else keeps it
    again = asyncio.run(hall.game(key))
    assert hall.games_in_memory == 1
    assert snapshot(again.game, CA, english) == stood
    assert again.number == number
    hall.play(again, {"kind": "moved", "seat": CA, "week": 1, "table": {"do": "hold"}})
    assert again.game.week == 2


def test_a_game_that_somebody_looks_at_stays(store):
    hall, clock, (watched, idle) = begun(store, 2)
    watched.listeners.add(lambda: None)
    clock.now = 10 * IDLE
    assert hall.sweep() == 1
    assert asyncio.run(hall.game(watched.key)) is watched
    assert asyncio.run(hall.game(idle.key)) is not idle


def test_the_games_of_a_class_stay_while_its_teacher_looks(store):
    clock = Clock()
    hall = Hall(Store(store), Cases(), Shelf(clock))
    taught = hall.open_room(SCENARIO, 8, 30, "fair")
    hall.happen(taught, {"kind": "joined", "person": "person-a", "name": "Ann", "consent": True})
    asyncio.run(hall.pair(taught))
    taught.listeners.add(print)
    clock.now = IDLE + 1.0
    assert hall.sweep() == 0
    taught.listeners.clear()
    assert hall.sweep() == 1


def test_a_game_looked_at_lately_stays(store):
    hall, clock, (first, second) = begun(store, 2)
    clock.now = IDLE - 1.0
    asyncio.run(hall.game(second.key))
    clock.now = IDLE + 1.0
    assert hall.sweep() == 1
    assert asyncio.run(hall.game(second.key)) is second
    assert asyncio.run(hall.game(first.key)) is not first


def test_memory_holds_so_many_games_whatever_comes(store):
    """Ten games and room for four: those looked at longest ago go, once nobody can be in the middle of a move."""
    hall, clock, games = begun(store, 10, most=4)
    assert hall.sweep() == 0
    clock.now = SURE + 1.0
    assert hall.sweep() == 6
    assert [played.key for played in hall._games] == [played.key for played in games[6:]]
    assert MOST >= 200  # as many as a benchmark's class


def test_a_class_whose_time_is_up_does_not_call_its_games_back(store):
    """Also after a restart: the clock ends a class's games once."""
    hall = Hall(Store(store), Cases())
    taught = hall.open_room(SCENARIO, 8, 30, "fair")
    hall.happen(taught, {"kind": "time_was_up"})
    assert Hall(Store(store), Cases()).rooms()[0].room.time_is_up
