"""Letting weeks pass: somebody decides nothing until something comes that concerns them, or their time is over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiation.classroom.game.desk import AWAY, TABLE
from negotiation.classroom.game.later import afterwards
from negotiation.dispute.state import NONE, State

if TYPE_CHECKING:
    from negotiation.classroom.game.game import Game

MOST_PATIENCE = 26  # weeks
WHEN_ASKED = ("due", "summit", "time")  # concerns who is to decide now, not before
Stood = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Patience:
    """until: the week in which they are asked again whatever happens, from 0; stood: what concerns them, as it was."""

    until: int
    stood: Stood


def began(game: "Game", side: str, weeks: int) -> Patience:
    """Somebody decides for this week and lets some more pass."""
    seat, state = game.case.sides.index(side), game.state
    moves = game.desk.plans[seat].away
    while moves is not None:  # one's own moves of this week are no news
        state, moves = afterwards(game.case, state, seat, moves), moves.then
    return Patience(game.week + weeks, {**concerns(game, side, state), "summit": (0,)})


def lets_pass(game: "Game") -> bool:
    """Hold for those asked who let weeks pass, where nothing has come that concerns them; whether anybody did."""
    held = False
    for side in list(game.patience):
        why, asked = roused(game, side), side in game.awaited
        if why and (asked or why not in WHEN_ASKED):
            del game.patience[side]
            game.roused[side] = why
        elif asked:
            game.desk.hold(game.case.sides.index(side), game.asked.stage if game.asked else AWAY)
            held = True
    return held


def roused(game: "Game", side: str) -> str | None:
    """Why somebody who lets weeks pass is asked again now; None where nothing concerns them."""
    patience, now = game.patience[side], concerns(game, side, game.state)
    why = next((name for name, stands in now.items() if stands != patience.stood[name] and name != "due"), None)
    if why is not None:
        return why
    if any(now["due"]):
        return "due"
    return "time" if game.week >= patience.until else None


def concerns(game: "Game", side: str, state: State) -> Stood:
    """What somebody who waits would want to know, by name: a change of any but `due` rouses them, which does by itself.

    offer: the other side's; threat: the other's threats; tariff: the other's levels; talks; deal: what is settled or
    has failed; summit: further rounds; due: threats of either side that run out this week.
    """
    case = game.case
    seat = case.sides.index(side)
    theirs = [m for m, imposer in enumerate(case.engine.imposer) if int(imposer) != seat]
    rounds = len(game.desk.plans[seat].rounds) if game.asked is not None and game.asked.stage == TABLE else 0
    return {
        "offer": (int(state.offer[0, 1 - seat]),),
        "threat": tuple(int(table[0, m]) for table in (state.threat_level, state.threat_postponed) for m in theirs),
        "tariff": tuple(int(state.level[0, m]) for m in theirs),
        "talks": (int(state.talks[0]),),
        "deal": (int(state.settlement[0]), *state.failed[0].tolist(), *state.settled[0].tolist()),
        "summit": (int(rounds >= case.scenario.talks.rounds),),
        "due": tuple(
            int(level != NONE and due <= game.week)
            for level, due in zip(state.threat_level[0].tolist(), state.threat_due[0].tolist(), strict=True)
        ),
    }
