"""A week, in order. The only place that knows the order of events and which worlds are still open."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.alliance import allies_respond
from negotiation.dispute.away import act_away
from negotiation.dispute.course import Course
from negotiation.dispute.news import hear_news
from negotiation.dispute.ratification import ratify
from negotiation.dispute.record import Record
from negotiation.dispute.response import economy_responds, public_responds
from negotiation.dispute.standing import Standing, standings
from negotiation.dispute.start import codes_in_force
from negotiation.dispute.summit import audience_of_summits, hold_summits, tempers_cool
from negotiation.dispute.table import bargain

Integers = NDArray[np.int64]


def play_week(course: Course, record: Record) -> None:
    """One week in every world, in place. Worlds that have ended only live on in the economy and the record."""
    state = course.state
    course.log.week = state.week
    rows = np.flatnonzero(state.open)
    if rows.size == state.worlds:
        record.write(course, _play_open(course))
    else:
        _play_some(course, record, rows)
    state.week += 1


def _play_some(course: Course, record: Record, rows: Integers) -> None:
    """A week in which some worlds have ended: the open ones are packed together and played, the others only felt."""
    state = course.state
    ended = np.flatnonzero(~state.open)
    aftermath = course.of(ended)
    economy_responds(course.game, aftermath.state)
    course.absorb(aftermath, ended)
    record.repeat(aftermath, ended)
    if rows.size:
        part = course.of(rows)
        standing = _play_open(part)
        course.absorb(part, rows)
        record.write(part, standing, rows)


def _play_open(course: Course) -> tuple[Standing, Standing]:
    """The week's nine stages in worlds that are open, in place, the record left to the caller."""
    hear_news(course)
    economy_responds(course.game, course.state)
    public_responds(course)
    allies_respond(course)
    tempers_cool(course)
    meets = hold_summits(course)
    standing = standings(course.game, course.state)
    agreed = bargain(course, standing, meets)
    audience_of_summits(course, meets, agreed)
    ratify(course, standing, agreed)
    course.state.code = codes_in_force(course.game, course.state)  # a deal changes what the moves away start from
    act_away(course, standing)
    course.state.age[course.state.open] += 1.0
    return standing
