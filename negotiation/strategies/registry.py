"""Tactics and doctrines by name. To add one: write a file and add a line here."""

from collections.abc import Callable

from negotiation.scenario import ScenarioError, unknown
from negotiation.scenario.countries import Strategy
from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.brinkmanship import Brinkmanship
from negotiation.strategies.doctrines.calculated import Calculated
from negotiation.strategies.doctrines.grim import Grim
from negotiation.strategies.doctrines.grit import Grit
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.doctrines.proportional import Proportional
from negotiation.strategies.protocol import Doctrine, Tactic
from negotiation.strategies.tactics.acceptance import Accepting, Combined, Constant, Late, Next
from negotiation.strategies.tactics.answers import AveragedTitForTat, RandomTitForTat, RelativeTitForTat
from negotiation.strategies.tactics.exponential import Exponential
from negotiation.strategies.tactics.hardliner import Hardliner
from negotiation.strategies.tactics.micro import Micro
from negotiation.strategies.tactics.principled import Principled
from negotiation.strategies.tactics.resource import ScarceTime
from negotiation.strategies.tactics.time_dependent import TimeDependent
from negotiation.strategies.tactics.tit_for_tat import TitForTat
from negotiation.strategies.tactics.trade_off import TradeOff

BOULWARE, LINEAR, CONCEDER = 0.3, 1.0, 3.0  # Faratin's beta, below, at and above 1; the scenario's exponent overrides
ENOUGH, LATE = 0.25, 0.9  # of the way to the peak; of the time: when a combined acceptance settles for it; assumptions

TACTICS: dict[str, Callable[[Strategy], Tactic]] = {
    "boulware": lambda given: TimeDependent(_exponent(given, BOULWARE)),
    "linear": lambda given: TimeDependent(_exponent(given, LINEAR)),
    "conceder": lambda given: TimeDependent(_exponent(given, CONCEDER)),
    "tit_for_tat": lambda given: TitForTat(given.reciprocity.value),
    "micro": lambda given: Micro(),
    "principled": lambda given: Principled(),
    "hardliner": lambda given: Hardliner(),
    "exponential_boulware": lambda given: Exponential(_exponent(given, BOULWARE)),
    "exponential_conceder": lambda given: Exponential(_exponent(given, CONCEDER)),
    "relative_tit_for_tat": lambda given: RelativeTitForTat(),
    "random_tit_for_tat": lambda given: RandomTitForTat(given.reciprocity.value),
    "averaged_tit_for_tat": lambda given: AveragedTitForTat(given.reciprocity.value),
    "resource": lambda given: ScarceTime(),
    "trade_off": lambda given: TradeOff(),
    "boulware_ac_next": lambda given: Accepting(TimeDependent(_exponent(given, BOULWARE)), Next()),
    "boulware_ac_combi": lambda given: Accepting(
        TimeDependent(_exponent(given, BOULWARE)), Combined(Late(LATE), Constant(ENOUGH))
    ),
}
DOCTRINES: dict[str, Callable[[Strategy], Doctrine]] = {
    "none": lambda given: Nothing(),
    "proportional": lambda given: Proportional(given.ratio.value, given.pace.value, given.fatigue.value),
    "grim": lambda given: Grim(),
    "brinkmanship": lambda given: Brinkmanship(given.pace.value, given.notice.value, given.fatigue.value),
    "calculated": lambda given: Calculated(given.margin.value, given.pace.value),
    "grit": lambda given: Grit(given.ratio.value),
}


def strategy_of(scenario: Scenario, side: str) -> tuple[Tactic, Doctrine]:
    """The tactic and the doctrine of a country's government. Raises ScenarioError with the nearest known name."""
    given = scenario.countries[side].strategy
    faults = [
        f"countries.{side}.strategy.{kind}: {unknown(kind, name, known)}"
        for kind, name, known in (("tactic", given.tactic, TACTICS), ("doctrine", given.doctrine, DOCTRINES))
        if name not in known
    ]
    if faults:
        raise ScenarioError([f"{scenario.name}: {fault}" for fault in faults])
    return TACTICS[given.tactic](given), DOCTRINES[given.doctrine](given)


def _exponent(given: Strategy, usual: float) -> float:
    """The exponent the scenario states, or the tactic's own."""
    return usual if given.exponent is None else given.exponent.value
