"""Laws of broken deals, own views and vows: which way outcomes go, and where an own view cannot matter."""

from typing import Any

import numpy as np

from tests.dispute.test_stopped_talks import VOW
from tests.laws.cases import interval, numbers, played, words

CASE, WORLDS = "us-canada-briefing", 300


def number(value: float) -> dict[str, Any]:
    """A quantity of a law's case."""
    return {"value": value, "unit": "1", "source": "assumption: a law's case"}


def both(part: str, value: Any) -> dict[str, Any]:
    """The same entry of both countries."""
    return {f"countries.{side}.{part}": value for side in ("us", "ca")}


def test_more_deals_are_broken_where_breaking_costs_less() -> None:
    prices = [{name: number(value) for name, value in (("cost", cost), ("spread", 0.15), ("answer", 0.7))}
              for cost in (0.0, 0.3, 5.0)]  # fmt: skip
    ends = [words(played(CASE, both("breaking", price), WORLDS), "settlement") for price in prices]
    broken = [int((settlements == "broken").sum()) for settlements in ends]
    assert broken[0] > broken[1] > broken[2] == 0


def test_an_own_view_of_threats_that_cost_nothing_changes_no_bit() -> None:
    free = both("audience.dropped_threat", 0.0)
    blocks = [played(CASE, free | both("audience.own_view", view), WORLDS) for view in (None, number(1.0))]
    assert np.array_equal(blocks[0].weeks, blocks[1].weeks, equal_nan=True)


def test_who_is_hurt_by_a_measure_likes_it_dropped_the_more_the_less_it_takes_to_be_sure() -> None:
    # Few gain by the threatened tariff: the sooner people are sure of that, the less they blame who drops it.
    stubborn = {"countries.us.conduct.patience": 0.0, "countries.us.audience.leniency": 1.0}
    vague, sure = (
        played(CASE, stubborn | {"countries.us.audience.own_view": number(view)}, WORLDS) for view in (50.0, 0.05)
    )
    names = [name for name in vague.worlds if name.startswith("approval_us")]
    assert interval(numbers(sure, names[0]) - numbers(vague, names[0]))[0] > 0.0


def test_vows_keep_what_they_rule_out_from_more_deals() -> None:
    vows = {"countries.ca.vows": {"pace": number(1.0), "alignment": number(0.0)}}
    blocks = [played("teaching-first-numbers", VOW | changes, WORLDS) for changes in ({}, vows)]
    plain, tied = ((words(block, "issue_dairy") == "opening").astype(float) for block in blocks)
    assert interval(tied - plain)[1] < 0.0
