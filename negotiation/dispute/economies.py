"""The trade models a scenario asks for: in the long run, and before trade has adapted."""

from dataclasses import replace
from functools import cache

import numpy as np

from negotiation.dispute.ally_rates import charged_before, deals_have_content
from negotiation.dispute.lattice import opponent
from negotiation.economy import REGIONS, TradeModel, default_tables, elasticities_by_source
from negotiation.scenario.schema import Scenario


def economy_of(scenario: Scenario) -> TradeModel:
    """The default calibration with the elasticities a scenario names; what allies are charged is how things stand."""
    model = calibrated(scenario.economy.elasticities)
    if not deals_have_content(scenario):
        return model
    regions = {key: REGIONS.index(country.region) for key, country in scenario.countries.items()}
    charged = [charged_before(ally, opponent(ally, regions)) for ally in scenario.allies.values()]
    return model.after(model.base.tariffs + np.stack(charged).sum(axis=0))


@cache
def calibrated(source: str) -> TradeModel:
    """The default calibration with a source's elasticities."""
    tables = default_tables()
    if source != "median":
        tables = replace(tables, elasticities=elasticities_by_source()[source])
    return TradeModel.from_tables(tables)


def short_run_economy(scenario: Scenario, economy: TradeModel) -> TradeModel | None:
    """The same economy before trade has adapted; None where a scenario knows only the long run.

    Source: trade elasticities of about a quarter of the long run's, Anderson & Yotov (2020); 0.38 after a year, Boehm,
    Levchenko & Pandalai-Nayar (2023).
    """
    rules = scenario.economy.short_run
    return None if rules is None else economy.with_elasticities(rules.elasticity.value)
