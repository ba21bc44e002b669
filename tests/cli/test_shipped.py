"""The commands on the shipped case, from file to page."""

import json

import pytest

pytestmark = pytest.mark.slow  # solves the economy the first time


def test_a_run_leaves_everything(called, tmp_path):
    code, out, err = called("run", "--worlds", "30", "--out", str(tmp_path / "out"), "--json")
    assert (code, err) == (0, "")
    assert sum(found["count"] for found in json.loads(out)["outcomes"].values()) == 30
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        "manifest.json", "worlds.csv", "moves.csv", "weeks.npz", "summary.json", "report.html", "figures"
    }  # fmt: skip


def test_one_world_can_be_played(called, tmp_path):
    assert called("run", "--worlds", "1", "--out", str(tmp_path / "out"))[0] == 0


@pytest.mark.parametrize("world", ["0", "417", "99999"])
def test_a_dispute_is_told(called, world):
    code, out, err = called("watch", "--world", world)
    assert (code, err) == (0, "")
    assert f"world {world}, seed 2025" in out
    assert "Week 1 " in out
    assert "It ends: " in out


def test_the_world_watched_is_the_world_played(called, tmp_path):
    called("run", "--worlds", "8", "--out", str(tmp_path / "out"))
    from negotiation.study.results import read_results

    outcome = read_results(tmp_path / "out").worlds["outcome"][7]
    _, out, _ = called("watch", "--world", "7")
    assert out.splitlines()[-1].startswith(f"It ends: {outcome}")


def test_a_world_before_the_first(called):
    assert called("watch", "--world", "-1") == (2, "", "error: world: must be 0 or more, got -1\n")


def test_a_check_lists_every_assumption(called):
    code, out, _ = called("check", "us-canada-briefing")
    assert code == 0
    assert "numbers are assumptions" in out
    assert "economy.phase_in" in out


def test_what_ships_is_listed(called):
    code, out, _ = called("scenarios")
    assert code == 0
    assert any(line.startswith("us-canada-briefing  ") for line in out.splitlines())
