"""Whether a move is open to a government now, and in a sentence why not."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.game import Game
from negotiation.dispute.state import ENDED, LIMITED_DEAL, NONE, SUSPENDED, TALKING, State
from negotiation.scenario.moves import ON_LEVELS, ON_THREATS, Act

Flags = NDArray[np.bool_]
Closed = tuple[Flags | np.bool_, str]


def refusal(game: Game, state: State, seat: int, act: Act, level: int = 0) -> str | None:
    """Why an act is open in none of the worlds, in words; None if it is in some. level: the number of the one named."""
    for closed, why in _closed(game, state, seat, act, level):
        if np.all(closed | ~state.open):
            return f"'{act.act}' is not open now: {why}"
    return None


def _closed(game: Game, state: State, seat: int, act: Act, level: int) -> Iterator[Closed]:
    """Where an act is closed, (R,), and why."""
    yield ~state.open, "the dispute has ended"
    if act.measure is not None:
        yield from _measure_closed(game, state, act, level)
    elif act.act == "concede":
        issue = list(game.scenario.issues).index(act.issue or "")
        option = list(game.scenario.issues[act.issue or ""].options).index(act.option or "")
        yield state.settled[:, issue] >= option, f"'{act.option}' or more of '{act.issue}' is in force already"
    elif act.act in TALKS:
        rule, why = TALKS[act.act]
        yield rule(state, seat), why


def _measure_closed(game: Game, state: State, act: Act, level: int) -> Iterator[Closed]:
    """Where an act on a measure is closed, and why."""
    m = list(game.scenario.measures).index(act.measure or "")
    now, threat = state.level[:, m], state.threat_level[:, m]
    yield state.bound[:, m], f"'{act.measure}' is fixed by a deal"
    if act.act in ON_THREATS:
        yield threat == NONE, f"no threat stands on '{act.measure}'"
    if act.act == "pause":
        yield now == 0, f"'{act.measure}' is not in force"
    if act.act == "threaten":
        yield threat != NONE, f"a threat stands on '{act.measure}' already"
    if act.act in ("threaten", "impose", "raise"):
        yield now >= level, f"'{act.measure}' is at this level already or above it"
        yield state.barred_until[:, m] > state.week, f"a court has barred '{act.measure}' for now"
    elif act.act in ON_LEVELS:
        yield now == level, f"'{act.measure}' is at this level already"


TALKS: dict[str, tuple[Callable[[State, int], Flags], str]] = {
    "suspend talks": (lambda state, seat: state.talks != TALKING, "no talks are going on"),
    "resume talks": (lambda state, seat: state.talks != SUSPENDED, "the talks are not suspended"),
    "leave talks": (lambda state, seat: state.talks == ENDED, "the talks are over"),
    "break deal": (lambda state, seat: state.settlement != LIMITED_DEAL, "no limited deal is in force"),
    "accept": (lambda state, seat: state.offer[:, 1 - seat] == NONE, "the other side has offered nothing"),
}
