"""Everything that the engine's Decision allows, a person can order; what the engine would pass over is refused."""

from dataclasses import fields

import pytest

from negotiation.classroom.game.case import make_case
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.orders import AWAY_KEYS, away_decision, table_decision
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.decision import Decision
from negotiation.dispute.state import NONE, SUSPENDED
from tests.classroom.cases import CA, FAIR, US, case, hold_until, move, two_people, with_provinces

CA_CONSUMER = 1
LATER = {"measure": "ca_consumer", "level": 1, "weeks": 6, "issue": "usmca", "option": "short"}
FOR_THE_RECORD = {"least"}  # what a strategy would have taken: nobody but the record looks at it


def test_every_field_of_the_decision_can_be_ordered():
    """One order of everything fills every field; the table's two answers are two orders."""
    game = two_people()
    move(game, US)
    move(game, CA, threat=LATER)
    everything = {
        "set": {"ca_consumer": 1}, "pause": {}, "due": {"ca_consumer": {"do": "postpone", "weeks": 3}},
        "concede": {"issue": "dairy", "option": "slice"}, "commit": [], "summit": True, "ask": True, "divide": [],
        "talks": {"do": "suspend", "weeks": 5, "issue": "usmca", "option": "short"}, "break_deal": False,
        "later": {"threat": None, "set": {"ca_consumer": 0}},
    }  # fmt: skip
    assert set(everything) - {"later"} == AWAY_KEYS - {"threat"}
    orders = [away_decision(case(), game.state, 0, everything)]
    orders += [away_decision(case(), two_people().state, 0, {"threat": LATER})]
    in_force = two_people().state
    in_force.level[0, CA_CONSUMER] = 1
    orders += [away_decision(case(), in_force, 0, {"pause": {"ca_consumer": 4}})]
    orders += [table_decision(case(), game.state, 0, {"do": "offer", "options": FAIR})]
    standing = two_people()
    move(standing, US, {"do": "offer", "options": FAIR})
    package = int(standing.state.offer[0, 1])
    orders += [table_decision(case(), standing.state, 0, {"do": "accept", "package": package})]
    ordered = {field.name for field in fields(Decision) for order in orders if getattr(order, field.name) is not None}
    assert {field.name for field in fields(Decision)} - ordered == FOR_THE_RECORD


def test_an_own_measure_is_paused_for_some_weeks():
    game = two_people()
    move(game, US, set={})
    move(game, CA, set={"ca_consumer": 1})
    hold_until(game, 1)
    answer(game, CA, pause={"ca_consumer": 3})
    assert game.state.paused_until[0, CA_CONSUMER] == 1 + 1 + 3
    assert game.case.engine.tables.rate[0][game.state.code[0]] == 0.0


def answer(game, side, **away):
    """Play the week until a side has decided and the other, who holds, too."""
    week = game.week
    while game.week == week and game.awaited:
        who = game.awaited[0]
        move(game, who, **(away if who == side else {}))


def test_a_threat_can_be_carried_out_before_it_is_due():
    game = two_people()
    answer(game, CA, threat=LATER)
    answer(game, CA, due={"ca_consumer": "carry_out"})
    assert (game.state.level[0, CA_CONSUMER], game.state.threat_level[0, CA_CONSUMER]) == (1, NONE)


def test_a_threat_that_is_not_answered_stands_until_it_is_due():
    game = two_people()
    answer(game, CA, threat=LATER)
    answer(game, CA)
    assert game.state.threat_level[0, CA_CONSUMER] == 1


def test_a_threat_is_put_off_by_as_many_weeks_as_said():
    game = two_people()
    answer(game, CA, threat=LATER)
    answer(game, CA, due={"ca_consumer": {"do": "postpone", "weeks": 9}})
    assert game.state.threat_due[0, CA_CONSUMER] == 1 + 9


def test_talks_stopped_over_a_demand_resume_once_it_is_met():
    game = two_people()
    answer(game, CA, talks={"do": "suspend", "weeks": 20, "issue": "usmca", "option": "short"})
    assert game.state.talks[0] == SUSPENDED
    answer(game, US, concede={"issue": "usmca", "option": "short"})
    assert game.asked is not None
    assert game.asked.stage == "table"


def test_several_rounds_of_moves_in_one_week():
    """It imposes, and later in the week lifts and threatens with the same measure."""
    game = two_people()
    answer(game, CA, set={"ca_consumer": 1}, later={"set": {"ca_consumer": 0}, "later": {"threat": LATER}})
    assert (game.state.level[0, CA_CONSUMER], game.state.threat_level[0, CA_CONSUMER]) == (0, 1)
    kinds = [int(kind) for page in game.pages for kind in page.kind]
    assert len(kinds) >= 3


def test_later_moves_are_checked_by_the_first():
    game = two_people()
    move(game, US)
    with pytest.raises(Refused, match="already_threatened"):
        move(game, CA, threat=LATER, later={"threat": LATER})
    with pytest.raises(Refused, match="threat_not_higher"):
        move(game, CA, set={"ca_consumer": 1}, later={"threat": LATER})
    deep = {"later": {"later": {"later": {"later": {}}}}}
    with pytest.raises(Refused, match="too_many_turns"):
        move(game, CA, **deep)
    assert game.week == 0


@pytest.mark.parametrize(
    ("away", "key"),
    [
        ({"pause": {"ca_consumer": 4}}, "nothing_in_force"),
        ({"due": {"ca_consumer": "drop"}}, "no_threat_there"),
        ({"talks": {"do": "resume"}}, "talks_do_not_allow"),
        ({"talks": {"do": "suspend", "issue": "dairy", "option": "slice"}}, "not_theirs_to_give"),
        ({"later": [1]}, "not_understood"),
    ],
)
def test_what_would_come_to_nothing_is_refused(away, key):
    game = two_people()
    move(game, US)
    with pytest.raises(Refused, match=key):
        move(game, CA, **away)


def test_asking_for_help_is_not_taken_back_later_in_the_week():
    order = away_decision(case(), two_people().state, 0, {"ask": True, "later": {"summit": True}})
    assert order.then is not None
    assert order.then.ask is None


def test_a_measure_that_a_province_blocks_is_refused_and_so_is_one_that_a_province_sets(tmp_path):
    home = with_provinces(tmp_path, blocks="ca_consumer", sets="ca_wine")
    state = Game(home, 3, {side: {"person": side, "name": "Ann"} for side in (CA, US)}).state
    for order in ({"set": {"ca_consumer": 1}}, {"threat": LATER}):
        with pytest.raises(Refused, match="province_blocks"):
            away_decision(home, state, 0, order)
    for order in ({"set": {"ca_wine": 1}}, {"threat": {"measure": "ca_wine", "level": 1, "weeks": 3}}):
        with pytest.raises(Refused, match="province_sets_it"):
            away_decision(home, state, 0, order)


def test_a_game_shorter_than_the_calendar_has_no_election_after_its_end():
    assert make_case("us-canada-record", 8).scenario.countries["ca"].election.week is None
