"""Law: against offers that ignore ours, measures frozen, toughness brings no more deals, no worse terms."""

from itertools import pairwise

import numpy as np
import pytest

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, words

FROZEN = {
    "countries.us.strategy.doctrine": "none",
    "countries.ca.strategy.doctrine": "none",
    "countries.us.strategy.tactic": "boulware",
    "countries.us.strategy.exponent": None,
    "countries.us.clock": {"earliest": 15, "latest": 120, "source": "assumption: a law's case"},
    "countries.ca.clock": {"earliest": 15, "latest": 120, "source": "assumption: a law's case"},
}
EXPONENTS = (0.2, 0.5, 1.0, 3.0)


@pytest.fixture(scope="module")
def by_exponent() -> list[Block]:
    """Canada's toughness varied, tough first, under the same luck."""
    tactics = {"countries.ca.strategy.tactic": "boulware"}
    return [
        played("teaching-first-numbers", FROZEN | tactics | {"countries.ca.strategy.exponent": {
            "value": exponent, "unit": "Faratin's beta", "source": "assumption: a law's case"}})
        for exponent in EXPONENTS
    ]  # fmt: skip


def test_a_lower_exponent_never_raises_the_share_of_deals(by_exponent: list[Block]) -> None:
    deals = [words(block, "settlement") == "comprehensive" for block in by_exponent]
    for tougher, softer in pairwise(deals):
        low, _ = interval(softer.astype(float) - tougher)
        assert low >= 0.0
    assert deals[0].mean() < deals[-1].mean()


def test_a_lower_exponent_never_worsens_its_users_terms(by_exponent: list[Block]) -> None:
    for tougher, softer in pairwise(by_exponent):
        both = (words(tougher, "settlement") == "comprehensive") & (words(softer, "settlement") == "comprehensive")
        difference = (numbers(tougher, "terms_ca") - numbers(softer, "terms_ca"))[both]
        assert both.sum() > 50
        assert interval(difference)[1] >= 0.0  # no worsening that luck would not explain


def test_a_tough_opponent_gets_more_of_the_pie(by_exponent: list[Block]) -> None:
    toughest, softest = by_exponent[0], by_exponent[-1]
    assert np.nanmean(numbers(toughest, "terms_us")) < np.nanmean(numbers(softest, "terms_us"))
