"""A back-test in numbers and in sentences: who foretold better, and what one other reading of the record would do."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.analysis.forecast_scores import brier, reliability
from negotiation.study.held_out.backtest import SHARES, Backtest, Held, Scored
from negotiation.study.held_out.baselines import CARRYING_OUT, FORECASTERS, MODEL
from negotiation.study.held_out.events import event_names

Floats = NDArray[np.float64]
SAYS = (
    "The model explores how such disputes work; it does not forecast this one. One history is one case (n = 1): "
    "origins overlap in what they saw, and no score here has an error bar that would hold for another dispute."
)
EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)  # of the reliability diagram
TIE = 0.005  # scores nearer than that are told as equal: so much a thousand worlds' luck may move them


def pooled(test: Backtest, who: str) -> dict[str, Any]:
    """One forecaster's scores over all origins: CRPS by side, coverage, Brier by event and in all, order."""
    each = [held.scored[who] for held in test.held]
    events = event_names(test.record.sides)
    by_event = {name: float(np.concatenate([one.brier[name] for one in each]).mean()) for name in events if _any(each)}
    errors = np.concatenate([one.crps for one in each])
    within = {f"{share:.0%}": float(np.concatenate([one.covered[share] for one in each]).mean()) for share in SHARES}
    return {
        "crps": {side: float(errors[:, seat].mean()) for seat, side in enumerate(test.record.sides)},
        "coverage": within,
        "brier": by_event,
        "brier_all": float(np.mean(list(by_event.values()))) if by_event else None,
        "order": float(np.mean([one.order for one in each])),
    }


def _any(each: list[Scored]) -> bool:
    """Whether there is any window."""
    return any(len(next(iter(one.brier.values()))) for one in each)


def chances_and_events(test: Backtest, who: str, name: str = "") -> tuple[Floats, NDArray[np.bool_]]:
    """All chances that were given, of events whose name ends in `name`, and what happened, each (N,)."""
    listed = [event for event in event_names(test.record.sides) if event.endswith(name)]
    chances = [held.scored[who].chances[event] for held in test.held for event in listed]
    return np.concatenate(chances), np.concatenate([held.happened[event] for held in test.held for event in listed])


def otherwise_read(test: Backtest) -> dict[str, Any]:
    """What reading one window's threats otherwise, carried out or not, does to each forecaster's Brier score.

    The least and the greatest score that any one such change gives, and in how many of them another one leads.
    """
    scores = {}
    for who in FORECASTERS:
        chance, happened = chances_and_events(test, who, CARRYING_OUT)
        flipped = happened ^ np.eye(len(happened), dtype=np.bool_)
        scores[who] = (float(brier(chance, happened).mean()), brier(chance, flipped).mean(axis=-1))
    best = min(scores, key=lambda who: scores[who][0])
    table = np.stack([flipped for _, flipped in scores.values()])
    leads = np.array(FORECASTERS)[table.argmin(axis=0)]
    return {
        "windows": table.shape[1],
        "best": best,
        "another_leads_in": int((leads != best).sum()),
        "brier": {who: {"as read": now, "least": float(other.min()), "most": float(other.max())}
                  for who, (now, other) in scores.items()},
    }  # fmt: skip


def sentences(test: Backtest) -> list[str]:
    """Where the model loses and where it wins, measure by measure, in words."""
    scores = {who: _flat(pooled(test, who)) for who in FORECASTERS}
    told = []
    for measure, own in scores[MODEL].items():
        others = {who: scores[who][measure] for who in FORECASTERS if who != MODEL}
        better = [f"'{who}' ({score:.3f})" for who, score in others.items() if score < own - TIE]
        best = min(others, key=lambda who: others[who])
        if better:
            told.append(f"{measure}: the model loses ({own:.3f}) to {', '.join(better)}")
        elif others[best] <= own + TIE:
            told.append(f"{measure}: the model ({own:.3f}) is no better than '{best}'")
        else:
            told.append(f"{measure}: the model wins ({own:.3f}); next is '{best}' ({others[best]:.3f})")
    return told


def _flat(scores: dict[str, Any]) -> dict[str, float]:
    """Scores under one name each; less is better."""
    flat = {f"rate of {side}, CRPS": value for side, value in scores["crps"].items()}
    flat |= {f"{event}, Brier": value for event, value in scores["brier"].items()}
    return flat | {"order of moves, distance": scores["order"]}


def summary(test: Backtest) -> dict[str, Any]:
    """Everything as plain numbers."""
    return {
        "scenario": {"name": test.scenario.name, "hash": test.scenario.content_hash()},
        "record": {"name": test.record.name, "hash": test.record.content_hash()},
        "worlds": test.worlds,
        "seed": test.seed,
        "says": SAYS,
        "sentences": sentences(test),
        "scores": {who: pooled(test, who) for who in FORECASTERS},
        "reliability": {who: reliability(*chances_and_events(test, who), EDGES) for who in FORECASTERS},
        "one_reading_changed": otherwise_read(test),
        "origins": [_origin(held) for held in test.held],
    }


def _origin(held: Held) -> dict[str, Any]:
    """One origin: what was foretold and what followed."""
    weeks = len(held.observed)
    bands = np.quantile(held.model.rates[:weeks], (0.05, 0.25, 0.5, 0.75, 0.95), axis=-1)
    return {
        "until": held.model.origin.until.isoformat(),
        "weeks": weeks,
        "rates": {"observed": held.observed.tolist(), "quantiles 5 25 50 75 95": bands.tolist()},
        "happened": _listed(held.happened),
        "chances": {who: _listed(one.chances) for who, one in held.scored.items()},
        "crps": {who: one.crps.mean(axis=0).tolist() for who, one in held.scored.items()},
        "order": {who: one.order for who, one in held.scored.items()},
    }


def _listed(by_name: Mapping[str, NDArray[Any]]) -> dict[str, list[Any]]:
    """Arrays as lists."""
    return {name: rows.tolist() for name, rows in by_name.items()}
