"""The first morning: types and clocks from luck, the rest from the scenario's [start]."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.dispute.start import opening_state
from negotiation.politics.coalition import SOLIDARITY
from tests.dispute.cases import (
    ALLY,
    BORDER,
    CA,
    CA_CONSUMER,
    DAIRY,
    US,
    US_GENERAL,
    even_luck,
    game_with,
    points,
    state_of,
)

TYPES = {
    name: {"name": name, "probability": share, "source": "assumption"}
    for name, share in (("mild", 0.25), ("hard", 0.5), ("wild", 0.25))
}
HIDDEN = {"countries.us.types": TYPES, "countries.us.known": False}
CLOCK = {"countries.ca.clock": {"earliest": 4, "latest": 7, "source": "assumption"}}


def morning(changes, **starts):
    """The first morning of worlds whose start draws of one seat are given."""
    game = game_with(changes)
    ((place, draws),) = starts.items()
    luck = even_luck(game, len(draws))
    start = luck.start.copy()
    start[:, int(place[1:])] = draws
    return opening_state(game, replace(luck, start=start))


def test_a_government_is_the_first_type_whose_share_its_draw_falls_into():
    state = morning(HIDDEN, _1=[0.0, 0.24, 0.26, 0.74, 0.76, 0.99])
    assert state.type[:, US].tolist() == [0, 0, 1, 1, 2, 2]
    assert state.type[:, CA].tolist() == [0] * 6


def test_a_clock_is_drawn_evenly_between_its_first_and_last_week():
    state = morning(CLOCK, _2=[0.0, 0.24, 0.26, 0.51, 0.76, 0.99])
    assert state.clock[:, CA].tolist() == [4, 4, 5, 6, 7, 7]
    assert state.clock[:, US].tolist() == [31] * 6  # without a clock, after the horizon


def test_a_hidden_type_is_believed_as_the_prior_says_a_known_one_is_known():
    hidden = morning(HIDDEN, _1=[0.1, 0.9])
    assert hidden.type_belief[CA].tolist() == [[0.25, 0.5, 0.25]] * 2
    known = morning(HIDDEN | {"countries.us.known": True}, _1=[0.1, 0.9])
    assert known.type_belief[CA].tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    assert known.type_belief[US].tolist() == [[1.0], [1.0]]


def test_the_start_is_laid_out_as_the_file_says():
    start = {
        "start.levels": {"ca_consumer": 1},
        "start.threats": {"us_general": {"level": 1, "due": 5, "issue": "border", "option": "strict"}},
        "start.settled": {"dairy": "slice"}, "start.stances": {"mexico": "solidarity"}, "start.talks": "suspended",
        "start.belief": {"ca": {"emergency": 0.9}}, "allies": {"mexico": ALLY},
        "countries.ca.commitments": {
            "border": {"issue": "border", "most": "plan", "cost": points(0.1), "words": "no strict controls"},
            "dairy": {"issue": "dairy", "most": "slice", "cost": points(0.1), "words": "a slice", "made": True},
        },
    }  # fmt: skip
    state = state_of(game_with(start))
    assert state.level.tolist() == [[0, 1]]
    assert state.code.tolist() == [2]  # Mexico counts last
    assert (state.threat_level[0, US_GENERAL], state.threat_due[0, US_GENERAL]) == (1, 5)
    assert (state.threat_issue[0, US_GENERAL], state.threat_option[0, US_GENERAL]) == (BORDER, 2)
    assert state.threat_level[0, CA_CONSUMER] == -1
    assert (state.settled[0, DAIRY], state.stance.tolist(), state.talks.tolist()) == (1, [[SOLIDARITY]], [1])
    assert state.carried[0].tolist() == [pytest.approx([3.6, 2.4]), pytest.approx([1.6, 2.4])]
    assert (state.seen_threats == 4.0).all()
    assert state.committed.tolist() == [[2, 0]]


def test_otherwise_nothing_has_happened():
    state = state_of(game_with({"start.levels": {}}), 3)
    assert state.open.all()
    assert not state.level.any()
    assert (state.threat_level == -1).all()
    assert (state.offer == -1).all()
    assert (state.hit < -52).all()
    assert np.isnan(state.opening_worth).all()
    assert state.approval[0].tolist() == [0.5, 0.5, 0.46, 0.5]
