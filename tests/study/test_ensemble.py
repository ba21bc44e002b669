"""The same bytes however the work is cut, and nothing lost when it is stopped."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np
import pytest

from negotiation.study.ensemble import Ensemble, EnsembleError, even_block, in_order, play
from negotiation.study.folder import FolderError
from negotiation.study.interrupts import Interrupted
from negotiation.study.results import read_moves, read_results

SAME = ("worlds.csv", "moves.csv", "weeks.npz", "summary.json")


def bytes_in(folder):
    return {name: (folder / name).read_bytes() for name in SAME}


@pytest.mark.parametrize("block", [1, 17, 150, 4096])
def test_block_size_changes_no_byte(small_ensemble, tmp_path, block):
    play(small_ensemble(150, block=64), tmp_path / "a")
    play(small_ensemble(150, block=block), tmp_path / "b")
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_any_executor_changes_no_byte(small_ensemble, tmp_path):
    play(small_ensemble(300), tmp_path / "a")
    with ThreadPoolExecutor(3) as threads:
        play(small_ensemble(300, block=16), tmp_path / "b", workers=3, executor=threads)
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_more_worlds_begin_with_the_same_rows(small_ensemble, tmp_path):
    play(small_ensemble(50), tmp_path / "few")
    play(small_ensemble(80), tmp_path / "more")
    assert (tmp_path / "more" / "worlds.csv").read_bytes().startswith((tmp_path / "few" / "worlds.csv").read_bytes())


@pytest.mark.parametrize(
    ("worlds", "workers", "block"), [(1000, 1, 1000), (5000, 2, 2500), (100_000, 2, 7143), (1, 4, 1), (3, 2, 2)]
)
def test_every_worker_gets_as_many_blocks(worlds, workers, block):
    assert even_block(worlds, workers) == block


def test_only_a_few_blocks_are_under_way(small_ensemble):
    submitted = []

    class Counting(ThreadPoolExecutor):
        def submit(self, function, /, *arguments):
            submitted.append(arguments)
            return super().submit(function, *arguments)

    with (
        Counting(2) as threads,
        closing(in_order(small_ensemble(2000, block=10).tasks(), threads, workers=2)) as blocks,
    ):
        next(blocks)
        assert len(submitted) == 4


def test_progress_reaches_the_end(small_ensemble, tmp_path):
    heard = []
    play(small_ensemble(150), tmp_path / "a", on_progress=lambda *news: heard.append(news))
    assert heard[0] == ("Solving the economy", 3, 3)
    assert heard[1] == ("Playing", 0, 150)
    assert heard[-1] == ("Playing", 150, 150)


def stopping_at(small_block, first_world, error):
    def play_some(game, seed, worlds, logged):
        if worlds[0] >= first_world:
            raise error
        return small_block(worlds, logged)

    return play_some


def test_interrupt_leaves_what_is_finished_readable(small_ensemble, small_block, tmp_path):
    stopping = stopping_at(small_block, 128, KeyboardInterrupt())
    with pytest.raises(Interrupted, match=r"128 of 300 worlds are finished, in '.*stopped'"):
        play(small_ensemble(300, play_block=stopping), tmp_path / "stopped")
    results = read_results(tmp_path / "stopped")
    assert results.manifest["complete"] is False
    assert results.manifest["worlds_done"] == 128
    assert results.summary["worlds"] == 128
    assert results.worlds["world"].tolist() == list(range(128))
    assert results.weeks["record"].shape == (128, 6, 2)
    assert read_moves(tmp_path / "stopped")["world"].tolist() == list(range(128))


def test_interrupt_before_the_first_block_leaves_a_readable_folder(small_ensemble, small_block, tmp_path):
    def play_first_only(game, seed, worlds, logged):
        if len(worlds) > 1:
            raise KeyboardInterrupt
        return small_block(worlds, logged)

    with pytest.raises(Interrupted):
        play(small_ensemble(300, play_block=play_first_only), tmp_path / "stopped")
    results = read_results(tmp_path / "stopped")
    assert results.manifest["worlds_done"] == 0
    assert len(results.worlds["world"]) == 0


def test_a_full_disk_leaves_whole_blocks(small_ensemble, tmp_path, monkeypatch):
    from negotiation.study import writer

    appended = []

    def full_at_the_third(path, rows):
        appended.append(path)
        if len(appended) == 6:  # the third block's moves, after its worlds
            raise OSError(28, "No space left on device")
        append(path, rows)

    append = writer.append
    monkeypatch.setattr(writer, "append", full_at_the_third)
    with pytest.raises(FolderError, match="cannot write: No space left on device; 128 of 300 worlds are finished"):
        play(small_ensemble(300), tmp_path / "full")
    results = read_results(tmp_path / "full")
    assert len(results.worlds["world"]) == results.manifest["worlds_done"] == 128


def test_a_fault_of_the_program_stays_what_it_is(small_ensemble, small_block, tmp_path):
    fault = ZeroDivisionError("a bug")
    with pytest.raises(ZeroDivisionError, match="a bug"):
        play(small_ensemble(300, play_block=stopping_at(small_block, 64, fault)), tmp_path / "broken")
    assert read_results(tmp_path / "broken").manifest["worlds_done"] == 64


@pytest.mark.parametrize("name", ["worlds", "seed", "block"])
def test_numbers_out_of_range_are_refused(name):
    given = {"worlds": 10, "seed": 1, "block": 64, name: -1}
    with pytest.raises(EnsembleError, match=f"{name}: must be between . and .*, got -1"):
        Ensemble(scenario=None, **given)


def test_no_worlds_are_refused():
    with pytest.raises(EnsembleError, match="worlds: must be between 1 and"):
        Ensemble(scenario=None, worlds=0, seed=1)


def test_no_workers_are_refused(small_ensemble, tmp_path):
    with pytest.raises(EnsembleError, match="workers: must be 1 or more, got 0"):
        play(small_ensemble(10), tmp_path / "none", workers=0)
    assert not (tmp_path / "none").exists()


def test_manifest_says_how_to_do_it_again(small_ensemble, tmp_path):
    play(small_ensemble(10, seed=7), tmp_path / "a", command=("negotiation", "run"))
    manifest = json.loads((tmp_path / "a" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["command"] == ["negotiation", "run"]
    assert (manifest["seed"], manifest["worlds"], manifest["worlds_done"]) == (7, 10, 10)
    assert manifest["complete"] is True
    assert manifest["versions"]["numpy"] == np.__version__
    assert manifest["scenario"] == {"name": "small"}
    assert manifest["started"] <= manifest["finished"]
