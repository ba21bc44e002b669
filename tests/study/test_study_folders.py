"""A study's folder: what is done stays, and no other study, version or process is let into it."""

import json

import pytest

from negotiation.study.field import play_study, read_study_results
from negotiation.study.field import store as store_module
from negotiation.study.folder import FolderError
from tests.study import points

bytes_in, crew, small_study = points.bytes_in, points.crew, points.small_study


def full_after(blocks, write, kept):
    def write_some(path, content):
        if path.suffix == ".parquet":
            if len(kept) == blocks:
                raise OSError(28, "No space left on device")
            kept.append(path)
        write(path, content)

    return write_some


def test_a_full_disk_stops_in_one_line_and_what_is_done_stays(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(store_module, "write_whole", full_after(4, store_module.write_whole, []))
        with pytest.raises(FolderError) as error:
            play_study(small_study(), tmp_path / "a", crew())
    assert str(error.value) == (
        "cannot write: No space left on device; 240 of 600 worlds are finished, "
        f"in '{tmp_path / 'a'}': go on with --resume"
    )
    assert len(read_study_results(tmp_path / "a").worlds) == 240
    play_study(small_study(), tmp_path / "a", crew(), resume=True)
    play_study(small_study(), tmp_path / "b", crew())
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def tree(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"seed": 2}, r"holds another study, 'small' \(.*\); name another one with --out"),
        ({"worlds": 100}, "has up to 300 worlds a point, more than 100; name another one with --out"),
    ],
)
def test_another_study_is_not_gone_on_with(tmp_path, entries, sentence):
    play_study(small_study(), tmp_path / "a", crew())
    before = tree(tmp_path)
    with pytest.raises(FolderError, match=sentence):
        play_study(small_study(**entries), tmp_path / "a", crew(), resume=True)
    assert tree(tmp_path) == before


def spoil(folder, **entries):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, **entries}), encoding="utf-8")


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"versions": {"negotiation": "0.0.9"}}, "was begun with negotiation 0.0.9, here is"),
        ({"rules": "0123"}, r"was begun with other rules of the program \(0123\)"),
        ({"kind": "run"}, "holds a run, not a study"),
    ],
)
def test_another_version_is_not_gone_on_with(tmp_path, entries, sentence):
    play_study(small_study(), tmp_path / "a", crew())
    spoil(tmp_path / "a", **entries)
    before = tree(tmp_path)
    with pytest.raises(FolderError, match=sentence):
        play_study(small_study(), tmp_path / "a", crew(), resume=True)
    assert tree(tmp_path) == before


def test_a_half_written_block_is_named_and_left_alone(tmp_path):
    play_study(small_study(worlds=130), tmp_path / "a", crew())
    block = sorted((tmp_path / "a" / "blocks").glob("*.parquet"))[1]
    block.write_bytes(block.read_bytes()[:200])
    before = tree(tmp_path)
    with pytest.raises(FolderError, match=rf"'{block}' is half written or damaged"):
        play_study(small_study(), tmp_path / "a", crew(), resume=True)
    assert tree(tmp_path) == before
    block.unlink()
    play_study(small_study(), tmp_path / "a", crew(), resume=True)
    play_study(small_study(), tmp_path / "b", crew())
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_a_block_of_another_study_is_refused(tmp_path):
    play_study(small_study(worlds=130), tmp_path / "a", crew())
    play_study(small_study(worlds=130, seed=9), tmp_path / "b", crew())
    block = sorted((tmp_path / "b" / "blocks").glob("*.parquet"))[0]
    (tmp_path / "a" / "blocks" / block.name).write_bytes(block.read_bytes())
    with pytest.raises(FolderError, match="belongs to another study"):
        play_study(small_study(), tmp_path / "a", crew(), resume=True)


def test_a_study_is_never_begun_over_another(tmp_path):
    play_study(small_study(), tmp_path / "a", crew())
    before = tree(tmp_path)
    with pytest.raises(FolderError, match="holds this study already; go on with it by --resume"):
        play_study(small_study(), tmp_path / "a", crew())
    with pytest.raises(FolderError, match="is not empty"):
        play_study(small_study(seed=2), tmp_path / "a", crew())
    assert tree(tmp_path) == before


def test_two_processes_do_not_play_into_one_folder(tmp_path):
    pytest.importorskip("fcntl", reason="this system has no locks of files")
    from negotiation.study.field.alone import alone

    (tmp_path / "a").mkdir()
    with alone(tmp_path / "a"), pytest.raises(FolderError, match="another process is playing this study"):  # noqa: SIM117
        with alone(tmp_path / "a"):
            pass
    assert list((tmp_path / "a").iterdir()) == []
    play_study(small_study(worlds=20), tmp_path / "b", crew())
    assert not (tmp_path / "b" / ".lock").exists()


def test_what_is_played_already_needs_no_room_again(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "negotiation.study.field.play.check_space", lambda folder, worlds, needed, most: asked.append(worlds)
    )
    play_study(small_study(), tmp_path / "a", crew())
    play_study(small_study(worlds=400), tmp_path / "a", crew(), resume=True)
    assert asked == [600, 200]
