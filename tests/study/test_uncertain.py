"""How it ends where guesses are uncertain, on a dispute whose deals follow from one weight, one tactic and luck."""

import json

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories, WeekColumn
from negotiation.report.doubts import doubts_in, variance_sentence
from negotiation.scenario import read_scenario
from negotiation.study.doubt.uncertain import FILE, decisions, uncertain_study, uncertainty_summary
from negotiation.study.field import Crew, play_study
from negotiation.study.task import Engine

SCENARIO = read_scenario("us-canada-briefing")
OUTCOMES = ("comprehensive deal", "limited deal", "trade war")


def play_block(game, seed, worlds, logged):
    """A deal where luck is below the weight / 40, never where a government is a hardliner; welfare is luck."""
    weight = game.countries["us"].payoff.organised.value
    hard = any(country.strategy.tactic == "hardliner" for country in game.countries.values())
    luck = np.array([np.random.default_rng([seed, world]).random() for world in worlds])
    table = {
        "world": np.arange(worlds.start, worlds.stop),
        "outcome": Categories(np.where(~np.array(hard) & (luck < weight / 40.0), 0, 2), OUTCOMES),
        "welfare_us": luck,
        "welfare_ca": np.full(len(luck), float(hard)),
    }
    return Block(worlds.start, table, (WeekColumn("rate", "%", 0, 1),), np.zeros((len(worlds), 2, 1), np.float32), None)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a small study of it says: 12 states of 200 worlds, by five decisions."""
    engine = Engine(lambda scenario, workers, progress: scenario, play_block)
    study = uncertain_study(SCENARIO, seed=3, states=12, worlds=200)
    return uncertainty_summary(play_study(study, tmp_path_factory.mktemp("doubt") / "a", Crew(engine=engine)))


@pytest.mark.slow
def test_shares_are_means_over_the_weights_range(told):
    # Even from 5 to 20, the mean weight is 12.5: 31 % deals, and from 5.75 / 40 to 19.25 / 40 in nine of ten states.
    deal = told["shares"]["comprehensive deal"]
    assert deal["share"] == pytest.approx(12.5 / 40.0, abs=0.05)
    assert deal["low"] < 12.5 / 40.0 < deal["high"]
    assert (deal["state_low"], deal["state_high"]) == pytest.approx((0.14, 0.48), abs=0.06)


@pytest.mark.slow
def test_parts_go_to_what_does_it(told):
    welfare = told["variance"]["welfare_us"]
    assert welfare["luck"]["alone"]["share"] == pytest.approx(1.0)
    assert welfare["guesses"]["together"]["share"] == pytest.approx(0.0, abs=1e-9)
    assert told["variance"]["welfare_ca"]["decisions"]["alone"]["share"] == pytest.approx(1.0)
    deal = told["variance"]["deal"]
    assert all(deal[factor]["together"]["share"] > 0.05 for factor in ("decisions", "guesses", "luck"))


@pytest.mark.slow
def test_a_state_that_fails_is_left_out_whole(tmp_path):
    def failing(game, seed, worlds, logged):
        if game.countries["us"].payoff.organised.value > 18.0:  # two or three of twelve states
            raise ZeroDivisionError("too much")
        return play_block(game, seed, worlds, logged)

    study = uncertain_study(SCENARIO, seed=3, states=12, worlds=50)
    engine = Engine(lambda scenario, workers, progress: scenario, failing)
    found = uncertainty_summary(play_study(study, tmp_path / "a", Crew(engine=engine)))
    assert found["left_out"] == 2
    assert found["states"] == 10
    # Nothing above a weight of 18 is left: at most 45 % deals in a state.
    assert found["shares"]["comprehensive deal"]["state_high"] < 0.56


def test_one_government_changes_at_a_time():
    found = decisions(SCENARIO)
    assert list(found) == [
        "as stated", "United States softer", "United States harder", "Canada softer", "Canada harder",
    ]  # fmt: skip
    assert {path.split(".")[1] for path in found["Canada harder"]} == {"ca"}


@pytest.mark.slow
def test_the_report_says_it(told, tmp_path):
    ends = {"comprehensive deal": {"share": 0.25}, "limited deal": {"share": 0.0}, "trade war": {"share": 0.75}}
    countries = {"us": {"name": "United States"}, "ca": {"name": "Canada"}}
    assert doubts_in(tmp_path) is None
    (tmp_path / "summary.json").write_text(json.dumps({"outcomes": ends, "countries": countries}))
    (tmp_path / FILE).write_text(json.dumps(told))
    found = doubts_in(tmp_path)
    assert [row.name for row in found.shares] == ["Comprehensive deal", "Trade war"]
    assert found.shares[0].stated == "25.0 %"
    welfare = next(row for row in found.variance if row.name == "Welfare, Canada")
    assert welfare.cells[0].startswith("100 %")
    assert "act alone; the rest is what they do together" in variance_sentence(found)
