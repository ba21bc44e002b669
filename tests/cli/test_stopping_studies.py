"""Studies killed in the middle, workers that die, and a disk that is full: in real processes, on real disks."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import negotiation
from negotiation.study.field import read_study_results
from negotiation.study.field.ledger import SAME
from tests.cli.test_studies import STUDY

ROOT = Path(negotiation.__file__).parent.parent
SMALL = ROOT / "tests" / "cli" / "small_studies.py"
PATIENCE = 90  # seconds
pytestmark = pytest.mark.slow


def started(folder, *arguments, play="play_block", **environment):
    (folder / "small.toml").write_text(STUDY)
    command = [sys.executable, str(SMALL), play, "study", str(folder / "small.toml"), "--quiet", *arguments]
    here = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=here, cwd=folder, start_new_session=True
    )


def ended(run):
    out, err = run.communicate(timeout=PATIENCE)
    return run.returncode, out, err


def bytes_in(folder):
    return {name: (folder / name).read_bytes() for name in SAME}


@pytest.fixture
def whole(tmp_path):
    assert ended(started(tmp_path, "--worlds", "30000", "--out", "whole", "--workers", "1"))[0] == 0
    return bytes_in(tmp_path / "whole")


def wait_for_blocks(folder, run, number):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and run.poll() is None:
        if len(list((folder / "blocks").glob("*.parquet"))) >= number:
            return
        time.sleep(0.02)
    raise AssertionError(f"no blocks: {run.communicate()}")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_kill_9_and_again_ends_with_the_same_bytes(tmp_path, whole, workers):
    more = ("--worlds", "30000", "--out", "a", "--workers", workers)
    run = started(tmp_path, *more, play="pausing_block", PAUSE="0.3")
    wait_for_blocks(tmp_path / "a", run, 3)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate(timeout=PATIENCE)
    unfinished = read_study_results(tmp_path / "a")
    assert unfinished.manifest["complete"] is False
    assert 0 < len(unfinished.worlds) < 60_000
    assert ended(started(tmp_path, *more, "--resume"))[0] == 0
    assert bytes_in(tmp_path / "a") == whole


def test_workers_end_with_the_one_that_hands_out_the_work(tmp_path):
    run = started(tmp_path, "--worlds", "30000", "--out", "a", "--workers", "2", play="pausing_block", PAUSE="0.3")
    wait_for_blocks(tmp_path / "a", run, 1)
    run.kill()
    run.communicate(timeout=PATIENCE)  # until nobody is left who could write


def test_a_worker_that_dies_is_told_and_the_study_can_go_on(tmp_path, whole):
    more = ("--worlds", "30000", "--out", "a", "--workers", "2")
    code, out, err = ended(started(tmp_path, *more, play="dying_block", DIED=str(tmp_path / "died")))
    assert (code, out) == (2, "")
    assert err.startswith("error: a worker ended without a word (out of memory?); ")
    assert err.endswith("worlds are finished, in 'a': go on with --resume\n")
    assert ended(started(tmp_path, *more, "--resume"))[0] == 0
    assert bytes_in(tmp_path / "a") == whole


@pytest.fixture
def small_disk(tmp_path):
    """A file system of three megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True)
    if not made or made.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up_stops_in_one_line(tmp_path, small_disk, monkeypatch):
    from negotiation.study.field import Crew, play_study
    from negotiation.study.folder import FolderError
    from tests.study.points import SMALL, small_study

    monkeypatch.setattr("negotiation.study.field.play.check_space", lambda *_: None)
    crew = Crew(block=2000, engine=SMALL)
    with pytest.raises(
        FolderError, match=r"cannot write: No space left on device; [\d,]+ of 120,000 worlds are finished"
    ):
        play_study(small_study(worlds=60_000), small_disk / "a", crew)
    done = len(read_study_results(small_disk / "a").worlds)
    assert 0 < done < 120_000
    assert done % 2000 == 0


@pytest.mark.parametrize("shares", ["a worker", "two workers"])
def test_a_dask_cluster_gives_the_same_bytes_even_if_a_worker_is_killed(tmp_path, whole, shares):
    distributed = pytest.importorskip("distributed", reason="dask is not installed: pip install 'negotiation[dask]'")
    more = ("--worlds", "30000", "--out", "a")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        run = started(tmp_path, *more, "--cluster", cluster.scheduler_address, play="pausing_block", PAUSE="0.3")
        if shares == "a worker":
            wait_for_blocks(tmp_path / "a", run, 2)
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        assert ended(run)[::2] == (0, "")
    assert bytes_in(tmp_path / "a") == whole
    assert (tmp_path / "a" / "failures.csv").read_text().count("\n") == 1


def test_a_cluster_that_is_not_there_is_one_line(tmp_path):
    pytest.importorskip("distributed", reason="dask is not installed: pip install 'negotiation[dask]'")
    code, out, err = ended(started(tmp_path, "--cluster", "tcp://127.0.0.1:9"))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("error: --cluster: no scheduler at 'tcp://127.0.0.1:9': ")
