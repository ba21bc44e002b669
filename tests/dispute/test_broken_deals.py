"""Limited deals that are broken where that pays, and what a deal is worth where that is believed."""

import numpy as np
import pytest

from negotiation.dispute.standing import standings
from negotiation.dispute.state import LIMITED_DEAL
from negotiation.dispute.trust import note_broken_deal, note_broken_word, note_deal
from negotiation.strategies.doctrines.breaking import Breaking
from negotiation.strategies.doctrines.none import Nothing
from tests.dispute.cases import CA, DAIRY, US, US_GENERAL, game_with, place_of, state_of, view_of, week_luck
from tests.laws.cases import interval, numbers, played, words

LIMITED = {"limited": {"truce": {"name": "truce", "issues": ["tariff", "dairy"]}}, "limited_packages": 9}
BEFORE = {"settled_before": [[0, 0, 0, 0, 0]], "level_before": [[1, 0]]}


def numbers_of(**named):
    """A table of quantities."""
    return {name: {"value": value, "unit": "1", "source": "assumption: a test's case"} for name, value in named.items()}


TRUST = LIMITED | {"countries.ca.trust": numbers_of(breaks=0.2, weight=2.0, promises=0.5, reliance=0.3)}


def truce(changes=LIMITED):
    """A truce under which the US lifted 25 % and Canada gave a slice of dairy."""
    game = game_with(changes)
    package = place_of(game, [1, -1, 1, -1, -1])
    inside = {"settlement": [LIMITED_DEAL], "package": [package], "bound": [[True, False]], "level": [[0, 0]]}
    return game, state_of(game, **inside, settled=[[1, 0, 1, 0, 0]], **BEFORE)


def test_breaking_takes_back_the_measure_and_gives_back_the_option():
    game, state = truce()
    side = game.sides[US]
    gain = side.present_value[0, game.strides[US_GENERAL]] - side.present_value[0, 0]  # the tariff again
    gain -= side.worth[DAIRY][0, 1] - side.worth[DAIRY][0, 0]  # no more dairy
    shame = side.country.payoff.approval.value * 100.0 * side.country.audience.broken_promise.value
    found = view_of(game, state, US).prospects.gain_from_breaking(0.0)
    assert found == pytest.approx([gain - shame])


def test_the_share_of_an_answer_weighs_the_others_measures():
    game, state = truce()
    prospects = view_of(game, state, CA).prospects
    never, surely = prospects.gain_from_breaking(0.0)[0], prospects.gain_from_breaking(1.0)[0]
    harm = game.sides[CA].present_value[0, game.strides[US_GENERAL]] - game.sides[CA].present_value[0, 0]
    assert surely - never == pytest.approx(harm)
    assert prospects.gain_from_breaking(0.25)[0] == pytest.approx(never + 0.25 * harm)


@pytest.mark.parametrize(("surplus", "breaks"), [(0.01, True), (-0.01, False)])
def test_a_deal_is_broken_where_that_pays_more_than_it_costs(surplus, breaks):
    game, state = truce()
    gain = float(view_of(game, state, US).prospects.gain_from_breaking(0.5)[0])
    luck = week_luck(game, 1, conduct={US: 1.0})  # a relish of one standard deviation
    doctrine = Breaking(Nothing(), cost=gain + 0.2 - surplus, spread=0.2, answer=0.5)
    decision = doctrine.away(view_of(game, state, US, luck))
    assert decision.break_deal.tolist() == [breaks]
    assert decision.level.tolist() == [[1 if breaks else -1, -1]]


def test_where_no_deal_is_in_force_none_is_broken():
    game = game_with(LIMITED)
    assert Breaking(Nothing(), 0.0, 0.0, 0.0).away(view_of(game, state_of(game), US)).break_deal is None


def test_a_deal_must_bring_the_odds_of_its_breaking_times_what_is_lost():
    game, (plain_game, plain) = game_with(TRUST), truce()
    state = truce(TRUST)[1]
    more = standings(game, state)[CA].no_deal - standings(plain_game, plain)[CA].no_deal
    assert more == pytest.approx([0.2 / 0.8 * 0.3])
    note_deal(game, state, np.array([0]))
    note_broken_deal(game, state, US, np.array([True]))  # now 1.4 of 3
    note_broken_word(game, state, US, np.array([True]))  # now 1.9 of 3.5
    more = standings(game, state)[CA].no_deal - standings(plain_game, plain)[CA].no_deal
    assert more == pytest.approx([1.9 / 1.6 * 0.3])
    assert state.once.tolist() == [[-0.3, 0.0]]


def test_who_doubts_the_other_gets_more_or_no_deal():
    doubt = {"countries.ca.trust": numbers_of(breaks=0.5, weight=4.0, promises=0.0, reliance=0.4)}
    plain, doubting = (played("teaching-first-numbers", changes, 300) for changes in ({}, doubt))
    deals = [words(block, "settlement") == "comprehensive" for block in (plain, doubting)]
    both = deals[0] & deals[1]
    assert deals[1].mean() <= deals[0].mean()
    assert both.sum() > 50
    assert interval((numbers(doubting, "terms_ca") - numbers(plain, "terms_ca"))[both])[0] > 0.0
