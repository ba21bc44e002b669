"""Law: allies' joint retaliation helps Canada's terms if it lowers the US's no-deal value more than Canada's."""

import numpy as np

from negotiation.dispute.block import Block
from tests.laws.cases import interval, numbers, played, weekly, words


def with_leaning(leaning: float) -> Block:
    """The briefing with the 25 % tariff in force, measures frozen, and all allies surely out or surely in."""
    changes = {f"allies.{ally}.leaning": leaning for ally in ("uk", "japan", "mexico", "eu")}
    frozen = {f"countries.{side}.strategy.doctrine": "none" for side in ("us", "ca")}
    open_house = {f"countries.{side}.ratification.threshold": 0.0 for side in ("us", "ca")}
    start = {"start.levels": {"us_general": 3}, "start.threats": {}, "countries.ca.commitments": {}}
    start |= {"bases.emergency.court_hazard": 0.0}
    return played("us-canada-briefing", changes | frozen | start | open_house, worlds=600)


def test_joint_retaliation_moves_terms_to_the_side_whose_alternative_falls_less() -> None:
    alone, joined = with_leaning(-50.0), with_leaning(50.0)
    going_on = (weekly(joined, "open")[:, 1] == 1) & (weekly(alone, "open")[:, 1] == 1)
    assert (weekly(joined, "joint_allies")[going_on, 1] == 4).all()
    assert (weekly(alone, "joint_allies") == 0).all()
    fall = {side: _fall(alone, joined, f"no_deal_{side}", going_on) for side in ("us", "ca")}
    assert fall["us"] > 0.0
    both = (words(alone, "settlement") == "comprehensive") & (words(joined, "settlement") == "comprehensive")
    assert both.sum() > 100
    low, high = interval((numbers(joined, "terms_ca") - numbers(alone, "terms_ca"))[both])
    if fall["us"] > fall["ca"]:
        assert high >= 0.0
    else:
        assert low <= 0.0


def _fall(alone: Block, joined: Block, column: str, rows: np.ndarray) -> float:
    """By how much a no-deal value is lower in the second week where allies have joined, points."""
    return float(np.mean((weekly(alone, column) - weekly(joined, column))[rows, 1]))
