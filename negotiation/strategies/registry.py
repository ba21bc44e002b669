"""Tactics and doctrines by name. To add one: write a file and add a line here."""

from collections.abc import Callable

from negotiation.bargaining.table.pieces import Accepting as Acceptance
from negotiation.bargaining.tactics.acceptance import AcceptCombined, AcceptConstant, AcceptLate, AcceptNext
from negotiation.bargaining.tactics.answers import Averaged, RandomAbsolute, Relative
from negotiation.bargaining.tactics.frequency import Frequency
from negotiation.bargaining.tactics.wants import Exponential, LastMinute, Polynomial
from negotiation.dispute.reasons import Reason
from negotiation.scenario import ScenarioError, unknown
from negotiation.scenario.countries import Strategy
from negotiation.scenario.schema import Scenario
from negotiation.strategies.doctrines.brinkmanship import Brinkmanship
from negotiation.strategies.doctrines.calculated import Calculated
from negotiation.strategies.doctrines.grim import Grim
from negotiation.strategies.doctrines.grit import Grit
from negotiation.strategies.doctrines.habits import with_habits
from negotiation.strategies.doctrines.none import Nothing
from negotiation.strategies.doctrines.proportional import Proportional
from negotiation.strategies.look_ahead import LookAheadDoctrine, LookAheadTactic
from negotiation.strategies.protocol import Doctrine, Tactic
from negotiation.strategies.scripted import scripted
from negotiation.strategies.tactics.choosing import Modelling, TradeOff
from negotiation.strategies.tactics.hardliner import Hardliner
from negotiation.strategies.tactics.micro import Micro
from negotiation.strategies.tactics.principled import Principled
from negotiation.strategies.tactics.resource import ScarceTime
from negotiation.strategies.tactics.silent import Silent
from negotiation.strategies.tactics.time_dependent import TimeDependent
from negotiation.strategies.tactics.tit_for_tat import TitForTat
from negotiation.strategies.tactics.wanting import AcceptingBy, Wanting

BOULWARE, LINEAR, CONCEDER = 0.3, 1.0, 3.0  # Faratin's beta, below, at and above 1; the scenario's exponent overrides
ENOUGH = 0.5  # share of the way from no deal to the best package that a constant acceptance settles for; assumption
LOOK_AHEAD, BASE_TACTIC, BASE_DOCTRINE = "look-ahead", "boulware", "proportional"  # looks ahead from its base

TACTICS: dict[str, Callable[[Strategy], Tactic]] = {
    "boulware": lambda given: TimeDependent(_exponent(given, BOULWARE)),
    "linear": lambda given: TimeDependent(_exponent(given, LINEAR)),
    "conceder": lambda given: TimeDependent(_exponent(given, CONCEDER)),
    "tit_for_tat": lambda given: TitForTat(given.reciprocity.value),
    "micro": lambda given: Micro(),
    "principled": lambda given: Principled(),
    "hardliner": lambda given: Hardliner(),
    "silent": lambda given: Silent(),
    "exponential_boulware": lambda given: _exponential(given, BOULWARE),
    "exponential_conceder": lambda given: _exponential(given, CONCEDER),
    "relative_tit_for_tat": lambda given: Wanting(Relative(), Reason.ANSWERS_CONCESSIONS),
    "random_tit_for_tat": lambda given: Wanting(RandomAbsolute(), Reason.ANSWERS_CONCESSIONS),
    "averaged_tit_for_tat": lambda given: Wanting(Averaged(), Reason.ANSWERS_CONCESSIONS),
    "resource": lambda given: ScarceTime(),
    "last_minute": lambda given: Wanting(LastMinute(), Reason.TIME_PRESSES),
    "trade_off": lambda given: TradeOff(_polynomial(given, LINEAR)),
    "boulware_frequency": lambda given: Modelling(_polynomial(given, BOULWARE), Frequency()),
    "boulware_ac_const": lambda given: _boulware_accepting(given, AcceptConstant(ENOUGH)),
    "boulware_ac_next": lambda given: _boulware_accepting(given, AcceptNext()),
    "boulware_ac_time": lambda given: _boulware_accepting(given, AcceptLate()),
    "boulware_ac_combi": lambda given: _boulware_accepting(given, AcceptCombined()),
}
DOCTRINES: dict[str, Callable[[Strategy], Doctrine]] = {
    "none": lambda given: Nothing(),
    "proportional": lambda given: Proportional(
        given.ratio.value, given.pace.value, given.fatigue.value, given.notice.value, given.relief,
        given.suspends.value if given.suspends else 0, given.announces,
    ),
    "grim": lambda given: Grim(),
    "brinkmanship": lambda given: Brinkmanship(
        given.pace.value, given.notice.value, given.fatigue.value, given.relief
    ),
    "calculated": lambda given: Calculated(given.margin.value, given.pace.value),
    "grit": lambda given: Grit(given.ratio.value),
}


def strategy_of(scenario: Scenario, side: str) -> tuple[Tactic, Doctrine]:
    """The tactic and the doctrine of a country's government, the scenario's moves before either.

    Raises ScenarioError with the nearest known name.
    """
    given = scenario.countries[side].strategy
    faults = [
        f"countries.{side}.strategy.{kind}: {unknown(kind, name, known)}"
        for kind, name, known in (("tactic", given.tactic, TACTICS), ("doctrine", given.doctrine, DOCTRINES))
        if name not in known
    ]
    if faults:
        raise ScenarioError([f"{scenario.name}: {fault}" for fault in faults])
    doctrine = with_habits(DOCTRINES[given.doctrine](given), scenario, side)
    return scripted(scenario, side, TACTICS[given.tactic](given), doctrine)


def _boulware_accepting(given: Strategy, condition: Acceptance) -> Tactic:
    """Boulware's offers with an acceptance condition of the field."""
    return AcceptingBy(TimeDependent(_exponent(given, BOULWARE)), condition)


def _polynomial(given: Strategy, usual: float) -> Polynomial:
    """What the time asks; the want counts in the reciprocal of Faratin's beta."""
    return Polynomial(1.0 / _exponent(given, usual), slack=0.0)


def _exponential(given: Strategy, usual: float) -> Tactic:
    """What the time asks, with the sharper turn."""
    return Wanting(Exponential(_exponent(given, usual), slack=0.0), Reason.TIME_PRESSES)


def ordinary(scenario: Scenario, side: str) -> tuple[Tactic, Doctrine]:
    """How a government plays where somebody imagines it: one that looks ahead, by its base."""
    given = scenario.countries[side].strategy
    base = {"tactic": BASE_TACTIC, "doctrine": BASE_DOCTRINE}
    usual = {kind: base[kind] for kind in base if getattr(given, kind) == LOOK_AHEAD}
    plain = given.model_copy(update=usual)
    return TACTICS[plain.tactic](plain), DOCTRINES[plain.doctrine](plain)


TACTICS[LOOK_AHEAD] = lambda given: LookAheadTactic(TACTICS[BASE_TACTIC](given), ordinary)
DOCTRINES[LOOK_AHEAD] = lambda given: LookAheadDoctrine(DOCTRINES[BASE_DOCTRINE](given), ordinary)


def own_exponent(tactic: str) -> float:
    """The exponent a tactic has of its own, where a scenario states none; 1 for those that have no use for one."""
    by_word = {"boulware": BOULWARE, "conceder": CONCEDER}
    return next((usual for word, usual in by_word.items() if word in tactic), LINEAR)


def _exponent(given: Strategy, usual: float) -> float:
    """The exponent the scenario states, or the tactic's own."""
    return usual if given.exponent is None else given.exponent.value
