"""Tactics by name, and names put together: `boulware+ac_combi+bayesian` is an offering, an acceptance and a model."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table.pieces import Accepting, Modelling, Offering, Tactic
from negotiation.bargaining.tactics.acceptance import (
    AcceptCombined,
    AcceptConstant,
    AcceptLate,
    AcceptNext,
    AcceptWanted,
)
from negotiation.bargaining.tactics.answers import Averaged, RandomAbsolute, Relative
from negotiation.bargaining.tactics.bayesian import Bayesian
from negotiation.bargaining.tactics.choices import Kindest, Nearest, Offer, Similar
from negotiation.bargaining.tactics.frequency import Frequency
from negotiation.bargaining.tactics.micro import Micro
from negotiation.bargaining.tactics.wants import Everything, Exponential, LastMinute, Polynomial, Scarcity

Piece = TypeVar("Piece")

# Exponents: NegMAS's, which the field compares with; the exponential's beta as in Faratin's figures.
BOULWARE, LINEAR, CONCEDER = 4.0, 1.0, 0.25
LATE, EARLY = 0.2, 5.0
PATIENCE = 20.0  # offers
CONSTANT = 0.8  # utility

OFFERINGS: dict[str, Offering] = {
    "boulware": Offer(Polynomial(BOULWARE), Nearest()),
    "linear": Offer(Polynomial(LINEAR), Nearest()),
    "conceder": Offer(Polynomial(CONCEDER), Nearest()),
    "exponential_boulware": Offer(Exponential(LATE), Nearest()),
    "exponential_conceder": Offer(Exponential(EARLY), Nearest()),
    "relative_tit_for_tat": Offer(Relative(), Nearest()),
    "random_tit_for_tat": Offer(RandomAbsolute(), Nearest()),
    "averaged_tit_for_tat": Offer(Averaged(), Nearest()),
    "resource": Offer(Scarcity(PATIENCE), Nearest()),
    "last_minute": Offer(LastMinute(), Nearest()),
    "micro": Micro(),
    "trade_off": Offer(Polynomial(LINEAR), Similar()),
    "hardliner": Offer(Everything(), Nearest()),
}
ACCEPTANCES: dict[str, Accepting] = {
    "ac_wanted": AcceptWanted(),
    "ac_const": AcceptConstant(CONSTANT),
    "ac_next": AcceptNext(),
    "ac_time": AcceptLate(),
    "ac_combi": AcceptCombined(),
}
MODELS: dict[str, Modelling] = {"frequency": Frequency(), "bayesian": Bayesian()}


def tactic_of(name: str) -> Tactic:
    """The tactic of a name: an offering, and with + an acceptance and a model.

    A model makes the offering choose the package best for the other; a trade-off weighs issues by it instead. Raises
    BargainingError with the nearest name.
    """
    first, *rest = (part.strip() for part in name.split("+"))
    offering = _known(first, OFFERINGS, "tactic")
    accepting, modelling = ACCEPTANCES["ac_wanted"], None
    for part in rest:
        if part in MODELS:
            modelling = MODELS[part]
        else:
            accepting = _known(part, {**ACCEPTANCES, **dict.fromkeys(MODELS, ACCEPTANCES["ac_wanted"])}, "piece")
    return Tactic(_with_model(offering, modelling), accepting, modelling)


def _with_model(offering: Offering, modelling: Modelling | None) -> Offering:
    chooses_nearest = isinstance(offering, Offer) and isinstance(offering.choice, Nearest)
    if modelling is None or not chooses_nearest or not isinstance(offering, Offer):
        return offering
    return Offer(offering.want, Kindest())


def _known(name: str, known: Mapping[str, Piece], kind: str) -> Piece:
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"
    raise BargainingError(f"unknown {kind} '{name}'; {hint}")
