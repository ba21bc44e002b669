"""The law's course: procedures, lapses, rulings stayed, appeals decided, and another law in its place."""

import numpy as np
import pytest

from negotiation.dispute.away import act_away
from negotiation.dispute.decision import Decision
from negotiation.dispute.news import hear_news
from negotiation.dispute.players import Players
from negotiation.dispute.standing import standings
from negotiation.scenario import ScenarioError
from tests.dispute.cases import CA, TEACHING, US, US_GENERAL, course_of, game_with, state_of, story, week_luck
from tests.laws.cases import changed, numbers, played, words

EMERGENCY, STATUTE = 0, 1
WEEK = 10
HAZARD = {"bases.emergency.court_hazard": 0.1}
RULED, NOT_RULED = 0.05, 0.5


def quantity(value, unit="weeks"):
    """A number as a scenario has it."""
    return {"value": value, "unit": unit, "source": "assumption: a test"}


def stay(chance, voided, appeal=3):
    """What appeals do."""
    return {"chance": quantity(chance, "share"), "appeal": quantity(appeal), "voided": quantity(voided, "share")}


def heard(changes, ruling=NOT_RULED, courts=(0.5, 0.5), **columns):
    """The course after a week of news in one world; both measures in force."""
    game = game_with(HAZARD | changes)
    state = state_of(game, 1, **({"level": [[1, 1]], "week": WEEK} | columns))
    draws = dict(enumerate(courts)) if game.bases.appeals else {}
    course = course_of(game, state, week_luck(game, 1, chances={3: ruling}, courts=draws))
    hear_news(course)
    return course


class Answers:
    """A government that has made up its mind."""

    def __init__(self, **columns):
        self.decision = Decision(**columns)

    def away(self, view):
        return self.decision


def acted(changes, seat=US, weeks=1, columns=None, **decision):
    """The course after some weeks in which one government decides the same and the other nothing."""
    game = game_with(changes)
    state = state_of(game, 1, **({"week": WEEK} | (columns or {})))
    players = [Answers(**(decision if place == seat else {})) for place in (CA, US)]
    course = course_of(game, state, players=Players(players, [], []))
    for _ in range(weeks):
        act_away(course, standings(game, state))
        state.week += 1
        course.log.week = state.week
    return course


SLOW = {"bases.emergency.speed": quantity(4)}
WANTS = {"level": np.array([[1, -1]]), "level_reason": np.array([[10, 0]])}


@pytest.mark.parametrize(("weeks", "level"), [(4, 0), (5, 1)])
def test_a_measure_is_in_force_only_when_its_procedure_of_four_weeks_is_over(weeks, level):
    assert acted(SLOW, weeks=weeks, columns={"level": [[0, 0]], "usable_from": [[-1, 0]]}, **WANTS).state.level[
        0, US_GENERAL] == level  # fmt: skip


def test_a_procedure_is_begun_once_and_told():
    told = story(acted(SLOW, weeks=3, columns={"level": [[0, 0]], "usable_from": [[-1, 0]]}, **WANTS))
    assert told == [(0, "us", "prepare", "us_general", "", 4.0, "pays")]


@pytest.mark.parametrize(("notice", "due"), [(2, WEEK + 4), (6, WEEK + 6)])
def test_a_threat_falls_due_no_sooner_than_its_procedure_is_over(notice, due):
    threat = {"threat": np.array([[1, -1]]), "notice": np.array([notice])}
    state = acted(SLOW, columns={"level": [[0, 0]], "usable_from": [[-1, 0]]}, **threat).state
    assert state.threat_due[0, US_GENERAL] == due


def test_what_is_in_force_or_threatened_at_the_start_has_its_procedure_behind_it():
    assert state_of(game_with(SLOW)).usable_from.tolist() == [[0, 0]]  # 25 % at the start
    assert state_of(game_with(SLOW | {"start.levels": {}})).usable_from.tolist() == [[-1, 0]]


@pytest.mark.parametrize(("weeks", "level"), [(20, 1), (21, 0)])
def test_a_measure_lapses_after_150_days(weeks, level):
    # section 122 of the Trade Act of 1974: 150 days are 21 weeks and 3 days
    state = heard({"bases.emergency.duration": quantity(21)}, weeks_in_force=[[weeks, 40]]).state
    assert state.level.tolist() == [[level, 1]]
    assert state.barred_until[0, US_GENERAL] == (0 if level else WEEK + 12)


def test_what_a_deal_has_bound_does_not_lapse():
    changes = {"bases.emergency.duration": quantity(21)}
    state = heard(changes, weeks_in_force=[[40, 40]], bound=[[True, True]]).state
    assert (state.level.tolist(), state.weeks_in_force.tolist()) == ([[1, 1]], [[0, 0]])


@pytest.mark.parametrize(("draw", "level", "due"), [(0.69, 1, WEEK + 3), (0.71, 0, -1)])
def test_a_ruling_is_stayed_with_its_chance(draw, level, due):
    state = heard({"bases.emergency.stay": stay(0.7, 0.5)}, RULED, (draw, 0.5)).state
    assert (state.level[0, US_GENERAL], state.appeal_due[0, EMERGENCY]) == (level, due)


def test_another_ruling_during_an_appeal_changes_nothing():
    state = heard({"bases.emergency.stay": stay(0.7, 0.5)}, RULED, (0.9, 0.0), appeal_due=[[WEEK + 1, -1]]).state
    assert (state.level[0, US_GENERAL], state.appeal_due[0, EMERGENCY]) == (1, WEEK + 1)


@pytest.mark.parametrize(
    ("draw", "level", "told"),
    [(0.49, 0, ("court", "emergency", "", -1.0, "ruled_unlawful")),
     (0.51, 1, ("ruling_overturned", "emergency", "", -1.0, "found_lawful"))],
)  # fmt: skip
def test_the_final_ruling_voids_or_frees(draw, level, told):
    course = heard({"bases.emergency.stay": stay(0.7, 0.5)}, courts=(0.0, draw), appeal_due=[[WEEK, -1]])
    assert (course.state.level[0, US_GENERAL], course.state.appeal_due[0, EMERGENCY]) == (level, -1)
    assert story(course) == [(0, "world", *told)]


def test_a_voided_measure_returns_on_the_substitute_after_its_own_procedure():
    changes = {"bases.emergency.substitute": "statute", "bases.statute.speed": quantity(2)}
    course = heard(changes, RULED)
    state = course.state
    assert (state.level.tolist(), state.basis.tolist()) == ([[0, 1]], [[STATUTE, STATUTE]])
    assert state.barred_until.tolist() == [[0, 0]]
    levels = []
    course.luck.chances[:, 3] = NOT_RULED
    for _ in range(3):
        state.week += 1
        hear_news(course)
        levels.append(int(state.level[0, US_GENERAL]))
    assert levels == [0, 1, 1]
    assert [move[2:4] for move in story(course)] == [("court", "emergency"), ("other_basis", "us_general")]


def test_a_measure_that_a_deal_has_bound_meanwhile_does_not_return():
    waiting = {"renewal_level": [[1, 0]], "renewal_due": [[WEEK, 0]], "level": [[0, 0]], "bound": [[True, False]]}
    state = heard({"bases.emergency.substitute": "statute"}, **waiting).state
    assert (state.level.tolist(), state.renewal_level.tolist()) == ([[0, 0]], [[0, 0]])


def test_a_threat_is_believed_as_those_on_the_basis_it_rests_on_now():
    game = game_with({"bases.emergency.substitute": "statute", "start.levels": {}})
    shares = {"carried": [[[1.0, 3.0]] * 2], "seen_threats": [[[4.0, 4.0]] * 2]}
    threat = {"threat_level": [[1, -1]], "threat_due": [[WEEK, -1]]}
    loss = []
    for basis in (EMERGENCY, STATUTE):
        state = state_of(game, 1, basis=[[basis, STATUTE]], **shares, **threat)
        calm = state_of(game, 1)
        loss.append(standings(game, calm)[CA].no_deal[0] - standings(game, state)[CA].no_deal[0])
    assert loss[0] > 0.0
    assert loss[1] == pytest.approx(3.0 * loss[0])  # three in four against one in four


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"bases.emergency.substitute": "statue"}, "unknown basis 'statue'; did you mean 'statute'?"),
     ({"bases.emergency.substitute": "emergency"}, "must be another basis, got 'emergency'"),
     ({"bases.emergency.duration": quantity(0)}, "must be 1 week or more, got 0; leave it out for no end")],
)  # fmt: skip
def test_a_law_that_cannot_be_is_refused(changes, message):
    with pytest.raises(ScenarioError, match=message.replace("?", r"\?")):
        changed(TEACHING, changes)


BUSY = {"bases.emergency.court_hazard": 0.03}


def test_neutral_settings_change_nothing():
    never = {"speed": quantity(0), "duration": quantity(1000), "stay": stay(0.0, 1.0)}
    plain = played(TEACHING, BUSY, 60)
    stated = played(TEACHING, BUSY | {f"bases.emergency.{name}": entry for name, entry in never.items()}, 60)
    assert plain.weeks.tobytes() == stated.weeks.tobytes()
    assert all(np.array_equal(numbers(plain, f"rate_end_{side}"), numbers(stated, f"rate_end_{side}"))
               for side in ("ca", "us"))  # fmt: skip


def test_stays_keep_tariffs_in_force_for_longer():
    deadlocked = BUSY | {f"countries.{side}.strategy.tactic": "hardliner" for side in ("ca", "us")}
    plain = played(TEACHING, deadlocked, 60)
    stayed = played(TEACHING, deadlocked | {"bases.emergency.stay": stay(1.0, 1.0, 12)}, 60)
    assert (words(plain, "outcome") != "comprehensive deal").any()
    assert numbers(stayed, "rate_mean_us").mean() > numbers(plain, "rate_mean_us").mean()
    assert (numbers(stayed, "rate_mean_us") >= numbers(plain, "rate_mean_us") - 1e-9)[
        words(plain, "outcome") != "comprehensive deal"].all()  # fmt: skip
