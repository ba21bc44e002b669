"""Points may need different solutions of the trade model: each is solved once, here, before the first block."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from negotiation.dispute.lattice import rate_grid
from negotiation.economy import REGIONS

if TYPE_CHECKING:
    from negotiation.scenario import Scenario


def economy_key(scenario: "Scenario") -> str:
    """Names the solutions a scenario needs: equal for scenarios that share them."""
    focus = [REGIONS.index(scenario.countries[side].region) for side in scenario.sides]
    return repr((scenario.economy.data, scenario.economy.elasticities, rate_grid(scenario), focus))


def different_economies(scenarios: Iterable["Scenario"]) -> list["Scenario"]:
    """The first scenario of every kind of economy."""
    found: dict[str, Scenario] = {}
    for scenario in scenarios:
        found.setdefault(economy_key(scenario), scenario)
    return list(found.values())
