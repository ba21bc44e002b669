"""Easing for reasons: markets, the other side's concession, and a counter-list suspended or announced in waves."""

import numpy as np
import pytest

from negotiation.dispute.decision import CARRY_OUT, POSTPONE
from negotiation.dispute.reasons import Reason
from negotiation.scenario.relief import Relief
from negotiation.strategies.doctrines.brinkmanship import Brinkmanship
from negotiation.strategies.doctrines.proportional import Proportional
from tests.dispute.cases import CA, CA_CONSUMER, US, US_GENERAL, game_with, state_of, view_of, week_luck
from tests.laws.cases import numbers, played

WEEK = 20
LEVELS = [
    {"name": "none", "rate": 0}, {"name": "25 %, part exempt", "rate": 25, "exempt": 0.5}, {"name": "25 %", "rate": 25},
]  # fmt: skip
NEVER_ACTS = {4 + US: 0.99, 6 + US: 0.99, 4 + CA: 0.99, 6 + CA: 0.99}
ACTS = {4 + CA: 0.0, 6 + CA: 0.99}


def number(value, unit="weeks"):
    """A number as a scenario has it."""
    return {"value": value, "unit": unit, "source": "assumption: a test"}


def relief(stress=1.0, pause=4, rest=2, **more):
    """Rules of relief."""
    return Relief(stress=number(stress, "index"), pause=number(pause), rest=number(rest), **more)


def eased(rules, changes=None, **columns):
    """What the United States decides away from the table; brinkmanship, and not its week to threaten."""
    game = game_with({"measures.us_general.levels": LEVELS} | (changes or {}))
    state = state_of(game, 1, **({"week": WEEK, "level": [[2, 0]]} | columns))
    view = view_of(game, state, US, week_luck(game, 1, chances=NEVER_ACTS))
    return Brinkmanship(0.1, 4, 0.0, rules).away(view)


@pytest.mark.parametrize(("stress", "weeks"), [(1.01, 4), (0.99, 0)])
def test_a_measure_is_paused_for_four_weeks_when_markets_tremble(stress, weeks):
    decision = eased(relief(), stress=[stress])
    assert (0 if decision.pause is None else decision.pause[0, US_GENERAL]) == weeks
    assert decision.level[0, US_GENERAL] == -1
    assert weeks == 0 or decision.pause_reason[0] == Reason.MARKETS_TREMBLE


@pytest.mark.parametrize(("weeks_ago", "eases"), [(1, True), (2, False)])
def test_a_measure_is_paused_in_the_week_after_a_concession(weeks_ago, eases):
    decision = eased(relief(concessions=True), conceded=[[WEEK - weeks_ago, -1000]])
    assert (decision.pause is not None) == eases
    assert not eases or decision.pause_reason[0] == Reason.ANSWERS_CONCESSIONS


def test_concessions_bring_nothing_where_they_are_not_said_to():
    assert eased(relief(), conceded=[[WEEK - 1, -1000]]).pause is None


def test_part_is_exempted_at_the_same_rate_where_a_level_allows_it():
    decision = eased(relief(exempts=True), stress=[2.0])
    assert decision.level[0, US_GENERAL] == 1
    assert decision.pause is None or (decision.pause == 0).all()
    assert decision.level_reason[0, US_GENERAL] == Reason.MARKETS_TREMBLE
    assert eased(relief(exempts=True), stress=[2.0], level=[[1, 0]]).pause[0, US_GENERAL] == 4  # nothing more to exempt


def test_the_level_at_the_same_rate_need_not_be_the_next_one():
    # as in the record's case: 25 % in part, 35 % in part, 25 % on all; below 35 % there is none of the same rate
    ladder = [*LEVELS[:2], {"name": "35 %, part exempt", "rate": 35, "exempt": 0.5}, LEVELS[2]]
    changes = {"measures.us_general.levels": ladder}
    decision = eased(relief(exempts=True), changes, stress=[2.0], level=[[3, 0]])
    assert decision.level[0, US_GENERAL] == 1
    assert eased(relief(exempts=True), changes, stress=[2.0], level=[[2, 0]]).pause[0, US_GENERAL] == 4


def test_without_a_pause_it_lowers_by_a_level():
    assert eased(relief(pause=0), stress=[2.0]).level[0, US_GENERAL] == 1


@pytest.mark.parametrize(
    "columns",
    [{"eased": [[-1000, WEEK - 2]]}, {"paused_until": [[WEEK + 1, 0]]}, {"bound": [[True, False]]},
     {"level": [[0, 0]]}],
    ids=["just eased", "paused already", "bound", "nothing in force"],
)  # fmt: skip
def test_what_cannot_be_eased_is_left_alone(columns):
    decision = eased(relief(), **({"stress": [2.0]} | columns))
    assert decision.pause is None or (decision.pause == 0).all()
    assert (decision.level == -1).all()


def answered(doctrine, level, columns=None, chances=ACTS):
    """What Canada's proportional doctrine decides; levels of both measures."""
    game = game_with({"measures.ca_consumer.levels": LEVELS})
    state = state_of(game, 1, **({"week": WEEK, "level": [level]} | (columns or {})))
    return doctrine.away(view_of(game, state, CA, week_luck(game, 1, chances=chances)))


def test_the_list_is_suspended_instead_of_cut_when_the_other_has_eased():
    decision = answered(Proportional(1.0, 0.5, 0.0, suspends=6), [0, 1])
    assert (decision.pause[0, CA_CONSUMER], decision.level[0, CA_CONSUMER]) == (6, -1)
    assert decision.pause_reason[0] == Reason.ANSWERS_RESTRAINT
    assert answered(Proportional(1.0, 0.5, 0.0), [0, 1]).level[0, CA_CONSUMER] == 0


def test_the_first_wave_comes_at_once_the_second_is_announced():
    waves = Proportional(20.0, 0.5, 0.0, notice=3, announces=True)
    assert answered(waves, [1, 0]).level[0, CA_CONSUMER] == 1
    second = answered(waves, [1, 1])
    assert (second.level[0, CA_CONSUMER], second.threat[0, CA_CONSUMER], second.notice[0]) == (-1, 2, 3)


@pytest.mark.parametrize(("theirs", "answer"), [(1, CARRY_OUT), (0, POSTPONE)], ids=["still owed", "eased"])
def test_an_announced_wave_is_put_off_while_it_is_not_owed(theirs, answer):
    due = {"threat_level": [[-1, 2]], "threat_due": [[-1, WEEK]]}
    waves = Proportional(20.0, 0.5, 0.0, notice=3, announces=True)
    assert answered(waves, [theirs, 1], due).execute[0, CA_CONSUMER] == answer


def test_relief_at_lower_stress_never_raises_the_mean_tariff():
    rules = {"stress": number(0.5, "index"), "pause": number(6), "rest": number(0)}
    ours = "countries.us.strategy"
    busy = {f"{ours}.doctrine": "brinkmanship", "news.stress_fading": 0.05, f"{ours}.pace": 0.5}
    plain = numbers(played("teaching-first-numbers", busy, 60), "rate_mean_us")
    eased = numbers(played("teaching-first-numbers", busy | {f"{ours}.relief": rules}, 60), "rate_mean_us")
    assert eased.mean() < plain.mean()


def test_relief_that_no_stress_reaches_changes_nothing():
    rules = {"stress": number(1e6, "index"), "pause": number(6), "rest": number(0)}
    busy = {"countries.us.strategy.doctrine": "brinkmanship"}
    plain = played("teaching-first-numbers", busy, 40)
    stated = played("teaching-first-numbers", busy | {"countries.us.strategy.relief": rules}, 40)
    assert np.array_equal(plain.weeks, stated.weeks, equal_nan=True)
