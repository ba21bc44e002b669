"""Provinces: a measure of their own while it hurts at home, and vetoes of their government's."""

import numpy as np
import pytest

from negotiation.dispute.away import act_away
from negotiation.dispute.decision import Decision
from negotiation.dispute.players import Players
from negotiation.dispute.standing import standings
from negotiation.scenario import ScenarioError
from negotiation.strategies.lifting import OneWorld
from tests.dispute.cases import (
    BORDER,
    CA,
    CA_CONSUMER,
    US,
    US_GENERAL,
    course_of,
    game_with,
    points,
    state_of,
    story,
    view_of,
    week_luck,
)
from tests.laws.cases import changed, played

MOVES = {"measure": "ca_consumer", "pain": points(1.0), "chance": points(0.3), "rest": points(5)}
QUEBEC = {"name": "Quebec", "country": "ca", "places": ["QC"]}


def quebec(**changed):
    """The teaching case in which Quebec, of one dairy constituency, has a mind of its own."""
    return {"provinces": {"quebec": QUEBEC | changed}}


def against(stance):
    """Quebec stands against the counter-tariff."""
    return quebec(stands_against={"ca_consumer": stance}, objection=points(0.05))


class Does:
    """A government that does one thing."""

    def __init__(self, **moves):
        self.moves = moves

    def away(self, view):
        return Decision(**{name: np.array([entry]) for name, entry in self.moves.items()})


def after(changes, draw=0.5, ours=None, theirs=None, **columns):
    """The course after everybody acted away from the table, one province's luck given."""
    game = game_with(changes)
    state = state_of(game, 1, **columns)
    players = Players([ours or Does(), theirs or Does()], [], [])
    course = course_of(game, state, week_luck(game, 1, home={4: draw}), players)
    act_away(course, standings(game, state))
    return course


@pytest.mark.parametrize(("draw", "loss", "acts"), [(0.29, -1.1, 1), (0.31, -1.1, 0), (0.29, -0.9, 0)])
def test_it_acts_where_its_people_have_lost_enough_and_it_gets_round_to_it(draw, loss, acts):
    course = after(quebec(moves=MOVES), draw, week=9, income=[[9.0, loss, 9.0, 9.0]], level=[[1, 0]])
    assert course.state.level.tolist() == [[1, acts]]
    assert (course.state.hit[0, US] == 9) == bool(acts)
    assert [move[1:5] + move[6:] for move in story(course)] == [
        ("quebec", "impose", "ca_consumer", "25 %", "pain_at_home")] * acts  # fmt: skip


def test_it_gives_in_to_a_threat_made_since_and_rests():
    on = {"level": [[1, 1]], "acted": [[6]], "week": 9, "income": [[0.0, -2.0, 0.0, 0.0]]}
    state = after(quebec(moves=MOVES), 0.0, last_threat=[[-99, 7]], **on).state
    assert (state.level.tolist(), state.rested.tolist()) == ([[1, 0]], [[9 + 1 + 5]])
    assert after(quebec(moves=MOVES), 0.0, last_threat=[[-99, 5]], **on).state.level.tolist() == [[1, 1]]
    resting = on | {"level": [[1, 0]], "rested": [[10]]}
    assert after(quebec(moves=MOVES), 0.0, **resting).state.level.tolist() == [[1, 0]]


def test_it_rests_once_its_government_has_given_something():
    on = {"level": [[1, 1]], "acted": [[6]], "week": 9}
    gives = Does(concede_issue=BORDER, concede_option=1)
    course = after(quebec(moves=MOVES), 0.0, ours=gives, **on)
    assert course.state.level.tolist() == [[1, 0]]
    assert ("quebec", "lift", "ca_consumer") in [move[1:4] for move in story(course)]
    assert after(quebec(moves=MOVES), 0.0, limited_week=[8], **on).state.level.tolist() == [[1, 0]]


def test_a_deal_binds_its_measure_too():
    state = after(quebec(moves=MOVES), 0.0, bound=[[False, True]], income=[[0.0, -9.0, 0.0, 0.0]]).state
    assert state.level[0, CA_CONSUMER] == 0


def test_its_government_cannot_set_what_is_the_provinces():
    game = game_with(quebec(moves=MOVES))
    assert (game.measures_of(CA), game.measures_of(US)) == ((), (US_GENERAL,))
    raises = Does(level=[-1, 1], threat=[-1, 1], notice=3)
    state = after(quebec(moves=MOVES), 0.9, ours=raises).state
    assert (state.level[0, CA_CONSUMER], state.threat_level[0, CA_CONSUMER]) == (0, -1)


def test_what_it_blocks_can_be_lowered_but_neither_raised_nor_threatened():
    game = game_with(against("blocks"))
    view = view_of(game, state_of(game), CA)
    assert (view.vetoed.tolist(), view.top.tolist()) == ([False, True], [int(game.top[0]), 0])
    told = OneWorld(view)  # as a plain function sees it
    assert (told.vetoed, told.price_of_raising) == ((False, True), (0.0, 0.0))
    raises = Does(level=[-1, 1], threat=[-1, 1], notice=3)
    state = after(against("blocks"), ours=raises, level=[[1, 0]]).state
    assert (state.level.tolist(), state.threat_level.tolist()) == ([[1, 0]], [[-1, -1]])
    assert after(against("blocks"), ours=Does(level=[-1, 0]), level=[[1, 1]]).state.level.tolist() == [[1, 0]]


def test_what_it_resists_costs_approval_among_its_people_and_is_weighed():
    course = after(against("resists"), ours=Does(level=[-1, 1]), level=[[1, 0]], approval=[[0.5] * 4])
    assert course.state.level.tolist() == [[1, 1]]
    assert course.state.approval.tolist() == [[0.5, pytest.approx(0.45), 0.5, 0.5]]
    assert ("quebec", "object", "ca_consumer") in [move[1:4] for move in story(course)]
    lowered = after(against("resists"), ours=Does(level=[-1, 0]), level=[[1, 1]], approval=[[0.5] * 4])
    assert lowered.state.approval.tolist() == [[0.5] * 4]
    # 5 points of approval among 1 of 3.5 of the country's influence, at .01 points each
    games = game_with({}), game_with(against("resists"))
    gains = [view_of(game, state_of(game, 1, level=[[1, 0]]), CA).prospects.gain_from(1, np.array([1]))[0]
             for game in games]  # fmt: skip
    assert gains[0] - gains[1] == pytest.approx(0.01 * 5 / 3.5)
    assert view_of(games[1], state_of(games[1]), CA).price_of_raising.tolist() == [0.0, pytest.approx(0.01 * 5 / 3.5)]


def test_with_a_veto_the_counter_tariff_never_comes():
    fights = {"start.levels": {"us_general": 1}, "countries.us.strategy.tactic": "hardliner"}
    without, blocked = (played("teaching-first-numbers", fights | case, 100) for case in ({}, against("blocks")))
    peaks = [block.worlds["rate_peak_ca"] for block in (without, blocked)]
    assert peaks[0].max() > 0.0
    assert peaks[1].max() == 0.0


def test_law_a_province_that_neither_acts_nor_objects_changes_no_bit():
    idle = quebec(stands_against={"ca_consumer": "resists"})
    without, told = (played("teaching-first-numbers", case, 100) for case in ({}, idle))
    assert np.array_equal(without.weeks, told.weeks, equal_nan=True)


@pytest.mark.parametrize(("changes", "fault"), [
    (quebec(places=["ON"]), "provinces.quebec.places: unknown place of a constituency 'ON'"),
    (quebec(places=[]), "must name a place, or constituencies, got none"),
    (quebec(stands_against={"us_general": "blocks"}), "unknown measure of 'ca' 'us_general'"),
    (quebec(moves=MOVES | {"level": 2}), "moves.level: must be a level of 'ca_consumer', 1 to 1, got 2"),
    (quebec(moves=MOVES) | {"start.threats": {"ca_consumer": {"level": 1, "due": 3}}}, "is threatened at the start"),
])  # fmt: skip
def test_faults_are_told(changes, fault):
    with pytest.raises(ScenarioError, match=fault):
        changed("teaching-first-numbers", changes)
