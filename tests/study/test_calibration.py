"""Calibration: differing governments in one block, the check, and the fit."""

import numpy as np
import pytest

from negotiation.dispute.game import build_game
from negotiation.dispute.luck import draw
from negotiation.model import Dispute
from negotiation.model.varied import Ways, varied
from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.calibration.calibration import weighted_quantiles
from negotiation.study.calibration.check import Reference, evenness, nearest, ranks_of, scale_of
from negotiation.study.calibration.parameters import HIGH, LOW, NAMES, ways_of, with_mandates
from negotiation.study.calibration.telling_numbers import number_names, of_record, simulated

WORLDS = 60


@pytest.fixture(scope="module")
def game():
    return build_game(with_mandates(read_scenario("teaching-first-numbers")))


def as_stated(game, worlds):
    """The ways of the scenario itself."""
    countries = [game.scenario.countries[side] for side in game.scenario.sides]
    return Ways(
        np.zeros((worlds, 2)),
        np.tile([country.conduct.nerve.value for country in countries], (worlds, 1)),
        np.tile([country.strategy.fatigue.value for country in countries], (worlds, 1)),
        np.tile([country.strategy.ratio.value for country in countries], (worlds, 1)),
        np.zeros((worlds, 2)),
    )


def test_the_scenarios_own_ways_are_the_scenario(game):
    """Nobody differs: the same weeks as without ways, bit for bit but for the spread of cost divided by itself."""
    luck = draw(game.scenario, 5, range(WORLDS))
    plain, same = Dispute(game, WORLDS, luck), varied(game, luck, as_stated(game, WORLDS))
    for dispute in (plain, same):
        while dispute.week < 25:
            dispute.step()
    np.testing.assert_array_equal(plain.record.weeks[:, :25], same.record.weeks[:, :25])


def test_a_world_does_not_feel_its_neighbours(game):
    """World 3 is the same in a block of its own."""
    values = LOW + (HIGH - LOW) * np.random.default_rng(1).random((8, len(NAMES)))
    together, alone = simulated(game, values, 9, 100, 20), simulated(game, values[3:4], 9, 103, 20)
    np.testing.assert_array_equal(together[3], alone[0])


@pytest.mark.slow
def test_resolve_carries_out_more_threats_and_an_answer_follows_reciprocity():
    game = build_game(with_mandates(read_scenario("us-canada-record")))
    low = np.tile((LOW + HIGH) / 2, (WORLDS, 1))
    high = low.copy()
    place = NAMES.index("resolve")
    low[:, place], high[:, place] = LOW[place], HIGH[place]
    names = number_names(game.scenario)
    carried = names.index("threats carried out us")
    few, many = (simulated(game, values, 3, 0, 30)[:, carried].mean() for values in (low, high))
    assert few < many
    place = NAMES.index("reciprocity")
    low, high = high.copy(), high.copy()
    low[:, place], high[:, place] = 0.0, 1.0
    none, full = (simulated(game, values, 3, 0, 30)[:, names.index("mean rate ca")].mean() for values in (low, high))
    assert 10 * none < full  # what is left is a province's


def test_an_audiences_cost_adds_to_resolve(game):
    """0.1 more than stated, at 2 points a share: 0.2."""
    values = np.tile((LOW + HIGH) / 2, (1, 1))
    stated = game.scenario.countries["us"].audience.dropped_threat.value
    values[0, NAMES.index("resolve")], values[0, NAMES.index("audience_cost")] = 0.3, stated + 0.1
    assert ways_of(game.scenario, values, 2.0).resolve[0, game.scenario.sides.index("us")] == pytest.approx(0.5)


def test_the_records_numbers_are_those_of_its_moves():
    """Carried out: general, energy, metals, cars, 35 %; postponed: general twice, energy; dropped: 50 % on metals."""
    record = read_record("us-canada-record-moves")
    found = dict(zip(number_names(record), of_record(record), strict=True))
    assert found["threats carried out us"] == 5
    assert found["threats postponed us"] == 3
    assert found["threats dropped us"] == 1
    assert found["deal"] == 0
    assert found["last rate us"] == pytest.approx(7.29, abs=0.01)  # as replayed, 1 September


def test_ranks_are_even_where_the_truth_is_drawn_as_the_rest():
    """What is seen is the value and noise; ranks must not show that nearest histories were chosen by it."""
    generator = np.random.default_rng(4)
    values = LOW + (HIGH - LOW) * generator.random((3000, len(NAMES)))
    numbers = values / (HIGH - LOW) + 0.3 * generator.standard_normal(values.shape)
    ranks = ranks_of(Reference(values, numbers, scale_of(numbers)), 300)
    assert (ranks.p > 0.001).all()


def test_a_biased_posterior_is_found_out():
    """Ranks that lean to one side are not even: 300 of 0 to 49 where 0 to 99 are possible."""
    ranks = np.random.default_rng(2).integers(0, 50, (300, len(NAMES)))
    assert (evenness(ranks) < 1e-6).all()


def test_the_nearest_histories_are_nearest():
    values = np.arange(600.0).reshape(100, 6)
    numbers = np.arange(100.0)[:, None]
    found = nearest(Reference(values, numbers, np.ones(1)), np.array([0.0]))
    assert found[0].tolist() == values[0].tolist()
    assert len(found) == 99
    assert values[99].tolist() not in found.tolist()


def test_weighted_quantiles_of_four_numbers():
    """Weights 1, 1, 1, 7 in ten of 1, 2, 3, 4: 5 % reached at 1, half and 95 % at 4."""
    found = weighted_quantiles(np.array([4.0, 1.0, 2.0, 3.0]), np.array([0.7, 0.1, 0.1, 0.1]))
    assert found.tolist() == [1.0, 4.0, 4.0]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # pyABC's own
def test_the_library_finds_a_known_value(tmp_path):
    """Seen: the first value plus a little noise, the others nothing. The posterior of the first stands around it."""
    pytest.importorskip("pyabc")
    from negotiation.study.calibration.smc import Target, fitted

    def play(values, first):
        noise = np.random.Generator(np.random.Philox(key=[1, first])).standard_normal(len(values))
        return (values[:, 0] + 0.02 * noise)[:, None]

    target = Target(np.array([0.3]), np.ones(1), 0.5)
    found = fitted(play, target, 6000, 1, tmp_path / "generations.db")
    assert (found.weight * found.values[:, 0]).sum() == pytest.approx(0.3, abs=0.03)
    again = fitted(play, target, 9000, 1, tmp_path / "generations.db")
    assert len(again.tolerances) > len(found.tolerances)
    spread = np.sqrt((found.weight * np.square(found.values[:, 1] - found.values[:, 1].mean())).sum())
    assert spread > 0.8 * (HIGH[1] - LOW[1]) / np.sqrt(12.0)
