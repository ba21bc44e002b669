"""A record hidden and held against what is foretold."""

from datetime import date

import numpy as np
import pytest

from negotiation.dispute.game import build_game
from negotiation.dispute.luck import draw
from negotiation.model.resumption import resumed
from negotiation.scenario import read_scenario
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.record import read_record
from negotiation.study.held_out.backtest import held_against
from negotiation.study.held_out.baselines import CARRIED, MODEL, NOTHING, PAST
from negotiation.study.held_out.course import recorded, simulated
from negotiation.study.held_out.origin import origin, origins_of

UNTIL = date(2025, 4, 9)


@pytest.fixture(scope="module")
def record():
    return read_record("us-canada-record-moves")


@pytest.fixture(scope="module")
def begin(record):
    return origin(record, read_scenario("us-canada-record"), UNTIL, 0)


@pytest.fixture(scope="module")
def held(record, begin):
    return held_against(recorded(record), simulated(begin, 60, 7, 26))


def test_what_came_later_is_not_known_at_an_origin(begin):
    assert max(move.date for move in begin.history.moves) == UNTIL
    assert max(rate.since for rate in begin.played.observed.rates) <= UNTIL
    assert begin.played.moves == ()


def test_two_months_apart_while_four_weeks_are_left(record):
    assert [day.isoformat() for day in origins_of(record)] == ["2025-01-25", "2025-03-25", "2025-05-25", "2025-07-25"]


def test_the_levels_at_an_origin_are_the_records(begin):
    """9 April: 25 % less the USMCA's goods and 10 % on energy, metals, cars; both counter-lists."""
    game = build_game(begin.played)
    dispute = resumed(game, begin.history, begin.begins, draw(game.scenario, 3, range(8)))
    while dispute.week < begin.begins:
        dispute.step()
    names = {
        key: {measure.levels[number].name for number in dispute.state.level[:, place]}
        for place, (key, measure) in enumerate(game.scenario.measures.items())
    }
    assert names["us_general"] == {"25 % with USMCA goods exempt"}
    assert names["us_metals"] == {"25 %"}
    assert names["ca_industry"] == {"25 % on metals and cars"}
    assert names["us_copper"] == {"none"}
    assert (dispute.state.clock >= begin.begins).all()  # nobody has left, so nobody's time was up


def test_the_first_forecast_week_begins_from_what_was_observed(held):
    """Before anybody has moved, a forecast is the rate on the origin's day."""
    now = held.model.at_origin
    assert np.median(held.model.rates[0], axis=-1) == pytest.approx(now, abs=0.02)
    assert now == pytest.approx(held.observed[0], abs=0.3)  # 9 April is a Wednesday; the week after holds it whole


def test_nothing_changes_is_the_distance_of_what_followed_from_today(held):
    gap = np.abs(held.observed - held.model.at_origin)
    assert held.scored[NOTHING].crps == pytest.approx(gap)
    assert held.scored[NOTHING].brier["us: threat carried out"].tolist() == held.happened[
        "us: threat carried out"
    ].astype(float).tolist()


def test_what_happened_is_read_from_the_records_moves(held):
    """From the week of 14 April: metals raised on 4 June (week 28), 35 % carried out on 1 August (week 36)."""
    assert held.happened["us: threat carried out"].tolist() == [False, False, False, True, False]
    assert held.happened["us: new or higher tariff"].tolist() == [False, True, False, True, True]
    assert held.happened["talks broken off"].tolist() == [False, False, True, False, False]


def test_without_a_standing_threat_every_threat_carried_out_foretells_none(held):
    assert held.model.threats == []
    assert held.scored[CARRIED].chances["us: threat carried out"].tolist() == [0.0] * 5


def test_the_rate_of_the_past_counts_weeks(held):
    """Threats of the US were carried out in weeks 15, 16 and 19 of 20: 3.5/21 a week, in four weeks 1 - (17.5/21)^4."""
    assert held.scored[PAST].chances["us: threat carried out"] == pytest.approx([1 - (17.5 / 21) ** 4] * 5)


def test_luck_makes_worlds_differ(held):
    assert np.ptp(held.model.rates[-1], axis=-1).max() > 1.0
    assert 0.0 < held.scored[MODEL].chances["us: exemption or easing"].mean() < 1.0


def test_a_day_after_the_record_leaves_nothing_to_score(record):
    with pytest.raises(ScenarioError, match="must lie in the record"):
        origin(record, read_scenario("us-canada-record"), date(2026, 1, 1), 0)
