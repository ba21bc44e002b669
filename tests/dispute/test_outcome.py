"""How a dispute ended: the four facts and the headline, from ends laid out by hand.

25 % puts 17.2 % on Canada's exports, Canada's counter-tariff 4.9 % on the United States'; war begins at 3 % on both.
"""

import pytest

from negotiation.dispute.outcome import facts, outcome_labels
from negotiation.dispute.state import BROKEN_DEAL, COMPREHENSIVE_DEAL, LIMITED_DEAL, NO_DEAL
from tests.dispute.cases import game_with, state_of


def ended(levels, settlement=NO_DEAL, changes=None, **columns):
    """The facts of one world in words."""
    game = game_with(changes)
    found = facts(game, state_of(game, 1, level=[levels], settlement=[settlement], **columns))
    return {name: column.labels[column.codes[0]] for name, column in found._asdict().items() if name != "deal_ever"}


@pytest.mark.parametrize(
    ("levels", "settlement", "changes", "headline"),
    [
        ([0, 0], COMPREHENSIVE_DEAL, None, "comprehensive deal"),
        ([0, 0], LIMITED_DEAL, None, "limited deal"),
        ([0, 0], NO_DEAL, None, "no tariffs"),
        ([0, 1], NO_DEAL, None, "one-sided: ca"),
        ([1, 0], NO_DEAL, None, "one-sided: us"),
        ([1, 1], NO_DEAL, {"outcome.war": 5.0}, "standoff"),
        ([1, 1], NO_DEAL, None, "trade war"),
    ],
)
def test_the_seven_headlines(levels, settlement, changes, headline):
    assert ended(levels, settlement, changes)["outcome"] == headline


def test_headlines_stand_in_order_of_precedence():
    assert outcome_labels(game_with()) == (
        "comprehensive deal", "limited deal", "no tariffs", "one-sided: ca", "one-sided: us", "standoff", "trade war",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("settlement", "headline"), [(COMPREHENSIVE_DEAL, "comprehensive deal"), (LIMITED_DEAL, "limited deal")]
)
def test_a_deal_in_force_outranks_the_tariffs_it_leaves(settlement, headline):
    assert ended([1, 1], settlement)["outcome"] == headline
    assert ended([1, 1], settlement)["tariffs_at_end"] == "both above"


def test_a_broken_deal_leaves_the_headline_to_the_tariffs():
    found = ended([1, 0], BROKEN_DEAL)
    assert (found["settlement"], found["outcome"]) == ("broken", "one-sided: us")


def test_talks_that_ended_are_a_fact_of_their_own():
    for talks, word in enumerate(("talking", "suspended", "ended")):
        found = ended([1, 0], talks=[talks])
        assert (found["talks_at_end"], found["outcome"]) == (word, "one-sided: us")


@pytest.mark.parametrize(("limit", "headline"), [(4.9, "trade war"), (5.0, "one-sided: us")])
def test_a_tariff_counts_from_the_rate_the_scenario_says(limit, headline):
    assert ended([1, 1], changes={"outcome.in_force": limit})["outcome"] == headline


def test_whether_a_deal_was_ever_in_force_is_told():
    game = game_with()
    assert facts(game, state_of(game, 2, ever_deal=[True, False])).deal_ever.tolist() == [1, 0]
