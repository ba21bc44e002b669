"""What further institutions make of a deal: the wait from signature to their votes, and who refuses."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.course import Course
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.standing import Standing
from negotiation.dispute.state import NEVER, NONE

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def brought_home(course: Course, agreed: Integers) -> Integers:
    """The packages voted on this week, (R,), -1 for none: what was agreed now, or signed some weeks ago, in place.

    Where an institution that is asked takes its time, what was agreed waits for the slowest; the table is silent.
    """
    game, state = course.game, course.state
    if not game.at_home.vote_delays.any():
        return agreed
    delay = np.where(agreed != NONE, game.at_home.vote_delays[np.maximum(agreed, 0)], 0)
    waits, due = delay > 0, (state.signed != NONE) & (state.vote_due <= state.week)
    voted = np.where(waits, NONE, np.where(due, state.signed, agreed))
    state.signed = np.where(waits, agreed, np.where(due, NONE, state.signed))
    state.vote_due = np.where(waits, state.week + delay, np.where(due, NEVER, state.vote_due))
    state.offer[waits] = NONE
    course.log.add(Kind.SIGN, NOBODY, waits, Reason.SETTLED, (agreed, -1, delay))
    return voted


def refusals(course: Course, standing: Standing, package: Integers, seat: int) -> Flags:
    """Which of a country's further institutions refuse a package (R,) that was brought home, (R, N)."""
    side, luck = course.game.sides[seat], course.luck.votes
    refuses = np.zeros((len(package), len(side.chambers)), np.bool_)
    first = seat * (luck.shape[1] // 2)
    for n, chamber in enumerate(side.chambers):
        noise = chamber.given.vote.value * luck[:, first + n]
        refuses[:, n] = chamber.support[np.maximum(package, 0)] + noise < standing.other_needs[:, n]
        wish = said(course, f"{side.key}.{chamber.key}", chamber.asked[np.maximum(package, 0)])
        refuses[:, n] = refuses[:, n] if wish is None else wish
    refuses &= (package != NONE)[:, None]
    return refuses


def said(course: Course, key: str, asked: Flags) -> Flags | None:
    """Whether the head of the province that votes refuses, where it is asked, (R,); None where its people decide."""
    premier = course.players.premiers.get(key)
    wish = None if premier is None else premier.refuses(asked)
    return None if wish is None else wish & asked


def count_refusals(course: Course, refuses: Flags, seat: int) -> None:
    """Refusing costs the government that brought the deal, and teaches it how much support to look for, in place."""
    state = course.state
    state.refusals[seat] += refuses
    for n, chamber in enumerate(course.game.sides[seat].chambers):
        cost = chamber.given.failing.value if chamber.given.failing else 0.0
        state.grievance[:, seat] += np.where(refuses[:, n], cost, 0.0)
        number = seat * len(course.game.sides[0].chambers) + n
        decides = said(course, f"{course.game.sides[seat].key}.{chamber.key}", refuses[:, n]) is not None
        why = Reason.PERSON if decides else Reason.NO_SUPPORT_AT_HOME
        course.log.add(Kind.REFUSE, seat, refuses[:, n], why, (number, -1, np.nan))
