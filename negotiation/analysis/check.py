"""What a scenario's numbers amount to before any world is played: a typical deal by term, the zone of agreement."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.analysis.agreement_zone import zone_of_agreement
from negotiation.bargaining.reference_points import nash_point
from negotiation.dispute.adaptation import lasting_flows
from negotiation.dispute.game import Game
from negotiation.dispute.worth import term_years
from negotiation.scenario.countries import TERMS

Floats = NDArray[np.float64]


class TermGain(NamedTuple):
    """What one term adds to a side's gain, points; and the weight at which the whole gain would change sign.

    weight: as stated, at the prior's mean; flips_at: None where no weight of this term could flip it.
    """

    term: str
    gain: float
    weight: float | None
    flips_at: float | None


class SideGain(NamedTuple):
    """A side's gain from the typical deal over no deal, points, and how its terms make it up."""

    side: str
    total: float
    terms: tuple[TermGain, ...]


class CheckSummary(NamedTuple):
    """package: the typical deal, issue -> option; against: what no deal is here; sides: their gains; zone: whether any
    reachable rates leave a deal that both sides prefer, under some pair of types; at_start: whether the start does."""

    package: dict[str, str]
    against: str
    sides: tuple[SideGain, SideGain]
    zone: bool
    at_start: bool


def check_summary(game: Game) -> CheckSummary:
    """Judge the typical deal: the Nash point against the start with its standing threats carried out.

    If nobody gains there, the package whose worse-off side loses least.
    """
    code, against = _no_deal_code(game)
    gains = np.stack([_package_gains(game, seat, code) for seat in (0, 1)], axis=-1)
    place = nash_point(gains, np.zeros(2))
    place = int(np.argmax(gains.min(axis=-1))) if place < 0 else place
    options = game.packages.options[place]
    package = {key: list(issue.options)[options[i]] for i, (key, issue) in enumerate(game.scenario.issues.items())}
    sides = (_side_gain(game, 0, place, code), _side_gain(game, 1, place, code))
    zone, at_start = zone_of_agreement(game)
    return CheckSummary(package, against, sides, zone, at_start)


def _no_deal_code(game: Game) -> tuple[int, str]:
    """The rates of no deal: the start's, with every standing threat carried out."""
    start, scenario = game.scenario.start, game.scenario
    levels = dict(start.levels) | {key: threat.level for key, threat in start.threats.items()}
    code = sum(level * int(game.strides[list(scenario.measures).index(key)]) for key, level in levels.items())
    return code, "the start with its threats carried out" if start.threats else "the start"


def _package_gains(game: Game, seat: int, code: int) -> Floats:
    """Gains of the comprehensive packages over those rates, at the prior's mean weights, points, (P,)."""
    side = game.sides[seat]
    gains: Floats = game.gains[seat][: game.packages.whole] + game.start_value[seat]
    settled = _settled(game, seat)
    return gains - float(side.mean_value[code]) - settled


def _settled(game: Game, seat: int) -> float:
    """What the options in force at the start are worth, points."""
    total = 0.0
    for place, (key, issue) in enumerate(game.scenario.issues.items()):
        option = list(issue.options).index(game.scenario.start.settled.get(key, next(iter(issue.options))))
        total += float(game.sides[seat].mean_worth[place][option])
    return total


def _side_gain(game: Game, seat: int, place: int, code: int) -> SideGain:
    """One side's gain from a package, term by term: the rates' terms, then the issues."""
    total = float(_package_gains(game, seat, code)[place])
    years, weights = term_years(game.scenario), game.mean_weights[seat]
    flows = game.tables.components[seat, : len(years)]
    if game.gap is not None:
        flows = lasting_flows(game.scenario, flows, game.gap.components[:, seat, : len(years)].T, years)
    terms = []
    for j, term in enumerate(TERMS):
        per_weight = float(flows[j, game.packages.code[place]] - flows[j, code]) * float(years[j])
        weight = float(weights[j])
        flips = weight - total / per_weight if abs(per_weight) > 1e-9 else None
        terms.append(TermGain(term, weight * per_weight, weight, flips))
    options = game.packages.options[place]
    start = game.scenario.start.settled
    for i, (key, issue) in enumerate(game.scenario.issues.items()):
        worth = game.sides[seat].mean_worth[i]
        before = list(issue.options).index(start.get(key, next(iter(issue.options))))
        terms.append(TermGain(f"issue {key}", float(worth[options[i]] - worth[before]), None, None))
    return SideGain(game.sides[seat].key, total, tuple(terms))
