"""A week, in order. The only place that knows the order of events and which worlds are still open."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.alliance import allies_respond
from negotiation.dispute.away import act_away
from negotiation.dispute.consent import brought_home
from negotiation.dispute.course import Course
from negotiation.dispute.elections import hold_elections
from negotiation.dispute.game import Game
from negotiation.dispute.news import hear_news
from negotiation.dispute.part import Part
from negotiation.dispute.ratification import ratify
from negotiation.dispute.record import Record
from negotiation.dispute.response import economy_responds, public_responds
from negotiation.dispute.standing import Standing, standings
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.state import State
from negotiation.dispute.summit import audience_of_summits, hold_summits, tempers_cool
from negotiation.dispute.table import bargain

Integers = NDArray[np.int64]


def play_week(course: Course, record: Record, rows: Integers) -> None:
    """One week in every world, in place. Worlds that have ended only live on in the economy and the record.

    rows: (R,) places of the worlds in the record.
    """
    state = course.state
    course.log.week = state.week
    ended = np.flatnonzero(~state.open)
    record.write(course, _nine_stages(course, record, rows), rows)
    if ended.size:
        record.repeat(course.game, Part(state, ended), rows[ended])
    state.week += 1


def outlive(game: Game, state: State, record: Record, rows: Integers) -> None:
    """The weeks that are left to worlds that have all ended, in place: as in `play_week`, economy and record go on."""
    while state.week < game.scenario.weeks:
        economy_responds(game, state)
        record.codes[rows, state.week] = state.code
        record.repeat(game, state, rows)
        state.week += 1


def _nine_stages(course: Course, record: Record, rows: Integers) -> tuple[Standing, Standing]:
    """A week's stages, in place, the weekly row left to the caller."""
    hear_news(course)
    hold_elections(course)
    economy_responds(course.game, course.state)
    record.codes[rows, course.state.week] = course.state.code
    public_responds(course)
    allies_respond(course)
    tempers_cool(course)
    meets = hold_summits(course)
    standing = standings(course.game, course.state)
    agreed = bargain(course, standing, meets)
    audience_of_summits(course, meets, agreed)
    after_table(course, standing, agreed)
    return standing


def after_table(course: Course, standing: tuple[Standing, Standing], agreed: Integers) -> None:
    """A week from the end of its talks on, in place. agreed: (R,) package, -1 for none."""
    ratify(course, standing, brought_home(course, agreed))
    course.state.code = codes_in_force(course.game, course.state)  # a deal changes what the moves away start from
    away_from_table(course, standing)


def away_from_table(course: Course, standing: tuple[Standing, Standing]) -> None:
    """A week's last stage, in place."""
    act_away(course, standing)
    course.state.age[course.state.open] += 1.0
