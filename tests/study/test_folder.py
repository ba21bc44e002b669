"""Where results go: never over something that is there."""

import json
import math

import numpy as np
import pytest

from negotiation.study.folder import FolderError, default_folder, prepare_folder, write_json, write_whole


def test_default_folder_never_takes_a_name_twice(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = []
    for _ in range(3):
        names.append(default_folder("record", 2025, 1000).as_posix())
        default_folder("record", 2025, 1000).mkdir(parents=True)
    assert names == ["results/record-2025-1000", "results/record-2025-1000-2", "results/record-2025-1000-3"]


@pytest.mark.parametrize(("name", "short"), [("a/b: c", "a-b-c"), ("../..", "scenario"), ("x" * 300, "x" * 80)])
def test_a_scenarios_name_cannot_lead_elsewhere(name, short):
    assert default_folder(name, 1, 2).as_posix() == f"results/{short}-1-2"


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(FolderError, match="is not empty; name another one with --out"):
        prepare_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_empty_folder_is_taken(tmp_path):
    assert prepare_folder(tmp_path) == tmp_path
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderError, match="is a file"):
        prepare_folder(tmp_path / "file")


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderError, match="cannot be written: Not a directory"):
        prepare_folder(tmp_path / "file" / "beneath")


def test_json_says_null_where_there_is_no_number(tmp_path):
    write_json(tmp_path / "a.json", {"mean": math.nan, "pair": (1, np.float64(2.5)), "row": np.array([math.inf, 1])})
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"mean": None, "pair": [1, 2.5], "row": [None, 1]}


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    write_whole(tmp_path / "a.json", b"old")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
