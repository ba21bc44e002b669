"""What a government answers: the only way into the game, for a strategy, a script, a person or a learner.

Every field is optional; None is no move anywhere. Axes: R worlds, M measures, A allies. A field for another
government's measure is ignored.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEAVE = -1  # in a field of levels, packages or issues: nothing there

CARRY_OUT, IN_PART, POSTPONE, DROP = range(4)
KEEP_TALKING, SUSPEND, RESUME, WALK_AWAY = range(4)


@dataclass
class Decision:
    """Moves of one government in one week, by world.

    At the table: accept (R,) takes the standing offer; package (R,) offers one, -1 to hold; table_reason (R,);
    least (R,) points, what a package must be worth to it now, for the record.
    Away from it: level (R, M) sets measures, -1 leaves them, with level_reason (R, M); pause (R, M) weeks of pause,
    with pause_reason (R,); threat (R, M) threatens a level, -1 for none, due in notice (R,) weeks, unless the other
    settles demand_issue (R,) at demand_option (R,) or beyond (-1 for a threat without a demand); execute (R, M) for
    threats that are due, with execute_reason (R, M), early (R, M) where a threat that is not due is answered as well,
    put_off (R, M) weeks of a postponement, -1 for the usual; concede_issue, concede_option (R,) give one option alone;
    commit (R,) bitmask of commitments made in public; talks (R,) with talks_weeks (R,) of suspension and talks_reason
    (R,), stop_issue, stop_option (R,) the demand whose being met resumes them, -1 for none; summit (R,) proposes one;
    ask (R,) asks allies for help; divide (R, A) offers allies a separate deal; break_deal (R,) leaves a limited deal.
    then: what it does later in the same week, once both have moved; no threat is due again. reasons: for moves that
    have no column of reasons, by the name of the move.
    """

    accept: Flags | None = None
    package: Integers | None = None
    table_reason: Integers | None = None
    least: NDArray[np.float64] | None = None
    level: Integers | None = None
    level_reason: Integers | None = None
    pause: Integers | None = None
    pause_reason: Integers | None = None
    threat: Integers | None = None
    notice: Integers | None = None
    demand_issue: Integers | None = None
    demand_option: Integers | None = None
    threat_reason: Integers | None = None
    execute: Integers | None = None
    execute_reason: Integers | None = None
    early: Flags | None = None
    put_off: Integers | None = None
    concede_issue: Integers | None = None
    concede_option: Integers | None = None
    commit: Integers | None = None
    talks: Integers | None = None
    talks_weeks: Integers | None = None
    talks_reason: Integers | None = None
    stop_issue: Integers | None = None
    stop_option: Integers | None = None
    summit: Flags | None = None
    ask: Flags | None = None
    divide: Flags | None = None
    break_deal: Flags | None = None
    then: "Decision | None" = None
    reasons: Mapping[str, int] | None = None

    def because(self, move: str, usual: int) -> int:
        """The author's reason for a kind of move, or the usual one."""
        return usual if self.reasons is None else self.reasons.get(move, usual)


def turns_after(decisions: Sequence[Decision]) -> Iterator[list[Decision]]:
    """What both governments do later in the same week, turn by turn; who has nothing left to do does nothing."""
    turn = [decision.then for decision in decisions]
    while any(decision is not None for decision in turn):
        yield [decision or Decision() for decision in turn]
        turn = [decision.then if decision is not None else None for decision in turn]
