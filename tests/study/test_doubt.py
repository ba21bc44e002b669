"""Guesses as uncertainties, and the indices of functions whose indices are published."""

import re

import numpy as np
import pytest

from negotiation.dispute.game import build_game
from negotiation.model.dispute import play_block
from negotiation.scenario import ScenarioError, read_scenario
from negotiation.scenario.changes import changed
from negotiation.scenario.priors import MOST, RULE, priors, ruled_prior, stated_prior
from negotiation.scenario.quantity import Fraction, Quantity, Weeks
from negotiation.scenario.read import validated
from negotiation.study.doubt.indices import FIRST, SIZE, TOTAL, morris_indices, sobol_indices
from negotiation.study.doubt.parameters import uncertainties
from negotiation.study.errors import StudyError
from negotiation.study.plan import Design, Uncertainty
from negotiation.study.plan.design import levels_of

SCENARIO = read_scenario("us-canada-briefing")
NAMES = ["x1", "x2", "x3", "idle"]
# Ishigami & Homma (1990) with a = 7, b = 0.1; the indices as in Saltelli et al. (2008), Global Sensitivity Analysis.
ISHIGAMI_FIRST = (0.3139, 0.4424, 0.0, 0.0)
ISHIGAMI_TOTAL = (0.5576, 0.4424, 0.2437, 0.0)


def ishigami(levels):
    """The function at levels of four even distributions from -pi to pi; the fourth does nothing."""
    even = Uncertainty(path="x", low=-np.pi, high=np.pi)
    x = [even.at(column) for column in levels.T]
    return np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def test_sobol_indices_of_ishigamis_function():
    levels = levels_of(4, Design(uncertainties="saltelli", states=1024), seed=1)
    found = sobol_indices(NAMES, ishigami(levels)[:, None])
    for index, published in ((FIRST, ISHIGAMI_FIRST), (TOTAL, ISHIGAMI_TOTAL)):
        rows = [each for each in found if each.index == index]
        assert [each.value for each in rows] == pytest.approx(published, abs=0.03)
        assert all(each.low <= true <= each.high for each, true in zip(rows, published, strict=True))
        assert rows[3].low <= 0.0 <= rows[3].high
    assert [each.value for each in found if each.index == TOTAL][3] == 0.0


def test_luck_widens_the_intervals():
    levels = levels_of(4, Design(uncertainties="saltelli", states=512), seed=1)
    exact = ishigami(levels)[:, None] + np.zeros((1, 30))
    # Luck that decides how much the first number counts: which worlds are drawn moves its index.
    lucky = exact + 3.0 * np.random.default_rng(1).normal(size=30)[None, :] * np.sign(levels[:, :1] - 0.5)
    widths = [
        next(each.high - each.low for each in sobol_indices(NAMES, worlds) if each.index == TOTAL)
        for worlds in (exact, lucky)
    ]
    assert widths[1] > 1.1 * widths[0]


def test_morris_finds_what_does_nothing_and_what_does_twice_as_much():
    levels = levels_of(3, Design(uncertainties="morris", states=8), seed=1)
    line = 2.0 * levels[:, 0] + levels[:, 1]
    size = [each for each in morris_indices(NAMES[:3], levels, line[:, None]) if each.index == SIZE]
    assert [each.value for each in size] == pytest.approx([2.0, 1.0, 0.0])
    assert size[2].low <= 0.0 <= size[2].high


def test_half_to_double_within_the_kind():
    weight = Quantity(value=10.0, unit="points", source="assumption")
    assert (ruled_prior("a", weight).low, ruled_prior("a", weight).high) == (5.0, 20.0)
    price = Quantity(value=-0.5, unit="points", source="assumption")
    assert (ruled_prior("a", price).low, ruled_prior("a", price).high) == (-1.0, -0.25)
    # Even odds halved are 1 to 2, doubled 2 to 1.
    share = Fraction(value=0.5, unit="share", source="assumption")
    assert (ruled_prior("a", share).low, ruled_prior("a", share).high) == pytest.approx((1 / 3, 2 / 3))
    weeks = Weeks(value=3, unit="weeks", source="assumption")
    assert (ruled_prior("a", weeks).low, ruled_prior("a", weeks).high) == (2, 6)


def test_a_stated_range_stands_and_must_hold_the_value():
    stated = Quantity(value=10.0, unit="points", source="two studies", range=(2.0, 70.0))
    assert (stated_prior("a", stated).low, stated_prior("a", stated).high) == (2.0, 70.0)
    with pytest.raises(ValueError, match=r"range must be .* around the value 10, got"):
        Quantity(value=10.0, unit="points", source="two studies", range=(11.0, 70.0))


def test_stated_ranges_come_first_also_of_what_is_no_guess():
    table = SCENARIO.model_dump(mode="json")
    table["talks"]["cooling"] |= {"range": [1, 8], "source": "measured"}
    other = type(SCENARIO).model_validate(table)
    found = next(each for each in priors(other) if each.path == "talks.cooling")
    assert (found.low, found.high, found.whole, found.source) == (1, 8, True, "measured")
    ruled = [each.source == RULE for each in priors(other)]
    assert ruled == sorted(ruled)  # stated ones first
    assert other.content_hash() != SCENARIO.content_hash()


def test_what_has_no_range_is_told_as_before():
    assert set(SCENARIO.economy.phase_in.model_dump()) == {"value", "unit", "source"}


def test_some_tens_of_numbers_and_the_middle_is_the_value():
    found = priors(SCENARIO)
    assert 20 <= len(found) <= MOST
    assert "countries.us.clock.latest" in [each.path for each in found]
    for prior, each in zip(found, uncertainties(SCENARIO).values(), strict=True):
        assert prior.low < prior.high
        assert prior.low <= prior.value <= prior.high
        if prior.shape == "log-uniform" and not prior.whole:
            assert each.at(np.array([0.5]))[0] == pytest.approx(prior.value)


def test_every_corner_makes_a_scenario():
    table = SCENARIO.model_dump(mode="json")
    for end in (0.0, 1.0):
        drawn = {
            each.path[0]: int(value) if each.whole else float(value)
            for each in uncertainties(SCENARIO).values()
            for value in each.at(np.array([end]))
        }
        assert validated(changed(table, drawn, "x"), "x")


def test_what_is_no_parameter():
    with pytest.raises(StudyError, match=r"unknown parameter 'countries.us.clok'; did you mean 'countries.us.clock"):
        uncertainties(SCENARIO, ["countries.us.clok"])


NUMBER = {"value": 1.0, "unit": "u", "source": "s", "range": [0.5, 2.0], "range_source": "t"}


def test_setting_a_number_forgets_its_range():
    assert set(changed({"a": NUMBER}, {"a": 5.0}, "x")["a"]) == {"value", "unit", "source"}
    week = changed(SCENARIO.model_dump(mode="json"), {"countries.us.clock.latest": 200}, "x")
    clock = validated(week, "x").countries["us"].clock
    assert (clock.latest, clock.latest_range, clock.range_source) == (200, None, None)
    # Half to double again.
    assert next(each for each in priors(validated(week, "x")) if each.path == "countries.us.clock.latest").high == 400


def test_a_variant_with_another_value_has_another_range(tmp_path):
    (tmp_path / "mine.toml").write_text(
        'extends = "us-canada-briefing.toml"\n[summit]\nchance = { value = 0.5 }\n[countries.us.clock]\nlatest = 30\n'
    )
    mine = read_scenario(tmp_path / "mine.toml")
    assert SCENARIO.summit.chance.range == (0.005, 0.06)
    assert (mine.summit.chance.range, mine.countries["us"].clock.latest_range) == (None, None)


def test_ranges_move_no_result():
    plain = read_scenario("teaching-first-numbers")
    table = plain.model_dump(mode="json")
    table["summit"]["chance"] |= {"range": [0.0, 0.9], "range_source": "assumption"}
    blocks = [play_block(build_game(each), 1, range(4), 0) for each in (plain, validated(table, "x"))]
    assert blocks[0].worlds["welfare_us"].tolist() == blocks[1].worlds["welfare_us"].tolist()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"range": [2, 3]}, "range must be [low, high] around the value 0.02, got [2.0, 3.0]"),
        ({"range": [0.03, 0.01]}, "range must be [low, high] around the value 0.02, got [0.03, 0.01]"),
        ({"range": None}, "range_source needs a range beside it; got none"),
    ],
)
def test_what_is_no_range(entry, sentence):
    table = SCENARIO.model_dump(mode="json")
    table["summit"]["chance"] |= entry
    with pytest.raises(ScenarioError, match=re.escape(f"x: summit.chance: {sentence}")):
        validated(table, "x")


def test_what_is_no_range_of_a_deadline():
    table = SCENARIO.model_dump(mode="json")
    table["countries"]["us"]["clock"]["latest_range"] = [80, 90]
    with pytest.raises(ScenarioError, match=r"latest_range must be \[low, high\] around latest \(70\), got \[80, 90\]"):
        validated(table, "x")
