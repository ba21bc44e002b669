"""One world told in words."""

from types import SimpleNamespace

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories, Moves, WeekColumn
from negotiation.study.telling import ToldWorld, ending, told_weeks


def named(**names):
    return {key: SimpleNamespace(name=name) for key, name in names.items()}


SCENARIO = SimpleNamespace(
    title="A small dispute",
    countries=named(us="United States", ca="Canada"),
    allies=named(japan="Japan"),
    measures=named(steel="Steel tariff"),
    bases=named(emergency="Emergency powers"),
    provinces={},
    issues={
        "dairy": SimpleNamespace(name="Dairy", options=named(closed="as it is", some="some access")),
        "border": SimpleNamespace(name="Border", options=named(usual="as usual", strict="strict watch")),
    },
)
PACKAGES = np.array([[0, 0], [1, 0], [1, 1], [1, -1]])
COLUMNS = tuple(WeekColumn(name, "", 0, 100) for name in ("rate_us", "rate_ca", "approval_us", "approval_ca", "talks"))


def told(*moves):
    """A world of ten weeks with these moves: (week, who, kind, what, value, reason)."""
    columns = list(zip(*moves, strict=True))
    words = [Categories(np.arange(len(moves)), tuple(column)) for column in columns[1:]]
    government, kind, what, value, reason = words
    weeks = np.zeros((1, 10, 5), dtype=np.float32)
    weeks[0, 4] = [25, 10.5, 0.4, 0.625, 1]
    table = {
        "outcome": Categories(np.array([0]), ("comprehensive deal",)),
        "talks_at_end": Categories(np.array([0]), ("ended",)),
        "deal_week": np.array([10.0]),
    }
    nothing = np.zeros(len(moves))
    log = Moves(nothing.astype(int), np.array(columns[0]), government, kind, what, value, nothing, reason)
    return ToldWorld(SCENARIO, 417, 2025, Block(417, table, COLUMNS, weeks, log), PACKAGES)


def sentences(*moves):
    return [sentence for week in told_weeks(told(*moves)) for _, sentence in week.moves]


def test_a_measure_is_called_by_its_name_with_level_and_reason():
    assert sentences((4, "us", "impose", "steel", "25 %", "pays")) == [
        "United States imposes: Steel tariff, 25 % – because it gains by it"
    ]


def test_the_second_offer_is_told_by_what_changed():
    offers = sentences(
        (1, "ca", "offer", "1", "", "opens"),
        (2, "us", "offer", "0", "", "opens"),
        (3, "ca", "offer", "2", "", "time_presses"),
    )
    assert offers == [
        "Canada proposes Dairy: some access – to open the bargaining",
        "United States proposes that all stays as it is – to open the bargaining",
        "Canada proposes new terms: Border: strict watch – as time presses",
    ]


def test_moves_alike_are_told_in_one_sentence():
    assert sentences(
        (3, "us", "lift", "steel", "none", "goodwill"),
        (3, "us", "lift", "general", "none", "goodwill"),
        (3, "ca", "lift", "steel", "none", "goodwill"),
    ) == [
        "United States lifts: Steel tariff, general – as a sign of goodwill",
        "Canada lifts: Steel tariff – as a sign of goodwill",
    ]


def test_a_deal_is_told_in_full_and_an_open_issue_is_no_concession():
    assert sentences((8, "world", "limited_deal", "3", "", "none")) == [
        "A limited deal enters into force: Dairy: some access"
    ]


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ((3, "japan", "stance", "", "solidarity", "stands_by_friend"), "Japan changes its stance: solidarity"),
        ((3, "world", "court", "emergency", "", "none"), "A court voids measures: Emergency powers"),
        ((3, "ca", "concede", "dairy", "some", "none"), "Canada gives way without a deal: Dairy, some access"),
    ],
)
def test_allies_courts_and_options_have_their_names(move, said):
    assert sentences(move)[0].startswith(said)


def test_a_week_says_how_things_stand():
    (week,) = told_weeks(told((5, "us", "impose", "steel", "25 %", "pays")))
    assert week.week == 5
    assert week.standing == "tariffs United States 25.0 %, Canada 10.5 %; approval 40 %, 62 %; talks suspended"


def test_the_ending_says_when():
    said = ending(told((4, "us", "impose", "steel", "25 %", "pays")))
    assert said == "comprehensive deal, in week 10; talks over"


def test_a_limited_deal_is_told_by_what_it_settles():
    assert sentences((1, "ca", "offer", "3", "", "opens")) == [
        "Canada proposes a deal on some issues only: Dairy: some access – to open the bargaining"
    ]
