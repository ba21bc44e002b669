"""What may keep governments from a deal that both prefer, each as a function from a scenario to the one without it.

Source: Fearon (1995): private information, commitment, indivisible issues (every issue here has options, so none is);
Putnam (1988) for institutions at home; Fearon (1994) for audiences. To let a friction name a further mechanism, add a
line to its settings: a scenario that does not have the entry is left as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from negotiation.scenario.errors import ScenarioError, unknown
from negotiation.scenario.neutral import Setting, neutralised
from negotiation.scenario.schema import Scenario


@dataclass(frozen=True)
class Friction:
    """One friction. name: for people; without: what a dispute without it is like; settings: how it is taken away."""

    key: str
    name: str
    without: str
    settings: tuple[Setting, ...]

    def off(self, scenario: Scenario) -> Scenario:
        """The scenario with this friction taken away."""
        return neutralised(scenario, self.settings)


def _both(**entries: object) -> tuple[Setting, ...]:
    """The same entries of every country; two underscores stand for a dot."""
    return tuple(Setting(f"countries.*.{path.replace('__', '.')}", value) for path, value in entries.items())


FRICTIONS = (
    Friction(
        "information",
        "Private information",
        "each government knows what the other is like and how long it will talk",
        (Setting("information", "known"), *_both(known=True)),
    ),
    Friction(
        "commitment",
        "Commitment",
        "nobody has sworn in public not to give way, deals are kept and trusted, and a word that meeting a demand ends "
        "the matter is believed",
        _both(commitments={}, vows=None, breaking=None, trust=None, peace=None, conduct__assurance=1.0),
    ),
    Friction(
        "institutions",
        "Institutions at home",
        "nobody at home can block a deal",
        (
            Setting("provinces", {}),
            *_both(ratification__threshold=0.0, ratification__limited_threshold=0.0, institutions={}, election=None),
        ),
    ),
    Friction(
        "audience",
        "Audience",
        "no public punishes a dropped threat, a broken promise, a failed vote or summit, nor rallies, and approval "
        "counts for nothing",
        _both(
            audience__dropped_threat=0.0,
            audience__broken_promise=0.0,
            audience__failed_ratification=0.0,
            audience__failed_summit=0.0,
            audience__rally=0.0,
            payoff__approval=0.0,
            conduct__reputation=0.0,
            ratification__trust=0.0,
        ),
    ),
    Friction(
        "clocks",
        "Private deadlines",
        "no government has a deadline of its own at which it leaves",
        _both(clock=None),
    ),
    Friction(
        "tactics",
        "Hard bargaining",
        "both head for the fair package at once (principled negotiation) and set no ultimatum",
        _both(strategy__tactic="principled", strategy__ultimatum=None),
    ),
)


def without(scenario: Scenario, frictions: Iterable[str]) -> Scenario:
    """The scenario without the frictions of these keys. Raises ScenarioError for a key that is none."""
    known = {friction.key: friction for friction in FRICTIONS}
    for key in frictions:
        if key not in known:
            raise ScenarioError(unknown("friction", key, known))
        scenario = known[key].off(scenario)
    return scenario
