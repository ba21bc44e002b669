"""Law: a threshold at home, ranked like the government's value and unknown to the other side, strengthens its hand."""

import numpy as np
import pytest

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, words

# Home support moves with the government's own value only: people who see the deal as the country does, no mood.
CASE = {
    "constituencies.quebec_dairy": None,
    "countries.ca.ratification.trust": 0.0,
    "countries.ca.ratification.relief": 0.0,
    "countries.ca.ratification.vote": 0.0,
    "countries.us.strategy.doctrine": "none",
    "countries.ca.strategy.doctrine": "none",
    "countries.us.clock": {"earliest": 10, "latest": 70, "source": "assumption: a law's case"},
    "countries.ca.clock": {"earliest": 10, "latest": 70, "source": "assumption: a law's case"},
    "countries.us.strategy.exponent": None,
    "countries.us.strategy.tactic": "linear",
    "countries.ca.strategy.exponent": None,
    "countries.ca.strategy.tactic": "linear",
}


def with_threshold(threshold: float) -> Block:
    """The case with a threshold in Canada."""
    return played("teaching-first-numbers", CASE | {"countries.ca.ratification.threshold": threshold})


@pytest.fixture(scope="module")
def without() -> Block:
    """No threshold."""
    return with_threshold(0.0)


def test_a_slack_threshold_changes_no_bit(without: Block) -> None:
    slack = with_threshold(0.05)
    assert np.array_equal(slack.weeks, without.weeks, equal_nan=True)
    assert np.array_equal(numbers(slack, "terms_ca"), numbers(without, "terms_ca"), equal_nan=True)


def test_a_binding_threshold_brings_better_terms_and_fewer_deals(without: Block) -> None:
    binding = with_threshold(0.42)
    deals = [words(block, "settlement") == "comprehensive" for block in (without, binding)]
    assert interval(deals[0].astype(float) - deals[1])[0] >= 0.0
    both = deals[0] & deals[1]
    gained = (numbers(binding, "terms_ca") - numbers(without, "terms_ca"))[both]
    assert both.sum() > 50
    assert interval(gained)[0] > 0.0


def test_a_prohibitive_threshold_ends_all_deals() -> None:
    assert not (words(with_threshold(0.95), "settlement") == "comprehensive").any()
