"""What is thought before the record, whether calibrating can be trusted, and the fit by the library."""

import numpy as np
import pytest

from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.calibration.base_rate import CENTRE, IMPOSED, SPREAD, even, prior_of
from negotiation.study.calibration.calibration import weighted_quantiles
from negotiation.study.calibration.check import Reference, evenness, nearest, ranks_of
from negotiation.study.calibration.estimates import estimates_from
from negotiation.study.calibration.groundwork import groundwork
from negotiation.study.calibration.parameters import HIGH, LOW, NAMES, calibratable
from negotiation.study.calibration.playing import Case, Company
from negotiation.study.calibration.sampler import WAVE, Bounds, Target, worlds_for, worth_it
from negotiation.study.calibration.telling_numbers import Ends
from negotiation.study.errors import StudyError


def logistic_ends(values):
    """A hundred threats of every government, of which its resolve alone decides how many are imposed."""
    place = NAMES.index("resolve")
    scaled = (values[:, place] - LOW[place]) / (HIGH[place] - LOW[place]) * 2.0 - 1.0
    return Ends(100.0 / (1.0 + np.exp(-(0.5 + 2.0 * scaled))), np.full(len(values), 100.0))


def test_before_the_record_threats_are_imposed_as_often_as_published():
    """Nine governments in ten impose 45 to 65 %, one in twenty fewer; values drawn evenly do not."""
    generator = np.random.default_rng(3)
    tried = even(3000, generator)
    prior = prior_of(tried, logistic_ends(tried))
    assert prior.share_imposed(tried) == pytest.approx(logistic_ends(tried).imposed / 100.0, abs=1e-6)
    low, high = np.quantile(prior.share_imposed(prior.drawn(4000, generator)), (0.05, 0.95))
    assert (low, high) == pytest.approx(IMPOSED, abs=0.02)
    assert np.quantile(prior.share_imposed(tried), 0.05) < IMPOSED[0] - 0.1


def test_the_published_interval_holds_nine_in_ten():
    assert pytest.approx(0.55) == CENTRE
    assert pytest.approx(0.1 / 1.645, abs=1e-4) == SPREAD


def test_what_decides_nothing_stays_even_and_nothing_lies_outside():
    generator = np.random.default_rng(4)
    tried = even(3000, generator)
    prior = prior_of(tried, logistic_ends(tried))
    place = NAMES.index("fatigue")
    drawn = (prior.drawn(4000, generator)[:, place] - LOW[place]) / (HIGH[place] - LOW[place])
    assert np.quantile(drawn, (0.1, 0.5, 0.9)) == pytest.approx((0.1, 0.5, 0.9), abs=0.04)
    assert prior.weights(HIGH[None] + 0.1).tolist() == [0.0]


def test_estimates_find_what_numbers_say_and_say_how_much():
    """The first number is the first value and noise of the same spread: half of its variance is told."""
    generator = np.random.default_rng(5)
    values = generator.standard_normal((8000, 2))
    numbers = np.stack([values[:, 0] + generator.standard_normal(8000), generator.standard_normal(8000)], axis=-1) + 9.0
    found = estimates_from(values, numbers)
    assert found.told == pytest.approx([0.5, 0.0], abs=0.03)
    assert found.of(np.array([[10.0, 9.0]]))[0] == pytest.approx([0.5, 0.0], abs=0.1)
    np.testing.assert_array_equal(found.of(np.array([[1e6, 9.0]])), found.of(np.array([[1e9, 9.0]])))


def known_histories(size, generator):
    """Histories whose estimates are the value and noise."""
    values = generator.random((size, 2))
    return Reference(values, values + 0.3 * generator.standard_normal(values.shape), np.ones(2))


def test_ranks_are_even_where_the_truth_is_drawn_as_the_rest():
    """Ranks must not show that nearest histories were chosen by what is seen of the true one."""
    ranks = ranks_of(known_histories(6000, np.random.default_rng(4)), 300)
    assert (ranks.p > 0.001).all()


def test_a_biased_posterior_is_found_out():
    """The same, with the true values a quarter of the posterior's spread too high: uneven beyond doubt."""
    reference = known_histories(6000, np.random.default_rng(4))
    found = np.array([
        (nearest(reference, reference.estimates[trial], trial) < reference.values[trial] + 0.06).sum(axis=0)
        for trial in range(1000)
    ])  # fmt: skip
    assert (evenness(found) < 0.01).all()


def test_the_nearest_histories_are_nearest():
    values = np.arange(200.0).reshape(100, 2)
    found = nearest(Reference(values, np.arange(100.0)[:, None], np.ones(1)), np.array([0.0]))
    assert len(found) == 99
    assert values[0].tolist() in found.tolist()
    assert values[99].tolist() not in found.tolist()


def test_weighted_quantiles_of_four_numbers():
    """Weights 1, 1, 1, 7 in ten of 1, 2, 3, 4: 5 % reached at 1, half and 95 % at 4."""
    found = weighted_quantiles(np.array([4.0, 1.0, 2.0, 3.0]), np.array([0.7, 0.1, 0.1, 0.1]))
    assert found.tolist() == [1.0, 4.0, 4.0]


def test_what_another_calibration_kept_is_not_gone_on_with(tmp_path):
    """Kept under seed 3, asked for under seed 4."""
    record, ready = read_record("us-canada-record-moves"), calibratable(read_scenario("us-canada-record"))
    kept = tmp_path / "histories.npz"
    np.savez(kept, key=np.array("case 3"))
    with pytest.raises(StudyError, match="is of another scenario, record, seed or version"):
        groundwork(Company(Case(record, ready, "case"), 4), 20_000, kept, lambda *told: None)


def test_no_generation_is_begun_that_the_budget_does_not_reach():
    """The last took 8,000 proposals; the next may take 16,000."""
    assert worlds_for(8001) == 3 * WAVE
    assert worth_it([2000, 8000], 500, 16_000)
    assert not worth_it([2000, 8000], 500, 15_999)


def test_a_shipped_calibration_states_every_parameter_with_its_interval():
    """Each of the seven in the file, with what was thought before and nine in ten of the posterior."""
    us, ca = (read_scenario("us-canada-calibrated").countries[side] for side in ("us", "ca"))
    stated = [us.conduct.nerve, us.conduct.suspension, us.audience.dropped_threat, ca.conduct.suspension]
    stated += [ca.strategy.fatigue, ca.strategy.ratio, ca.institutions["commons"].threshold, *us.types.values()]
    assert all("nine in ten from" in each.source for each in stated)


@pytest.fixture
def fit(tmp_path):
    """A fit to 0.3 seen of the first value with a little noise, nothing of the others."""
    pytest.importorskip("pyabc")
    from negotiation.study.calibration.smc import fitted

    generator = np.random.default_rng(3)
    tried = even(3000, generator)
    prior = prior_of(tried, logistic_ends(tried))

    def play(values, first):
        noise = np.random.Generator(np.random.Philox(key=[1, first])).standard_normal(len(values))
        return (values[:, 1] + 0.02 * noise)[:, None]

    def run(budget, name):
        bounds = Bounds(budget, 1, lambda played: None)
        return fitted(play, prior, Target(np.array([0.3]), np.ones(1), 0.3), bounds, tmp_path / name)

    return run


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # pyABC's own
def test_the_library_finds_a_known_value_within_its_budget(fit):
    found = fit(30_000, "one.db")
    place = 1
    assert (found.weight * found.values[:, place]).sum() == pytest.approx(0.3, abs=0.03)
    assert len(found.tolerances) > 2
    assert found.played <= 30_000
    other = found.values[:, NAMES.index("fatigue")]
    spread = np.sqrt((found.weight * np.square(other - (found.weight * other).sum())).sum())
    assert spread > 0.8 * (HIGH[2] - LOW[2]) / np.sqrt(12.0)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # pyABC's own
def test_a_fit_gone_on_with_ends_as_one_never_stopped(fit):
    """The same tolerances, particles and weights; and a budget already spent changes nothing."""
    whole = fit(30_000, "one.db")
    fit(9_000, "two.db")
    gone_on = fit(30_000, "two.db")
    again = fit(30_000, "two.db")
    for found in (gone_on, again):
        assert found.tolerances == whole.tolerances
        np.testing.assert_array_equal(found.values, whole.values)
        np.testing.assert_array_equal(found.weight, whole.weight)
