"""The pieces of tactics: a worked number for each, by hand from its source."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.bargaining.concession import random_absolute_tit_for_tat, resource_concession
from negotiation.bargaining.table.luck import Luck
from negotiation.bargaining.table.menu import NONE, Menu
from negotiation.bargaining.table.pieces import Bid
from negotiation.bargaining.table.seat import Seat
from negotiation.bargaining.tactics.acceptance import (
    AcceptCombined,
    AcceptConstant,
    AcceptLate,
    AcceptNext,
    AcceptWanted,
)
from negotiation.bargaining.tactics.answers import Averaged, RandomAbsolute, Relative
from negotiation.bargaining.tactics.bayesian import Bayesian
from negotiation.bargaining.tactics.choices import Kindest, Nearest, Similar
from negotiation.bargaining.tactics.frequency import Frequency
from negotiation.bargaining.tactics.micro import Micro, different
from negotiation.bargaining.tactics.registry import tactic_of
from negotiation.bargaining.tactics.wants import Everything, Exponential, LastMinute, Polynomial, Scarcity

from .small import pie, two_issues


def seat(domain=None, made=(), received=(), number=0, **changed) -> Seat:
    """A seat after these offers, in the round that follows; of ten slices, in 19 rounds, if not said."""
    rows = np.array([0])
    return Seat(
        menu=Menu(domain or pie(10), number),
        number=number,
        sessions=rows,
        reserved=np.array([changed.get("reserved", 0.0)]),
        round=changed.get("round", len(made)),
        rounds=changed.get("rounds", 19),
        made=np.array([made], dtype=np.int64).reshape(1, -1),
        received=np.array([received], dtype=np.int64).reshape(1, -1),
        luck=Luck(1, (0,), 19),
        estimate=changed.get("estimate"),
    )


def bid(package: int, wanted: float = 0.0) -> Bid:
    return Bid(np.array([wanted]), np.array([package]))


def test_polynomial_between_floor_and_best():
    # Round 9 of 19: t = .5; from a floor of .2: .2 + .8 x (1 - .5²) - .0001.
    assert Polynomial(2.0).wanted(seat(round=9, reserved=0.2)) == pytest.approx([0.7999])


def test_exponential_by_hand():
    # Faratin's .134725 conceded at t = .5 with beta .2 and k = .1.
    assert Exponential(0.2, 0.1, slack=0.0).wanted(seat(round=9)) == pytest.approx([1 - 0.134725], abs=5e-7)


def test_resource_by_hand():
    # Ten offers exchanged, patience 20: r = 2, e^-2 conceded.
    exchanged = {"made": (10,) * 5, "received": (0,) * 5}
    assert Scarcity(20.0).wanted(seat(**exchanged)) == pytest.approx([1 - np.exp(-2.0)])
    assert Scarcity(10.0).wanted(seat(**exchanged)) < Scarcity(20.0).wanted(seat(**exchanged))


def test_last_minute_gives_all_in_the_last_round_only():
    wants = [LastMinute().wanted(seat(round=number))[0] for number in (0, 17, 18)]
    assert wants == pytest.approx([1 - np.exp(-18.0), 1 - np.exp(-1.0), 0.0])


def test_resource_concession_by_hand():
    # .1 + .9 e^-1.
    assert resource_concession(1.0, 0.1) == pytest.approx(0.1 + 0.9 / np.e)


def test_everything_wants_the_best():
    assert Everything().wanted(seat(round=18)) == pytest.approx([1.0])


def test_relative_tit_for_tat_by_hand():
    # Seat 0 was offered 4 and then 5 slices and asked for 10 last: 1 x 4/5.
    assert Relative().wanted(seat(made=(10, 10), received=(4, 5))) == pytest.approx([0.8])
    # One offer earlier it had been offered 2: 2/4, a delay of two.
    assert Relative(delay=2).wanted(seat(made=(10, 10), received=(2, 4, 5))) == pytest.approx([0.5])


def test_averaged_tit_for_tat_by_hand():
    # Over a window of two: from 2 to 5 slices, so 1 x 2/5; with too little heard, everything.
    assert Averaged(window=2).wanted(seat(made=(10, 10), received=(2, 4, 5))) == pytest.approx([0.4])
    assert Averaged(window=3).wanted(seat(made=(10, 10), received=(2, 4, 5))) == pytest.approx([1.0])


def test_random_absolute_tit_for_tat_by_hand():
    # The other's offer rose by .1: .9 - .1, less an even draw of up to .05.
    assert random_absolute_tit_for_tat(0.9, 0.1, 0.02, 0.0, 1.0) == pytest.approx(0.78)
    there = seat(made=(10, 9), received=(4, 5))
    assert RandomAbsolute(most_extra=0.0).wanted(there) == pytest.approx([0.8])
    drawn = 0.8 - RandomAbsolute(most_extra=0.05).wanted(there)
    assert drawn == pytest.approx(0.05 * there.chance)


@pytest.mark.parametrize("want", [Relative(), Averaged(2), RandomAbsolute()])
def test_tit_for_tat_never_wants_more_than_the_best_nor_less_than_the_floor(want):
    hardened = want.wanted(seat(made=(10, 10), received=(9, 5, 1)))
    softened = want.wanted(seat(made=(10, 10), received=(1, 1, 10), reserved=0.3))
    assert hardened <= 1.0
    assert softened >= 0.3


def test_micro_answers_a_new_offer_with_the_next_best():
    first = Micro().bid(seat(round=0))
    assert (first.package[0], first.wanted[0]) == (10, 1.0)
    # Two made, two different received: the third best.
    assert Micro().bid(seat(made=(10, 9), received=(0, 1))).package[0] == 8
    # Two made, one received: it repeats one of its own, and holds out for the lowest of them.
    repeated = Micro().bid(seat(made=(10, 9), received=(0, 0)))
    assert repeated.package[0] in (9, 10)
    assert repeated.wanted[0] == pytest.approx(0.9)


def test_micro_goes_no_further_down_than_its_reserved_value():
    assert Micro().bid(seat(made=(10, 9), received=(0, 1), reserved=0.85)).package[0] in (9, 10)


def test_different_offers_are_counted_once():
    assert different(np.array([[3, 3, 1, NONE], [NONE, NONE, NONE, NONE], [1, 2, 3, 4]])).tolist() == [2, 0, 4]


def test_trade_off_is_the_most_similar_of_what_is_as_good():
    # The baker wants .5. (all, none) is worth .75, (half, half) .5, (half, all) .625. Within .2 of .5 are (half, half)
    # and (half, all); asked for (none, all), the vintner's dream, it finds (half, all) more like it.
    domain = two_issues()
    asked = domain.packages.tolist().index([0, 2])
    there = seat(domain, made=(8,), received=(asked,))
    chosen = Similar(width=0.2).package(there, np.array([0.5]))
    assert domain.options_of(int(chosen[0])) == ("half", "all")
    assert domain.options_of(int(Nearest().package(there, np.array([0.5]))[0])) == ("half", "half")


def test_trade_off_counts_distance_on_a_scale():
    # Ten slices on a scale: of 6 and 7, worth .6 and .7, 6 is nearer to 2.
    assert Similar(width=0.1).package(seat(made=(10,), received=(2,)), np.array([0.6]))[0] == 6


def test_trade_off_gives_up_no_more_than_its_width():
    # Offered 9 slices it would find 9 most similar; .6 to .7 is what it counts as equally good.
    assert Similar(width=0.1).package(seat(made=(10,), received=(9,)), np.array([0.6]))[0] == 7


def test_kindest_is_best_for_the_other_as_believed():
    # Believed to like wine alone: of what is worth .5 to the baker, no wine and all the bread.
    estimate = np.zeros((1, 2, 3))
    estimate[0, 1] = [1.0, 0.5, 0.0]
    chosen = Kindest().package(seat(two_issues(), estimate=estimate), np.array([0.5]))
    assert two_issues().options_of(int(chosen[0])) == ("all", "none")


def test_kindest_needs_a_model():
    with pytest.raises(ValueError, match="needs an opponent model"):
        Kindest().package(seat(), np.array([0.5]))


def test_acceptance_conditions_by_hand():
    # Offered 2, 6 and then 5 slices; round 15 of 19, t = .8.
    there = seat(made=(10,) * 15, received=(6, *(2,) * 12, 4, 5), round=15)
    assert AcceptWanted().accepts(there, bid(9, wanted=0.5))[0]
    assert not AcceptWanted().accepts(there, bid(9, wanted=0.51))[0]
    assert AcceptConstant(0.5).accepts(there, bid(9))[0]
    assert not AcceptConstant(0.6).accepts(there, bid(9))[0]
    assert AcceptNext().accepts(there, bid(5))[0]
    assert not AcceptNext().accepts(there, bid(6))[0]
    assert AcceptNext(factor=1.2).accepts(there, bid(6))[0]
    assert AcceptNext(margin=0.1).accepts(there, bid(6))[0]
    assert AcceptLate(0.8).accepts(there, bid(9))[0]
    assert not AcceptLate(0.81).accepts(there, bid(9))[0]


def test_combined_acceptance_looks_back_as_far_as_time_is_left():
    # t = .8: four rounds are left, and 5 is the best of the last four offers; the 6 of long ago does not count.
    there = seat(made=(10,) * 15, received=(6, *(2,) * 12, 4, 5), round=15)
    assert AcceptCombined(0.8).accepts(there, bid(9))[0]
    assert not AcceptCombined(0.9).accepts(there, bid(9))[0]
    assert AcceptCombined(0.9).accepts(there, bid(5))[0]
    fell = replace(there, received=np.array([[2] * 13 + [6, 5]]))
    assert not AcceptCombined(0.8).accepts(fell, bid(9))[0]


def heard(model, offers, domain=None):
    """What the baker's model believes after these offers of the vintner, (I, O)."""
    domain = domain or two_issues()
    menu = Menu(domain, 0)
    memory = model.start(menu, 1)
    for count in range(1, len(offers) + 1):
        memory = model.hear(memory, seat(domain, made=(8,) * count, received=offers[:count], round=count - 1))
    return model.estimate(memory, menu)[0]


WINE_FIRST = (0, 3, 6, 3, 0)  # no wine to the baker ever; bread none, half, all, half, none


def test_frequency_model_by_hand():
    # Bread changed each time, wine never: wine's weight rises from .5 by .1 a time, shares summing to one.
    weight = 0.5
    for _ in range(4):
        weight = (weight + 0.1) / 1.1
    estimate = heard(Frequency(), WINE_FIRST)
    assert estimate[1].max() == pytest.approx(weight)
    # Asked for (bread): none twice, half twice, all once, each counted once before: 3 : 3 : 2.
    assert estimate[0] / estimate[0].max() == pytest.approx([1.0, 1.0, 2 / 3])


@pytest.mark.parametrize("model", [Frequency(), Bayesian()])
def test_models_learn_what_matters_to_the_other(model):
    before, after = heard(model, ()), heard(model, WINE_FIRST)
    assert after[1].max() / after[0].max() > before[1].max() / before[0].max()
    # And that less wine for the baker is better for it.
    assert after[1, 0] > after[1, 2]


def test_bayes_rule_by_hand():
    # One issue, two options, one offer of the first at t = .05, expected utility .975. Shapes: rising (1/2, 1), falling
    # (1, 1/2), peaks at each (1, 1/2) and (1/2, 1): the first option is worth 1/2, 1, 1, 1/2. The weights' belief does
    # not move the mean of shares, as one issue has it all. Likelihoods: exp(-(.475/.2)²/2) and exp(-(.025/.2)²/2).
    miss, hit = np.exp(-0.5 * (0.475 / 0.2) ** 2), np.exp(-0.5 * (0.025 / 0.2) ** 2)
    share = hit / (hit + miss)
    domain = replace(pie(1), issues=(replace(pie(1).issues[0], scale=()),))
    estimate = heard(Bayesian(), (0,), domain)
    assert estimate[0] == pytest.approx([share + (1 - share) / 2, share / 2 + (1 - share)])


def test_a_model_makes_deals_no_worse_for_the_other():
    from negotiation.bargaining.table.play import play_sessions, setting_of

    setting = setting_of(two_issues(), 30, first=1)
    plain = play_sessions(setting, (tactic_of("boulware"), tactic_of("linear")))
    kind = play_sessions(setting, (tactic_of("boulware+frequency"), tactic_of("linear")))
    assert kind.utilities[0].sum() >= plain.utilities[0].sum()


def test_pieces_are_put_together_by_name():
    tactic = tactic_of("boulware + ac_next + frequency")
    assert tactic.accepting == AcceptNext()
    assert tactic.modelling == Frequency()
    assert isinstance(tactic.offering.choice, Kindest)
    assert isinstance(tactic_of("trade_off+bayesian").offering.choice, Similar)
