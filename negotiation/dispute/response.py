"""The economy and the public respond to the rates in force."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.adaptation import adapt, note_new_rates
from negotiation.dispute.course import Course
from negotiation.dispute.fear import be_afraid, felt_with_fear, income_with_fear
from negotiation.dispute.game import Game
from negotiation.dispute.now import components_now, income_now, rate_now
from negotiation.dispute.players import Times
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import State
from negotiation.dispute.worth import COMPONENTS, FAST, WEEKS_A_YEAR
from negotiation.politics.coalition import JOINT, how_many

Floats = NDArray[np.float64]


def economy_responds(game: Game, state: State) -> None:
    """Prices and revenue at once, jobs and incomes phased in: e <- e + (E[rates] - e)/L. Also in worlds that ended."""
    state.code = codes_in_force(game, state)
    pace = 1.0 / game.scenario.economy.phase_in.value
    speed = np.array([1.0 if component in FAST else pace for component in COMPONENTS])
    note_new_rates(game, state)
    state.felt += (components_now(game, state) - state.felt) * speed
    state.income += (income_now(game, state) - state.income) * pace
    adapt(game, state)
    be_afraid(game, state)
    state.total += felt_with_fear(game, state) / WEEKS_A_YEAR
    rate = rate_now(game, state)
    state.rate_peak = np.maximum(state.rate_peak, rate)
    state.rate_sum += rate
    state.joint_peak = np.maximum(state.joint_peak, how_many(state.stance, JOINT))


def public_responds(course: Course) -> None:
    """Approval moves in worlds still open; rally and grievance fade."""
    game, state, prices = course.game, course.state, COMPONENTS.index("border_prices")
    groups = list(game.scenario.constituencies.values())
    # By constituency, each in one stretch of memory.
    before, income, resentment, polls = (
        np.ascontiguousarray(column.T)
        for column in (state.approval, income_with_fear(game, state), state.resentment, course.luck.polls)
    )
    approval = before.copy()
    for seat, side in enumerate(game.sides):
        audience = side.country.audience
        felt_prices = state.felt[:, seat, prices]
        pressure = state.rally[:, seat] - state.grievance[:, seat] - audience.price_pain.value * felt_prices
        common = audience.shock.value * course.luck.news[:, seat]
        for place in side.groups:
            alarm = groups[place].border * game.scenario.news.border_shock.value
            mood = pressure - alarm * state.border if alarm else pressure
            times = Times(
                before[place],
                income[place],
                mood if audience.own_view is None else mood - resentment[place],
                common + audience.poll.value * polls[place],
            )
            approval[place] = course.players.constituencies[place].approval_after(times)
        kept = np.where(state.open, 1.0 - audience.rally_fading.value, 1.0)
        state.rally[:, seat] *= kept
        remembered = np.where(state.open, 1.0 - audience.forgetting.value, 1.0)
        state.grievance[:, seat] *= remembered
        if audience.own_view is not None:
            state.resentment[:, side.groups] *= remembered[:, None]
    state.approval = np.ascontiguousarray(np.where(state.open, approval, before).T)

