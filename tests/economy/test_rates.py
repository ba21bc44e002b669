"""Settings, the codes of their combinations and how rates stack."""

import numpy as np
import pytest

from negotiation.economy import RateGrid, Setting, SettingError

BUYER, SELLER = (0,), (1,)


def tariff(rate, stacking="highest", kind="tariff"):
    """A rate on the first of two sectors."""
    return Setting(kind, BUYER, SELLER, (rate, 0.0), stacking)


def grid(*axes):
    return RateGrid(axes, regions=3, sectors=2)


@pytest.fixture
def three_axes():
    """2 x 3 x 2 levels: general tariff, sector tariff, duty that adds."""
    return grid(
        ((), (tariff(0.25),)),
        ((), (tariff(0.10),), (tariff(0.50),)),
        ((), (tariff(0.35, "added"),)),
    )


def test_the_first_axis_is_the_slowest(three_axes):
    assert three_axes.size == 12
    assert three_axes.strides.tolist() == [6, 2, 1]
    assert three_axes.levels(np.array([0, 1, 2, 6, 11])).tolist() == [
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
        [1, 0, 0],
        [1, 2, 1],
    ]


def test_codes_and_levels_go_round(three_axes):
    codes = np.arange(three_axes.size)
    assert (three_axes.code(three_axes.levels(codes)) == codes).all()
    assert three_axes.levels(codes.reshape(3, 4)).shape == (3, 4, 3)


@pytest.mark.parametrize(
    ("levels", "rate"),
    [
        ((0, 0, 0), 0.0),
        ((1, 1, 0), 0.25),  # the higher of 25 and 10
        ((1, 2, 0), 0.50),  # the sector rate replaces the general one
        ((1, 0, 1), 0.60),  # the duty comes on top
        ((1, 2, 1), 0.85),
    ],
)
def test_the_highest_counts_and_the_added_come_on_top(three_axes, levels, rate):
    added, export_taxes, icebergs = three_axes.rates(np.array([three_axes.code(np.array(levels))]))
    assert added[0, 0, 1, 0] == pytest.approx(rate)
    assert added.sum() == pytest.approx(rate)
    assert not export_taxes.any()
    assert not icebergs.any()


def test_settings_of_one_level_stack_in_the_same_way():
    level = (tariff(0.1), tariff(0.2), tariff(0.3, "added"), tariff(0.1, "added"))
    added, _, _ = grid((level,)).rates(np.array([0]))
    assert added[0, 0, 1, 0] == pytest.approx(0.2 + 0.4)


def test_kinds_are_kept_apart():
    level = (tariff(0.1), tariff(0.2, kind="export tax"), tariff(0.3, kind="iceberg"))
    found = grid((level,)).rates(np.array([0]))
    assert [rates[0, 0, 1, 0] for rates in found] == [0.1, 0.2, 0.3]


def test_a_bloc_levies_one_rate_on_each_of_its_members_purchases():
    bloc = Setting("tariff", (0, 2), SELLER, (0.1, 0.2), "highest")
    added, _, _ = grid(((), (bloc,))).rates(np.array([0, 1]))
    assert not added[0].any()
    assert added[1, [0, 2], 1].tolist() == [[0.1, 0.2], [0.1, 0.2]]
    assert not added[1, 1].any()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("duty", BUYER, SELLER, (0.1, 0.0), "highest"), "kind: must be one of 'tariff', 'export tax', 'iceberg', got"),
        (("tariff", BUYER, SELLER, (0.1, 0.0), "summed"), "stacking: must be one of 'highest', 'added', got 'summed'"),
        (("tariff", (), SELLER, (0.1, 0.0), "added"), "importers: needs positions of regions"),
        (("tariff", (0, 1), SELLER, (0.1, 0.0), "added"), "region 1 is importer and exporter"),
        (("tariff", BUYER, SELLER, (0.1, -0.1), "highest"), "sector 1: must be a fraction, 0 or above, got -0.1"),
        (("tariff", BUYER, SELLER, (0.1, -1.0), "added"), "rates: sector 1: must be a fraction, above -1, got -1"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(arguments, message):
    with pytest.raises(SettingError, match=message):
        Setting(*arguments)


@pytest.mark.parametrize(
    ("axes", "message"),
    [
        (((),), "axis 0: needs at least one level, got none"),
        ((((Setting("tariff", (0,), (7,), (0.1, 0.0), "added"),),),), "axis 0: regions go from 0 to 2, got 7"),
        ((((Setting("tariff", (0,), (1,), (0.1,), "added"),),),), r"axis 0: needs a rate per sector \(2\), got 1"),
    ],
)
def test_a_grid_checks_what_is_put_on_it(axes, message):
    with pytest.raises(SettingError, match=message):
        grid(*axes)
