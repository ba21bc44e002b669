"""A government that is played from outside: by a person, or by any program, by the same rules as the others."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from negotiation.dispute.decision import Decision
from negotiation.dispute.openness import refusal
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.model.agents import Government
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.move_checks import act_faults
from negotiation.scenario.moves import AT_TABLE, EVENTS, Act
from negotiation.scenario.sentences import sentences
from negotiation.strategies.orders import decision_of, level_number
from negotiation.strategies.scripted import package_number
from negotiation.strategies.turns import turns_of

if TYPE_CHECKING:
    from negotiation.model.dispute import Dispute


class Person(Government):
    """Does this week what it was told since the last, and nothing else; what is told is `told`, in order.

    Seated by `Dispute(scenario, classes={"ca": Person})`, told by
    `dispute.government("ca").tell(act="lift", measure="ca_consumer")`.
    """

    def __init__(self, model: "Dispute", key: str) -> None:
        super().__init__(model, key)
        self.told: list[Act] = []

    def tell(self, **entries: Any) -> None:
        """Take one act for the coming week, as in a script. Raises ScenarioError, in one line, if it cannot be made."""
        act = self._act({"who": self.key, **entries})
        faults = list(act_faults(self.key, self.model.game.scenario, act))
        if not faults and act.act in EVENTS:
            faults = [f"{self.key}: '{act.act}' is luck's to bring, not a government's"]
        if not faults:
            level = level_number(self.model.game.scenario, act) if act.measure else 0
            why = refusal(self.model.game, self.model.state, self.seat, act, level)
            faults = [f"{self.key}: {why}"] if why else []
        if faults:
            raise ScenarioError(faults[0])
        self.told.append(act)

    def _act(self, entries: Mapping[str, Any]) -> Act:
        """The act, if it is well said."""
        try:
            return Act.model_validate(entries)
        except ValidationError as error:
            raise ScenarioError(f"{self.key}: {sentences(error.errors())[0]}") from None

    def at_table(self, view: View) -> Decision:
        """The offer or acceptance it was told."""
        for act in self.told:
            if act.act == "accept":
                return Decision(accept=np.ones(view.worlds, np.bool_))
            if act.act == "offer":
                package = np.full(view.worlds, package_number(self.model.game.scenario, view, act))
                return Decision(package=package, table_reason=np.full(view.worlds, int(Reason.PERSON)))
        return Decision()

    def away(self, view: View) -> Decision:
        """The moves it was told; they are made once."""
        acts = [(None, act) for act in self.told if act.act not in AT_TABLE]
        self.told, scenario = [], self.model.game.scenario
        decision: Decision | None = None
        for turn in reversed(turns_of(acts)):
            told = decision_of(scenario, view.week, view.worlds, turn.get(self.key, ()), Reason.PERSON)
            decision = replace(told, then=decision)
        return decision or Decision()
