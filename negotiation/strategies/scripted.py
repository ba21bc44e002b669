"""Strategies that do what a scenario's moves say; in what the moves leave open, another strategy decides."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.moves import AT_TABLE, Act
from negotiation.scenario.schema import Scenario
from negotiation.strategies.orders import decision_of
from negotiation.strategies.protocol import Doctrine, Tactic
from negotiation.strategies.turns import Turn, acts_of, turns_by_week

GROUPS = (
    ("threat", "notice", "demand_issue", "demand_option", "threat_reason"),
    ("concede_issue", "concede_option"),
    ("talks", "talks_weeks", "talks_reason"),
)
BY_MEASURE = {"level": ("level_reason",), "execute": ("execute_reason", "early", "put_off"), "pause": ()}


@dataclass(frozen=True)
class ScriptedDoctrine:
    """Does what the script says this week; beneath: decides whatever the script says nothing about."""

    scenario: Scenario
    side: str
    turns: Mapping[int, list[Turn]]
    beneath: Doctrine

    def away(self, view: View) -> Decision:
        """This week's moves, and those that follow in the same week."""
        decision = self.beneath.away(view)
        later = decision.then
        for turn in self.turns.get(view.week, ())[:0:-1]:
            told = decision_of(self.scenario, view.week, view.worlds, turn.get(self.side, ()), Reason.SCRIPT)
            later = replace(told, then=later)
        for turn in self.turns.get(view.week, ())[:1]:
            told = decision_of(self.scenario, view.week, view.worlds, turn.get(self.side, ()), Reason.SCRIPT)
            decision = replace(laid_over(decision, told), then=later)
        return decision


def laid_over(beneath: Decision, told: Decision) -> Decision:
    """A decision with what is told in the place of what was decided, measure by measure or move by move."""
    columns: dict[str, Any] = {field.name: getattr(beneath, field.name) for field in fields(Decision)}
    for field in fields(Decision):
        over = getattr(told, field.name)
        if over is not None and field.name != "reasons":
            columns[field.name] = over
    for group in GROUPS:
        source = beneath if getattr(told, group[0]) is None else told
        columns |= {name: getattr(source, name) for name in group}
    for name, companions in BY_MEASURE.items():
        wanted, theirs = getattr(told, name), getattr(beneath, name)
        if wanted is not None and theirs is not None:
            for column in (name, *companions):
                columns[column] = _mixed(wanted != LEAVE, getattr(told, column), getattr(beneath, column))
    ours = told.reasons or {}
    said = {name: ours[name] for name in ours if getattr(told, _column(name)) is not None}
    columns["reasons"] = {**(beneath.reasons or {}), **said}
    return Decision(**columns)


def _mixed(where: Any, ours: Any, theirs: Any) -> Any:
    """One column by measure: ours where it is told, theirs elsewhere; a missing one says nothing."""
    if ours is None and theirs is None:
        return None
    like = ours if ours is not None else theirs
    nothing = np.zeros_like(like) if like.dtype == np.bool_ else np.full_like(like, LEAVE)
    return np.where(where, nothing if ours is None else ours, nothing if theirs is None else theirs)


def _column(reason: str) -> str:
    """The column whose moves a reason belongs to."""
    return "concede_issue" if reason == "concede" else reason


@dataclass(frozen=True)
class ScriptedTactic:
    """Offers and accepts as the script says; beneath: bargains in the other weeks."""

    scenario: Scenario
    side: str
    acts: Mapping[int, Act]
    beneath: Tactic

    def at_table(self, view: View) -> Decision:
        """Offer, accept, or do as the tactic beneath does."""
        act = self.acts.get(view.week)
        if act is None:
            return self.beneath.at_table(view)
        if act.act == "accept":
            return Decision(accept=np.ones(view.worlds, np.bool_))
        package = package_number(self.scenario, view, act)
        return Decision(package=np.full(view.worlds, package), table_reason=np.full(view.worlds, int(Reason.SCRIPT)))


def package_number(scenario: Scenario, view: View, act: Act) -> int:
    """The package an offer names: a limited deal if its terms are one's issues, else what is not named stays."""
    terms = act.terms or {}
    only = any(set(terms) == set(limited.issues) for limited in scenario.limited.values())
    wanted = [
        list(issue.options).index(terms[key]) if key in terms else LEAVE if only else 0
        for key, issue in scenario.issues.items()
    ]
    found = np.flatnonzero((view.packages == np.array(wanted)).all(axis=-1))
    if not found.size:
        told = ", ".join(f"{issue}: {option}" for issue, option in terms.items())
        raise ScenarioError(f"{scenario.name}: moves: offer: no package on the table has {told}; raise `packages`")
    return int(found[0])


def scripted(scenario: Scenario, side: str, tactic: Tactic, doctrine: Doctrine) -> tuple[Tactic, Doctrine]:
    """A government's strategy under the scenario's moves; as it is where there are none."""
    if not scenario.moves:
        return tactic, doctrine
    table = {each.week: each.act for each in acts_of(scenario) if each.act.who == side and each.act.act in AT_TABLE}
    return (
        ScriptedTactic(scenario, side, table, tactic),
        ScriptedDoctrine(scenario, side, turns_by_week(scenario), doctrine),
    )
