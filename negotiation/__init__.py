"""How a trade dispute plays out: governments, allies and constituencies as Mesa agents, in many worlds at once."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiation.model import Ally, Constituency, Dispute, Government, Person
    from negotiation.scenario import Scenario, ScenarioError, Script, read_scenario
    from negotiation.study.plan import Study, read_study

__version__ = "0.1.0"
__all__ = [
    "Ally", "Constituency", "Dispute", "Government", "Person", "Scenario", "ScenarioError", "Script", "Study",
    "__version__", "read_scenario", "read_study",
]  # fmt: skip

ROOMS = {
    "Ally": "model", "Constituency": "model", "Dispute": "model", "Government": "model", "Person": "model",
    "Study": "study.plan", "read_study": "study.plan",
    "Scenario": "scenario", "ScenarioError": "scenario", "Script": "scenario", "read_scenario": "scenario",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a room when something of it is first asked for, so that the package itself imports at once."""
    if name not in ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{ROOMS[name]}"), name)


def __dir__() -> list[str]:
    """What can be asked for."""
    return sorted(__all__)
