"""Files: where they are, what they extend, and what is said of one that cannot be read."""

import shutil

import pytest

from negotiation.scenario import ScenarioError, read_scenario, shipped
from tests.scenario.conftest import BASE


def told(name):
    """The one line with which a file is refused."""
    with pytest.raises(ScenarioError) as error:
        read_scenario(name)
    (line,) = error.value.faults
    assert "\n" not in line
    return line


def test_a_missing_file_is_told_the_nearest_one_there(tmp_path):
    (tmp_path / "steel.toml").touch()
    (tmp_path / "dairy.toml").touch()
    path = tmp_path / "stel.toml"
    assert told(path) == f"{path}: unknown file 'stel.toml'; did you mean 'steel.toml'?"


def test_a_missing_folder_is_told_as_such(tmp_path):
    path = tmp_path / "nowhere" / "steel.toml"
    assert told(path) == f"{path}: no folder '{path.parent}'"


def test_a_shipped_name_that_is_wrong_is_told_the_nearest_one():
    assert told("us-canada-brief") == "unknown scenario 'us-canada-brief'; did you mean 'us-canada-briefing'?"


def test_a_folder_is_no_scenario(tmp_path):
    path = tmp_path / "folder.toml"
    path.mkdir()
    assert told(path) == f"{path}: cannot be read: Is a directory"


def test_bad_toml_is_told_its_line_and_column(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text('name = "x"\nweeks = = 3\n')
    assert told(path) == "case.toml: not valid TOML: Invalid value (at line 2, column 9)"


def test_a_file_in_another_encoding_is_told_the_byte(tmp_path):
    path = tmp_path / "case.toml"
    path.write_bytes('name = "é"'.encode("latin-1"))
    assert told(path) == "case.toml: must be UTF-8 text, got a bad byte at 8"


def test_a_variant_states_only_what_differs(variant):
    base, variant_read = read_scenario(BASE), read_scenario(variant("weeks = 12\n[economy.discount]\nvalue = 0\n"))
    assert (variant_read.weeks, variant_read.economy.discount.value) == (12, 0.0)
    assert variant_read.economy.discount.source == base.economy.discount.source
    again = variant_read.model_copy(update={"weeks": base.weeks, "economy": base.economy})
    assert again == base


def test_a_variant_of_a_variant_lies_on_top(tmp_path, variant):
    variant("weeks = 12\npackages = 50")
    (tmp_path / "top.toml").write_text('extends = "case.toml"\nweeks = 6')
    read = read_scenario(tmp_path / "top.toml")
    assert (read.weeks, read.packages) == (6, 50)


def test_a_variant_is_found_beside_the_file_that_extends_it(tmp_path, monkeypatch):
    (tmp_path / "inner").mkdir()
    shutil.copy(BASE, tmp_path / "base.toml")
    (tmp_path / "inner" / "case.toml").write_text('extends = "../base.toml"\nweeks = 7')
    monkeypatch.chdir(tmp_path)
    assert read_scenario("inner/case.toml").weeks == 7


def test_a_lower_rate_with_less_exempt_is_a_rise(variant):
    path = variant(
        "[measures.us_general]\nlevels = [{ name = 'none', rate = 0 }, "
        "{ name = 'most exempt', rate = 35, exempt = 0.8 }, { name = 'on all', rate = 25 }]"
    )
    assert len(read_scenario(path).measures["us_general"].levels) == 3


def test_files_that_extend_each_other_are_refused(tmp_path):
    (tmp_path / "one.toml").write_text('extends = "two.toml"')
    (tmp_path / "two.toml").write_text('extends = "one.toml"')
    assert told(tmp_path / "one.toml") == "two.toml: extends: 'one.toml' extends itself in a circle"
    (tmp_path / "self.toml").write_text('extends = "self.toml"')
    assert told(tmp_path / "self.toml") == "self.toml: extends: 'self.toml' extends itself in a circle"


def test_what_a_variant_extends_must_be_a_file_that_is_there(tmp_path):
    path = tmp_path / "case.toml"
    path.write_text("extends = 3")
    assert told(path) == "case.toml: extends: must name a file, got 3"
    path.write_text('extends = "cases.toml"')
    assert told(path) == "case.toml: extends: unknown file 'cases.toml'; did you mean 'case.toml'?"
    path.write_text('extends = "nowhere/base.toml"')
    assert told(path) == f"case.toml: extends: no folder '{tmp_path / 'nowhere'}'"
    path.write_text('extends = "."')
    assert told(path) == "case.toml: extends: cannot be read: Is a directory"


def test_every_fault_is_told_at_once_a_line_each(refused):
    lines = refused('[talks]\nfirst = "usa"\n[measures.us_general]\nbasis = "law"\nsectors = ["AUTO", "METAL"]')
    assert [line.split(": ")[0] for line in lines] == [
        "measures.us_general.basis", "measures.us_general.sectors", "measures.us_general.sectors", "talks.first",
    ]  # fmt: skip


def test_an_empty_file_is_told_what_is_missing(tmp_path):
    (tmp_path / "case.toml").touch()
    with pytest.raises(ScenarioError) as error:
        read_scenario(tmp_path / "case.toml")
    assert error.value.faults[:2] == ("case.toml: name: is missing", "case.toml: title: is missing")
    assert all(line.endswith(": is missing") for line in error.value.faults)


@pytest.mark.parametrize(("name", "title"), [entry[:2] for entry in shipped()], ids=[entry[0] for entry in shipped()])
def test_what_ships_reads_by_name_and_by_path(name, title):
    path = next(entry[2] for entry in shipped() if entry[0] == name)
    scenario = read_scenario(name)
    assert scenario == read_scenario(path)
    assert (scenario.name, scenario.title) == (name, title)
