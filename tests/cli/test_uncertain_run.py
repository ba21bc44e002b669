"""`run` with its guesses tried besides: by default in runs of some size, by a word in any, by another in none."""

import json

import pytest

from negotiation.commands import doubts
from negotiation.study.errors import StudyError
from negotiation.study.task import Engine
from tests.study import test_uncertain


@pytest.fixture
def tried(small_core, monkeypatch):
    """Which counts of states were asked for; the run itself is the small dispute."""
    asked = []
    monkeypatch.setattr("negotiation.scenario.priors.priors", lambda scenario: ("a guess",))
    monkeypatch.setattr(doubts, "play_states", lambda ensemble, folder, counts, progress: asked.append(counts))
    return asked


@pytest.mark.parametrize(
    ("arguments", "states"),
    [
        (("--worlds", "500"), [(12, None)]),
        (("--worlds", "499"), []),
        (("--worlds", "20", "--uncertain", "--workers", "1"), [(40, 1)]),
        (("--worlds", "500", "--no-uncertain"), []),
    ],
)
def test_when_guesses_are_tried(tried, called, arguments, states):
    code, out, err = called("run", *arguments)
    assert (code, err, tried) == (0, "", states)
    assert "Results: " in out


def test_where_they_cannot_be_tried_a_run_stands(tried, called, monkeypatch):
    def refused(*_):
        raise StudyError("no point makes a scenario")

    monkeypatch.setattr(doubts, "play_states", refused)
    code, out, err = called("run", "--worlds", "500")
    assert (code, err) == (0, "left out, with its guesses uncertain: no point makes a scenario\n")
    assert "How it ends" in out
    code, out, err = called("run", "--worlds", "20", "--uncertain")
    assert (code, err) == (2, "error: no point makes a scenario\n")
    assert "How it ends" in out  # the run itself is whole


@pytest.mark.slow
def test_what_is_said_and_left(tmp_path, called, monkeypatch):
    engine = Engine(lambda scenario, workers, progress: scenario, test_uncertain.play_block)
    monkeypatch.setattr("negotiation.study.field.campaign.real_engine", lambda: engine)
    code, out, err = called("run", "--worlds", "500", "--workers", "1", "--out", str(tmp_path / "a"))
    assert (code, err) == (0, "")
    assert "Without a model: nothing changes: No tariffs" in out
    assert "With its guesses uncertain (12 states of them; right: where nine in ten lie)" in " ".join(out.split())
    assert "…" not in out  # nothing is cut off in a window of 80 letters
    told = json.loads((tmp_path / "a" / "uncertainty.json").read_text())
    assert (told["states"], told["left_out"]) == (12, 0)
    page = (tmp_path / "a" / "report.html").read_text()
    assert "in 12 states of 60 worlds each. So few states give wide intervals" in page
    assert "What one would say without a model" in page
