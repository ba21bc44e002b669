"""Luck is data: the same for a world in every range, each channel for itself, and as evenly spread as it says."""

from dataclasses import fields

import numpy as np
import pytest

from negotiation.dispute.luck import SERIES, Luck, channels, draw
from negotiation.scenario import Scenario, read_scenario, validated
from tests.dispute.cases import ALLY, TEACHING, changed, points

WORLDS = 1500
ASSENT = {"chance": points(0.5), "gain": points(0.0), "stance": points(0.0)}
ELECTION = {key: points(1) for key in ("floor", "campaign", "rest", "swing", "renewal", "turnover", "eve", "heed")}
QUEBEC = {"name": "Quebec", "country": "ca", "places": ["QC"]}
PROVINCE = {"name": "Alberta", "kind": "province", "threshold": points(0.5), "vote": points(0.02)}
Z = 4.0  # standard errors; a fair draw is further off once in 16,000 times


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    one = {"value": 1.0, "unit": "share", "source": "assumption"}
    stay = {"chance": one, "appeal": {"value": 5, "unit": "weeks", "source": "assumption"}, "voided": one}
    at_home = {"countries.ca.institutions": {"alberta": PROVINCE}, "issues.usmca.options.long.needs": "mexico"}
    at_home |= {"countries.ca.election": ELECTION, "provinces": {"quebec": QUEBEC}}
    allies = {"mexico": ALLY | {"assent": ASSENT}, "japan": ALLY | {"regions": ["JPN"]}}
    return changed(TEACHING, at_home | {"allies": allies, "bases.emergency.stay": stay})


@pytest.fixture(scope="module")
def luck(scenario) -> Luck:
    return draw(scenario, 11, range(WORLDS))


def test_a_world_is_the_same_in_every_range(scenario, luck):
    for worlds in (range(417, 418), range(400, 500), range(410, 420)):
        part = draw(scenario, 11, worlds)
        for field in fields(Luck):
            assert np.array_equal(getattr(part, field.name)[417 - worlds.start], getattr(luck, field.name)[417]), (
                field.name
            )


def test_other_worlds_and_other_seeds_meet_other_luck(scenario, luck):
    other = draw(scenario, 12, range(3))
    for field in fields(Luck):
        ours = getattr(luck, field.name)
        assert not np.array_equal(ours[0], ours[1])
        assert not np.array_equal(ours[0], getattr(other, field.name)[0])


@pytest.mark.parametrize(
    ("table", "channel", "kept"), [("constituencies", "polls", 3), ("allies", "allies", 1), ("allies", "dealings", 1)]
)
def test_one_entry_less_at_the_end_of_a_channel_changes_no_other_draw(scenario, luck, table, channel, kept):
    given = scenario.model_dump(mode="python")
    given[table].popitem()
    fewer = draw(validated(given, "fewer"), 11, range(20))
    for field in fields(Luck):
        ours = getattr(luck, field.name)[:20]
        theirs = getattr(fewer, field.name)
        assert np.array_equal(ours[:, : theirs.shape[1]], theirs), field.name
    assert getattr(fewer, channel).shape[1] == kept


@pytest.mark.parametrize("name", [field.name for field in fields(Luck)])
def test_draws_have_the_mean_and_variance_of_their_distribution(scenario, luck, name):
    kind, shape = channels(scenario)[name]
    draws = getattr(luck, name).astype(np.float64)
    assert draws.shape == (WORLDS, *shape)
    mean, variance, kurtosis = (0.5, 1.0 / 12.0, 1.8) if kind == "even" else (0.0, 1.0, 3.0)
    assert abs(draws.mean() - mean) < Z * np.sqrt(variance / draws.size)
    assert abs(draws.var() - variance) < Z * variance * np.sqrt((kurtosis - 1.0) / draws.size)
    if kind == "even":
        assert draws.min() >= 0.0
        assert draws.max() < 1.0


def test_channels_neighbouring_worlds_and_neighbouring_weeks_are_unrelated(luck):
    news = luck.news[:, 0].astype(np.float64)
    polls, conduct = luck.polls[:, 0].astype(np.float64), luck.conduct[:, 0].astype(np.float64)
    for other in (polls, conduct, luck.news[:, 1], np.roll(news, 1, axis=0), np.roll(news, 1, axis=1)):
        assert abs(np.corrcoef(news.ravel(), other.ravel())[0, 1]) < Z / np.sqrt(news.size)


def test_a_weeks_draws_are_those_of_that_week(luck):
    week = luck.in_week(7)
    for name in SERIES:
        assert np.array_equal(getattr(week, name), getattr(luck, name)[:, :, 7])
        assert np.array_equal(getattr(week.of(np.array([3, 1])), name), getattr(luck, name)[[3, 1], :, 7])


def test_swapping_twice_is_no_swap(luck):
    order = np.array([2, 3, 0, 1])
    twice = luck.swapped(order).swapped(order)
    for field in fields(Luck):
        assert np.array_equal(getattr(luck, field.name), getattr(twice, field.name)), field.name


def test_every_scenario_meets_the_same_luck():
    ours = draw(read_scenario(TEACHING), 5, range(3))
    theirs = draw(read_scenario(TEACHING, {"countries.us.payoff.organised": "1"}), 5, range(3))
    assert all(np.array_equal(getattr(ours, field.name), getattr(theirs, field.name)) for field in fields(Luck))
