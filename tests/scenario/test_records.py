"""Records that cannot be used are refused with the line."""

import re

import pytest

from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.record import read_record
from negotiation.scenario.shipped import folder

SHIPPED = (folder() / "us-canada-record-moves.toml").read_text(encoding="utf-8")


def faults(tmp_path, text):
    (tmp_path / "record.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_record(str(tmp_path / "record.toml"))
    return str(caught.value)


def line_of(text, words):
    """The line of the table's header above some words."""
    before = text[: text.index(words)]
    return before.count("\n", 0, before.rindex("[[")) + 1


def test_a_copy_of_the_shipped_record_is_a_record(tmp_path):
    (tmp_path / "record.toml").write_text(SHIPPED, encoding="utf-8")
    assert len(read_record(str(tmp_path / "record.toml")).moves) == 39


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("date = 2024-12-17", "date = 2025-12-17", "must"),
        ("date = 2025-01-06", "date = 2024-12-01", "must not come before"),
        ('measure = "us_copper"', 'measure = "us_coper"', "us_copper"),
        ("METALS = 50, AUTOS = 9.2, MACH = 9.2", "METALS = 500, AUTOS = 9.2, MACH = 9.2", "300"),
        ("AGRI = 5.15, DAIRY = 1.68", "DAIRY = 1.68", "has no rate for AGRI"),
    ],
)
def test_faults_name_their_line(tmp_path, old, new, said):
    text = SHIPPED.replace(old, new, 1)
    told = faults(tmp_path, text)
    assert f"line {line_of(text, new)}:" in told
    assert said in told


def test_a_gap_of_more_than_eight_weeks_is_named(tmp_path):
    """Without moves and rates between 8 August and a later 1 September's, 31 October, twelve weeks say nothing."""
    text = SHIPPED.replace("weeks = 41", "weeks = 50", 1)
    told = faults(tmp_path, text)
    assert "weeks: nothing is recorded for more than 8 weeks before it, from 2025-09-01 to 2025-11-09" in told


def test_rates_must_be_known_to_the_end(tmp_path):
    text = re.sub(r"# -- the rates in effect[^\n]*\n", "[observed]\nuntil = 2025-06-01\n", SHIPPED)
    assert "observed.until: rates must be known to the record's last week, of 2025-09-07, got 2025-06-01" in faults(
        tmp_path, text
    )


def test_a_scenario_without_moves_is_no_record():
    with pytest.raises(ScenarioError, match="a record has moves"):
        read_record("us-canada-record")
