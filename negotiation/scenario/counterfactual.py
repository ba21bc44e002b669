"""The record with something changed: the same dispute, other moves or other rates."""

from negotiation.scenario.errors import ScenarioError, unknown
from negotiation.scenario.moves import Act, Move
from negotiation.scenario.observed import Counterfactual, ObservedRate
from negotiation.scenario.read import validated
from negotiation.scenario.schema import Scenario


def counterfactual(scenario: Scenario, key: str) -> Scenario:
    """The scenario as it would have been. Raises ScenarioError with the nearest known name."""
    if key not in scenario.counterfactuals or scenario.observed is None:
        raise ScenarioError(f"{scenario.name}: {unknown('counterfactual', key, scenario.counterfactuals)}")
    what_if = scenario.counterfactuals[key]
    observed = scenario.observed.model_copy(update={"rates": _rates(scenario, what_if)})
    changes = {"moves": _moves(scenario, what_if), "observed": observed, "counterfactuals": {}}
    return validated(scenario.model_copy(update=changes).model_dump(mode="python"), f"{scenario.name}: {key}")


def _moves(scenario: Scenario, what_if: Counterfactual) -> tuple[Move, ...]:
    """The moves that are left, with those made instead, in order."""
    left_out = {(each.date, each.who) for each in what_if.leaves_out}

    def is_made(move: Move, act: Act) -> bool:
        measure = act.who == what_if.without and act.measure is not None
        return not measure and (move.date, act.who) not in left_out

    kept = []
    for move in scenario.moves:
        acts = tuple(act for act in move.acts if is_made(move, act))
        kept += [move.model_copy(update={"acts": acts})] if acts else []
    if not what_if.moves:
        return tuple(kept)
    return tuple(sorted([*kept, *what_if.moves], key=lambda move: (move.date is None, move.date or 0, move.week or 0)))


def _rates(scenario: Scenario, what_if: Counterfactual) -> tuple[ObservedRate, ...]:
    """The rates that are left, with those that come instead, by day."""
    gone = scenario.countries[what_if.without].region if what_if.without else None
    kept = [
        rate
        for rate in (scenario.observed.rates if scenario.observed else ())
        if gone not in (rate.importers if rate.kind == "tariff" else rate.exporters)
        and not any(_is_replaced(rate, instead) for instead in what_if.rates)
    ]
    return tuple(sorted([*kept, *what_if.rates], key=lambda rate: rate.since))


def _is_replaced(rate: ObservedRate, instead: ObservedRate) -> bool:
    """Whether another rate falls on the same trade from then on."""
    same = (rate.importers, rate.exporters, rate.kind) == (instead.importers, instead.exporters, instead.kind)
    return same and rate.since >= instead.since
