"""Each lesson's case shows what the lesson teaches, measured with the same luck in every setting."""

from functools import lru_cache

import numpy as np
import pytest
from typer.testing import CliRunner

from negotiation.classroom.game.case import EVERY_PACKAGE, Case
from negotiation.classroom.game.worth import Results
from negotiation.classroom.lessons import lesson_setting
from negotiation.classroom.lessons.bundle import script_of
from negotiation.classroom.lessons.grid import CONFLICT, estimate
from negotiation.classroom.lessons.notes import note_files
from negotiation.classroom.lessons.plan import LESSONS, plan_of
from negotiation.classroom.needs import ClassroomError
from negotiation.cli import app
from negotiation.dispute.block import Block
from negotiation.dispute.game import Game, build_game
from negotiation.dispute.luck import draw
from negotiation.dispute.start import opening_state
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from negotiation.study.telling import word

CA, US = 0, 1  # seats
WORLDS = 100


@lru_cache
def game(number: int, places: tuple[int, ...], every: bool = False) -> Game:
    """A lesson's case at a setting of its dials; every: with all packages, not only those strategies look at."""
    file, changes = plan_of(number).setting(places)
    return build_game(read_scenario(file, {**changes, **(EVERY_PACKAGE if every else {})}))


@lru_cache
def played(number: int, *places: int, worlds: int = WORLDS) -> Block:
    """Its worlds, the first told move by move."""
    return play_block(game(number, places), 2025, range(worlds), worlds)


def column(number: int, name: str, *places: int) -> np.ndarray:
    """A column of the worlds."""
    return np.asarray(played(number, *places).worlds[name], np.float64)


def deals(number: int, *places: int) -> float:
    """The share of worlds with a comprehensive deal."""
    return float(np.isfinite(column(number, "deal_week", *places)).mean())


def gains(number: int, *places: int) -> dict[tuple[int, ...], tuple[float, float]]:
    """What every package gives Canada and the United States over no deal, by its options."""
    whole = game(number, places, every=True)
    luck = draw(whole.scenario, 2025, range(1))
    points = Results(Case("", whole), luck, opening_state(whole, luck)).points
    return {
        tuple(options): (float(points[row, CA]), float(points[row, US]))
        for row, options in enumerate(whole.packages.options[: whole.packages.whole].tolist())
    }


def zone(number: int, *places: int) -> int:
    """How many packages both prefer to no deal."""
    return sum(min(pair) > 0 for pair in gains(number, *places).values())


def option(number: int, issue: str, *places: int) -> float:
    """How far an issue is conceded in deals, in options, on average."""
    codes = played(number, *places).worlds[f"issue_{issue}"].codes  # type: ignore[union-attr]
    return float(codes[np.isfinite(column(number, "deal_week", *places))].mean())


def test_lesson_1_has_a_zone_and_a_case_with_none():
    assert zone(1, 2) > 0
    assert deals(1, 2) == 1.0
    assert zone(1, 7) == 0
    assert deals(1, 7) == 0.0


def test_lesson_1_a_worse_alternative_makes_canada_concede_more():
    """From a tariff of 5 % to one of 20 %."""
    assert option(1, "dairy", 4) > option(1, "dairy", 1)
    assert option(1, "border", 4) > option(1, "border", 1)
    assert option(1, "usmca", 4) < option(1, "usmca", 1)


def test_lesson_2_a_tougher_side_gains_what_the_other_loses_and_waits_longer():
    for tougher, softer in ((0, 2), (2, 4)):
        better = column(2, "gain_ca", tougher, 2) - column(2, "gain_ca", softer, 2)
        worse = column(2, "gain_us", tougher, 2) - column(2, "gain_us", softer, 2)
        later = column(2, "deal_week", tougher, 2) - column(2, "deal_week", softer, 2)
        for change, sign in ((better, 1), (worse, -1), (later, 1)):
            told = estimate(change)
            assert told is not None
            assert sign * told["mean"] > told["half"]


def test_lesson_3_no_single_change_helps_both_but_packages_do():
    """0 is how things stand for every issue; a package that changes one issue alone is that change."""
    packages = gains(3, 3)
    single = [pair for options, pair in packages.items() if sum(place > 0 for place in options) == 1]
    assert len(single) == 8  # one further option of each of two issues, two of each of three
    assert max(min(pair) for pair in single) <= 0
    assert max(min(pair) for pair in packages.values()) > 0.2


def test_lesson_3_adding_issues_opens_the_zone():
    assert [zone(3, place) > 0 for place in range(6)] == [False, False, True, True, True, True]
    assert deals(3, 1) == 0.0
    assert deals(3, 3) == 1.0


def test_lesson_4_dropping_a_threat_costs_approval_and_costly_drops_are_rarer():
    few, many = column(4, "threats_us_dropped", 4, 1), column(4, "threats_us_dropped", 0, 1)
    assert few.mean() < 0.1 < 1.0 < many.mean()
    assert column(4, "threats_us_carried_out", 4, 1).mean() > column(4, "threats_us_carried_out", 0, 1).mean() + 0.2
    fall = approval_after_drops(3)
    assert fall.size >= 5
    assert fall.mean() < -0.015 < -0.005 < approval_after_drops(0).mean()


def approval_after_drops(shame: int) -> np.ndarray:
    """How US approval changes in the four weeks after a threat is dropped, a share."""
    block = played(4, shame, 1)
    place = [each.name for each in block.columns].index("approval_us")
    rows = [row for row in range(len(block.moves.week)) if word(block.moves.kind, row) == "threat_dropped"]
    found = [(int(block.moves.world[row]), int(block.moves.week[row]) - 1) for row in rows]
    return np.array([
        block.weeks[world, week + 4, place] - block.weeks[world, week, place]
        for world, week in found if week + 4 < block.weeks.shape[1]
    ])  # fmt: skip


def test_lesson_5_a_vote_changes_the_terms_and_costs_deals():
    free, bound = column(5, "gain_ca", 0, 0), column(5, "gain_ca", 4, 0)
    assert deals(5, 4, 0) < deals(5, 0, 0) - 0.2
    told = estimate(bound - free)  # over worlds with a deal under both
    assert told is not None
    assert told["mean"] > told["half"]
    assert option(5, "dairy", 4, 0) < option(5, "dairy", 0, 0)


def test_lesson_5_an_ally_brings_deals_back():
    assert deals(5, 4, 2) > deals(5, 4, 0) + 0.1


@pytest.mark.slow
def test_lesson_6_the_map_says_what_one_run_cannot():
    """One world ends one way at every setting; the share of worlds that end with tariffs differs between settings."""
    def conflict(*places: int) -> np.ndarray:
        outcome = played(6, *places).worlds["outcome"]
        return np.array([word(outcome, row).split(":")[0] in CONFLICT for row in range(WORLDS)])

    tough, soft = conflict(0, 0), conflict(4, 4)
    told = estimate(tough.astype(np.float64) - soft)
    assert told is not None
    assert told["mean"] > told["half"]
    assert 0.0 < tough.mean() < 1.0


@pytest.mark.parametrize("number", LESSONS)
def test_every_setting_of_a_lesson_is_a_valid_scenario(number):
    plan = plan_of(number)
    for places in plan.places():
        read_scenario(*plan.setting(places))
    assert lesson_setting(number, None) == (f"lesson-{number}", plan.weeks)
    assert lesson_setting(number, 5)[1] == 5
    assert read_scenario(f"lesson-{number}").name == f"lesson-{number}"


def test_a_lesson_there_is_not_is_told_in_one_line():
    with pytest.raises(ClassroomError, match="no lesson 7; lessons are 1 to 6"):
        plan_of(7)
    for words, told in (("9", "there is no lesson 9"), ("1..x", "must be a number or a range")):
        answer = CliRunner().invoke(app, ["lesson", "build", words])
        assert answer.exit_code == 2
        assert told in answer.output + answer.stderr


def test_the_bundle_imports_nothing_and_keeps_every_module_once():
    script = script_of("lesson")
    assert "import " not in script.replace("// ", "")
    assert script.count("const from_svg = ") == 1
    order = [script.index(f"const from_{name} = ") for name in ("svg", "story", "lesson")]
    assert order == sorted(order)


def test_an_estimate_can_be_redone_by_hand():
    """1, 2, 3: mean 2, deviation 1, standard error 1/√3 = 0.577, times 1.96 = 1.1316."""
    assert estimate(np.array([1.0, 2.0, np.nan, 3.0])) == {"mean": 2.0, "half": 1.1316, "worlds": 3}
    assert estimate(np.array([np.nan])) is None


def test_the_notes_in_the_documentation_are_those_of_the_strings():
    """Written anew by `python -m negotiation.classroom.lessons.notes`."""
    for path, words in note_files().items():
        assert path.read_text(encoding="utf-8") == words, path
