"""Each tactic's own idea at the table, on a table laid out by hand: no deal is worth 1 point, the best package 5."""

from types import SimpleNamespace

import numpy as np
import pytest

from negotiation.bargaining.search_book import Offers
from negotiation.dispute.reasons import Reason
from negotiation.strategies.tactics.hardliner import Hardliner
from negotiation.strategies.tactics.micro import Micro
from negotiation.strategies.tactics.principled import Principled
from negotiation.strategies.tactics.time_dependent import TimeDependent
from negotiation.strategies.tactics.tit_for_tat import TitForTat
from tests.dispute.cases import US, floats, game_with, state_of, view_of


def table(**seen):
    """A view of one world: no deal 1 point, peak 5, nothing offered yet, half of the time gone."""
    calm = {"no_deal": 1.0, "peak": 5.0, "elapsed": 0.5, "offered_worth": -np.inf, "offered_support": 0.1,
            "opening_worth": np.nan, "place": 1, "seen": 0}  # fmt: skip
    view = SimpleNamespace(**{name: np.array([value]) for name, value in (calm | seen).items()})
    view.accommodating = lambda least: Offers(np.array([7]), least + 0.5, floats(2.0))
    view.at_place = lambda place: Offers(10 + place, 5.0 - place, floats(0.0))
    view.fairest = lambda: Offers(np.array([3]), floats(2.5), floats(2.0))
    return view


def asked(tactic, **seen):
    """What a tactic asks for at this table, points."""
    return float(tactic.at_table(table(**seen)).least[0])


def test_at_half_time_a_boulware_asks_for_three_quarters_where_a_conceder_asks_for_a_quarter():
    # beta 1/2: 1 - .5^2 = 3/4 of the 4 points above no deal, so 4; beta ln 2 / ln 4/3 = 2.41: 1 - .5^.415 = 1/4, so 2
    assert asked(TimeDependent(0.5)) == pytest.approx(4.0)
    assert asked(TimeDependent(1.0)) == pytest.approx(3.0)
    assert asked(TimeDependent(np.log(2.0) / np.log(4.0 / 3.0))) == pytest.approx(2.0)


@pytest.mark.parametrize("exponent", [0.3, 1.0, 3.0])
def test_whoever_goes_by_time_opens_at_the_peak_and_ends_at_no_deal(exponent):
    assert asked(TimeDependent(exponent), elapsed=0.0) == 5.0
    assert asked(TimeDependent(exponent), elapsed=1.0) == 1.0


def test_the_lower_the_exponent_the_more_is_asked_all_the_way():
    for elapsed in np.linspace(0.05, 0.95, 10):
        demands = [asked(TimeDependent(beta), elapsed=elapsed) for beta in (3.0, 1.0, 0.5, 0.3)]
        assert demands == sorted(demands)
        assert len(set(demands)) == 4


def test_where_no_package_beats_no_deal_no_deal_is_asked_for():
    assert asked(TimeDependent(0.5), peak=0.0) == 1.0


def test_tit_for_tat_returns_what_it_received():
    # the other's offers have gone from 1 to 2.5 points for it: of its 5 it gives up 1.5, or half of that
    assert asked(TitForTat(1.0), opening_worth=1.0, offered_worth=2.5) == 3.5
    assert asked(TitForTat(0.5), opening_worth=1.0, offered_worth=2.5) == 4.25


@pytest.mark.parametrize(
    "offers",
    [{}, {"opening_worth": 2.0, "offered_worth": 2.0}, {"opening_worth": 2.0, "offered_worth": 0.5},
     {"opening_worth": 2.0, "offered_worth": -np.inf}],
    ids=["no offer yet", "its first", "a worse one", "taken off the table"],
)  # fmt: skip
def test_tit_for_tat_gives_nothing_for_nothing(offers):
    assert asked(TitForTat(1.0), **offers) == 5.0


def test_tit_for_tat_never_asks_for_less_than_no_deal():
    assert asked(TitForTat(10.0), opening_worth=1.0, offered_worth=2.5) == 1.0


@pytest.mark.parametrize(
    ("place", "seen", "offered"),
    [(0, 0, 10), (1, 1, 11), (3, 3, 13), (3, 4, 13), (3, 2, 12), (1, 0, 10)],
    ids=["opens with its best", "steps down", "steps down again", "not twice at once", "repeats", "repeats its best"],
)
def test_micro_steps_down_its_list_once_for_every_new_offer_of_the_other(place, seen, offered):
    assert Micro().at_table(table(place=place, seen=seen)).package.tolist() == [offered]


@pytest.mark.parametrize(("worth", "accepts"), [(3.99, False), (4.0, True), (4.5, True)])
def test_micro_accepts_what_is_worth_as_much_as_the_package_it_would_offer(worth, accepts):
    assert Micro().at_table(table(place=1, seen=1, offered_worth=worth)).accept.tolist() == [accepts]


@pytest.mark.parametrize("elapsed", [0.0, 0.5, 1.0])
def test_the_hardliner_never_moves(elapsed):
    assert asked(Hardliner(), elapsed=elapsed, opening_worth=1.0, offered_worth=4.9, seen=20, place=20) == 5.0
    assert not Hardliner().at_table(table(elapsed=elapsed, offered_worth=4.9)).accept[0]
    assert Hardliner().at_table(table(elapsed=elapsed, offered_worth=5.0)).accept[0]


def test_the_principled_ask_for_the_fair_package_and_no_more():
    decision = Principled().at_table(table(offered_worth=2.5))
    assert (decision.package[0], decision.least[0], decision.accept[0]) == (3, 2.5, True)
    assert not Principled().at_table(table(offered_worth=2.4)).accept[0]


def test_the_principled_head_for_the_highest_product_of_gains():
    game = game_with()
    ours, theirs = (game.sides[seat].package_worth[0] for seat in (US, 1 - US))
    no_deal = [game.sides[seat].present_value[0, 2] for seat in (US, 1 - US)]  # 25 % in force, nothing settled
    products = {
        package: (ours[package] - no_deal[0]) * (theirs[package] - no_deal[1])
        for package in range(game.packages.whole)
        if ours[package] > no_deal[0] and theirs[package] > no_deal[1]
    }
    decision = Principled().at_table(view_of(game, state_of(game), US))
    assert decision.package[0] == max(products, key=products.__getitem__)


@pytest.mark.parametrize(
    "tactic",
    [TimeDependent(0.5), TitForTat(1.0), Micro(), Hardliner(), Principled()],
    ids=lambda each: type(each).__name__,
)
def test_nothing_is_accepted_that_falls_short_at_home(tactic):
    assert tactic.at_table(table(offered_worth=5.0, offered_support=0.0)).accept[0]
    assert not tactic.at_table(table(offered_worth=5.0, offered_support=-0.01)).accept[0]


@pytest.mark.parametrize(
    ("tactic", "why"),
    [
        (TimeDependent(0.5), Reason.TIME_PRESSES), (TitForTat(1.0), Reason.ANSWERS_CONCESSIONS),
        (Micro(), Reason.NEXT_BEST), (Hardliner(), Reason.STANDS_FIRM), (Principled(), Reason.SEEKS_FAIRNESS),
    ],
)  # fmt: skip
def test_the_first_offer_opens_and_later_ones_say_the_tactics_reason(tactic, why):
    assert tactic.at_table(table(place=0)).table_reason[0] == Reason.OPENS
    assert tactic.at_table(table(place=1)).table_reason[0] == why
