"""Moves tried out: what they are worth, under whose luck, in which imagined worlds."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.dispute.decision import Decision
from negotiation.dispute.imagined import imagined
from negotiation.dispute.purse import Purse
from negotiation.dispute.rehearsal import Setting, Try, luck_key, luck_of, rehearse
from negotiation.dispute.response import economy_responds
from negotiation.dispute.worth import horizon
from negotiation.scenario import Scenario
from negotiation.strategies.look_ahead.choice import Conduct
from negotiation.strategies.registry import strategy_of
from tests.dispute.cases import CA, DAIRY, QUIET, US, US_GENERAL, changed, game_with, points, state_of, view_of
from tests.strategies.hidden import in_the_middle

NO_DISCOUNT = {"economy.discount": 0.0}


def governments(scenario: Scenario) -> list[Conduct]:
    return [Conduct(*strategy_of(scenario, side)) for side in scenario.sides]


def setting(worlds: int, copies: int = 4, weeks: int = 5, at_table: bool = False, key: int = 1) -> Setting:
    return Setting(at_table, copies, weeks, governments, [luck_key(key, world) for world in range(worlds)])


def test_an_option_in_force_is_worth_its_years():
    """0.3 points a year, nothing discounted: ten weeks of it and two years of it going on are 0.3 x (10/52 + 2)."""
    game = game_with(QUIET | NO_DISCOUNT | {"issues.dairy.options.slice.value.us": points(0.3)})
    state = state_of(game)
    state.settled[:, DAIRY] = list(game.scenario.issues["dairy"].options).index("slice")
    purse = Purse(game, US)
    total = sum(purse.flow(state, ahead) for ahead in range(1, 11)) + purse.lasting(state, 10)
    assert total == pytest.approx(0.3 * (10 / 52 + 2), abs=1e-7)


@pytest.mark.parametrize("seat", [CA, US])
def test_weeks_played_and_what_lasts_add_up_to_a_longer_window(seat):
    """Under rates that never change, n weeks and then the usual window are worth what a window longer by n is."""
    game, weeks = game_with(QUIET), 9
    state = state_of(game, level=[[1, 1]])
    purse, value = Purse(game, seat), 0.0
    for ahead in range(1, weeks + 1):
        economy_responds(game, state)
        value += purse.flow(state, ahead)[0]
    value += purse.lasting(state, weeks)[0]
    longer = {"economy.window": {"value": game.scenario.economy.window.value + weeks, "unit": "weeks", "source": "x"}}
    whole = game_with(QUIET | longer)
    assert value == pytest.approx(whole.sides[seat].by_code[state.code[0], 0], abs=1e-6)
    assert horizon(whole.scenario).phased > horizon(game.scenario).phased


def test_every_copy_has_luck_of_its_own_and_the_same_whatever_their_number():
    scenario = game_with(QUIET).scenario
    few, many = (luck_of(scenario, [luck_key(2025, 417, 12)], copies, 6) for copies in (3, 8))
    assert np.array_equal(few.news, many.news[:3])
    assert len(np.unique(many.chances.reshape(8, -1)[:, 0])) == 8
    assert luck_key(2025, 417, 12) != luck_key(2025, 417, 13) != luck_key(2025, 418, 12)


def test_the_same_move_twice_meets_the_same_luck():
    game, state, luck = in_the_middle(6)
    view = view_of(game, state, US, luck)
    move = Try(Decision(), np.ones(view.worlds, np.bool_))
    found = rehearse(view, [move, move], setting(view.worlds))
    assert np.array_equal(found.value[:, 0], found.value[:, 1])
    assert len(np.unique(found.value[0, 0])) > 1, "copies differ"


def test_a_move_is_tried_where_it_is_open():
    game, state, luck = in_the_middle(2)
    view = view_of(game, state, CA, luck)
    some = np.arange(view.worlds) % 2 == 0
    found = rehearse(view, [Try(Decision(), some)], setting(view.worlds, copies=2, weeks=2))
    assert np.array_equal(np.isfinite(found.value[:, 0, 0]), some)
    assert np.array_equal(found.outcome[:, 0, 0] >= 0, some)


def test_worlds_are_tried_out_alone_as_among_others():
    game, state, luck = in_the_middle(6)
    view = view_of(game, state, CA, luck)
    move, asked = Try(Decision(), np.ones(view.worlds, np.bool_)), setting(view.worlds, copies=3, weeks=8)
    together = rehearse(view, [move], asked).value
    alone = view.of(np.array([5]))
    one = rehearse(alone, [Try(Decision(), np.ones(1, np.bool_))], asked._replace(keys=asked.keys[5:6])).value
    assert np.array_equal(one[0], together[5])


@pytest.mark.parametrize("seat", [CA, US])
@pytest.mark.parametrize("at_table", [True, False])
def test_what_is_private_to_the_other_side_changes_no_imagined_world(seat, at_table):
    game, state, luck = in_the_middle(6)
    other, secret = 1 - seat, state.copy()
    secret.type[:, other] = 1 - secret.type[:, other]
    secret.clock[:, other] += 7
    secret.age[:, other] += 2.0
    secret.opening_worth[:, other] += 1.0
    secret.aspiration[:, other] -= 1.0
    secret.assurance[:, other] /= 2.0
    secret.carried[:, other] /= 2.0
    secret.type_belief[other] = secret.type_belief[other][:, ::-1].copy()
    values = []
    for seen in (state, secret):
        view = view_of(game, seen, seat, luck)
        moves = [Try(Decision(), np.ones(view.worlds, np.bool_))]
        values.append(rehearse(view, moves, setting(view.worlds, at_table=at_table)).value)
    assert np.array_equal(*values)


def test_the_other_is_what_it_is_believed_to_be():
    """Certain belief: one type in every copy; an even one: a fair share of each, by 4 standard errors of 400 draws."""
    game, state, luck = in_the_middle(2)
    rows, draws = np.zeros(400, np.int64), np.random.default_rng(1).random((400, 2))
    for belief, share in (((1.0, 0.0), 0.0), ((0.0, 1.0), 1.0), ((0.5, 0.5), 0.5)):
        sure = replace(state, type_belief=[np.tile(belief, (state.worlds, 1))] * 2)
        types = imagined(view_of(game, sure, CA, luck), rows, draws).type[:, US]
        assert types.mean() == pytest.approx(share, abs=4 * 0.5 / 20 if share == 0.5 else 0.0)


def test_a_deadline_is_imagined_within_what_is_left():
    """Week 6 counted from 0, not left: from week 7 to the latest, 35; every one of the 29 weeks comes up in 4,000."""
    game, state, luck = in_the_middle(6)
    state = replace(state, left=np.zeros_like(state.left))
    rows, draws = np.zeros(4000, np.int64), np.random.default_rng(1).random((4000, 2))
    clocks = imagined(view_of(game, state, CA, luck), rows, draws).clock[:, US]
    assert set(clocks.tolist()) == set(range(7, 36))


def test_imposing_a_tariff_that_harms_its_imposer_is_worth_less():
    """Canada's counter-tariff against a partner who does nothing, held for good, costs Canada what its table says."""
    game = game_with(QUIET | {f"countries.{side}.strategy.doctrine": "none" for side in ("us", "ca")})
    game = replace(game, scenario=changed(game.scenario.name, QUIET | {
        f"countries.{side}.strategy.{kind}": name for side in ("us", "ca")
        for kind, name in (("doctrine", "none"), ("tactic", "hardliner"))}))  # fmt: skip
    view = view_of(game, state_of(game), US)
    level = np.array([[1, -1]])
    tried = [Try(Decision(), np.ones(1, np.bool_)), Try(Decision(level=level), np.ones(1, np.bool_))]
    found = rehearse(view, tried, setting(1, weeks=3)).value[0].mean(axis=-1)
    worth = game.sides[US].by_code[:, 0]
    assert (found[1] > found[0]) == (worth[game.strides[US_GENERAL]] > worth[0])
