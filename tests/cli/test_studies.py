"""Studies on the command line, as a user meets them."""

import pytest

from tests.study.points import SMALL

STUDY = """
name = "small"
title = "A small study"
scenario = "teaching-first-numbers"
worlds = 300
seed = 1

[levers.weight]
path = "countries.us.payoff.organised"
values = [5, 10]

[outcomes]
deal = { column = "outcome", is = "comprehensive deal" }
welfare_us = { column = "welfare_us" }
"""


@pytest.fixture
def small_study_file(tmp_path, monkeypatch):
    """An empty folder with small.toml in it, played by the small engine."""
    monkeypatch.setattr("negotiation.study.field.campaign.real_engine", lambda: SMALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.toml").write_text(STUDY)
    return tmp_path / "small.toml"


def test_a_study_prints_what_it_found(small_study_file, called):
    code, out, err = called("study", "./small.toml", "--workers", "1")
    assert (code, err) == (0, "")
    assert "A small study: 2 points, 600 worlds" in out
    assert "Variance saved by the same luck: deal" in out
    assert out.endswith("Results: results/small-1\n")


def test_a_second_time_goes_to_another_folder_and_resume_to_the_last(small_study_file, called):
    assert called("study", "./small.toml", "--workers", "1", "--quiet")[1] == "results/small-1\n"
    assert called("study", "./small.toml", "--workers", "1", "--quiet")[1] == "results/small-1-2\n"
    code, out, _ = called("study", "./small.toml", "--workers", "1", "--quiet", "--resume", "--worlds", "400")
    assert (code, out) == (0, "results/small-1-2\n")
    assert (small_study_file.parent / "results" / "small-1-2" / "outcomes.csv").read_text().count(",400,") == 4


def test_a_dry_run_writes_nothing(small_study_file, called):
    code, out, err = called("study", "./small.toml", "--dry-run")
    assert (code, err) == (0, "")
    assert "2 points: 2 settings of the levers, 1 state of the uncertainties; 300 worlds each" in " ".join(out.split())
    assert "at most 600 worlds" in out
    assert [path.name for path in small_study_file.parent.iterdir()] == ["small.toml"]


def test_compare_and_rerun(small_study_file, called, monkeypatch):
    called("study", "./small.toml", "--out", "a", "--workers", "1", "--quiet")
    code, out, err = called("rerun", "a/manifest.json", "--workers", "1")
    assert (code, err) == (0, "")
    assert out.count("the same bytes") == 6
    assert out.endswith("Results: a-again\n")
    code, out, err = called("compare", "a", "a-again", "--csv")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "point,outcome,a,b,value,low,high,half_width,worlds,variance_saved"
    assert called("compare", "a", "a-again")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("study", "./smal.toml"), "error: smal.toml: unknown file 'smal.toml'; did you mean 'small.toml'?\n"),
        (
            ("study", "./small.toml", "--worlds", "0"),
            "error: small: worlds: must be greater than or equal to 1, got 0\n",
        ),
        (("study", "./small.toml", "--workers", "0"), "error: workers: must be 1 or more, got 0\n"),
        (("compare", "a", "b"), "error: 'a' is not a results folder: it has no manifest.json\n"),
        (("rerun", "a"), "error: 'a' is no manifest, nor a folder with one\n"),
    ],
)
def test_a_mistake_is_one_line_and_code_2(small_study_file, called, arguments, sentence):
    assert called(*arguments) == (2, "", sentence)
