"""`sensitivity` as a user meets it, on a dispute in which deals follow from one weight and luck alone."""

import json

import pytest

from tests.study.points import SMALL, WEIGHT

IDLE = "countries.ca.payoff.organised"  # nothing in the small dispute reads it
ARGUMENTS = ("sensitivity", "us-canada-briefing", "--parameter", WEIGHT, "--parameter", IDLE, "--workers", "1")


@pytest.fixture
def small_dispute(tmp_path, monkeypatch):
    """An empty folder, and the small engine."""
    monkeypatch.setattr("negotiation.study.field.campaign.real_engine", lambda: SMALL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(("method", "ranks", "states"), [("morris", "mean size", "4"), ("sobol", "total", "32")])
def test_the_weight_matters_and_the_idle_one_does_not(small_dispute, called, method, ranks, states):
    code, out, err = called(
        *ARGUMENTS, "--method", method, "--states", states, "--worlds", "100", "--out", "a", "--json"
    )
    assert (code, err) == (0, "")
    told = json.loads(out)
    rows = {each["parameter"]: each for each in told["indices"] if each["index"] == ranks}
    assert rows["us_organised"]["low"] > 0.0
    assert rows["ca_organised"]["low"] <= 0.0 <= rows["ca_organised"]["high"]
    if method == "sobol":
        # All there is between the points is the weight.
        assert rows["us_organised"]["value"] == pytest.approx(1.0, abs=0.1)
    else:
        # From a weight of 5 to one of 20 deals go from 25 to 100 % of worlds.
        assert rows["us_organised"]["value"] == pytest.approx(0.75, abs=0.15)
    assert json.loads((small_dispute / "a" / "sensitivity.json").read_text()) == told
    assert (small_dispute / "a" / "figures" / "indices.png").exists()


def test_a_dry_run_lists_ranges(small_dispute, called):
    code, out, err = called(*ARGUMENTS, "--dry-run")
    assert (code, err) == (0, "")
    assert "us_organised: 5 to 20, uniform (assumption: half to double" in out
    assert out.splitlines()[1].endswith(WEIGHT)
    assert list(small_dispute.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--method", "sobl"), "--method: must be sobol or morris, got 'sobl'"),
        (("--parameter", "countries.us.clock.lates"),
         "--parameter: unknown parameter 'countries.us.clock.lates'; did you mean 'countries.us.clock.latest'?"),
        (("--outcome", "dael", "--parameter", WEIGHT), "unknown column 'dael'"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_code_2(small_dispute, called, arguments, sentence):
    code, _, err = called("sensitivity", *arguments, "--workers", "1")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert sentence in err
