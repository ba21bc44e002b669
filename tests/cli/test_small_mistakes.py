"""Mistakes that were once taken for something else: each is one line that names the option, and nothing is played."""

import json

import pytest

from negotiation.commands.economy import with_figure_named
from negotiation.commands.replay_screen import change_words
from negotiation.commands.sensitivity_figure import title
from negotiation.commands.studies_screen import several
from negotiation.study.doubt.indices import SIZE, Index
from negotiation.study.field.results import read_worlds
from negotiation.study.folder import FolderError
from negotiation.study.results import read_results, read_table


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("sensitivity", "--resume"), "--resume: needs --out with the folder to go on in"),
        (("tournament", "--strategies", ",", "--worlds", "1"),
         "--strategies: must be two or more different ones, got ','"),
        (("lesson", "build", "3..1"), "lesson: a range goes up, as 1..6; got '3..1'"),
        (("study", "believed-threat"), "unknown study 'believed-threat'; did you mean 'believed-threats'?"),
        (("run", "--worlds", "many"), "Invalid value for '--worlds': must be a whole number, got 'many'"),
        (("run", "--worlds=1.5"), "Invalid value for '--worlds': must be a whole number, got '1.5'"),
        (("forecast", "make", "--seed", "-1"),
         "Invalid value for '--seed': must be between 0 and 18446744073709551615, got -1"),
        (("calibrate", "--set", "countries.us.payoff.balance=0"),
         "--set: what is written extends a file; put the changes into a variant and calibrate that"),
        (("forecast", "make", "--horizon", "0"), "horizon: must be between 1 and 104, got 0"),
        (("economy", "--us-on-ca", "5", "--sensitivity", "--csv"),
         "--sensitivity: prints one table; leave out --csv, --figure and --variant"),
        (("economy", "optimal", "--country", "us", "--by-sector", "--figure"),
         "--figure: draws one rate on all goods; leave out --by-sector"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(arguments, sentence, called, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert called(*arguments) == (2, "", f"error: {sentence}\n")
    assert not list(tmp_path.iterdir())


def test_discovery_needs_states_on_both_halves(called, tmp_path, monkeypatch):
    pytest.importorskip("ema_workbench")
    monkeypatch.chdir(tmp_path)
    code, out, err = called("discover", "--states", "1")
    assert (code, out) == (2, "")
    assert err == "error: --states: must be 4 or more, half of them to measure boxes; got 1\n"


def test_the_version_is_the_packages(called):
    from importlib.metadata import version

    assert called("--version") == (0, f"negotiation {version('negotiation')}\n", "")


def test_an_extra_is_named_in_help(called):
    assert "negotiation[viz]" in called("view", "--help")[1]


def test_a_figure_may_have_any_name_and_needs_none():
    assert with_figure_named(["--figure", "war.svg"], "nash") == ["--figure", "war.svg"]
    assert with_figure_named(["--figure", "--csv"], "nash") == ["--figure", "economy-nash.png", "--csv"]
    assert with_figure_named(["--figure", "nash"], "economy") == ["--figure", "economy.png", "nash"]


def test_what_a_folder_lacks_is_said_in_words(tmp_path):
    with pytest.raises(FolderError, match=r"is not a results folder: manifest\.json: No such file or directory$"):
        read_results(tmp_path)
    (tmp_path / "manifest.json").write_text("[]")
    with pytest.raises(FolderError, match=r"manifest\.json is no manifest$"):
        read_results(tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(FolderError, match=r"manifest\.json does not say 'columns'$"):
        read_results(tmp_path)


@pytest.mark.parametrize("rows", ["", "week\n1\n", "world\nfirst\n"])
def test_a_damaged_table_is_named(rows, tmp_path):
    (tmp_path / "worlds.csv").write_text(rows)
    with pytest.raises(FolderError, match=r"worlds\.csv' cannot be read: "):
        read_table(tmp_path / "worlds.csv", {"world": "whole"})


@pytest.mark.parametrize(("content", "fault"), [(b"PAR1 cut", "damaged"), (None, "is not there")])
def test_a_study_without_its_worlds_says_so(content, fault, tmp_path):
    if content is not None:
        (tmp_path / "worlds.parquet").write_bytes(content)
    with pytest.raises(FolderError, match=rf"worlds\.parquet' .*{fault}"):
        read_worlds(tmp_path / "worlds.parquet")


def test_a_manifest_must_hold_numbers_to_be_played_again(called, tmp_path):
    manifest = {"complete": True, "files": {"worlds.csv": "0"}, "worlds": 2, "seed": "abc"}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    code, out, err = called("rerun", str(tmp_path))
    assert (code, out) == (2, "")
    assert err.endswith("worlds and seed must be whole numbers, got 2 and 'abc'\n")


def test_what_rounds_to_nothing_has_no_sign():
    assert [change_words(change) for change in (-0.004, 0.004, -0.006)] == ["0.00", "0.00", "-0.01"]


def test_one_is_no_plural():
    assert (several(1, "state"), several(2, "state")) == ("1 state", "2 states")


def test_a_title_names_what_surely_moves_an_outcome_and_counts_the_rest():
    found = [Index(f"n{place}", SIZE, 5.0 - place, 4.0 - place, 6.0 - place) for place in range(5)]
    assert title(found, "morris", "deal") == "What surely moves deal: n0, n1 and n2, and 1 more"
