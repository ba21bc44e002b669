"""What every registered tactic and doctrine keeps to, in a dispute where both sides have something to hide."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from negotiation.dispute.decision import Decision
from negotiation.dispute.game import Game
from negotiation.dispute.luck import WeekLuck
from negotiation.dispute.reasons import Reason
from negotiation.dispute.standing import standings
from negotiation.dispute.state import State
from negotiation.model import Dispute
from negotiation.strategies import DOCTRINES, TACTICS
from negotiation.strategies.registry import LOOK_AHEAD
from tests.dispute.cases import rows_of, view_of, worth_by_hand
from tests.strategies.hidden import (
    BOTH_WAYS,
    WORLDS,
    differences,
    game_of_secrets,
    in_the_middle,
    numbers_of,
    tactics_and_doctrines,
)

ROUNDING = 1e-9  # points
WEEKS = (0, 2, 6, 13)
MOMENTS = pytest.mark.parametrize(("week", "seat"), [(week, seat) for week in WEEKS for seat in (0, 1)])


def each(names: Iterable[str]) -> list[Any]:
    """Names of strategies; what imagines whole disputes takes longer."""
    return [pytest.param(name, marks=pytest.mark.slow) if name.startswith(LOOK_AHEAD) else name for name in names]


DOCTRINE_NAMES = [BOTH_WAYS.get(name, name) for name in DOCTRINES]
EVERY_TACTIC = pytest.mark.parametrize("tactic", each(TACTICS))
EVERY_DOCTRINE = pytest.mark.parametrize("doctrine", each(DOCTRINE_NAMES))
EVERYTHING = each([*TACTICS, *DOCTRINE_NAMES])


@cache
def asked(name: str, week: int, seat: int) -> Decision:
    """What a tactic or a doctrine answers at a moment, in all worlds."""
    game, state, luck = in_the_middle(week)
    return answer(name, game, state, seat, luck)


def answer(name: str, game: Game, state: State, seat: int, luck: WeekLuck) -> Decision:
    """What a tactic or a doctrine answers."""
    tactics, doctrines = tactics_and_doctrines(game)
    view = view_of(game, state, seat, luck)
    return tactics[name].at_table(view) if name in tactics else doctrines[name].away(view)


@MOMENTS
@EVERY_TACTIC
def test_a_tactic_answers_in_the_right_shapes(tactic, week, seat):
    packages = len(in_the_middle(week)[0].packages.code)
    decision = asked(tactic, week, seat)
    assert {"accept", "package", "least", "table_reason"} == set(numbers_of(decision))
    assert all(column.shape == (WORLDS,) for column in numbers_of(decision).values())
    assert (decision.accept.dtype, decision.package.dtype) == (np.bool_, np.int64)
    assert ((decision.package >= -1) & (decision.package < packages)).all()
    assert np.isfinite(decision.least).all()
    assert np.isin(decision.table_reason, list(Reason)).all()


@MOMENTS
@EVERY_TACTIC
def test_a_tactic_offers_nothing_worth_less_than_no_deal(tactic, week, seat):
    game, state, _ = in_the_middle(week)
    no_deal = standings(game, state)[seat].no_deal
    for world, package in enumerate(asked(tactic, week, seat).package):
        if state.open[world] and package >= 0:
            assert worth_by_hand(game, state, world, seat, package) >= no_deal[world] - ROUNDING


@EVERY_TACTIC
@pytest.mark.parametrize("seat", [0, 1])
def test_a_tactic_accepts_nothing_worth_less_than_no_deal(tactic, seat):
    accepted = 0
    for week in (6, 13):  # late conditions need the later moment
        game, state, luck = in_the_middle(week)
        no_deal = standings(game, state)[seat].no_deal
        for package in range(len(game.packages.code)):  # whatever lies on the table
            state = replace(state, offer=state.offer.copy())
            state.offer[:, 1 - seat] = package
            for world in np.flatnonzero(answer(tactic, game, state, seat, luck).accept & state.open):
                accepted += 1
                assert worth_by_hand(game, state, int(world), seat, package) >= no_deal[world] - ROUNDING
    assert accepted > 0 or tactic == "silent"


@MOMENTS
@EVERY_DOCTRINE
def test_a_doctrine_answers_in_the_right_shapes(doctrine, week, seat):
    game = in_the_middle(week)[0]
    measures, by_measure = (
        len(game.scenario.measures),
        {"level", "level_reason", "pause", "threat", "execute", "execute_reason"},
    )
    for name, column in numbers_of(asked(doctrine, week, seat)).items():
        wide = (WORLDS, measures) if name in by_measure else (WORLDS, 0) if name == "divide" else (WORLDS,)
        assert column.shape == wide, name
        assert column.dtype == (np.bool_ if name in {"summit", "ask", "divide", "break_deal"} else np.int64), name


@MOMENTS
@EVERY_DOCTRINE
def test_a_doctrine_moves_only_its_own_measures_within_their_levels(doctrine, week, seat):
    game = in_the_middle(week)[0]
    decision = asked(doctrine, week, seat)
    for column in (decision.level, decision.threat):
        if column is not None:
            assert (column[:, game.imposer != seat] == -1).all()
            assert ((column >= -1) & (column <= game.top)).all()


@MOMENTS
@EVERY_DOCTRINE
def test_a_doctrine_demands_of_the_other_and_concedes_of_its_own(doctrine, week, seat):
    game = in_the_middle(week)[0]
    sides, issues = game.scenario.sides, list(game.scenario.issues.values())
    decision = asked(doctrine, week, seat)
    for issue, option, giver in (
        (decision.demand_issue, decision.demand_option, sides[1 - seat]),
        (decision.concede_issue, decision.concede_option, sides[seat]),
    ):
        if issue is not None and option is not None:
            for i, o in zip(issue, option, strict=True):
                assert (i, o) == (-1, -1) or (issues[i].conceded_by == giver and 0 < o < len(issues[i].options))


@MOMENTS
@EVERY_DOCTRINE
def test_a_doctrine_answers_from_the_closed_lists(doctrine, week, seat):
    game = in_the_middle(week)[0]
    decision = asked(doctrine, week, seat)
    vows = 1 << len(game.sides[seat].country.commitments)
    for column, legal in (
        (decision.execute, range(4)), (decision.talks, range(4)), (decision.commit, range(vows)),
        (decision.level_reason, list(Reason)), (decision.execute_reason, list(Reason)),
        (decision.talks_reason, list(Reason)), (decision.notice, range(53)), (decision.talks_weeks, range(53)),
    ):  # fmt: skip
        assert column is None or np.isin(column, list(legal)).all()


@MOMENTS
@pytest.mark.parametrize("name", EVERYTHING)
def test_one_world_is_decided_as_among_many(name, week, seat):
    game, state, luck = in_the_middle(week)
    everywhere = asked(name, week, seat)
    for world in range(0, WORLDS, 4):
        alone = answer(name, game, rows_of(state, [world]), seat, rows_of(luck, [world]))
        here = Decision(**{name: column[[world]] for name, column in numbers_of(everywhere).items()})
        assert differences(alone, here) == []


@MOMENTS
@pytest.mark.parametrize("name", EVERYTHING)
def test_what_is_private_to_the_other_side_decides_nothing(name, week, seat):
    game, state, luck = in_the_middle(week)
    other, secret = 1 - seat, state.copy()
    secret.type[:, other] = 1 - secret.type[:, other]
    secret.clock[:, other] += 11
    secret.age[:, other] += 3.0
    secret.aspiration[:, other] -= 1.0
    secret.assurance[:, other] /= 2.0
    secret.carried[:, other] /= 2.0
    secret.type_belief[other] = secret.type_belief[other][:, ::-1].copy()
    luck_of_the_other = luck.of(np.arange(len(luck.news)))
    luck_of_the_other.conduct[:, [other, 2 + other]] += 1.0
    luck_of_the_other.chances[:, [4 + other, 6 + other]] = 0.99
    assert differences(answer(name, game, secret, seat, luck_of_the_other), asked(name, week, seat)) == []


@MOMENTS
@pytest.mark.parametrize("name", EVERYTHING)
def test_deciding_changes_nothing(name, week, seat):
    game, state, luck = in_the_middle(week)
    before = state.copy()
    answer(name, game, state, seat, luck)
    for column, entries in vars(before).items():
        now = getattr(state, column)
        pairs = zip(now, entries, strict=True) if isinstance(entries, list) else [(now, entries)]
        assert all(np.array_equal(*pair, equal_nan=np.asarray(pair[0]).dtype.kind == "f") for pair in pairs), column


@pytest.mark.parametrize("doctrine", each(DOCTRINES))
@EVERY_TACTIC
def test_any_tactic_plays_with_any_doctrine(tactic, doctrine):
    block = Dispute(game_of_secrets(tactic, doctrine), 2, 5).finish()
    assert np.isfinite(block.worlds["payoff_ca"]).all()
    assert not (
        set(np.array(block.moves.reason.labels)[block.moves.reason.codes]) - {each.name.lower() for each in Reason}
    )
