"""Ctrl-C and kill in the middle of a run, in a real process; several workers change nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import negotiation
from negotiation.study.results import read_moves, read_results

SMALL_RUN = Path(__file__).parent / "small_run.py"
pytestmark = pytest.mark.slow
PATIENCE = 60  # seconds
HERE = {**os.environ, "PYTHONPATH": str(Path(negotiation.__file__).parent.parent)}


def started(folder, workers, pause="0.05"):
    command = [sys.executable, str(SMALL_RUN), pause, "run", "--worlds", "1000000", "--out", str(folder)]
    return subprocess.Popen(
        [*command, "--workers", workers], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, env=HERE,
    )  # fmt: skip


def wait_for_rows(folder, run):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and run.poll() is None:
        if (folder / "worlds.csv").exists() and (folder / "worlds.csv").stat().st_size > 10_000:
            return
        time.sleep(0.02)
    raise AssertionError(f"no rows: {run.communicate()}")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_a_readable_folder(tmp_path, workers):
    run = started(tmp_path / "out", workers)
    wait_for_rows(tmp_path / "out", run)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: every process hears it
    out, err = run.communicate(timeout=PATIENCE)
    assert (run.returncode, out) == (130, "")
    assert err.startswith("error: interrupted; ")
    assert err.count("\n") == 1
    results = read_results(tmp_path / "out")
    done = results.manifest["worlds_done"]
    assert done > 0
    assert results.manifest["complete"] is False
    assert results.worlds["world"].tolist() == list(range(done))
    assert results.summary["worlds"] == done
    assert read_moves(tmp_path / "out")["world"].max() == min(done, 1000) - 1


def test_kill_leaves_readable_rows(tmp_path):
    run = started(tmp_path / "out", "1")
    wait_for_rows(tmp_path / "out", run)
    run.kill()
    run.communicate(timeout=PATIENCE)
    results = read_results(tmp_path / "out")
    assert results.manifest["complete"] is False
    assert results.worlds["world"].tolist() == list(range(len(results.worlds["world"])))
    assert len(results.worlds["world"]) > 0


def test_processes_change_no_byte(tmp_path):
    for workers in ("1", "2"):
        command = [sys.executable, str(SMALL_RUN), "0", "run", "--worlds", "3000", "--out", str(tmp_path / workers)]
        command += ["--workers", workers, "--no-uncertain"]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=HERE)
    for name in ("worlds.csv", "moves.csv", "weeks.npz", "summary.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    assert json.loads((tmp_path / "2" / "manifest.json").read_text(encoding="utf-8"))["workers"] == 2
