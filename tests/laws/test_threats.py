"""Law: a threat moves nothing where belief or assurance is zero, or where its demand costs more than it is worth."""

from typing import Any

import numpy as np
import pytest

from negotiation.dispute.block import Block
from negotiation.dispute.game import build_game
from negotiation.model import Dispute
from tests.laws.cases import changed, interval, numbers, played, weekly, words

QUIET = {
    "countries.us.strategy.doctrine": "none",
    "countries.ca.strategy.doctrine": "none",
    "start.levels": {"us_general": 0},
    "countries.us.strategy.tactic": "linear",
    "countries.us.strategy.exponent": None,
    "countries.ca.strategy.tactic": "linear",
    "countries.ca.strategy.exponent": None,
    "countries.us.clock": {"earliest": 4, "latest": 40, "source": "assumption: a law's case"},
    "countries.ca.clock": {"earliest": 4, "latest": 40, "source": "assumption: a law's case"},
    # something to gain for both without any tariff in force
    "issues.counter.options.given_up.value": {},
}
THREAT = {"start.threats": {"us_general": {"level": 1, "due": 40, "issue": "border", "option": "strict"}}}


def threatened(belief: float, assurance: float) -> Block:
    """A quiet dispute under a standing threat of 25 % that demands strict border controls."""
    changes: dict[str, Any] = {
        "start.belief": {"ca": {"emergency": belief}},
        "countries.ca.conduct.assurance": assurance,
    }
    return played("teaching-first-numbers", QUIET | THREAT | changes)


@pytest.fixture(scope="module")
def unthreatened() -> Block:
    """The same dispute without the threat."""
    return played("teaching-first-numbers", QUIET)


@pytest.mark.parametrize(("belief", "assurance"), [(0.0, 1.0), (1.0, 0.0), (0.05, 1.0)])
def test_a_threat_not_worth_heeding_moves_no_terms(unthreatened: Block, belief: float, assurance: float) -> None:
    # 25 % for two years would cost Canada about 3 points; strict controls cost it 0.36: 0.05 x 3 is not enough.
    block = threatened(belief, assurance)
    for side in ("us", "ca"):
        assert np.array_equal(weekly(block, f"no_deal_{side}"), weekly(unthreatened, f"no_deal_{side}"))
        assert np.array_equal(numbers(block, f"terms_{side}"), numbers(unthreatened, f"terms_{side}"), equal_nan=True)


def test_a_believed_threat_lowers_the_alternative_and_moves_terms_against_the_threatened(unthreatened: Block) -> None:
    block = threatened(0.9, 0.9)
    assert (weekly(block, "no_deal_ca")[:, 0] < weekly(unthreatened, "no_deal_ca")[:, 0]).all()
    both = (words(block, "settlement") == "comprehensive") & (words(unthreatened, "settlement") == "comprehensive")
    assert both.sum() > 50
    assert interval((numbers(block, "terms_ca") - numbers(unthreatened, "terms_ca"))[both])[1] < 0.0


def test_a_dropped_threat_costs_approval_and_belief() -> None:
    soon = {"start.threats": {"us_general": {"level": 1, "due": 2, "issue": "border", "option": "strict"}}}
    price = {"countries.us.audience.leniency": 0.0}
    dispute, calm = (
        Dispute(build_game(changed("teaching-first-numbers", QUIET | price | threat)), 8, 1) for threat in (soon, {})
    )
    for _ in range(5):
        dispute.step()
        calm.step()
    dropped = dispute.state.threats_ended[:, dispute.game.scenario.sides.index("us"), 4]
    assert (dropped == 1).all()
    assert (dispute.players.governments[1].approval < calm.players.governments[1].approval).all()
    believed = dispute.state.carried / dispute.state.seen_threats
    before = calm.state.carried / calm.state.seen_threats
    emergency = list(dispute.game.scenario.bases).index("emergency")
    assert (believed[:, 0, emergency] < before[:, 0, emergency]).all()
