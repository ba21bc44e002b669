"""Two folders compared world by world, and one played again from its manifest."""

import json

import numpy as np
import pytest

from negotiation.study.again import redo
from negotiation.study.comparison import compared
from negotiation.study.ensemble import play
from negotiation.study.errors import StudyError
from negotiation.study.field import Crew, play_study
from negotiation.study.folder import FolderError
from tests.study.points import SMALL, play_block, small_study


def test_runs_are_compared_pair_by_pair(small_ensemble, tmp_path):
    """The same run with other worlds: over the worlds in common nothing differs, and luck saves all variance."""
    play(small_ensemble(60), tmp_path / "a")
    play(small_ensemble(90), tmp_path / "b")
    found = compared(tmp_path / "a", tmp_path / "b").set_index("outcome")
    assert found.loc["welfare_us", "value"] == 0.0
    assert found.loc["welfare_us", "variance_saved"] == 1.0
    assert (found["worlds"].loc[["welfare_us", "outcome: standoff"]] == 60).all()
    assert found.loc["outcome: standoff", "low"] < 0.0 < found.loc["outcome: standoff", "high"]


def test_a_difference_by_hand(small_ensemble, tmp_path):
    def better(game, seed, worlds, logged):
        from tests.study.conftest import play_block as plain

        block = plain(game, seed, worlds, logged)
        block.worlds["welfare_us"] = block.worlds["welfare_us"] + np.where(block.worlds["world"] % 2, 1.0, 0.0)
        return block

    play(small_ensemble(60), tmp_path / "a")
    play(small_ensemble(60, play_block=better), tmp_path / "b")
    row = compared(tmp_path / "a", tmp_path / "b").set_index("outcome").loc["welfare_us"]
    # Half the worlds gain 1: mean 1/2, standard deviation (n - 1) of sqrt(60 / 4 / 59), 1.96 standard errors each side.
    reach = 1.959964 * np.sqrt(60 / 4 / 59 / 60)
    assert [row["value"], row["low"], row["high"]] == pytest.approx([0.5, 0.5 - reach, 0.5 + reach])
    assert row["b"] - row["a"] == pytest.approx(0.5)


def test_another_luck_is_refused(small_ensemble, tmp_path):
    play(small_ensemble(20, seed=1), tmp_path / "a")
    play(small_ensemble(20, seed=2), tmp_path / "b")
    with pytest.raises(StudyError, match=r"seed: '.*a' has 1, '.*b' 2: play both with the same --seed"):
        compared(tmp_path / "a", tmp_path / "b")


def test_a_run_that_lost_worlds_is_refused(small_ensemble, tmp_path):
    for name in ("a", "b"):
        play(small_ensemble(20), tmp_path / name)
    table = tmp_path / "b" / "worlds.csv"
    table.write_text("".join(table.read_text().splitlines(keepends=True)[:11]))
    with pytest.raises(FolderError, match=r"b/worlds.csv' holds 10 worlds where its manifest says 20: part is lost"):
        compared(tmp_path / "a", tmp_path / "b")


def test_studies_are_compared_point_by_point(tmp_path):
    def generous(game, seed, worlds, logged):
        block = play_block(game, seed, worlds, logged)
        block.worlds["welfare_us"] = block.worlds["welfare_us"] + 2.0
        return block

    play_study(small_study(), tmp_path / "a", Crew(engine=SMALL))
    play_study(small_study(), tmp_path / "b", Crew(engine=type(SMALL)(SMALL.build_game, generous)))
    found = compared(tmp_path / "a", tmp_path / "b").set_index(["point", "outcome"])
    assert found["value"].loc[(slice(None), "welfare_us")].tolist() == pytest.approx([2.0, 2.0])
    assert found["value"].loc[(slice(None), "deal")].tolist() == [0.0, 0.0]


def test_studies_with_other_points_are_not_compared(tmp_path, small_ensemble):
    other = {"weight": {"path": "countries.us.payoff.organised", "values": [5, 12]}}
    play_study(small_study(), tmp_path / "a", Crew(engine=SMALL))
    play_study(small_study(levers=other), tmp_path / "b", Crew(engine=SMALL))
    with pytest.raises(StudyError, match="the studies differ at point 1: weight is 10 and 12"):
        compared(tmp_path / "a", tmp_path / "b")
    play(small_ensemble(20), tmp_path / "run")
    with pytest.raises(StudyError, match=r"'.*run' holds a run, '.*a' a study: only like can be compared"):
        compared(tmp_path / "run", tmp_path / "a")


def test_what_is_no_results_folder_is_refused(tmp_path):
    with pytest.raises(FolderError, match=r"is not a results folder: it has no manifest.json"):
        compared(tmp_path, tmp_path)


@pytest.fixture
def small_studies(monkeypatch):
    monkeypatch.setattr("negotiation.study.again.Crew", lambda workers: Crew(workers, engine=SMALL))


def silent(stage, done, total):
    """Nobody watches."""


def test_a_study_is_the_same_from_its_manifest(tmp_path, small_studies):
    play_study(small_study(columns=["type_us"]), tmp_path / "a", Crew(engine=SMALL))
    redone = redo(tmp_path / "a" / "manifest.json", None, 1, silent, ())
    assert redone.folder == tmp_path / "a-again"
    assert len(redone.same) == 6
    assert all(redone.same.values())
    assert redone.changed == []


def test_other_bytes_are_seen_and_what_changed_is_said(tmp_path, small_studies):
    play_study(small_study(), tmp_path / "a", Crew(engine=SMALL))
    path = tmp_path / "a" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"]["outcomes.csv"] = "0" * 64
    manifest["versions"]["numpy"] = "1.0"
    path.write_text(json.dumps(manifest), encoding="utf-8")
    redone = redo(tmp_path / "a", tmp_path / "b", 1, silent, ())
    assert [name for name, same in redone.same.items() if not same] == ["outcomes.csv"]
    assert redone.changed == [f"numpy 1.0, here {np.__version__}"]


def test_something_unfinished_cannot_be_done_again(tmp_path, small_ensemble):
    play(small_ensemble(20), tmp_path / "a")
    path = tmp_path / "a" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"complete": true', '"complete": false'), encoding="utf-8")
    with pytest.raises(StudyError, match="is of something unfinished"):
        redo(path, None, 1, silent, ())
    with pytest.raises(FolderError, match="is no manifest, nor a folder with one"):
        redo(tmp_path, None, 1, silent, ())


@pytest.mark.slow
def test_a_run_is_the_same_from_its_manifest(tmp_path):
    from negotiation.scenario import read_scenario
    from negotiation.study.ensemble import Ensemble

    play(Ensemble(read_scenario("teaching-first-numbers", {"weeks": "9"}), 40, 5, 16), tmp_path / "a")
    redone = redo(tmp_path / "a", None, 1, silent, ())
    assert redone.same == dict.fromkeys(("worlds.csv", "moves.csv", "weeks.npz", "summary.json"), True)
