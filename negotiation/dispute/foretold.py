"""Luck that a scenario's moves fix: luck is data, so that an event can be given instead of drawn."""

from dataclasses import replace

import numpy as np

from negotiation.dispute.course import Course
from negotiation.dispute.luck import Draws, Luck
from negotiation.dispute.moves import NOBODY
from negotiation.dispute.reasons import Kind, Reason
from negotiation.scenario.move_checks import week_of_move
from negotiation.scenario.moves import EVENTS, Act, event_names
from negotiation.scenario.schema import Scenario

BORDER, SUMMIT, VENUE, COURTS = range(4)  # rows of the channel `chances`
STAYS = 0  # row of the channel `courts`
HAPPENS, NEVER = np.float32(0.0), np.nextafter(np.float32(1.0), np.float32(0.0))  # even draws lie below 1
ROWS = {"border incident": BORDER, "summit": SUMMIT, "court": COURTS}


def foretold(scenario: Scenario, luck: Luck) -> Luck:
    """The luck with the events that the moves name: they happen then and at no other time. Other draws stay."""
    events = [(week_of_move(scenario, move), act) for move in scenario.moves for act in move.acts if act.act in EVENTS]
    if not events:
        return luck
    chances, news, courts = luck.chances.copy(), luck.news.copy(), luck.courts.copy()
    for name in {act.act for _, act in events if act.act in ROWS}:
        chances[:, ROWS[name]] = NEVER
    for week, act in events:
        if act.act == "event":
            _stir(scenario, news, week, act)
        else:
            _let_happen(scenario, chances, week, act)
        if act.stayed is not None:
            courts[:, STAYS, week] = HAPPENS if act.stayed else NEVER
    return replace(luck, chances=chances, news=news, courts=courts)


def _let_happen(scenario: Scenario, chances: Draws, week: int, act: Act) -> None:
    """Fix the draws of one event, in place. chances: (R, 8, W)."""
    chances[:, ROWS[act.act], week] = HAPPENS
    if act.act == "summit" and act.host is not None:
        venues = scenario.summit.venues
        chances[:, VENUE, week] = (venues.index(act.host) + 0.5) / len(venues)
    if act.act == "court":
        places = list(scenario.bases)
        hazards = [basis.court_hazard.value for basis in scenario.bases.values()]
        place = places.index(act.basis or "")
        chances[:, COURTS, week] = sum(hazards[:place]) + hazards[place] / 2.0


def _stir(scenario: Scenario, news: Draws, week: int, act: Act) -> None:
    """Add what an event does to a government's public to the week's news, in place. news: (R, 3, W) normal."""
    if act.who is None or act.approval is None:
        return
    shock = scenario.countries[act.who].audience.shock.value
    news[:, scenario.sides.index(act.who), week] += np.float32(act.approval.value / shock)


def tell_events(course: Course) -> None:
    """Note this week's events that nothing else notes."""
    scenario, names = course.game.scenario, event_names(course.game.scenario.moves)
    for move in scenario.moves:
        for act in move.acts:
            if act.act == "event" and week_of_move(scenario, move) == course.state.week:
                subject = (names.index(act.name or ""), -1, np.nan)
                author = NOBODY if act.who is None else scenario.sides.index(act.who)
                course.log.add(Kind.EVENT, author, course.state.open, Reason.NEWS, subject)

