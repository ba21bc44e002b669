"""Law: what governments learn and hide is off unless asked for; knowing everything ends the waste of tough clocks."""

from typing import Any

import numpy as np
import pytest

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, words

WORLDS = 300
CASE = "us-canada-briefing"
OPTIONAL = ("learning", "peace", "trust", "breaking", "vows")
BARE = {f"countries.{side}.{part}": None for side in ("us", "ca") for part in OPTIONAL}


def strength(threats: float, concessions: float) -> dict[str, Any]:
    """A country's learning."""
    return {
        "threats": {"value": threats, "unit": "power", "source": "assumption: a law's case"},
        "concessions": {"value": concessions, "unit": "logit a point", "source": "assumption: a law's case"},
    }


@pytest.fixture(scope="module")
def plain() -> Block:
    """The briefing without what governments learn."""
    return played(CASE, BARE, WORLDS)


@pytest.mark.parametrize("changes", [
    {"countries.us.learning": strength(0.0, 0.0), "countries.ca.learning": strength(0.0, 0.0)},
    {f"countries.{side}.peace": {
        "weeks": {"value": 52, "unit": "weeks", "source": "assumption: a law's case"},
        "breach": {"value": 0, "unit": "share", "source": "assumption: a law's case"},
    } for side in ("us", "ca")},
    {"talks.stop": {
        "weeks": {"value": 6, "unit": "weeks", "source": "assumption: a law's case"},
        "loss": {"value": 0.3, "unit": "share", "source": "assumption: a law's case"},
    }} | {f"countries.{side}.vows": {
        "pace": {"value": 0, "unit": "chance a week", "source": "assumption: a law's case"},
        "alignment": {"value": 0, "unit": "correlation", "source": "assumption: a law's case"},
    } for side in ("us", "ca")},
    {f"countries.{side}.trust": {
        name: {"value": value, "unit": "1", "source": "assumption: a law's case"}
        for name, value in (("breaks", 0.0), ("weight", 4.0), ("promises", 0.0), ("reliance", 1.0))
    } for side in ("us", "ca")},
    {"countries.us.types.typical.resolve": 0.0, "countries.us.types.typical.clock": 0, "information": "private"},
])  # fmt: skip
def test_learning_of_no_strength_and_neutral_types_change_no_bit(plain: Block, changes: dict[str, Any]) -> None:
    block = played(CASE, BARE | changes, WORLDS)
    assert np.array_equal(block.weeks, plain.weeks, equal_nan=True)
    for name in plain.worlds:
        if isinstance(plain.worlds[name], np.ndarray):
            assert np.array_equal(numbers(block, name), numbers(plain, name), equal_nan=True), name


def test_known_types_and_deadlines_bring_more_deals() -> None:
    # Nothing but time and private information stands between the two: no moves away from the table.
    tough = {"value": 0.1, "unit": "Faratin's beta", "source": "assumption: a law's case"}
    quiet = {
        "countries.us.strategy.exponent": tough, "countries.ca.strategy.exponent": tough,
        "countries.us.strategy.doctrine": "none", "countries.ca.strategy.doctrine": "none",
        "countries.us.clock": {"earliest": 10, "latest": 60, "source": "assumption: a law's case"},
        "countries.ca.clock": {"earliest": 10, "latest": 60, "source": "assumption: a law's case"},
    }  # fmt: skip
    private, known = (
        words(played("teaching-first-numbers", quiet | {"information": kind}), "settlement") == "comprehensive"
        for kind in ("private", "known")
    )
    assert interval(known.astype(float) - private)[0] > 0.0


def test_resolve_and_learning_change_who_carries_out_threats(plain: Block) -> None:
    firm = played(CASE, {f"countries.us.types.{kind}.resolve": 0.5 for kind in
                         ("deal_maker", "typical", "protectionist")}, WORLDS)  # fmt: skip
    gain = numbers(firm, "threats_us_carried_out") - numbers(plain, "threats_us_carried_out")
    assert interval(gain)[0] > 0.0
