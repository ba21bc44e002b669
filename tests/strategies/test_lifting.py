"""Plain functions of one world, lifted: the same decisions, bit for bit, as strategies written for arrays."""

import numpy as np
import pytest

from negotiation.dispute.reasons import Reason
from negotiation.model import Dispute, Government
from negotiation.strategies.doctrines.brinkmanship import Brinkmanship
from negotiation.strategies.doctrines.grim import Grim
from negotiation.strategies.doctrines.proportional import ROUNDING, Proportional
from negotiation.strategies.lifting import AtTable, Away, OneWorld, Threat, lifted_doctrine, lifted_tactic
from negotiation.strategies.tactics.micro import Micro
from negotiation.strategies.tactics.time_dependent import TimeDependent
from negotiation.strategies.tactics.tit_for_tat import TitForTat
from tests.dispute.cases import BORDER, US, US_GENERAL, game_with, rows_of, state_of, view_of, week_luck
from tests.strategies.hidden import differences, in_the_middle

MOMENTS = pytest.mark.parametrize(("week", "seat"), [(0, 0), (2, 1), (6, 0), (6, 1), (13, 0), (13, 1)])


@lifted_tactic
def boulware(world):
    share = 1.0 - np.power(world.elapsed, 1.0 / 0.3)
    return world.no_deal + max(world.peak - world.no_deal, 0.0) * share


@lifted_tactic
def tit_for_tat(world):
    received = 0.0
    if not np.isnan(world.opening_worth) and np.isfinite(world.offered_worth):
        received = max(world.offered_worth - world.opening_worth, 0.0)
    return world.peak - 0.5 * received


@lifted_tactic
def micro(world):
    steps_down = world.place == 0 or world.seen >= world.place
    offer = world.at_place(world.place if steps_down else world.place - 1)
    least = world.no_deal if np.isnan(offer.value) else offer.value
    accepts = world.offered_worth >= least and world.offered_support >= 0.0
    return AtTable(accepts, offer.package, least, Reason.OPENS if world.place == 0 else Reason.NEXT_BEST)


@lifted_doctrine
def grim(world):
    if world.weeks_since_hit > world.week and world.their_rate == 0.0:
        return Away()
    rest = {measure: world.top[measure] for measure in world.own_measures if world.level[measure] < world.top[measure]}
    return Away(levels=rest, reason=Reason.NEVER_FORGETS)


@lifted_doctrine
def proportional(world):
    due, acts = world.their_rate, world.initiative < 0.5
    for measure in world.own_measures:
        level, top = world.level[measure], world.top[measure]
        fits = level < top and world.free[measure] and world.prospects.rate_with(measure, level + 1) <= due + ROUNDING
        if acts and world.our_rate < due - ROUNDING and fits:
            return Away({measure: level + 1}, reason=Reason.RETALIATES)
    for measure in reversed(world.own_measures):
        if acts and world.our_rate > due + ROUNDING and world.level[measure] > 0 and world.free[measure]:
            return Away({measure: world.level[measure] - 1}, reason=Reason.ANSWERS_RESTRAINT)
    return Away()


def moment(week, seat):
    """What a government sees in the dispute with secrets."""
    game, state, luck = in_the_middle(week)
    return view_of(game, state, seat, luck)


@MOMENTS
@pytest.mark.parametrize(
    ("lifted", "written"),
    [(boulware, TimeDependent(0.3)), (tit_for_tat, TitForTat(0.5)), (micro, Micro())],
    ids=["boulware", "tit for tat", "micro"],
)
def test_a_lifted_tactic_decides_as_the_one_written_for_arrays(lifted, written, week, seat):
    view = moment(week, seat)
    ours, theirs = lifted.at_table(view), written.at_table(view)
    for name in ("accept", "package", "least"):
        assert np.array_equal(getattr(ours, name)[view.awake], getattr(theirs, name)[view.awake]), name


@MOMENTS
@pytest.mark.parametrize(
    ("lifted", "written"), [(grim, Grim()), (proportional, Proportional(1.0, 0.5, 0.0))], ids=["grim", "proportional"]
)
def test_a_lifted_doctrine_decides_as_the_one_written_for_arrays(lifted, written, week, seat):
    view = moment(week, seat)
    ours, theirs = lifted.away(view), written.away(view)
    assert differences(ours, theirs) == []


def test_a_lifted_doctrine_plays_as_the_one_written_for_arrays():
    def of_doctrine(kind):
        return type("Told", (Government,), {"away": lambda self, view: kind.away(view)})

    blocks = [
        Dispute(
            game_with(), 3, 5, classes={"ca": of_doctrine(kind), "us": of_doctrine(Brinkmanship(0.5, 4, 0.0))}
        ).finish()
        for kind in (proportional, Proportional(1.0, 0.5, 0.0))
    ]
    assert np.array_equal(blocks[0].weeks, blocks[1].weeks, equal_nan=True)
    assert (blocks[0].worlds["rate_peak_ca"] > 0.0).any()


def test_a_threat_and_a_concession_reach_the_decision():
    @lifted_doctrine
    def threatens(world):
        return Away(threat=Threat(US_GENERAL, 1, notice=6, issue=BORDER, option=2), concession=(0, 1))

    game = game_with({"start.levels": {}})
    decision = threatens.away(view_of(game, state_of(game), US))
    assert decision.threat.tolist() == [[1, -1]]
    assert [decision.notice[0], decision.demand_issue[0], decision.demand_option[0]] == [6, BORDER, 2]
    assert [decision.concede_issue[0], decision.concede_option[0]] == [0, 1]


def test_worlds_that_are_not_asked_are_not_decided():
    asked = []

    @lifted_tactic
    def notes(world):
        asked.append(world.week)
        return world.peak

    game = game_with()
    state = state_of(game, 3, open=[True, False, True])
    notes.at_table(view_of(game, state, US))
    assert asked == [0, 0]


def test_one_world_shows_plain_numbers():
    game, state, luck = in_the_middle(6)
    view, world = view_of(game, state, US, luck), OneWorld(view_of(game, rows_of(state, [4]), US, rows_of(luck, [4])))
    for name, kind in {
        "no_deal": float,
        "peak": float,
        "elapsed": float,
        "offered_worth": float,
        "our_rate": float,
        "their_rate": float,
        "initiative": float,
        "place": int,
        "calm": int,
        "talking": bool,
    }.items():
        assert type(getattr(world, name)) is kind
        assert getattr(world, name) == getattr(view, name)[4]
    assert (world.level, world.top) == (tuple(state.level[4]), tuple(game.top))
    assert world.threats.weeks_left(US_GENERAL) == state.threat_due[4, US_GENERAL] - 6
    assert world.threats.shame(US_GENERAL) == tuple(view.threats.shame(US_GENERAL))
    assert world.prospects.gain_from(US_GENERAL, 1) == view.prospects.gain_from(US_GENERAL, np.ones(30, np.int64))[4]
    offer = world.accommodating(world.peak)
    assert (type(offer.package), type(offer.value)) == (int, float)


def test_one_world_hides_what_is_the_games_own():
    game = game_with()
    with pytest.raises(AttributeError, match="not for deciding by"):
        _ = OneWorld(view_of(game, state_of(game), US))._state


def test_a_lifted_strategy_says_it_is_a_script():
    game = game_with()
    view = view_of(game, state_of(game, place=[[1, 1]]), US, week_luck(game, 1))
    assert boulware.at_table(view).table_reason.tolist() == [Reason.SCRIPT]
