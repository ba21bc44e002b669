"""The protocol: turns, deals, reserved values, and that sessions do not know of each other."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table import play
from negotiation.bargaining.table.measures import landmarks, measures
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Tactic
from negotiation.bargaining.table.play import play_sessions, setting_of
from negotiation.bargaining.table.tournament import tournament
from negotiation.bargaining.tactics.acceptance import AcceptConstant, AcceptLate, AcceptWanted
from negotiation.bargaining.tactics.choices import Nearest, Offer
from negotiation.bargaining.tactics.registry import ACCEPTANCES, MODELS, OFFERINGS, tactic_of
from negotiation.bargaining.tactics.wants import Polynomial

from .small import pie, two_issues

HARDLINER, LINEAR = tactic_of("hardliner"), tactic_of("linear")
EASY = Tactic(OFFERINGS["hardliner"], AcceptConstant(0.0))


def test_the_first_speaker_cannot_accept_before_an_offer():
    played = play_sessions(setting_of(pie(4), 3, first=0), (EASY, HARDLINER))
    # Seat 0 asks for all; seat 1 refuses and asks for all; seat 0 takes nothing, in round 1.
    assert (played.round[0], played.accepter[0]) == (1, 0)
    assert played.course(0) == [(0, 0, 4), (0, 1, 0)]


def test_the_second_speaker_accepts_in_the_first_round():
    played = play_sessions(setting_of(pie(4), 3, first=1), (EASY, HARDLINER))
    assert (played.round[0], played.accepter[0], played.package[0]) == (0, 0, 0)


def test_no_deal_in_n_rounds_is_none():
    played = play_sessions(setting_of(pie(4), 7), (HARDLINER, HARDLINER))
    assert (played.package[0], played.round[0]) == (NONE, 7)
    assert np.isnan(played.utilities).all()
    assert len(played.course(0)) == 14


def test_two_linear_sides_by_hand():
    # Ten slices, 9 rounds, t = .1, .2, ...: both want 1 - t less .0001, so nine slices first, one less each round.
    # Seat 1, second, is offered 1 slice in round 0; in round 4 it wants .5 - .0001 and is offered 5 slices: it accepts.
    played = play_sessions(setting_of(pie(10), 9), (LINEAR, LINEAR))
    assert played.course(0)[:4] == [(0, 0, 9), (0, 1, 1), (1, 0, 8), (1, 1, 2)]
    assert (played.round[0], played.accepter[0]) == (4, 1)
    assert played.utilities[0].tolist() == [0.5, 0.5]


def test_without_agreement_a_session_is_worth_what_no_deal_leaves():
    # The first side's reservation .1, halved over the whole time.
    played = play_sessions(setting_of(two_issues(), 5), (HARDLINER, HARDLINER))
    assert played.discounted[0] == pytest.approx([0.05, 0.0])


def test_nobody_signs_below_its_reserved_value():
    # Even a side that would accept anything late refuses what is worth less than it has reserved.
    setting = replace(setting_of(pie(10), 9), reserved=np.array([[0.3, 0.0]]))
    anything = Tactic(OFFERINGS["linear"], AcceptLate(0.0))
    played = play_sessions(setting, (anything, HARDLINER))
    assert not played.agreed[0]


def test_ties_go_to_the_first_enumerated_unless_told():
    # Both issues weigh the same to this side: (none, all), (half, half), (all, none) are worth .5.
    domain = replace(two_issues(), profiles=(replace(two_issues().profiles[0], weights=(0.5, 0.5)),) * 2)
    wanted = np.array([0.5])
    assert domain.options_of(int(Menu(domain, 0).nearest_above(wanted)[0])) == ("none", "all")
    last_first = Menu(domain, 0, ties=-np.arange(9))
    assert domain.options_of(int(last_first.nearest_above(wanted)[0])) == ("all", "none")


def test_a_package_hardly_below_what_is_wanted_stands_for_it():
    menu = Menu(pie(10), 0)
    assert menu.nearest_above(np.array([0.3 + 5e-7, 0.3 + 5e-6, 0.31, 1.1])).tolist() == [3, 4, 4, NONE]


def test_of_two_packages_hardly_apart_the_nearer_stands():
    scale = ((0.3, 0.3000006, 1.0),)
    issue = replace(pie(2).issues[0], scale=())
    sides = tuple(replace(side, evaluations=scale) for side in pie(2).profiles)
    menu = Menu(replace(pie(2), issues=(issue,), profiles=sides), 0)
    assert menu.nearest_above(np.array([0.3000002, 0.3000004])).tolist() == [0, 1]


def test_a_deal_is_discounted_by_the_time_it_took():
    # Agreed in round 4 of 9, t = .5: half the pie, times .64^.5 for the first side.
    domain = pie(10)
    impatient = replace(domain, profiles=(replace(domain.profiles[0], discount=0.64), domain.profiles[1]))
    played = play_sessions(setting_of(impatient, 9), (LINEAR, LINEAR))
    assert played.discounted[0] == pytest.approx([0.4, 0.5])


def test_luck_is_that_of_the_session_whatever_else_is_played(monkeypatch):
    setting = setting_of(pie(120), 40, sessions=6)
    pair = tactic_of("random_tit_for_tat"), tactic_of("linear")
    together = play_sessions(setting, pair)
    assert len({tuple(offers) for offers in together.offers[0].tolist()}) > 1
    monkeypatch.setattr(play, "MOST_TOGETHER", 2)
    assert (play_sessions(setting, pair).offers == together.offers).all()
    other_luck = play_sessions(replace(setting, seed=1), pair)
    assert (other_luck.offers != together.offers).any()


NAMES = [f"{offering}+{accepting}" for offering in OFFERINGS for accepting in ("ac_next", "ac_combi")]
NAMES += [f"{offering}+{model}" for offering in ("boulware", "trade_off") for model in MODELS]


@pytest.mark.parametrize("name", NAMES)
def test_sessions_do_not_depend_on_what_is_played_together(name, monkeypatch):
    setting = setting_of(two_issues(), 12, first=[0, 1, 0, 1, 1], sessions=5)
    together = play_sessions(setting, (tactic_of(name), tactic_of("random_tit_for_tat")))
    monkeypatch.setattr(play, "MOST_TOGETHER", 2)
    apart = play_sessions(setting, (tactic_of(name), tactic_of("random_tit_for_tat")))
    assert (together.offers == apart.offers).all()
    assert (together.package == apart.package).all()


@pytest.mark.parametrize("name", NAMES)
def test_every_tactic_keeps_to_the_rules(name):
    setting = setting_of(two_issues(), 15, first=[0, 1], sessions=2)
    played = play_sessions(setting, (tactic_of(name), tactic_of("linear")))
    for session in (0, 1):
        course = played.course(session)
        assert [seat for _, seat, _ in course] == [(session + turn) % 2 for turn in range(len(course))]
        if played.agreed[session]:
            assert played.package[session] == course[-1][2]
            assert played.accepter[session] == 1 - course[-1][1]
    own = played.offers[0][played.offers[0] != NONE]
    assert (setting.domain.utilities[own, 0] >= setting.reserved[0, 0]).all()


@settings(deadline=None, max_examples=25)
@given(exponents=st.tuples(st.floats(0.2, 5.0), st.floats(0.2, 5.0)), rounds=st.integers(2, 30))
def test_seats_swap_with_the_domain(exponents, rounds):
    domain = two_issues()
    swapped = replace(domain, profiles=domain.profiles[::-1])
    pair = tuple(Tactic(Offer(Polynomial(one), Nearest()), AcceptWanted()) for one in exponents)
    there = play_sessions(setting_of(domain, rounds, first=0), pair)
    back = play_sessions(setting_of(swapped, rounds, first=1), pair[::-1])
    assert there.package[0] == back.package[0]
    assert (there.offers[0] == back.offers[1]).all()


def test_sessions_may_differ_in_exponent_and_reservation():
    setting = replace(setting_of(pie(100), 50, sessions=3), reserved=np.array([[0.0, 0.0], [0.4, 0.0], [0.0, 0.0]]))
    patient = Tactic(Offer(Polynomial(np.array([1.0, 1.0, 4.0])), Nearest()), AcceptWanted())
    took = play_sessions(setting, (patient, LINEAR)).utilities[:, 0]
    # A reservation and patience both get more, each against the same other.
    assert took[1] > took[0]
    assert took[2] > took[0]


def test_measures_by_hand():
    setting = setting_of(pie(10), 9, first=[0, 1], sessions=2)
    found = measures(play_sessions(setting, (LINEAR, HARDLINER)), landmarks(pie(10)))
    assert (found.sessions, found.agreement, found.rounds) == (2, 0.0, 9.0)
    agreed = measures(play_sessions(setting, (LINEAR, LINEAR)), landmarks(pie(10)))
    assert (agreed.agreement, agreed.to_nash, agreed.to_frontier) == (1.0, 0.0, 0.0)
    # Both speak first once; either way 5 slices each are accepted in the fifth round.
    assert agreed.rounds == 5.0


def test_a_tournament_plays_every_ordered_pair():
    pairs = [(first, second) for first, second, _ in tournament(setting_of(pie(4), 5), [("a", LINEAR), ("b", EASY)])]
    assert pairs == [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]


@pytest.mark.parametrize("changed", [{"rounds": 0}, {"sessions": 0}, {"first": 2}])
def test_impossible_settings_are_named(changed):
    with pytest.raises(BargainingError, match="got"):
        setting_of(**{"domain": pie(2), "rounds": 3, **changed})


def test_three_sides_do_not_bargain_here():
    domain = pie(2)
    with pytest.raises(BargainingError, match="two sides"):
        setting_of(replace(domain, profiles=(*domain.profiles, domain.profiles[0])), 3)


def test_every_acceptance_has_a_name():
    assert {type(piece).__name__ for piece in ACCEPTANCES.values()} >= {"AcceptNext", "AcceptCombined"}
