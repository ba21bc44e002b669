"""What codes of rates and options of issues are worth to each type of both governments, over the rolling window."""

from negotiation.dispute.adaptation import Gap, lasting_flows
from negotiation.dispute.ally_rates import deals_have_content
from negotiation.dispute.economy_tables import Tables
from negotiation.dispute.lattice import settled_alone
from negotiation.dispute.packages import Values, Worths
from negotiation.dispute.worth import horizon, issue_values, on_grid, present_values, term_years, weights
from negotiation.scenario.schema import Scenario


def values_by_code(scenario: Scenario, laid_out: Tables, gap: Gap | None) -> Values:
    """Present values of lasting rates, points, by side (K, codes).

    What allies settle for themselves stays, deal or no deal, and is left out of every comparison.
    """
    years, values = term_years(scenario), []
    for place, side in enumerate(scenario.sides):
        flows = laid_out.components[place, : len(years)]
        if gap is not None:
            flows = lasting_flows(scenario, flows, gap.components[:, place, : len(years)].T, years)
        value = present_values(flows, weights(scenario, side), years)
        if deals_have_content(scenario):
            value = value - value[:, settled_alone(scenario, laid_out.grid)]
        values.append(value)
    return values[0], values[1]


def worths_by_option(scenario: Scenario) -> Worths:
    """What each issue's options are worth, points, by side, by issue (K, options)."""
    factor = horizon(scenario).at_once
    first, second = ([on_grid(factor * value) for value in issue_values(scenario, side)] for side in scenario.sides)
    return first, second
