"""The threats that stand, as one government sees them: its own, those against it, and what they demand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.sides import Side
from negotiation.dispute.standing import Standing, believed_harm, cost_of_giving, demand_cost, threatened_by
from negotiation.dispute.state import NONE, SUSPENDED, State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
PERCENT = 100.0


@dataclass(frozen=True)
class ThreatsSeen:
    """What a View says of threats. Points unless said; R worlds lead every array, M measures.

    seat: which government sees. The fields with an underscore are the game's own and not for deciding by.
    """

    _game: Game
    _state: State
    _standing: Standing
    seat: int

    @property
    def _side(self) -> Side:
        """What this government knows of itself."""
        return self._game.sides[self.seat]

    @property
    def level(self) -> Integers:
        """The level threatened on each measure, -1 for none, (R, M)."""
        return self._state.threat_level

    def weeks_left(self, measure: int) -> Integers:
        """Weeks until the threat on a measure is due, (R,); meaningless where there is none."""
        weeks: Integers = self._state.threat_due[:, measure] - self._state.week
        return weeks

    @property
    def against(self) -> Flags:
        """Whether any threat against it stands, (R,)."""
        return threatened_by(self._game, self._state, 1 - self.seat)

    @property
    def own(self) -> Flags:
        """Whether any threat of its own stands, (R,)."""
        return threatened_by(self._game, self._state, self.seat)

    @property
    def postponed(self) -> Integers:
        """How often the threat on each measure has been put off, (R, M)."""
        return self._state.threat_postponed

    @property
    def weeks_since_last(self) -> Integers:
        """Weeks since it last threatened, (R,)."""
        return self._state.week - self._state.last_threat[:, self.seat]

    @property
    def heeded(self) -> Flags:
        """Which threats against it are worth meeting, (R, M): belief x harm x assurance exceeds the demand's cost."""
        return self._standing.heeded

    def stake(self, measure: int) -> Floats:
        """Belief x harm x assurance, less the demand's cost, of the threat standing on a measure, (R,)."""
        harm = believed_harm(self._game, self._state, self.seat, measure)
        return harm - demand_cost(self._game, self._state, self.seat, measure)

    def demanded(self, measure: int) -> tuple[Integers, Integers]:
        """The issue and the option that the threat on a measure demands, each (R,), -1 for none."""
        return self._state.threat_issue[:, measure], self._state.threat_option[:, measure]

    @property
    def stopped_over(self) -> tuple[Integers, Integers]:
        """The issue and the option that it must concede for stopped talks to resume at once, each (R,), -1 for none."""
        ours = [issue.conceded_by == self._side.key for issue in self._game.scenario.issues.values()]
        state = self._state
        asked = (state.stop_issue >= 0) & (state.talks == SUSPENDED) & np.array(ours)[np.maximum(state.stop_issue, 0)]
        return np.where(asked, state.stop_issue, NONE), np.where(asked, state.stop_option, NONE)

    def cost_of(self, issue: Integers, option: Integers) -> Floats:
        """What going alone to an option of an issue would cost, points, (R,): value given up and promises broken."""
        return cost_of_giving(self._game, self._state, self.seat, issue, option)

    @property
    def demands(self) -> tuple[tuple[int, int], ...]:
        """Every (issue, option) that the other side could concede."""
        return self._conceded_by(1 - self.seat)

    @property
    def gifts(self) -> tuple[tuple[int, int], ...]:
        """Every (issue, option) that it could concede itself."""
        return self._conceded_by(self.seat)

    def _conceded_by(self, seat: int) -> tuple[tuple[int, int], ...]:
        """Every (issue, option) that a side could concede."""
        giver = self._game.scenario.sides[seat]
        return tuple(
            (place, option)
            for place, issue in enumerate(self._game.scenario.issues.values())
            if issue.conceded_by == giver
            for option in range(1, len(issue.options))
        )

    def demand_worth(self, issue: int, option: int) -> tuple[Floats, Floats]:
        """What an option, instead of the one in force, is worth to it and, as it believes, to the other, each (R,)."""
        now, kinds = self._state.settled[:, issue], self._state.type[:, self.seat]
        ours, theirs = self._side.worth[issue], self._game.sides[1 - self.seat].worth_by_option[issue]
        gain = ours[kinds, option] - ours[kinds, now]
        change = theirs[option] - theirs.take(now, axis=0)
        return gain, np.einsum("rk,rk->r", change, self._state.type_belief[self.seat])

    def shame(self, measure: int) -> Floats:
        """What dropping the threat of each level of a measure costs, points, (levels,): approval and reputation."""
        return self.outcry(measure) + self._side.country.conduct.reputation.value

    def outcry(self, measure: int) -> Floats:
        """What of it is approval, points, (levels,)."""
        return self._side.country.payoff.approval.value * PERCENT * self._game.shame[measure]

    def commitments_against(self, issue: Integers, option: Integers) -> Integers:
        """The public commitments that would rule out going to an option of an issue, as a bitmask, (R,)."""
        scenario, mask = self._game.scenario, np.zeros(len(issue), np.int64)
        for bit, commitment in enumerate(self._side.country.commitments.values()):
            place = list(scenario.issues).index(commitment.issue)
            most = list(scenario.issues[commitment.issue].options).index(commitment.most)
            mask = mask | np.where((issue == place) & (option > most), 1 << bit, 0)
        return mask
