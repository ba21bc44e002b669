"""Best tariffs and Nash tariffs of small economies, and what is said of senseless questions."""

import numpy as np
import pytest

from negotiation.economy import REGIONS, RegionError, TradeModel, Variant, VariantError, default_tables
from negotiation.economy.search import highest_place, highest_point

USA, CAN = REGIONS.index("USA"), REGIONS.index("CAN")


def test_the_highest_point_of_a_known_hill_is_found():
    """-(x - 0.3137)² peaks at 0.3137; a cubic term does not mislead."""
    assert highest_point(lambda x: -((x[:, 0] - 0.3137) ** 2), 0.0, 3.0) == pytest.approx(0.3137, abs=1e-9)
    assert highest_point(lambda x: x[:, 0], 0.0, 3.0) == 3.0
    assert highest_point(lambda x: -x[:, 0], 0.0, 3.0) == 0.0


def test_the_highest_place_respects_its_bounds():
    found = highest_place(lambda x: -((x - np.array([0.4, -1.0])) ** 2).sum(axis=-1), np.array([0.1, 0.1]), 0.0, 3.0)
    assert found == pytest.approx([0.4, 0.0], abs=1e-6)


def test_equals_have_equal_nash_tariffs_and_both_lose(twins):
    found = twins.nash(["North", "South"])
    assert found.rates[0, 0] == pytest.approx(found.rates[1, 0], abs=1e-5)
    assert (found.equilibrium.welfare < 0.0).all()


def test_nash_tariffs_are_best_answers_to_each_other(twins):
    found = twins.nash(["North", "South"])
    again = twins.best_response("North", tariffs=found.tariffs)
    assert again.rates[0] == pytest.approx(found.rates[0, 0], abs=1e-5)


def test_no_other_rate_is_better(economy):
    best = economy.best_response("USA", ["CAN"])
    vectors = np.repeat(best.tariffs[None], 2, axis=0)
    vectors[:, USA, CAN, :-1] += np.array([-0.01, 0.01])[:, None]
    assert (economy.solve(vectors).welfare[:, USA] < best.equilibrium.welfare[0, USA]).all()


def test_a_best_answer_leaves_services_and_other_regions_alone(economy):
    best = economy.best_response("USA", ["CAN"])
    moved = np.argwhere(best.tariffs != economy.base.tariffs)
    assert {(int(n), int(i)) for n, i, _ in moved} == {(USA, CAN)}
    assert best.rates[-1] == 0.0


@pytest.mark.slow
def test_rates_by_sector_are_better_than_one_rate(economy):
    one = economy.best_response("USA", ["CAN"]).equilibrium.welfare[0, USA]
    many = economy.best_response("USA", ["CAN"], by_sector=True)
    assert many.equilibrium.welfare[0, USA] > one
    assert np.ptp(many.rates[:-1]) > 0.05


def test_an_unknown_region_is_named_with_the_nearest(economy):
    with pytest.raises(RegionError, match=r"region 'CAM': must be one of .*; did you mean 'CAN'"):
        economy.best_response("CAM")


@pytest.mark.parametrize("regions", [[], ["USA"], ["USA", "USA"]])
def test_a_war_needs_two(economy, regions):
    with pytest.raises(RegionError, match="nash: needs two regions or more, none twice"):
        economy.nash(regions)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mobility": 0.9}, "mobility: must be above 1, got 0.9"),
        ({"labour_supply": -1.0}, "labour_supply: must be a finite number, 0 or above, got -1"),
        ({"labour_supply": 0.5, "tax_cut_share": 1.5}, "tax_cut_share: must be a share between 0 and 1, got 1.5"),
        ({"tax_cut_share": 1.0}, "tax_cut_share: lowers a tax that nothing depends on"),
        ({"margins": (0.1, 2.0)}, "margins: must be a share between 0 and 1, got 2"),
    ],
)
def test_an_option_that_means_nothing_is_refused(options, message):
    with pytest.raises(VariantError, match=message):
        Variant(**options)


def test_options_by_region_must_fit():
    with pytest.raises(VariantError, match="margins: needs one value for each of 11 regions, got 2"):
        TradeModel.from_tables(default_tables(), Variant(margins=(0.1, 0.2)))
