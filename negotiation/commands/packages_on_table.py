"""What `analyze` looks at: the packages of a domain, or those of a scenario at its start."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from negotiation.bargaining.appraisal import Appraisal, appraise
from negotiation.bargaining.domains import read_domain
from negotiation.dispute.game import Game, build_game
from negotiation.scenario import read_scenario

UTILITY_LEFT = "No deal: the reservation value, or the worst package where that is better"
POINTS_LEFT = (
    "No deal: the start going on, threats aside, at the mean of each side's types; 1 point = 1 % of a year's income"
)


@dataclass(frozen=True)
class OnTable:
    """name: for files; title: for people; sides: their names; unit: of the values; no_deal: what it is; words: a
    package as its options.
    """

    name: str
    title: str
    sides: tuple[str, ...]
    unit: str
    no_deal: str
    appraisal: Appraisal
    words: Callable[[int], str]


def of_domain(path: Path) -> OnTable:
    """A domain's packages, at its profiles' reservation values."""
    domain = read_domain(path)
    sides = tuple(profile.name.removesuffix(".xml") for profile in domain.profiles)
    found = appraise(domain.utilities, domain.disagreement)
    return OnTable(
        domain.name, domain.name, sides, "utility", UTILITY_LEFT, found, lambda p: ", ".join(domain.options_of(p))
    )


def of_scenario(name: str) -> OnTable:
    """A scenario's comprehensive packages, as gains over no deal at the start at the mean of each side's types."""
    game = build_game(read_scenario(name))
    scenario = game.scenario
    # In the order of the countries, as in every figure.
    seats = sorted((0, 1), key=lambda seat: list(scenario.countries).index(scenario.sides[seat]))
    sides = tuple(scenario.countries[scenario.sides[seat]].name for seat in seats)
    found = appraise(game.points[:, seats], np.zeros(2))
    return OnTable(
        scenario.name, scenario.title, sides, "points", POINTS_LEFT, found, lambda p: _package_words(game, p)
    )


def _package_words(game: Game, package: int) -> str:
    issues = game.scenario.issues.values()
    chosen = game.packages.options[package]
    return ", ".join(
        f"{issue.name}: {list(issue.options.values())[number].name}"
        for issue, number in zip(issues, chosen, strict=True)
        if number >= 0
    )
