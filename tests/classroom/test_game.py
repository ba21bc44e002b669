"""A game of people and computers: turns, offers, threats, replay; the same rules as the engine's."""

import numpy as np
import pytest

from negotiation.classroom.game.debrief import debrief
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.words import words_of
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import COMPREHENSIVE_DEAL
from negotiation.model import Dispute
from tests.classroom.cases import AS_IT_IS, CA, FAIR, US, accept, against, case, hold_until, move, offer, two_people

CA_CONSUMER = 1
IN_TWO_WEEKS = {"measure": "ca_consumer", "level": 1, "weeks": 2}


def test_the_first_speaker_is_asked_first():
    assert two_people().awaited == (US,)  # talks.first, even week


def test_two_people_reach_agreement():
    game = two_people()
    move(game, US, offer(FAIR))
    assert game.awaited == (CA,)
    move(game, CA, accept(game, CA))
    assert game.over
    assert game.state.settlement[0] == COMPREHENSIVE_DEAL
    assert game.case.options_of(int(game.state.package[0])) == FAIR
    assert game.state.level[0].tolist() == [0, 0]


def test_an_offer_of_how_things_stand_is_worth_what_both_have():
    game = two_people()
    stays = game.results.package_gain(
        US, game.case.package_of[game.case.package_words({**AS_IT_IS, "counter": "given_up"})]
    )
    assert stays == pytest.approx(0.05 * worth_years(game))  # the teaching case: an end to retaliation, points a year


def worth_years(game: Game) -> float:
    """How many years an option of an issue counts: the sum of 104 weekly discounts at 4 %, over 52."""
    assert game.case.scenario.economy.window.value == 104
    return sum(1.04 ** (-week / 52) for week in range(1, 105)) / 52


def test_the_week_ends_when_both_have_decided():
    game = two_people()
    move(game, US)
    assert game.week == 0
    move(game, CA)
    assert game.week == 1
    assert game.awaited == (CA,)  # who speaks first alternates


def test_who_is_not_asked_cannot_move():
    game = two_people()
    with pytest.raises(Refused, match="not_your_turn"):
        move(game, CA)
    assert game.week == 0


def test_a_measure_imposed_by_a_person_is_in_force_the_next_week():
    game = two_people()
    move(game, US)
    move(game, CA, set={"ca_consumer": 1})
    assert game.state.level[0, CA_CONSUMER] == 1
    assert game.case.engine.tables.rate[0][game.state.code[0]] > 0.0
    page = next(page for page in game.pages if page.kind[0] == Kind.IMPOSE)
    assert (page.author[0], page.reason[0]) == (0, Reason.PERSON)


def test_a_threat_runs_out_and_is_carried_out_on_demand():
    game = two_people()
    move(game, US)
    move(game, CA, threat={"measure": "ca_consumer", "level": 1, "weeks": 2, "issue": "usmca", "option": "short"})
    assert game.state.threat_level[0, CA_CONSUMER] == 1
    hold_until(game, 2)
    if game.awaited == (US,):
        move(game, US)
    move(game, CA, due={"ca_consumer": "carry_out"})
    if game.week == 2:
        move(game, US)
    assert game.state.level[0, CA_CONSUMER] == 1
    assert game.state.threats_ended[0, 0].tolist()[1] == 1


def test_a_threat_is_met_by_giving_what_it_demands():
    game = two_people()
    move(game, US)
    move(game, CA, threat={"measure": "ca_consumer", "level": 1, "weeks": 4, "issue": "usmca", "option": "short"})
    move(game, CA)
    move(game, US, concede={"issue": "usmca", "option": "short"})
    assert game.state.settled[0, 4] == 1
    assert game.state.threat_level[0, CA_CONSUMER] == -1


def test_walking_away_ends_the_talks_and_leaves_only_moves_away():
    game = two_people()
    move(game, US, talks={"do": "walk_away"})
    move(game, CA)
    assert game.asked is not None
    assert game.asked.stage == "away"
    assert set(game.awaited) == {CA, US}


def test_a_deal_can_fail_at_home():
    game = two_people(countries__ca__ratification__threshold="0.99")
    move(game, US, offer(FAIR))
    move(game, CA, accept(game, CA))
    if game.awaited:
        move(game, CA)
    assert not game.over
    assert game.state.failed[0].tolist() == [1, 0]


def test_a_person_who_plays_as_the_strategy_would_gets_the_strategys_game():
    """The same rules, the same week: with its own strategies in both seats a game is the engine's dispute."""
    seats = {CA: {"computer": "own"}, US: {"computer": "own"}}
    game = Game(case(), 11, seats)
    engine = Dispute(case().engine, 1, 11)
    while engine.running:
        engine.step()
    assert game.over
    for name in ("settled", "level", "approval", "total", "once"):
        assert np.array_equal(getattr(game.state, name), getattr(engine.state, name)), name


def test_the_same_events_make_the_same_game():
    game, events = against("patient"), []
    for week in range(12):
        table = offer(FAIR) if week % 3 == 0 else {"do": "hold"}
        event = {
            "kind": "moved",
            "at": 0.0,
            "seat": CA,
            "week": game.week,
            "table": table,
            "away": {"set": {"ca_consumer": week % 2}},
        }
        game.apply(event)
        events.append(event)
        if game.over:
            break
    again = against("patient")
    for event in events:
        again.apply(event)
    for name in ("settled", "level", "approval", "total", "offer", "felt"):
        assert np.array_equal(getattr(game.state, name), getattr(again.state, name)), name


def test_the_computer_takes_an_absent_seat_and_gives_it_back():
    game = two_people()
    game.apply({"kind": "taken_over", "at": 0.0, "seat": US, "computer": "patient"})
    assert game.awaited == (CA,)
    assert game.state.offer[0, 1] >= 0  # it has spoken
    game.apply({"kind": "given_back", "at": 0.0, "seat": US})
    assert game.awaited == (US,)


@pytest.mark.parametrize(
    ("away", "key"),
    [
        ({"set": {"us_general": 0}}, "not_your_measure"),
        ({"set": {"ca_consumer": 9}}, "not_a_number"),
        ({"set": {"ca_consumer": float("nan")}}, "not_a_number"),
        ({"set": {"ca_consumer": True}}, "not_a_number"),
        ({"set": {"nothing": 1}}, "unknown_measure"),
        ({"set": [1]}, "not_understood"),
        ({"threat": {"measure": "ca_consumer", "level": 1, "weeks": 0}}, "not_a_number"),
        ({"threat": {**IN_TWO_WEEKS, "issue": "dairy", "option": "slice"}}, "not_theirs_to_give"),
        ({"concede": {"issue": "usmca", "option": "short"}}, "not_theirs_to_give"),
        ({"talks": {"do": "shout"}}, "unknown_wish"),
        ({"divide": ["atlantis"]}, "unknown_ally"),
        ({"commit": ["nothing"]}, "unknown_commitment"),
        ({"break_deal": True}, "no_deal_to_leave"),
        ({"steal": 1}, "unknown_move"),
    ],
)  # fmt: skip
def test_what_a_government_cannot_do_is_refused_and_changes_nothing(away, key):
    game = two_people()
    move(game, US)
    before = game.state.copy()
    with pytest.raises(Refused, match=key):
        move(game, CA, None, **away)
    assert (game.week, game.awaited) == (0, (CA,))
    assert np.array_equal(before.level, game.state.level)
    move(game, CA)
    assert game.week == 1


@pytest.mark.parametrize(
    "options",
    [None, [], {"dairy": "slice"}, {**FAIR, "dairy": "cheese"}, {**FAIR, "moon": "full"}, {**FAIR, "dairy": 1}],
)
def test_a_package_nobody_can_sign_is_refused(options):
    game = two_people()
    with pytest.raises(Refused):
        move(game, US, {"do": "offer", "options": options})
    assert game.awaited == (US,)


def test_an_offer_that_has_changed_is_not_accepted_unseen():
    game = two_people()
    move(game, US, offer(FAIR))
    with pytest.raises(Refused, match="offer_has_changed"):
        move(game, CA, {"do": "accept", "package": accept(game, CA)["package"] + 1})


def test_without_a_deal_the_debrief_tells_what_is_in_force_and_what_was_given():
    """The teaching case begins with 25 % in force; Canada gives a slice of dairy alone; nothing else is settled."""
    game = two_people()
    move(game, US)
    move(game, CA, concede={"issue": "dairy", "option": "slice"})
    game.apply({"kind": "closed", "at": 0.0})
    told = [(each["issue"], each["option"]) for each in debrief(game, CA, words_of("en"))["terms"]]
    assert told == [("general tariff", "25 %"), ("dairy access", "+1.5 % of the market")]
