"""Every number that the lessons quote of their own worlds, reckoned again: what a teacher reads is what a class sees.

A sentence here is one of the lesson's, with holes; the numbers are those of the worlds that the lesson's page plays.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from negotiation.classroom import simulations
from negotiation.classroom.lessons.grid import estimate, measured, terms
from negotiation.classroom.lessons.plan import plan_of
from negotiation.classroom.lessons.texts import texts
from negotiation.classroom.words import languages
from negotiation.dispute.block import Block
from negotiation.model import play_block
from negotiation.study.telling import word
from tests.classroom.test_french import leaves

pytestmark = pytest.mark.slow
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


@lru_cache
def worlds(number: int, *places: int) -> tuple[Block, tuple[str, ...]]:
    """The worlds of a setting as the lesson's page plays them, and how each ends."""
    plan = plan_of(number)
    file, changes = plan.setting(places)
    block = play_block(simulations.prepared(str(file), changes), plan.seed, range(plan.worlds), 0)
    return block, tuple(word(block.worlds["outcome"], row) for row in range(plan.worlds))


def mean(number: int, name: str, *places: int) -> float:
    """A measure of the page, over the worlds in which it says something."""
    block, outcomes = worlds(number, *places)
    return float(np.nanmean(measured(name, block, list(outcomes))))


def ends(number: int, outcome: str, *places: int) -> int:
    """How many worlds end so."""
    return worlds(number, *places)[1].count(outcome)


def full(number: int, *places: int) -> int:
    """How many worlds end in a full deal."""
    return ends(number, "comprehensive deal", *places)


def dealt(number: int, places: tuple[int, ...], **options: str) -> float:
    """The share of full deals that hold these options."""
    block, outcomes = worlds(number, *places)
    rows = [row for row, outcome in enumerate(outcomes) if outcome == "comprehensive deal"]
    held = [
        all(word(block.worlds[f"issue_{issue}"], row) == option for issue, option in options.items())
        for row in rows
    ]
    return float(np.mean(held))


def zone(number: int, *places: int) -> int:
    """How many packages are better for both than no deal."""
    plan = plan_of(number)
    file, changes = plan.setting(places)
    packages = terms(str(file), changes, plan.seed, "en")["packages"]
    return sum(min(pair) > 0.0 for pair in packages.values())


Numbers = Callable[[], list[str]]
QUOTED: list[tuple[int, str, str, Numbers]] = [
    (1, "in {} of 200 at 30 %", "dans {} sur 200 à 30 %", lambda: [str(full(1, 6))]),
    (
        1, "from {} points at 2 % to {} at 20 %", "de {} point à 2 % à {} à 20 %",
        lambda: [f"{mean(1, 'gain_ca', place):.2f}" for place in (0, 4)],
    ),
    (1, "highest at 10 %, with {}", "plus grand à 10 %, avec {}", lambda: [f"{mean(1, 'gain_us', 2):.2f}"]),
    (
        2, "from {} points (holds out) to {} (gives in at once) while that of the US rises from {} to {}",
        "de {} point (tient bon) à {} (cède aussitôt), celui des États-Unis de {} à {}",
        lambda: [f"{mean(2, name, place, 2):.2f}" for name in ("gain_ca", "gain_us") for place in (0, 4)],
    ),
    (
        2, "from week {} to week {}", "de la semaine {} à la semaine {}",
        lambda: [f"{mean(2, 'week', place, 2):.0f}" for place in (0, 4)],
    ),
    (
        2, "{} weeks later, and pay", "{} semaines plus tard, et",
        lambda: [f"{mean(2, 'week', 0, 0) - mean(2, 'week', 4, 4):.0f}"],
    ),
    (
        3, "Canada gains {} points; at the end of the dial {}", "Le Canada gagne {} point ; au bout du curseur {}",
        lambda: [f"{mean(3, 'gain_ca', place):.2f}" for place in (3, 5)],
    ),
    (
        4, "the US drops {} threats on average and carries out {}", "abandonnent {} en moyenne et en exécutent {}",
        lambda: [f"{mean(4, 'dropped', 0, 1):.1f}", f"{mean(4, 'carried', 0, 1):.2f}"],
    ),
    (
        4, "fall from {} a world to nearly none as the cost rises; threats carried out rise from {} to {}.",
        "passent de {} par monde à presque aucune quand le coût monte ; les menaces exécutées, de {} à {}.",
        lambda: [
            f"{mean(4, 'dropped', 0, 1):.1f}", f"{mean(4, 'carried', 0, 1):.2f}", f"{mean(4, 'carried', 4, 1):.1f}"
        ],
    ),
    (
        4, "in the middle: {} %, against {} % where dropping costs nothing and {} %",
        "au milieu : {} %, contre {} % là où l’abandon ne coûte rien et {} %",
        lambda: [f"{mean(4, 'approval_us', place, 1):.1f}" for place in (2, 0, 4)],
    ),
    (5, "{} worlds of 200 still end in one", "encore dans {} mondes sur 200", lambda: [str(full(5, 4, 0))]),
    (5, "in {} of 200 at 45 %", "dans {} sur 200 à 45 %", lambda: [str(full(5, 4, 0))]),
    (
        5, "{} points without a vote, {} at 45 %, but {} at 42.5 % and {} at 47.5 %",
        "de {} point sans vote, de {} à 45 %, mais de {} à 42,5 % et de {} à 47,5 %",
        lambda: [f"{mean(5, 'gain_ca', place, 0):.2f}" for place in (0, 4, 3, 5)],
    ),
    (5, "deals in {} of 200 worlds at 45 %", "des accords dans {} mondes sur 200 à 45 %", lambda: [str(full(5, 4, 2))]),
    (
        6, "{} full deals and {} limited ones in 100", "{} accords complets et {} accords limités dans 100",
        lambda: [str(full(6, 1, 1)), str(ends(6, "limited deal", 1, 1))],
    ),
    (
        6, "hold out ({} in 100) and least where both give in at once ({} in 100)",
        "tiennent bon ({} sur 100), les plus rares là où les deux cèdent aussitôt ({} sur 100)",
        lambda: [f"{mean(6, 'conflict', *places):.0f}" for places in ((0, 0), (4, 4))],
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", range(len(QUOTED)))
def test_a_quoted_number_is_what_the_lesson_s_worlds_give(row):
    number, english, french, numbers = QUOTED[row]
    given = numbers()
    for tag, sentence in zip(languages(), (english, french), strict=True):
        written = [each.replace(".", "," if tag == "fr-CA" else ".") for each in given]
        said = " ".join(str(leaf) for leaf in leaves(texts(tag)["lessons"][str(number)]).values()).translate(SPACES)
        assert sentence.format(*written) in said, (number, tag)


def test_lesson_1_says_what_deals_hold_and_how_many_packages_serve_both():
    assert [full(1, place) for place in range(8) if place != 6] == [200] * 6 + [0]
    assert dealt(1, (1,), border="strict", usmca="short", dairy="slice") > 0.6
    assert dealt(1, (4,), border="strict", usmca="reviews", dairy="opening") > 0.9
    gains = [mean(1, "gain_us", place) for place in range(7)]
    assert max(gains) == gains[2]
    assert zone(1, 6) == 4


def test_lesson_2_two_tough_sides_share_about_as_two_soft_ones_do():
    for side in ("gain_ca", "gain_us"):
        assert mean(2, side, 0, 0) == pytest.approx(mean(2, side, 4, 4), abs=0.1)


def test_lesson_3_says_when_there_are_deals_and_what_the_last_holds():
    assert [full(3, place) for place in range(6)] == [0, 0, 100, 100, 100, 100]
    assert mean(3, "gain_ca", 2) == pytest.approx(mean(3, "gain_ca", 3))  # with a fifth issue the same terms
    assert dealt(3, (5,), tariff="kept", usmca="long") == 1.0


def test_lesson_4_says_that_approval_is_lowest_in_the_middle_and_drops_all_but_end():
    approval = [mean(4, "approval_us", place, 1) for place in range(5)]
    assert min(approval) == approval[2]
    assert mean(4, "dropped", 4, 1) < 0.05


def test_lesson_5_says_what_passes_at_home_and_what_the_ally_brings():
    assert full(5, 0, 0) == 200
    assert dealt(5, (4, 0), dairy="slice", border="plan") > 0.6
    assert dealt(5, (0, 0), dairy="opening", border="strict") == 1.0
    assert dealt(5, (5, 0), counter="kept", usmca="reviews") == 1.0  # the only packages that pass
    assert full(5, 4, 2) / full(5, 4, 0) == pytest.approx(1.5, abs=0.1)  # more frequent by half


def test_lesson_6_says_where_ends_with_tariffs_are_most_and_least_frequent():
    shares = {places: mean(6, "conflict", *places) for places in plan_of(6).places()}
    assert max(shares.values()) == shares[0, 0]
    assert min(shares.values()) == shares[4, 4]
    halves = []
    for places in plan_of(6).places():
        block, outcomes = worlds(6, *places)
        halves.append(estimate(measured("conflict", block, list(outcomes)))["half"])
    assert 5 < min(halves) <= max(halves) <= 10  # "to within some ten points"
    assert mean(6, "gain_ca", 1, 1) < 0  # "its gain is below zero"
    assert full(6, 1, 1) == pytest.approx(40, abs=5)  # "in some four worlds of ten"
