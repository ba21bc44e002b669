"""What is given: the scenario's schema, its reading and checking; frozen, and valid if it exists."""

from negotiation.scenario.errors import ScenarioError, unknown
from negotiation.scenario.read import read_scenario, validated
from negotiation.scenario.schema import Scenario
from negotiation.scenario.script import Script
from negotiation.scenario.shipped import DEFAULT, shipped

__all__ = ["DEFAULT", "Scenario", "ScenarioError", "Script", "read_scenario", "shipped", "unknown", "validated"]
