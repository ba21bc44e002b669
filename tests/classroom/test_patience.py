"""Letting weeks pass: one decision, then none until something concerns who waits."""

import pytest

from negotiation.classroom.game.game import Game
from negotiation.classroom.game.refused import Refused
from tests.classroom.cases import CA, FAIR, US, case, move, offer, two_people

LATER = {"measure": "ca_consumer", "level": 1, "weeks": 3}


def alone(character: str = "granite") -> Game:
    """Canada's person against a computer."""
    return Game(case(), 7, {CA: {"person": "person-a", "name": "Ann"}, US: {"computer": character}})


def passes(game: Game, side: str, weeks: int, **away) -> None:
    """Hold, and let weeks pass."""
    table = {"table": {"do": "hold"}} if game.asked is not None and game.asked.stage == "table" else {}
    game.apply({"kind": "moved", "at": 0.0, "seat": side, "week": game.week, "away": away, "pass": weeks, **table})


def test_weeks_pass_until_their_time_is_over():
    """Both wait for three weeks and are asked again in the fourth."""
    game = two_people()
    passes(game, US, 3)
    assert game.week == 0
    passes(game, CA, 3)
    assert (game.week, game.awaited, game.roused) == (3, (CA,), {CA: "time"})


def test_ones_own_moves_are_no_news():
    """Canada suspends the talks and lets three weeks pass: only the other side is told that they are suspended."""
    game = two_people()
    passes(game, US, 3)
    passes(game, CA, 3, talks={"do": "suspend", "weeks": 8})
    assert (game.roused.get(US), game.roused.get(CA)) == ("talks", None)
    passes(game, US, 3)
    assert game.week == 3


def test_who_waits_holds_as_by_hand():
    """The same game, bit for bit, as holding week by week."""
    waiting, holding = two_people(), two_people()
    for game in (waiting, holding):
        move(game, US)
    passes(waiting, CA, 4)
    move(holding, CA)
    while holding.week < 4:
        move(holding, holding.awaited[0])
    while waiting.week < 4:
        move(waiting, US)
    assert [page.kind.tolist() for page in waiting.pages] == [page.kind.tolist() for page in holding.pages]
    assert waiting.state.approval.tolist() == holding.state.approval.tolist()
    assert waiting.state.total.tolist() == holding.state.total.tolist()


@pytest.mark.parametrize(
    ("table", "away", "why"),
    [
        (offer(FAIR), {}, "offer"),
        (None, {"threat": {**LATER, "measure": "us_general", "level": 2}}, "threat"),
        (None, {"set": {"us_general": 0}}, "tariff"),
        (None, {"talks": {"do": "suspend", "weeks": 2}}, "talks"),
        (None, {"concede": {"issue": "usmca", "option": "short"}}, "deal"),
    ],
    ids=["offer", "threat", "tariff", "talks", "concession"],
)
def test_what_concerns_who_waits_ends_their_waiting(table, away, why):
    game = two_people(measures__us_general__levels=LEVELS)
    move(game, US)
    passes(game, CA, 12)
    move(game, US)
    assert game.week in (1, 2)
    week = game.week
    move(game, US, table, **away)
    assert CA in game.awaited or why != "offer"
    while CA not in game.awaited:
        move(game, US)
    assert game.week <= week + 1
    assert game.roused == {CA: why}
    assert game.patience == {}


LEVELS = "[{ name = 'none', rate = 0 }, { name = '25 %', rate = 25 }, { name = '50 %', rate = 50 }]"


def test_an_own_threat_that_falls_due_ends_the_waiting():
    game = alone()
    passes(game, CA, 12, threat=LATER)
    assert (game.week, game.roused) == (3, {CA: "due"})
    assert game.state.threat_due[0, 1] == 3


def test_a_word_from_the_other_side_ends_the_waiting():
    game = two_people()
    move(game, US)
    passes(game, CA, 12)
    game.apply({"kind": "said", "at": 0.0, "seat": US, "words": "Are you there?"})
    while CA not in game.awaited:
        move(game, US)
    assert game.week == 2  # in week 1 it speaks first, and had held already
    assert game.roused == {CA: "chat"}


def test_waiting_can_be_stopped():
    game = two_people()
    move(game, US)
    passes(game, CA, 12)
    game.apply({"kind": "stopped_waiting", "at": 0.0, "seat": CA})
    while CA not in game.awaited:
        move(game, US)
    assert game.week == 2
    with pytest.raises(Refused, match="waits_for_nothing"):
        game.apply({"kind": "stopped_waiting", "at": 0.0, "seat": CA})


@pytest.mark.parametrize("weeks", [0, -1, 27, 1.5, True, "4", float("nan")])
def test_nonsense_is_refused_and_changes_nothing(weeks):
    game = alone()
    with pytest.raises(Refused, match="not_a_number"):
        passes(game, CA, weeks)
    assert (game.week, game.patience) == (0, {})


def test_against_a_computer_the_game_may_end_while_somebody_waits():
    game = alone()
    while not game.over:
        passes(game, CA, 26)
    assert game.week == case().scenario.weeks
