"""People who speak for constituencies and allies: what they ask for counts from next week on."""

import numpy as np
import pytest

from negotiation.classroom.game.delegations import open_to
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.refused import Refused
from negotiation.politics.coalition import JOINT, MEDIATION, NEUTRAL, SEPARATE, SOLIDARITY, Situation
from tests.classroom.cases import CA, US, case, move, two_people
from tests.classroom.conftest import SAME, Line, begin, token_in

DAIRY = 1  # Quebec dairy, the second constituency


def seated(game: Game, key: str = "quebec_dairy") -> Game:
    """The game, with somebody who speaks for a constituency."""
    game.apply({"kind": "delegated", "at": 0.0, "seat": key, "person": "person-c", "name": "Cleo"})
    return game


def both_hold(game: Game, weeks: int) -> None:
    """Some weeks in which nobody moves."""
    until = game.week + weeks
    while game.week < until:
        move(game, game.awaited[0])


def test_what_a_constituency_says_counts_from_the_next_week_on():
    """Approval closes a tenth of the gap to what is said: between 0 and 100 % lies a tenth after a week."""
    assert case().scenario.countries["ca"].audience.reversion.value == 0.1
    cold, warm = seated(two_people()), seated(two_people())
    for game, wish in ((cold, 0), (warm, 100)):
        game.apply({"kind": "instructed", "at": 0.0, "seat": "quebec_dairy", "wish": wish})
    assert np.array_equal(cold.state.approval, warm.state.approval)
    both_hold(cold, 1)
    both_hold(warm, 1)
    assert warm.state.approval[0, DAIRY] - cold.state.approval[0, DAIRY] == pytest.approx(0.1)
    assert warm.state.approval[0, 0] == cold.state.approval[0, 0]


def test_a_seat_that_says_nothing_leaves_it_to_the_model():
    silent, none = seated(two_people()), two_people()
    both_hold(silent, 5)
    both_hold(none, 5)
    assert np.array_equal(silent.state.approval, none.state.approval)


@pytest.mark.parametrize("wish", [101, -1, True, 0.5, "joint retaliation", float("nan")])
def test_nonsense_is_refused(wish):
    game = seated(two_people())
    with pytest.raises(Refused):
        game.apply({"kind": "instructed", "at": 0.0, "seat": "quebec_dairy", "wish": wish})
    assert game.delegations.wishes == {}


def test_a_seat_is_taken_once_and_nobody_has_two():
    game = seated(two_people())
    for person, key in (
        ("person-d", "quebec_dairy"),
        ("person-a", "farmers"),
        ("person-c", "farmers"),
        ("person-d", "moon"),
    ):
        with pytest.raises(Refused):
            game.apply({"kind": "delegated", "at": 0.0, "seat": key, "person": person, "name": "Dan"})
    assert game.awaited == (US,)
    assert game.case.sides[0] == CA


@pytest.mark.parametrize(
    ("wish", "tariff", "offered", "deadlock", "taken"),
    [
        (JOINT, 5.0, False, False, JOINT),
        (JOINT, 0.0, False, False, SOLIDARITY),
        (SEPARATE, 0.0, True, False, SEPARATE),
        (SEPARATE, 0.0, False, False, NEUTRAL),
        (MEDIATION, 0.0, False, True, MEDIATION),
        (MEDIATION, 0.0, False, False, NEUTRAL),
    ],
)
def test_an_ally_takes_the_stance_asked_for_where_the_rules_leave_it_open(wish, tariff, offered, deadlock, taken):
    zero, flag = np.zeros(1), np.zeros(1, np.bool_)
    sees = Situation(zero, np.array([tariff]), zero, flag, np.array([offered]), np.array([deadlock]))
    assert open_to(wish, np.array([NEUTRAL]), sees).tolist() == [taken]
    assert open_to(wish, np.array([SEPARATE]), sees).tolist() == [SEPARATE]


def test_a_delegation_s_page_and_frames_hold_no_side_s_values(server):
    player, delegate = server.browser(), server.browser()
    game = begin(player)
    form = {"token": token_in(delegate.get(f"{game}/seats").text), "seat": "farmers", "name": "Cleo"}
    page = delegate.post(f"{game}/seats", data=form).text
    with delegate.websocket_connect(f"{game}/delegation/socket", headers=SAME) as socket:
        line = Line(socket, delegate, f"{game}/delegation")
        assert line.ask(type="wish", wish=20)["type"] == "done"
        assert line.ask(type="move", week=0, table={"do": "hold"})["type"] == "refused"
    for word in ("worth", "walk_away", "gain"):
        assert f'"{word}"' not in page
        assert word not in line.first["sight"]
    assert delegate.get(game).status_code == 404
