"""Scenario discovery on worlds whose box is known, and a scenario as a model of the EMA workbench."""

import json
import warnings

import numpy as np
import pandas as pd
import pytest

from negotiation.scenario import read_scenario
from negotiation.study.doubt.discovery import found_firmly, measured
from negotiation.study.doubt.parameters import uncertainties
from negotiation.study.doubt.peeling import ENDS, HIGH, LOW, bounds_set, firm, inside
from negotiation.study.plan import Lever, Uncertainty
from tests.study.points import SMALL, WEIGHT, crew, small_study


def worlds(states, each, seed):
    """War in 90 % of worlds with patience below 0.3 under a hawk, in 5 % of others; noise does nothing."""
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame({"point": np.repeat(np.arange(states), each)})
    rows["patience"], rows["noise"] = np.repeat(rng.random((2, states)), each, axis=1)
    rows["weeks"] = np.repeat(rng.integers(1, 60, states), each)
    rows["type_us"] = rng.choice(["dove", "hawk"], len(rows))
    hot = (rows["patience"] < 0.3) & (rows["type_us"] == "hawk")
    rows[ENDS] = rng.random(len(rows)) < np.where(hot, 0.9, 0.05)
    return rows


def test_what_a_box_is_worth_by_hand():
    rows = pd.DataFrame({"point": [0, 0, 1, 1], "x": [0.1, 0.1, 0.9, 0.9], ENDS: [True, False, True, False]})
    box = measured(rows, {"x": (-np.inf, 0.5)}, {"x": 1.0})
    assert (box.coverage.value, box.density.value, box.mass) == (0.5, 0.5, 0.5)


def test_words_and_bounds_hold_together():
    rows = worlds(10, 10, 1)
    found = inside(rows, {"patience": (-np.inf, 0.3), "type_us": ("hawk",)})
    assert found.tolist() == ((rows["patience"] <= 0.3) & (rows["type_us"] == "hawk")).tolist()


def test_bounds_that_are_seldom_set_again_are_dropped():
    limits = {"x": (0.2, 0.9), "y": (-np.inf, 3.0), "type_us": ("hawk",), "type_ca": ("dove",)}
    assert bounds_set(limits) == {("x", LOW), ("x", HIGH), ("y", HIGH), ("type_us", LOW), ("type_ca", LOW)}
    often = {("x", LOW): 0.3, ("x", HIGH): 0.8, ("y", HIGH): 0.7, ("type_us", LOW): 1.0, ("type_ca", LOW): 0.0}
    assert firm(limits, often) == {"x": (-np.inf, 0.9), "type_us": ("hawk",)}


@pytest.mark.slow
def test_prim_finds_the_box_that_was_made(monkeypatch):
    monkeypatch.setattr("negotiation.study.doubt.peeling.HALVES", 5)
    limits, how_firm = found_firmly(worlds(100, 20, 1))
    # Weeks and noise do nothing: whatever is peeled off by them is not set again.
    assert set(limits) == set(how_firm) == {"patience", "type_us"}
    assert how_firm["type_us"] == 1.0
    assert limits["type_us"] == ("hawk",)
    assert limits["patience"][1] == pytest.approx(0.3, abs=0.06)
    other = worlds(100, 30, 2)
    box = measured(other, limits, how_firm)
    # In the box 0.9 of 0.15; outside 0.05 of 0.85: it holds 76 %.
    made = measured(other, {"patience": (-np.inf, 0.3), "type_us": ("hawk",)}, how_firm)
    assert made.density.value == pytest.approx(0.9, abs=0.04)
    assert made.coverage.low <= 0.76 <= made.coverage.high
    assert box.density.value == pytest.approx(0.9, abs=0.04)
    assert box.coverage.low <= 0.76 <= box.coverage.high


def test_the_workbench_plays_a_scenario():
    from negotiation.study.doubt.workbench import quiet_workbench
    from negotiation.study.with_ema import ema_model

    with quiet_workbench():
        from ema_workbench import perform_experiments

    scenario = read_scenario("teaching-first-numbers")
    doubt = {"weight": Uncertainty(path=WEIGHT, low=5.0, high=10.0)}
    idle = {"idle": Lever(path="countries.ca.payoff.organised", values=(1.0, 2.0))}
    model = ema_model(scenario, 300, 1, idle, doubt, SMALL)
    experiments, outcomes = perform_experiments(model, scenarios=3, policies=2)
    assert len(experiments) == 6
    assert experiments["weight"].between(5.0, 10.0).all()
    assert set(outcomes) == {"deal", "any_deal", "trade_war", "welfare_us", "welfare_ca"}
    assert outcomes["deal"] + outcomes["trade_war"] == pytest.approx(np.ones(6))
    assert model.function(weight=5.0, idle=1.0)["deal"] == pytest.approx(0.25, abs=0.08)
    assert model.function(weight=10.0, idle=2.0)["deal"] == pytest.approx(0.5, abs=0.09)


def test_a_study_is_what_the_workbench_analyses(tmp_path):
    from negotiation.study.doubt.workbench import quiet_workbench
    from negotiation.study.field import play_study
    from negotiation.study.with_ema import ema_results

    with quiet_workbench():
        from ema_workbench.analysis import feature_scoring
    drawn = {"idle": {"path": "countries.ca.payoff.organised", "low": 0.0, "high": 1.0}}
    study = small_study(levers={"weight": {"path": WEIGHT, "values": [2, 6, 14, 18]}}, uncertainties=drawn, worlds=100)
    experiments, outcomes = ema_results(play_study(study, tmp_path / "a", crew()))
    assert len(experiments) == len(outcomes["deal"]) == 4 * 64
    assert list(experiments.columns) == ["weight", "idle", "scenario", "policy", "model"]
    with quiet_workbench():
        scores = feature_scoring.get_ex_feature_scores(
            experiments[["weight", "idle"]], outcomes["deal"], mode=feature_scoring.RuleInductionType.REGRESSION
        )[0]
    assert scores.loc["weight", 1] > 0.9


def test_guesses_become_the_workbenchs_parameters():
    from negotiation.study.with_ema import ema_model

    model = ema_model(read_scenario("us-canada-briefing"), engine=SMALL)
    assert model.name == "uscanadabriefing"
    known = {each.name: each for each in model.uncertainties}
    assert type(known["us_clock_latest"]).__name__ == "IntegerParameter"
    assert (known["us_organised"].lower_bound, known["us_organised"].upper_bound) == pytest.approx((5.0, 20.0))


@pytest.mark.slow
def test_discover_on_the_command_line(tmp_path, monkeypatch, capsys):
    from negotiation.cli import main
    from negotiation.study.task import Engine
    from tests.study import test_uncertain

    def with_types(game, seed, worlds, logged):
        block = test_uncertain.play_block(game, seed, worlds, logged)
        more = {name: np.zeros(len(worlds)) for name in ("type_us", "clock_us", "type_ca", "clock_ca")}
        block.worlds.update(more)
        return block

    engine = Engine(lambda scenario, workers, progress: scenario, with_types)
    monkeypatch.setattr("negotiation.study.field.campaign.real_engine", lambda: engine)
    few = uncertainties(read_scenario("us-canada-briefing"), ["*.organised", "*.nerve"])
    monkeypatch.setattr("negotiation.study.doubt.discovery.uncertainties", lambda scenario: few)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["discover", "--outcome", "deal", "--states", "60", "--out", "a", "--json", "--workers", "1"])
    assert ended.value.code == 0
    told = json.loads(capsys.readouterr().out)
    # Deals come with the weight of organised sectors, up to half of worlds at 20.
    assert told["boxes"][0]["limits"]["us_organised"][1] is None
    assert told["boxes"][0]["density"]["value"] > told["base"]
    assert told["boxes"][0]["firmness"]["us_organised"] >= 0.8
    assert (tmp_path / "a" / "figures" / "box.png").exists()


def test_only_the_workbenchs_own_warnings_are_left_out():
    from negotiation.study.doubt.workbench import quiet_workbench

    with quiet_workbench(), pytest.warns(UserWarning, match="ours"):
        warnings.warn("ours", stacklevel=1)
