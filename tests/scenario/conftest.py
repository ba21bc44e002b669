"""Variants of a shipped teaching case, written to a file and read back."""

import pytest

from negotiation.scenario import ScenarioError, read_scenario
from negotiation.scenario.shipped import folder

BASE = folder() / "teaching-first-numbers.toml"


@pytest.fixture
def variant(tmp_path):
    """A file case.toml that states only what differs from the teaching case."""

    def written(text):
        path = tmp_path / "case.toml"
        path.write_text(f"extends = {str(BASE)!r}\n{text}", encoding="utf-8")
        return path

    return written


@pytest.fixture
def refused(variant):
    """The lines with which a variant is refused, or changes to one; each without the name of its file."""

    def lines(text, changes=None):
        with pytest.raises(ScenarioError) as error:
            read_scenario(variant(text), changes)
        assert str(error.value).splitlines() == list(error.value.faults)
        return [fault.removeprefix("case.toml: ") for fault in error.value.faults]

    return lines
