"""What an explanation says, counted: shares with intervals, overlap, and what is left for pairs of frictions."""

from typing import Any

import numpy as np

from negotiation.scenario.frictions import FRICTIONS
from negotiation.study.statistics import share
from negotiation.study.why import EVERY, PAIRS, SINGLES, Explanation


def why_summary(found: Explanation) -> dict[str, Any]:
    """Everything counted, ready to be printed or written.

    Of the worlds without a deal: which single friction would each have saved (`saved`), which alone (`alone`); of those
    with one: which would have lost it (`lost`).
    """
    stuck, settled = int((~found.deal).sum()), int(found.deal.sum())
    prevented = found.prevented
    frictions = []
    for friction, single in zip(FRICTIONS, SINGLES, strict=True):
        saved = found.deal_without[single] & ~found.deal
        frictions.append(
            {
                "key": friction.key,
                "name": friction.name,
                "without": friction.without,
            "in_scenario": friction.key not in found.inert,
                "saved": counted(int(saved.sum()), stuck),
                "alone": counted(int((saved & (prevented == 1)).sum()), stuck),
                "lost": counted(int((found.deal & ~found.deal_without[single]).sum()), settled),
            }
        )
    return {
        "scenario": {
            "name": found.scenario.name, "title": found.scenario.title, "hash": found.scenario.content_hash(),
        },
        "seed": found.seed,
        "worlds": len(found.deal),
        "without_deal": counted(stuck, len(found.deal)),
        "frictions": frictions,
        "how_many_would_do": {
            str(number): counted(int((~found.deal & (prevented == number)).sum()), stuck)
            for number in range(len(FRICTIONS) + 1)
        },
        "together": _together(found),
        "none_alone": counted(len(found.unexplained), stuck),
        "pairs": _pairs(found, stuck),
        "no_pair": counted(len(found.unexplained) - int(_any_pair(found).sum()), stuck),
        "all_off": counted(int((found.deal_without[EVERY] & ~found.deal).sum()), stuck),
    }  # fmt: skip


def counted(count: int, total: int) -> dict[str, float | int]:
    """A count with its share of a total and Wilson's interval."""
    part, low, high = share(count, total)
    return {"count": count, "share": part, "low": low, "high": high}


def _together(found: Explanation) -> dict[str, dict[str, int]]:
    """How many worlds two frictions would each have saved."""
    saved = {single[0]: found.deal_without[single] & ~found.deal for single in SINGLES}
    return {one: {other: int((saved[one] & saved[other]).sum()) for other in saved} for one in saved}


def _any_pair(found: Explanation) -> Any:
    """Where some pair explains what no single friction does, (N,)."""
    return np.stack([found.deal_without_pair[pair] for pair in PAIRS], axis=-1).any(axis=-1)


def _pairs(found: Explanation, stuck: int) -> list[dict[str, Any]]:
    """The pairs that save worlds no single friction saves, the most first."""
    counts = [(pair, int(found.deal_without_pair[pair].sum())) for pair in PAIRS]
    ranked = sorted(counts, key=lambda entry: -entry[1])
    return [{"frictions": list(pair), **counted(count, stuck)} for pair, count in ranked if count]
