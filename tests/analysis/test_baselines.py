"""What one would say without a model: worked by hand, and where the model says no more."""

import pytest

from negotiation.analysis.baselines import NASH, NOTHING, baselines
from negotiation.dispute.game import build_game
from negotiation.dispute.worth import COMPONENTS
from negotiation.report.baselines import baselines_of, no_better_sentence, spoken
from negotiation.scenario import read_scenario


@pytest.fixture(scope="module")
def game():
    """The teaching case: a US tariff is in force on the first morning."""
    return build_game(read_scenario("teaching-first-numbers"))


def test_nothing_changes_costs_what_the_tariff_in_force_does(game):
    found = baselines(game)[NOTHING]
    assert found["outcome"] == "one-sided: us"
    # Phased in at 1/26 a week, 30 weeks of 52 feel (30 - 25 (1 - (25/26)^30)) / 52 = 0.2444 of the long run's year.
    scenario = game.scenario
    code = sum(int(game.strides[list(scenario.measures).index(key)]) * n for key, n in scenario.start.levels.items())
    lasting = game.tables.components_by_code[code, scenario.sides.index("ca"), COMPONENTS.index("welfare")]
    assert found["welfare"]["ca"] == pytest.approx(0.2444 * lasting, rel=1e-3)
    assert found["welfare"]["ca"] < -0.1


def test_the_nash_point_ends_the_tariffs(game):
    found = baselines(game)[NASH]
    assert found["outcome"] == "comprehensive deal"
    assert found["welfare"]["ca"] > baselines(game)[NOTHING]["welfare"]["ca"]


def summary(deals, worlds, war=0):
    """A run with so many comprehensive deals, the rest standoffs but for some wars."""
    counts = {"comprehensive deal": deals, "standoff": worlds - deals - war, "trade war": war}
    still = {"outcome": "standoff", "welfare": {"us": -0.1}}
    return {
        "worlds": worlds,
        "outcomes": {name: {"count": count} for name, count in counts.items()},
        "countries": {"us": {"name": "United States"}},
        "means": {"welfare_us": {"mean": -0.2, "low": -0.3, "high": -0.15}},
        "reference": {"baselines": {NOTHING: still, NASH: None}},
    }


def test_the_model_beats_what_lies_outside_its_interval():
    found = baselines_of(summary(200, 1000, war=100))
    assert found.heads == ("This model", "Nothing changes", "A coin toss")
    cells = dict(found.rows)
    # 0.2 happens: 0.2 x 0.8 = 0.16 for who says so, 0.2 for who says never, 0.25 for a coin.
    assert cells["a comprehensive deal"] == ("20.0 % (17.6 to 22.6) [0.16]", "0 % [0.20]", "50 % [0.25]")
    assert cells["welfare, United States"][1:] == ("−0.100", "nothing")
    assert found.no_better == ()


def test_a_coin_and_nothing_are_not_beaten_where_they_say_as_much():
    found = baselines_of(summary(505, 1000))
    assert ("A coin toss", "a comprehensive deal") in found.no_better
    assert ("Nothing changes", "a trade war") in found.no_better
    assert "does not beat 'nothing changes' on a trade war" in no_better_sentence(found)
    assert "nor 'a coin toss' on any deal" in no_better_sentence(found)


def test_one_line_says_it_and_old_runs_say_nothing():
    assert spoken(summary(200, 1000)).startswith("Without a model: nothing changes: Standoff; a coin toss: half. ")
    old = {**summary(1, 2), "reference": {"unit": "points"}}
    assert (baselines_of(old), spoken(old)) == (None, "")
