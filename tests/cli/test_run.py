"""negotiation run: what it prints, and every mistake in one line."""

import json

import pytest

from negotiation.study.results import read_results


def test_run_prints_shares_with_intervals_and_the_folder(small_core, called):
    code, out, _ = called("run", "--worlds", "200")
    assert code == 0
    assert "A small dispute: 200 worlds, seed 2025" in out
    assert "95 % interval" in out
    assert "Results: results/small-2025-200" in out
    assert read_results(small_core / "results" / "small-2025-200").manifest["complete"]


def test_a_second_run_takes_another_folder(small_core, called):
    called("run", "--worlds", "20")
    _, out, _ = called("run", "--worlds", "20")
    assert "Results: results/small-2025-20-2" in out


def test_json_is_the_summary_alone(small_core, called):
    code, out, err = called("run", "--worlds", "50", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == json.loads((small_core / "results/small-2025-50/summary.json").read_text("utf-8"))


def test_quiet_is_the_folder_alone(small_core, called):
    assert called("run", "--worlds", "50", "--quiet", "--out", "mine") == (0, "mine\n", "")


def test_the_command_is_in_the_manifest(small_core, called):
    called("run", "--worlds", "5", "--out", "mine")
    assert read_results(small_core / "mine").manifest["command"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--worlds", "0"), "worlds: must be between 1 and 9007199254740992, got 0"),
        (("--seed", "-1"), "Invalid value for '--seed': must be between 0 and 18446744073709551615, got -1"),
        (("--workers", "0"), "workers: must be 1 or more, got 0"),
        (("--worlds", "many"), "Invalid value for '--worlds'"),
        (("--speed", "9"), "No such option: --speed"),
        (("--worlds", "100000000000000"), "worlds need about"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_nothing(small_core, called, arguments, message):
    code, out, err = called("run", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert message in err
    assert err.count("\n") == 1
    assert not list(small_core.glob("results/*"))


def test_a_folder_with_something_in_it_stays_as_it_is(small_core, called):
    (small_core / "thesis").mkdir()
    (small_core / "thesis" / "chapter.txt").write_text("years of work")
    code, _, err = called("run", "--worlds", "5", "--out", "thesis")
    assert code == 2
    assert err == "error: results folder 'thesis' is not empty; name another one with --out\n"
    assert [path.name for path in (small_core / "thesis").iterdir()] == ["chapter.txt"]


def test_a_folder_that_cannot_be_written(small_core, called):
    (small_core / "file").write_text("")
    code, _, err = called("run", "--worlds", "5", "--out", "file/beneath")
    assert (code, err) == (2, "error: results folder 'file/beneath' cannot be written: Not a directory\n")


def test_ctrl_c_says_what_is_finished(small_core, small, called, monkeypatch):
    from negotiation.study.task import Engine

    def stopped(game, seed, worlds, logged):
        if worlds[0] > 0:
            raise KeyboardInterrupt
        return small.play_block(game, seed, worlds, logged)

    monkeypatch.setattr("negotiation.study.ensemble.real_engine", lambda: Engine(small.build_game, stopped))
    code, out, err = called("run", "--worlds", "16000", "--workers", "1")
    assert (code, out) == (130, "")
    assert err == "error: interrupted; 8,000 of 16,000 worlds are finished, in 'results/small-2025-16000'\n"


def test_a_fault_of_the_program_is_not_called_the_users(small_core, small, called, monkeypatch):
    from negotiation.study.task import Engine

    def broken(game, seed, worlds, logged):
        raise ValueError("operands could not be broadcast")

    monkeypatch.setattr("negotiation.study.ensemble.real_engine", lambda: Engine(small.build_game, broken))
    with pytest.raises(ValueError, match="broadcast"):
        called("run", "--worlds", "20")
