"""The packages on the table: what they set, and which are kept."""

from itertools import product

import numpy as np
import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import DEFAULT, read_scenario
from tests.dispute.cases import CA, US, game_with, place_of

LIMITED = {
    "limited": {
        "truce": {"name": "truce", "issues": ["tariff", "counter"]}, "farm": {"name": "farm", "issues": ["dairy"]},
    },
    "limited_packages": 20,
}  # fmt: skip
EVERY = 2 * 2 * 3 * 3 * 3


@pytest.mark.parametrize(
    ("tariff", "counter", "levels", "code"),
    [(0, 0, [1, 1], 3), (0, 1, [1, 0], 2), (1, 0, [0, 1], 1), (1, 1, [0, 0], 0)],
    ids=["both stay", "25 % stays", "the counter-tariff stays", "both go"],
)
def test_a_package_sets_the_levels_its_options_say(tariff, counter, levels, code):
    game = game_with({"packages": EVERY})
    for rest in product(range(3), repeat=3):
        package = place_of(game, [tariff, counter, *rest])
        assert game.packages.levels[package].tolist() == levels
        assert game.packages.code[package] == code
        assert game.packages.fixes[package].all()


def test_a_measure_that_no_option_sets_is_lifted_by_a_comprehensive_deal():
    game = game_with(
        {"packages": EVERY, "issues.counter.options.kept.sets": {}, "issues.counter.options.given_up.sets": {}}
    )
    assert (game.packages.levels[:, 1] == 0).all()
    assert game.packages.fixes.all()


def test_where_two_issues_set_a_measure_the_higher_level_holds():
    game = game_with({"packages": EVERY, "issues.dairy.options.quotas.sets": {"ca_consumer": 1}})
    assert game.packages.levels[place_of(game, [1, 1, 0, 0, 0])].tolist() == [0, 1]
    assert game.packages.levels[place_of(game, [1, 1, 1, 0, 0])].tolist() == [0, 0]


def test_every_combination_is_a_package_once_when_all_are_asked_for():
    game = game_with({"packages": EVERY})
    assert game.packages.whole == len(np.unique(game.packages.options, axis=0)) == EVERY


@pytest.mark.parametrize("count", [1, 10, 40, 100])
def test_kept_are_whole_layers_of_packages_no_other_beats_for_both(count):
    whole = game_with({"packages": EVERY})
    values = np.stack([whole.sides[seat].package_worth[0] for seat in (CA, US)], axis=-1)
    left, kept = set(range(EVERY)), set()
    while len(kept) < count:
        layer = {
            one for one in left
            if not any((values[two] >= values[one]).all() and (values[two] > values[one]).any() for two in left)
        }  # fmt: skip
        kept, left = kept | layer, left - layer
    game = game_with({"packages": count})
    assert {tuple(options) for options in game.packages.options} == {tuple(whole.packages.options[one]) for one in kept}


def test_packages_efficient_for_any_pair_of_types_are_kept():
    kinds = {
        name: {"name": name, "probability": 0.5, "demands": demands, "source": "assumption"}
        for name, demands in (("mild", 1.0), ("greedy", 4.0))
    }
    alone, mixed = game_with({"packages": 1}), game_with({"packages": 1, "countries.us.types": kinds})
    ours, theirs = ({tuple(options) for options in game.packages.options} for game in (alone, mixed))
    assert ours < theirs


def test_limited_deals_settle_their_issues_and_fix_what_those_could_set():
    packages = game_with(LIMITED).packages
    truces, farms = (np.flatnonzero(packages.group == group) for group in (0, 1))
    assert packages.options[truces].tolist() == [[0, 1, -1, -1, -1], [1, 0, -1, -1, -1], [1, 1, -1, -1, -1]]
    assert packages.levels[truces].tolist() == [[1, 0], [0, 1], [0, 0]]
    assert packages.fixes[truces].all()
    assert packages.options[farms].tolist() == [[-1, -1, 1, -1, -1], [-1, -1, 2, -1, -1]]
    assert not packages.fixes[farms].any()
    assert (packages.code[farms] == 0).all()


def test_comprehensive_packages_come_first():
    packages = game_with(LIMITED).packages
    assert (packages.group[: packages.whole] == -1).all()
    assert (packages.group[packages.whole :] >= 0).all()
    assert (packages.options[: packages.whole] >= 0).all()


@pytest.mark.slow
def test_the_default_case_has_five_hundred_packages_and_more():
    packages = build_game(read_scenario(DEFAULT)).packages
    assert packages.whole >= 500
    assert len(np.unique(packages.options, axis=0)) == len(packages.options)
