"""Law: a lasting tariff lowers its victim's alternative; terms move against the victim as far as the imposer's falls less."""

import numpy as np

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, weekly, words

FROZEN = {
    "countries.us.strategy.doctrine": "none",
    "countries.ca.strategy.doctrine": "none",
    "countries.ca.audience.rally": 0.0,
    "countries.us.audience.rally": 0.0,
}


def at_rates(**levels: int) -> Block:
    """The teaching case with these measures in force for good."""
    return played("teaching-first-numbers", FROZEN | {"start.levels": levels})


def test_a_lasting_tariff_lowers_its_victims_no_deal_value() -> None:
    calm, hit = at_rates(us_general=0), at_rates(us_general=1)
    assert (weekly(hit, "no_deal_ca")[:, 0] < weekly(calm, "no_deal_ca")[:, 0]).all()


def test_terms_move_against_the_victim_where_the_imposers_alternative_falls_less() -> None:
    mild, hard = at_rates(us_general=1, ca_consumer=1), at_rates(us_general=1)
    # Lifting Canada's counter-tariff: what does it do to each side's alternative, and to Canada's terms?
    change = [float(np.mean(weekly(hard, f"no_deal_{side}")[:, 0] - weekly(mild, f"no_deal_{side}")[:, 0])) for side in ("us", "ca")]
    both = (words(mild, "settlement") == "comprehensive") & (words(hard, "settlement") == "comprehensive")
    moved = (numbers(hard, "terms_ca") - numbers(mild, "terms_ca"))[both]
    assert both.sum() > 50
    low, high = interval(moved)
    if low > 0.0:
        assert change[1] > change[0]
    if high < 0.0:
        assert change[0] > change[1]
