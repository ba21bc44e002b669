"""Study files: what they say is played, and what they get wrong is said in one line."""

import numpy as np
import pytest

from negotiation.scenario import ScenarioError
from negotiation.study.errors import StudyError
from negotiation.study.plan import points_of, read_study, stated
from negotiation.study.plan.factors import Lever, Uncertainty
from negotiation.study.plan.points import base_setting, check_paths, scenario_at, seed_at
from negotiation.study.plan.read import folder

WEIGHT = "countries.us.payoff.organised"
LEVER = {"weight": {"path": WEIGHT, "values": [5, 10]}}
DRAWN = {"weight": {"path": WEIGHT, "low": 0.0, "high": 8.0}}


def study(**entries):
    return stated({"name": "trial", "title": "A trial", **entries}, "trial.toml")


def drawn(number, **design):
    terms = ("organised", "revenue", "welfare", "balance", "real_income")[:number]
    factors = {term: {"path": f"countries.us.payoff.{term}", "low": 0.0, "high": 1.0} for term in terms}
    return study(uncertainties=factors, design=design)


def test_every_setting_meets_every_state():
    both = study(
        levers={"sides": {"path": "countries.ca.payoff.organised", "values": [1, 2, 3]}},
        uncertainties=DRAWN, design={"states": 4},
    )  # fmt: skip
    points = points_of(both)
    assert [(point.setting, point.state) for point in points] == [(s, u) for s in range(3) for u in range(4)]
    assert points[1].uncertainties == points[5].uncertainties
    assert points[5].changes == {"countries.ca.payoff.organised": 2, WEIGHT: points[5].uncertainties["weight"]}


@pytest.mark.parametrize(
    ("design", "points"),
    [
        ({"uncertainties": "latin hypercube", "states": 7}, 7),
        ({"uncertainties": "sobol", "states": 8}, 8),
        ({"uncertainties": "saltelli", "states": 8}, 8 * (3 + 2)),
        ({"uncertainties": "saltelli", "states": 8, "second_order": True}, 8 * (2 * 3 + 2)),
        ({"uncertainties": "morris", "states": 5}, 5 * (3 + 1)),
        ({"uncertainties": "full factorial", "levels": 3}, 3**3),
        ({"uncertainties": "fractional factorial", "resolution": 3}, 4),
    ],
)
def test_a_design_has_the_points_its_textbook_says(design, points):
    assert len(points_of(drawn(3, **design))) == points


def test_a_latin_hypercube_has_one_point_in_every_slice():
    values = [point.uncertainties["organised"] for point in points_of(drawn(2, states=10))]
    assert sorted(int(10 * value) for value in values) == list(range(10))


def test_a_fraction_balances_every_pair_of_factors():
    # Resolution IV, 5 factors: 16 points instead of 32; any two factors show all four pairs of levels equally often.
    points = points_of(drawn(5, uncertainties="fractional factorial", resolution=4))
    rows = np.array([list(point.uncertainties.values()) for point in points])
    assert rows.shape == (16, 5)
    for first in range(5):
        for second in range(first):
            _, counts = np.unique(rows[:, [first, second]], axis=0, return_counts=True)
            assert counts.tolist() == [4, 4, 4, 4]


def test_a_fraction_of_levers_takes_two_values_each():
    with pytest.raises(StudyError, match="needs two values of each lever, got \\[3\\]"):
        points_of(study(levers={"a": {"path": WEIGHT, "values": [1, 2, 3]}}, design={"levers": "fractional factorial"}))


def test_a_design_is_the_same_every_time_and_another_under_another_seed():
    first, again, other = (
        points_of(drawn(2, states=4, uncertainties=kind, seed=seed))[0].uncertainties
        for kind, seed in (("sobol", 1), ("sobol", 1), ("sobol", 2))
    )
    assert first == again != other


@pytest.mark.parametrize(
    ("entries", "level", "value"),
    [
        ({}, 0.25, 2.5),  # a quarter of the way from 0 to 10
        ({"distribution": "log-uniform", "low": 0.1}, 0.5, 1.0),  # the geometric mean of 0.1 and 10
        ({"distribution": "triangular", "mode": 10.0}, 0.25, 5.0),  # (5 / 10)^2 = 1/4
        ({"distribution": "normal", "mean": 5.0, "spread": 2.0}, 0.5, 5.0),  # cut evenly on both sides
        ({"whole": True}, 0.999, 10),
        ({"whole": True}, 0.0, 0),
    ],
)
def test_quantiles_of_distributions(entries, level, value):
    uncertainty = Uncertainty(**{"path": WEIGHT, "low": 0.0, "high": 10.0, **entries})
    assert uncertainty.at(np.array([level]))[0] == pytest.approx(value)


def test_whole_numbers_are_equally_likely_to_the_bounds():
    values = Uncertainty(path=WEIGHT, low=1, high=4, whole=True).at((np.arange(400) + 0.5) / 400)
    assert np.unique(values, return_counts=True)[1].tolist() == [100, 100, 100, 100]


def test_a_choice_sets_all_it_names():
    choices = {"mild": {WEIGHT: 1}, "harsh": {WEIGHT: 20, "countries.ca.strategy.ratio": 0.1}}
    asked = study(levers={"manner": {"choices": choices}})
    scenario = scenario_at(asked, points_of(asked)[1])
    assert scenario.countries["us"].payoff.organised.value == 20
    assert scenario.countries["ca"].strategy.ratio.value == 0.1
    assert scenario.countries["us"].payoff.revenue == asked.beneath.countries["us"].payoff.revenue


def test_a_lever_that_makes_no_scenario_is_told_and_the_others_stand():
    asked = study(levers={"first": {"path": "talks.first", "values": ["us", "uk"]}})
    right, wrong = (scenario_at(asked, point) for point in points_of(asked))
    assert right.talks.first == "us"
    assert wrong == "trial: talks.first: unknown country 'uk'; did you mean 'us'?"


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({}, "trial.toml: a study needs levers or uncertainties, got none"),
        (
            {"levers": {"a": {"path": "countries.us.payof.organised", "values": [1]}}},
            "trial: levers.a: countries.us.payof.organised: unknown key 'payof'; did you mean 'payoff'?",
        ),
        (
            {"uncertainties": {"a": {"path": WEIGHT, "low": 1}}},
            "trial.toml: uncertainties.a: a uniform distribution needs its bounds, low and high; got only low",
        ),
        (
            {"uncertainties": {"a": {"path": WEIGHT, "low": 2, "high": 1}}},
            "trial.toml: uncertainties.a: low must be below high, got 2 and 1",
        ),
        (
            {"uncertainties": {"a": {"path": WEIGHT, "lo": 1, "high": 2}}},
            "trial.toml: uncertainties.a: unknown key 'lo'; did you mean 'low'?",
        ),
        (
            {"levers": LEVER, "uncertainties": {"b": DRAWN["weight"]}},
            f"trial.toml: uncertainties.b: got '{WEIGHT}', which levers.weight sets already",
        ),
        (
            {"levers": LEVER, "outcomes": {"deal": {"column": "outcome", "is": "trade war"}},
             "until": {"outcome": "deel", "half_width": 0.1}},
            "trial.toml: until.outcome: unknown outcome 'deel'; did you mean 'deal'?; got 'deel'",
        ),
        (
            {"levers": LEVER, "base": {"weight": 7}},
            "trial.toml: base.weight: unknown setting '7'; known: 5, 10; got '7'",
        ),
        (
            {"uncertainties": DRAWN, "design": {"uncertainties": "sobol", "states": 100}},
            "trial.toml: design: states must be a power of two for sobol, as 128; got 100",
        ),
        ({"levers": LEVER, "scenario": 3}, "trial.toml: scenario: must be a scenario's name or file, got 3"),
        ({"levers": LEVER, "world": 3}, "trial.toml: top level: unknown key 'world'; did you mean 'worlds'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(entries, sentence):
    with pytest.raises(ScenarioError) as error:
        study(**entries)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("name = [", "study.toml: not valid TOML"), (b"name = '\xff'", "study.toml: must be UTF-8 text")],
)
def test_a_file_nobody_can_read_is_one_line(tmp_path, text, sentence):
    (tmp_path / "study.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(StudyError, match=sentence):
        read_study(tmp_path / "study.toml")


def test_a_file_that_is_not_there_names_the_nearest(tmp_path):
    (tmp_path / "energy.toml").write_text("")
    with pytest.raises(StudyError, match=r"unknown file 'enrgy.toml'; did you mean 'energy.toml'"):
        read_study(tmp_path / "enrgy.toml")


def test_a_scenario_beside_the_study_is_found(tmp_path):
    (tmp_path / "mine.toml").write_text(f"extends = '{folder() / 'teaching-first-numbers.toml'}'\nweeks = 9\n")
    (tmp_path / "study.toml").write_text(
        'name = "a"\ntitle = "A"\nscenario = "mine.toml"\n[levers.first]\npath = "talks.first"\nvalues = ["us", "ca"]\n'
    )
    assert read_study(tmp_path / "study.toml").beneath.weeks == 9


def test_words_and_more_worlds_keep_the_fingerprint_and_the_rest_changes_it():
    asked = study(levers=LEVER)
    assert study(levers=LEVER, title="Another", worlds=5).fingerprint() == asked.fingerprint()
    others = (
        study(levers={"weight": {"path": WEIGHT, "values": [5, 11]}}),
        study(levers=LEVER, seed=1),
        study(levers=LEVER, luck="own"),
        study(levers=LEVER, scenario="us-canada-record"),
        study(levers=LEVER, outcomes={"deal": {"column": "outcome", "is": "trade war"}}),
    )
    assert len({other.fingerprint() for other in others} | {asked.fingerprint()}) == 6


def test_the_same_luck_at_every_point_unless_asked():
    assert seed_at(study(levers=LEVER), 0) == seed_at(study(levers=LEVER), 1) == 2025
    own = study(levers=LEVER, luck="own")
    assert len({seed_at(own, 0), seed_at(own, 1), 2025}) == 3


def test_the_base_is_the_setting_named():
    assert base_setting(study(levers=LEVER)) == 0
    assert base_setting(study(levers=LEVER, base={"weight": 10})) == 1


@pytest.mark.parametrize("path", sorted((folder() / "studies").glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_study_can_be_played(path):
    asked = read_study(path.stem)
    check_paths(asked)
    assert asked.name == path.stem
    assert [scenario_at(asked, point) for point in points_of(asked) if isinstance(scenario_at(asked, point), str)] == []


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        ({"first": 0, "step": 5, "last": 20}, (0, 5, 10, 15, 20)),
        ({"first": 0.0, "step": 0.1, "last": 0.3}, (0.0, 0.1, 0.2, 0.3)),
        ({"first": 3, "step": -2, "last": 0}, (3, 1)),
    ],
)
def test_values_in_steps(steps, values):
    assert Lever(path="a", values=steps).values == pytest.approx(values)


@pytest.mark.parametrize(
    "steps",
    [{"first": 0, "last": 3}, {"first": 0, "step": -1, "last": 3}, {"first": "a", "step": 1, "last": 3},
     {"first": 1, "step": 1, "last": float("inf")}, {"first": 0, "step": 1e-9, "last": 1}],
)  # fmt: skip
def test_steps_that_lead_nowhere(steps):
    with pytest.raises(ValueError, match="values in steps"):
        Lever(path="a", values=steps)
