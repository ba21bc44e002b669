"""`negotiation why` as the user meets it."""

import json

import pytest


@pytest.mark.slow
def test_a_results_folder_is_explained_as_it_was_played(called, tmp_path):
    run, here = str(tmp_path / "run"), str(tmp_path / "here")
    assert called("run", "teaching-first-numbers", "--worlds", "30", "--seed", "5", "--out", run, "--quiet")[0] == 0
    code, out, err = called("why", run, "--out", here, "--json")
    found = json.loads(out)
    shares = json.loads((tmp_path / "run" / "summary.json").read_text())["outcomes"]
    assert (code, err) == (0, "")
    assert found["worlds"] - found["without_deal"]["count"] == shares["comprehensive deal"]["count"]
    assert (found["seed"], found["differ_from_results"]) == (5, 0)
    left = {path.name for path in (tmp_path / "here").iterdir()}
    assert left == {"why.json", "why.png", "why.svg", "worlds.csv", "retold.md"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("why", "--worlds", "0"), "error: worlds: must be between 1 and 9007199254740992, got 0\n"),
        (("why", "--set", "weeks"), "error: --set: must be PATH=VALUE, got 'weeks'\n"),
    ],
)
def test_what_cannot_be_asked(called, arguments, message):
    assert called(*arguments) == (2, "", message)


def test_a_folder_keeps_its_own_luck(called, tmp_path):
    code, _, err = called("why", str(tmp_path), "--seed", "3")
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("error: --seed: not with a results folder")
