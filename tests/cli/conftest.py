"""The commands on a dispute that takes no time: what is tested is what the user sees."""

import importlib.util
from pathlib import Path

import pytest

SMALL = Path(__file__).parent.parent / "study" / "conftest.py"


@pytest.fixture
def small():
    """The small dispute of the study's tests."""
    found = importlib.util.spec_from_file_location("small_dispute", SMALL)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def small_core(small, monkeypatch, tmp_path):
    """Every scenario is the small dispute; the page takes no time. Runs in an empty folder."""
    from negotiation.study.task import Engine

    monkeypatch.setattr("negotiation.cli.scenario_of", lambda name, changes: small.SCENARIO)
    monkeypatch.setattr("negotiation.study.ensemble.real_engine", lambda: Engine(small.build_game, small.play_block))
    monkeypatch.setattr("negotiation.report.write_report", lambda folder: None, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def called(capsys):
    """Run the command line: called("run", "--worlds", "0") -> exit code, stdout, stderr."""
    from negotiation.cli import main

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        out, err = capsys.readouterr()
        return ended.value.code, out, err

    return call
