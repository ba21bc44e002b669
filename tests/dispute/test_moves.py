"""The log of moves, in words."""

import numpy as np

from negotiation.dispute.moves import NOBODY, MoveLog, told
from negotiation.dispute.reasons import Kind, Reason
from tests.dispute.cases import ALLY, BORDER, CA, CA_CONSUMER, US, course_of, game_with, state_of, story

EVERYWHERE = np.ones(1, np.bool_)


def noted(kind, author, reason=Reason.NONE, subject=(-1, -1, np.nan)):
    """One move in words, without its world."""
    game = game_with({"allies": {"mexico": ALLY}})
    course = course_of(game, state_of(game))
    course.log.add(kind, author, EVERYWHERE, reason, subject)
    (move,) = story(course)
    return move[1:]


def test_measures_issues_allies_courts_and_packages_are_told_by_name():
    assert noted(Kind.IMPOSE, CA, Reason.RETALIATES, (CA_CONSUMER, 1, 25.0)) == (
        "ca", "impose", "ca_consumer", "25 %", 25.0, "retaliates",
    )  # fmt: skip
    assert noted(Kind.CONCEDE, CA, Reason.AVOIDS_HARM, (BORDER, 2, np.nan)) == (
        "ca", "concede", "border", "strict", -1.0, "avoids_harm",
    )  # fmt: skip
    assert noted(Kind.OFFER, US, Reason.OPENS, (17, -1, np.nan)) == ("us", "offer", "17", "", -1.0, "opens")
    assert noted(Kind.STANCE, NOBODY + 1, Reason.STANDS_BY_FRIEND, (0, 2, np.nan))[:4] == (
        "mexico", "stance", "", "joint retaliation",
    )  # fmt: skip
    assert noted(Kind.COURT, NOBODY, Reason.RULED_UNLAWFUL, (1, -1, np.nan))[:3] == ("world", "court", "statute")
    assert noted(Kind.SUMMIT, NOBODY, Reason.LEADERS_MEET, (US, -1, np.nan))[:3] == ("world", "summit", "us")
    assert noted(Kind.LEAVE_TALKS, US, Reason.CLOCK_RAN_OUT) == ("us", "leave_talks", "", "", -1.0, "clock_ran_out")


def test_moves_are_told_by_world_then_week_then_as_they_happened():
    game = game_with()
    log = MoveLog(3, np.arange(3))
    for week, kinds in enumerate(([Kind.IMPOSE, Kind.COMMIT], [Kind.LIFT])):
        log.week = week
        for kind in kinds:
            log.add(
                kind,
                CA,
                np.array([True, False, True]),
                Reason.NONE,
                (1, 0, 0.0) if kind != Kind.COMMIT else (-1, -1, 0.0),
            )
    moves = told(game, log, 100)
    assert moves.world.tolist() == [100] * 3 + [102] * 3
    assert moves.week.tolist() == [1, 1, 2] * 2  # counted from one
    words = [moves.kind.labels[code] for code in moves.kind.codes]
    assert words == ["impose", "commit", "lift"] * 2


def test_only_the_first_worlds_are_logged_wherever_they_are_played():
    log = MoveLog(2, np.arange(4))
    log.add(Kind.COMMIT, CA, np.ones(4, np.bool_))
    log.of(np.array([1, 3])).add(Kind.COMMIT, US, np.ones(2, np.bool_))
    log.of(np.array([2, 3])).add(Kind.COMMIT, US, np.ones(2, np.bool_))
    moves = told(game_with(), log, 0)
    assert moves.world.tolist() == [0, 1, 1]
    assert moves.government.codes.tolist() == [CA, CA, US]


def test_each_world_has_its_own_subject_and_reason():
    game = game_with()
    course = course_of(game, state_of(game, 2))
    reasons, levels = np.array([Reason.WEARY, Reason.GOODWILL]), np.array([0, 1])
    course.log.add(Kind.LOWER, US, np.ones(2, np.bool_), reasons, (0, levels, np.array([0.0, 25.0])))
    assert [move[4:] for move in story(course)] == [("none", 0.0, "weary"), ("25 %", 25.0, "goodwill")]


def test_nothing_noted_is_nothing_told():
    moves = told(game_with(), MoveLog(5, np.arange(5)), 0)
    assert all(len(column) == 0 for column in (moves.world, moves.kind.codes, moves.amount))


def test_the_lists_are_closed_and_numbered_from_nought():
    for kinds in (Kind, Reason):
        entries = kinds.__members__.values()  # iteration alone would pass over two names of one number
        assert [entry.value for entry in entries] == list(range(len(entries)))
