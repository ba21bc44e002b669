"""Law: a lasting tariff lowers its victim's alternative; terms move against it only if the imposer's falls less."""

import numpy as np
import pytest

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, weekly, words

FROZEN = {
    "countries.us.strategy.doctrine": "none",
    "countries.ca.strategy.doctrine": "none",
    "countries.ca.audience.rally": 0.0,
    "countries.us.audience.rally": 0.0,
    "countries.us.strategy.tactic": "linear",
    "countries.us.strategy.exponent": None,
    "countries.ca.strategy.tactic": "linear",
    "countries.ca.strategy.exponent": None,
    "countries.us.clock": {"earliest": 10, "latest": 30, "source": "assumption: a law's case"},
    "countries.ca.clock": {"earliest": 10, "latest": 30, "source": "assumption: a law's case"},
}


def at_rates(**levels: int) -> Block:
    """The teaching case with these measures in force for good."""
    return played("teaching-first-numbers", FROZEN | {"start.levels": levels})


def test_a_lasting_tariff_lowers_its_victims_no_deal_value() -> None:
    calm, hit = at_rates(us_general=0), at_rates(us_general=1)
    assert (weekly(hit, "no_deal_ca")[:, 0] < weekly(calm, "no_deal_ca")[:, 0]).all()


@pytest.mark.parametrize(
    ("victim", "imposer", "without", "with_it"),
    [
        ("ca", "us", {"us_general": 0}, {"us_general": 1}),
        ("us", "ca", {"us_general": 1}, {"us_general": 1, "ca_consumer": 1}),
    ],
)
def test_terms_move_against_the_victim_only_where_the_imposers_alternative_falls_less(
    victim: str, imposer: str, without: dict[str, int], with_it: dict[str, int]
) -> None:
    calm, hit = at_rates(**without), at_rates(**with_it)
    fall = {side: _first_week(calm, f"no_deal_{side}") - _first_week(hit, f"no_deal_{side}") for side in ("us", "ca")}
    assert fall[victim] > 0.0
    both = (words(calm, "settlement") == "comprehensive") & (words(hit, "settlement") == "comprehensive")
    assert both.sum() > 50
    _, high = interval((numbers(hit, f"terms_{victim}") - numbers(calm, f"terms_{victim}"))[both])
    moved_against_the_victim = high < 0.0
    assert fall[imposer] < fall[victim] or not moved_against_the_victim


def test_a_tariff_that_costs_its_imposer_nothing_moves_terms_against_the_victim() -> None:
    calm, hit = at_rates(us_general=0), at_rates(us_general=1)
    both = (words(calm, "settlement") == "comprehensive") & (words(hit, "settlement") == "comprehensive")
    assert interval((numbers(hit, "terms_ca") - numbers(calm, "terms_ca"))[both])[1] < 0.0


def _first_week(block: Block, column: str) -> float:
    """The mean of a weekly column in the first week."""
    return float(np.mean(weekly(block, column)[:, 0]))
