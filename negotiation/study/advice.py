"""What a government could do in one week of one world, and what would follow: every move tried out, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from negotiation.dispute.decision import Decision
from negotiation.dispute.game import Game
from negotiation.dispute.players import DecidesForACountry
from negotiation.dispute.rehearsal import Outlook, Setting, Try, luck_key, rehearse
from negotiation.dispute.view import View
from negotiation.model import Dispute, Government
from negotiation.scenario import Scenario, unknown
from negotiation.strategies import DOCTRINES, TACTICS
from negotiation.strategies.look_ahead import Option, every_move, moves_at_table
from negotiation.strategies.look_ahead.choice import Conduct, alike
from negotiation.strategies.registry import ordinary
from negotiation.study.errors import StudyError

USUAL = "as its strategy has it"
TABLE, AWAY = "at the table", "away from the table"


class AdviceError(StudyError):
    """A week, a world or a side there cannot be advice for; its text is one line for the user."""


class Asked(NamedTuple):
    """Whose advice in which week, counted from 1, of which world; how many rollouts a move."""

    side: str
    week: int
    world: int
    seed: int
    rollouts: int


@dataclass
class Candidate:
    """A move to try out, and which of the shipped strategies would make it."""

    option: Option
    strategies: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Stage:
    """A point of the week at which the government decides: what it sees, its moves, the first being the usual one."""

    name: str
    view: View
    candidates: Sequence[Candidate]
    outlook: Outlook


def advise(game: Game, asked: Asked) -> list[Stage]:
    """The moves open to a government, tried out; at the table only where it has a turn. Raises AdviceError."""
    check_asked(game.scenario, asked)
    views = _seen(game, asked)
    return [_stage(name, view, asked) for name, view in views.items()]


def check_asked(scenario: Scenario, asked: Asked) -> None:
    """Refuse what there is not. Raises AdviceError."""
    if asked.side not in scenario.countries:
        raise AdviceError(f"--for: {unknown('country', asked.side, scenario.countries)}")
    for option, got, least, most in (
        ("week", asked.week, 1, scenario.weeks),
        ("world", asked.world, 0, 2**53),
        ("seed", asked.seed, 0, 2**64 - 1),
        ("rollouts", asked.rollouts, 2, 100_000),
    ):
        if not least <= got <= most:
            raise AdviceError(f"--{option}: must be between {least} and {most}, got {got}")


def _seen(game: Game, asked: Asked) -> dict[str, View]:
    """What the government sees when it decides, in the week asked about."""
    seen: dict[str, View] = {}

    class Listening(Government):
        """A government as it is, overheard."""

        def at_table(self, view: View) -> Decision:
            """As usual."""
            if view.week == asked.week - 1 and view.awake[0]:
                seen.setdefault(TABLE, _kept(view))
            return super().at_table(view)

        def away(self, view: View) -> Decision:
            """As usual."""
            if view.week == asked.week - 1 and view.awake[0]:
                seen.setdefault(AWAY, _kept(view))
            return super().away(view)

    dispute = Dispute(game, 1, asked.seed, asked.world, classes={asked.side: Listening}, logged=0)
    for _ in range(asked.week):
        dispute.step()
    if not seen:
        week = int(dispute.state.deal_week[0]) + 1
        raise AdviceError(
            f"--week: world {asked.world} has its comprehensive deal in week {week}: nothing is left to decide in "
            f"week {asked.week}"
        )
    return seen


def _kept(view: View) -> View:
    """The view as it is now, whatever happens to the dispute."""
    return replace(view, _state=view._state.copy())


def _stage(name: str, view: View, asked: Asked) -> Stage:
    """Everything tried out at one point of the week."""
    candidates = list(_candidates(name, view, asked.side))
    everywhere = np.ones(1, np.bool_)
    key = luck_key(asked.seed, asked.world, asked.week, asked.side)
    setting = Setting(name == TABLE, asked.rollouts, view._game.scenario.weeks, governments_of, [key])
    outlook = rehearse(view, [Try(candidate.option.decision, everywhere) for candidate in candidates], setting)
    return Stage(name, view, candidates, outlook)


def governments_of(scenario: Scenario) -> list[DecidesForACountry]:
    """Both governments as the scenario has them; one that looks ahead, by its base."""
    return [Conduct(*ordinary(scenario, side)) for side in scenario.sides]


def _candidates(name: str, view: View, side: str) -> list[Candidate]:
    """The usual move, every other that can be made, and what each shipped strategy would do; alike ones once."""
    given = view._game.scenario.countries[side].strategy
    made = [_decided(name, view, governments_of(view._game.scenario)[view.seat])]
    usual = Candidate(Option(USUAL, made[0], np.ones(1, np.bool_)))
    menu = moves_at_table(view) if name == TABLE else every_move(view)
    found = [usual]
    for option in menu:
        if option.open[0]:
            same = _same_as(found, option.decision)
            if same is None:
                found.append(Candidate(option))
            elif option.kind not in same.also:
                same.also.append(option.kind)
    for strategy, decision in _shipped(name, view, given):
        same = _same_as(found, decision)
        if same is None:
            same = Candidate(Option(f"as {strategy} has it", decision, np.ones(1, np.bool_)))
            found.append(same)
        same.strategies.append(strategy)
    return found


def _shipped(name: str, view: View, given: Any) -> Iterator[tuple[str, Decision]]:
    """What each registered strategy would do here."""
    if name == TABLE:
        for key, tactic in TACTICS.items():
            yield key, tactic(given).at_table(view)
    else:
        for key, doctrine in DOCTRINES.items():
            yield key, doctrine(given).away(view)


def _decided(name: str, view: View, government: DecidesForACountry) -> Decision:
    """What a government would do here."""
    return government.at_table(view) if name == TABLE else government.away(view)


def _same_as(found: Sequence[Candidate], decision: Decision) -> Candidate | None:
    """The candidate that does the same, if there is one."""
    return next((each for each in found if alike(each.option.decision, decision, 1)[0]), None)
