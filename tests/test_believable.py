"""The two shipped cases are believable: no outcome is certain, several occur, no issue is dead, allies seldom join."""

from functools import lru_cache

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories
from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import read_scenario

pytestmark = pytest.mark.slow
CASES = ("us-canada-briefing", "us-canada-record")
WORLDS = 4000
HARDLY_EVER = {("border", "as_is"), ("dairy", "opening"), ("culture", "dropped")}  # reasons: docs/odd.md
IN_THE_RECORD = {("tariff", "baseline"), ("tariff", "lifted"), ("usmca", "long")}  # hardly ever or always; as above
SETTLED = {"us-canada-record": HARDLY_EVER | IN_THE_RECORD}
OPTIONS = [
    (case, issue, option)
    for case in CASES
    for issue, given in read_scenario(case).issues.items()
    for option in given.options
]


@lru_cache(maxsize=2)
def played(case: str) -> Block:
    """A case's worlds."""
    return play_block(build_game(read_scenario(case)), 2025, range(WORLDS), 0)


def words(case: str, column: str) -> np.ndarray:
    """A column of words of a case's worlds, (R,)."""
    cells = played(case).worlds[column]
    assert isinstance(cells, Categories)
    return np.array(cells.labels)[cells.codes]


def shares(column: np.ndarray) -> dict[str, float]:
    """The share of every word in a column."""
    found, counts = np.unique(column, return_counts=True)
    return dict(zip(found.tolist(), (counts / column.size).tolist(), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_no_outcome_takes_over_nine_tenths(case):
    assert max(shares(words(case, "outcome")).values()) <= 0.9


@pytest.mark.parametrize("case", CASES)
def test_at_least_four_outcomes_occur(case):
    assert sum(share >= 0.01 for share in shares(words(case, "outcome")).values()) >= 4


@pytest.mark.parametrize(
    ("case", "issue", "option"),
    [option for option in OPTIONS if option[1:] not in SETTLED.get(option[0], HARDLY_EVER)],
)
def test_an_option_is_in_some_deals_and_not_in_all(case, issue, option):
    signed = words(case, "settlement") == "comprehensive"
    taken = shares(words(case, f"issue_{issue}")[signed]).get(option, 0.0)
    assert 0.02 <= taken <= 0.98


@pytest.mark.parametrize("case", CASES)
def test_some_ally_joins_the_retaliation_in_five_to_twenty_percent(case):
    joined = np.asarray(played(case).worlds["joint_allies_peak"]) > 0
    assert 0.05 <= joined.mean() <= 0.2
