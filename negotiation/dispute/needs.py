"""Options that take effect only if an ally agrees: which, what holds otherwise, and what they are worth when signed."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.worth import on_grid
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]


class Need(NamedTuple):
    """An option of an issue, by number, that needs an ally, by number; the option that holds otherwise; and the chance
    that an ally without a stake in it agrees."""

    issue: int
    option: int
    otherwise: int
    ally: int
    chance: float


def needs_of(scenario: Scenario) -> tuple[Need, ...]:
    """Every option that needs an ally, in the file's order."""
    allies = list(scenario.allies)
    needs = []
    for place, issue in enumerate(scenario.issues.values()):
        for number, option in enumerate(issue.options.values()):
            if option.needs:
                assent = scenario.allies[option.needs].assent
                otherwise = list(issue.options).index(option.otherwise) if option.otherwise else 0
                chance = assent.chance.value if assent else 1.0
                needs.append(Need(place, number, otherwise, allies.index(option.needs), chance))
    return tuple(needs)


def worth_when_signed(scenario: Scenario, worth: list[Floats]) -> list[Floats]:
    """What options are worth in a package, by issue (K, options): as far as the ally they need may agree."""
    signed = [by_option.copy() for by_option in worth]
    for need in needs_of(scenario):
        agreed, otherwise = worth[need.issue][:, need.option], worth[need.issue][:, need.otherwise]
        signed[need.issue][:, need.option] = on_grid(need.chance * agreed + (1.0 - need.chance) * otherwise)
    return signed
