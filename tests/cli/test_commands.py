"""The command line as a whole: help, names, changes."""

import subprocess
import sys

import pytest

from negotiation.cli import DEFAULT_SCENARIO
from negotiation.study.workers import workers_for


def test_help_names_the_commands():
    command = [sys.executable, "-c", "from negotiation.cli import main; main(['--help'])"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    assert all(name in shown.stdout for name in ("run", "watch", "check", "scenarios"))


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom negotiation.cli import app\napp(['run', '--help'], standalone_mode=False)\n"
        "print(sorted({'numpy', 'numba', 'scipy', 'mesa', 'pyarrow', 'matplotlib'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=20)
    assert shown.stdout.splitlines()[-1] == "[]"


def test_the_default_is_the_shipped_one():
    from negotiation.scenario import DEFAULT

    assert DEFAULT_SCENARIO == DEFAULT


def test_a_scenario_that_is_not_there(called):
    code, out, err = called("run", "nowhere/dispute.toml")
    assert (code, out) == (2, "")
    assert err.startswith("error: nowhere/dispute.toml: ")
    assert err.count("\n") == 1


def test_bad_toml(called, tmp_path):
    (tmp_path / "bad.toml").write_text("weeks = = 5")
    code, _, err = called("check", str(tmp_path / "bad.toml"))
    assert code == 2
    assert err.startswith("error: bad.toml: not valid TOML: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("text", ["weeks", "=5", "weeks="])
def test_a_set_that_sets_nothing(called, text):
    code, _, err = called("run", "--set", text)
    assert (code, err) == (2, f"error: --set: must be PATH=VALUE, got '{text}'\n")


def test_an_unknown_command(called):
    code, _, err = called("rum")
    assert code == 2
    assert err.startswith("error: No such command 'rum'")
    assert err.count("\n") == 1


def test_check_names_the_faults_of_every_file(called, tmp_path):
    (tmp_path / "bad.toml").write_text("weeks = = 5")
    code, _, err = called("check", str(tmp_path / "bad.toml"), str(tmp_path / "none.toml"))
    assert code == 2
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize(
    ("worlds", "asked", "workers"), [(1000, None, 1), (20_000, None, 1), (10, 3, 3), (10**6, 2, 2)]
)
def test_few_worlds_are_played_by_one(worlds, asked, workers):
    assert workers_for(worlds, asked) == workers
