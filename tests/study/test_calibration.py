"""Calibration: differing governments in one block, and the record in pieces."""

import numpy as np
import pytest

from negotiation.dispute.game import build_game
from negotiation.dispute.luck import draw
from negotiation.dispute.moves import told
from negotiation.model import Dispute
from negotiation.model.varied import Varied, ways_as_stated
from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.calibration.parameters import HIGH, LOW, NAMES, calibratable, ways_of
from negotiation.study.calibration.pieces import pieces_of
from negotiation.study.calibration.playing import Case, Company
from negotiation.study.calibration.telling_numbers import number_names, of_record, simulated
from negotiation.study.errors import StudyError
from negotiation.study.pool import own_processes

WORLDS = 60
MIDDLE = (LOW + HIGH) / 2


@pytest.fixture(scope="module")
def game():
    return build_game(calibratable(read_scenario("teaching-first-numbers")))


@pytest.fixture(scope="module")
def record():
    return read_record("us-canada-record-moves")


@pytest.fixture(scope="module")
def ready():
    return calibratable(read_scenario("us-canada-record"))


@pytest.fixture(scope="module")
def pieces(record, ready):
    return pieces_of(record, ready)


def with_value(name, value, worlds=WORLDS):
    """Governments in the middle of every range but for one number."""
    values = np.tile(MIDDLE, (worlds, 1))
    values[:, NAMES.index(name)] = value
    return values


def test_the_scenarios_own_ways_are_the_scenario(game):
    """Nobody differs: the same weeks as without ways, bit for bit."""
    luck = draw(game.scenario, 5, range(WORLDS))
    plain, same = Dispute(game, WORLDS, luck), Varied(game, luck, ways_as_stated(game.scenario, WORLDS))
    for dispute in (plain, same):
        while dispute.week < 25:
            dispute.step()
    np.testing.assert_array_equal(plain.record.weeks[:, :25], same.record.weeks[:, :25])


def test_without_a_suspension_nobody_breaks_off_after_a_blow(game):
    """Blows are struck in both, and only where a blow suspends talks are they suspended for it."""
    luck, kinds = draw(game.scenario, 5, range(WORLDS)), []
    for weeks in (0.0, 2.0):
        ways = ways_as_stated(game.scenario, WORLDS)._replace(suspension=np.full((WORLDS, 2), weeks))
        dispute = Varied(game, luck, ways)
        while dispute.week < game.scenario.weeks:
            dispute.step()
        moves = told(game, dispute.log, 0)
        reasons = np.array(moves.reason.labels)[moves.reason.codes]
        done = np.array(moves.kind.labels)[moves.kind.codes]
        assert "impose" in done
        kinds.append(int(((done == "suspend_talks") & (reasons == "hit")).sum()))
    assert kinds[0] == 0
    assert kinds[1] > 0


def test_twice_the_outcry_is_twice_the_resentment(game):
    """A threat dropped by everybody in week 1: what is added to the grievance doubles, in the worlds it doubles in."""
    factor = np.ones((WORLDS, 2))
    factor[::2] = 2.0
    ways = ways_as_stated(game.scenario, WORLDS)._replace(outcry=factor)
    dispute = Varied(game, draw(game.scenario, 5, range(WORLDS)), ways)
    seat = game.scenario.sides.index("us")
    m = game.measures_of(seat)[0]
    before = dispute.state.grievance[:, seat].copy() + dispute.state.resentment.sum(axis=-1)
    rows, level = np.arange(WORLDS), np.ones(WORLDS, np.int64)
    dispute._resent(seat, rows, (np.full(WORLDS, m), level))
    added = dispute.state.grievance[:, seat] + dispute.state.resentment.sum(axis=-1) - before
    own_view = game.sides[seat].country.audience.own_view is not None
    stated = game.blame[m][1].sum() if own_view else game.shame[m][1]
    assert added[::2] == pytest.approx(np.full(WORLDS // 2, stated))
    assert not added[1::2].any()


def test_an_audiences_cost_speaks_for_carrying_out(game):
    """Twice the stated cost adds it once more to the private cost of carrying out.

    A hundredth of a point of approval times 100, .05 lost; leniency 1.2, and 1.0 of 3.5 (farmers) gain by the measure.
    """
    luck, seat = draw(game.scenario, 5, range(3)), game.scenario.sides.index("us")
    ways = ways_as_stated(game.scenario, 3)._replace(outcry=np.full((3, 2), 2.0))
    moved = Varied(game, luck, ways).luck.conduct[:, seat] - luck.conduct[:, seat]
    nerve = game.sides[seat].country.conduct.nerve.value
    stated = 0.01 * 100.0 * 0.05 * (1.0 - 1.2 * (1.0 - 1.0 / 3.5))
    assert moved * nerve == pytest.approx(np.full(moved.shape, stated), abs=1e-6)


def test_values_become_ways(ready):
    values = with_value("audience_cost", 0.1, 2)
    values[:, NAMES.index("suspension")] = (0.99, 2.5)
    ways = ways_of(ready, values)
    us, ca = ready.sides.index("us"), ready.sides.index("ca")
    assert ways.outcry[0].tolist() == [1.0, 2.0]  # ca first; the US's is stated as 0.05
    assert ways.suspension.tolist() == [[0.0, 0.0], [2.0, 2.0]]
    assert ways.ratio[0, ca] == MIDDLE[NAMES.index("reciprocity")]
    assert ways.ratio[0, us] == ready.countries["us"].strategy.ratio.value


def test_a_dispute_without_a_threatener_cannot_be_calibrated():
    scenario = read_scenario("teaching-first-numbers", {"countries.us.strategy.doctrine": "grim"})
    with pytest.raises(StudyError, match="needs a government that threatens, by doctrine 'brinkmanship'"):
        calibratable(scenario)


def test_a_world_does_not_feel_its_neighbours(pieces):
    """World 103 is the same in a block of its own."""
    values = LOW + (HIGH - LOW) * np.random.default_rng(1).random((8, len(NAMES)))
    together, alone = simulated(pieces, values, 9, 100), simulated(pieces, values[3:4], 9, 103)
    np.testing.assert_array_equal(together[3], alone[0])


@pytest.mark.slow
def test_two_processes_play_the_same_as_one(record, ready):
    values = LOW + (HIGH - LOW) * np.random.default_rng(1).random((50, len(NAMES)))
    case = Case(record, ready, "test")
    with own_processes(2) as pool:
        two = Company(case, 3, 2, pool)
        numbers, ends = two.pieces(values, 7), two.whole(values, 7)
    one = Company(case, 3)
    np.testing.assert_array_equal(numbers, one.pieces(values, 7))
    np.testing.assert_array_equal(ends.all, one.whole(values, 7).all)


@pytest.mark.slow
def test_each_number_moves_what_it_should(pieces):
    """Resolve carries out more threats, an answer follows reciprocity, only blows that suspend talks break them off."""
    names = number_names(pieces)
    for name, low, high, number in (
        ("resolve", -0.4, 0.6, "weeks: us: threat carried out"),
        ("reciprocity", 0.0, 1.0, "rate of ca in week 41"),
        ("suspension", 0.0, 3.0, "weeks: talks broken off"),
    ):
        counted = (simulated(pieces, with_value(name, value), 3, 0)[:, names.index(number)] for value in (low, high))
        few, many = (float(column.mean()) for column in counted)
        assert few < 0.8 * many, name


def test_the_records_pieces_begin_where_it_stood(record, pieces):
    """Weeks 1, 9, 17, 25 and 33 of 41; by week 17, 24 March, three US measures are in force and two of Canada's."""
    assert [(piece.before.week, piece.ends) for piece in pieces] == [(1, 9), (9, 17), (17, 25), (25, 33), (33, 41)]
    game, state = pieces[2].game, pieces[2].before
    in_force = {key for place, key in enumerate(game.scenario.measures) if (state.level[:, place] > 0).all()}
    assert in_force == {"us_general", "us_energy", "us_metals", "ca_consumer", "ca_industry"}


def test_the_records_numbers_are_those_of_its_moves(record, pieces):
    """Weeks in which the US carried out: 4 and 12 March, 3 April, 1 August; put off: general twice, energy."""
    found = dict(zip(number_names(pieces), of_record(record, pieces), strict=True))
    assert found["weeks: us: threat carried out"] == 4
    assert found["weeks: ca: threat carried out"] == 1
    assert found["weeks: talks broken off"] == 1
    assert found["threats postponed us"] == 3
    assert found["threats postponed ca"] == 2
    assert found["threats dropped us"] == found["threats dropped ca"] == 1
    assert found["rate of us in week 9"] == 0.0
