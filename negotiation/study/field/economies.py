"""Points may need different solutions of the trade model: each is solved once, before the first block."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from negotiation.dispute.economies import economy_of, short_run_economy
from negotiation.dispute.lattice import rate_grid
from negotiation.economy import REGIONS, given_key

if TYPE_CHECKING:
    from negotiation.scenario import Scenario


def different_economies(scenarios: Iterable["Scenario"]) -> list["Scenario"]:
    """The first scenario of every kind of economy."""
    found: dict[tuple[str, ...], Scenario] = {}
    for scenario in scenarios:
        found.setdefault(economies_key(scenario), scenario)
    return list(found.values())


def economies_key(scenario: "Scenario") -> tuple[str, ...]:
    """Names what is solved for a scenario, in the long run and in the short run."""
    focus = tuple(REGIONS.index(scenario.countries[side].region) for side in scenario.sides)
    economy, grid = economy_of(scenario), rate_grid(scenario)
    early = short_run_economy(scenario, economy)
    return tuple(given_key(each, grid, focus) for each in (economy, early) if each is not None)
