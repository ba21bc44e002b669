"""The tariff game of two linear economies: Nash tariff 1/3, a prisoner's dilemma, kept off from patience 3/5."""

import numpy as np
import pytest

from negotiation.bargaining.solutions import grim_trigger_patience, tariff_welfare

NASH = 1 / 3
TARIFFS = np.linspace(0.0, 1.0, 3001)


@pytest.mark.parametrize("other", [0.0, NASH, 0.8])
def test_the_best_tariff_is_a_third_whatever_the_other_does(other):
    assert TARIFFS[np.argmax(tariff_welfare(TARIFFS, other))] == pytest.approx(NASH, abs=1e-9)


def test_welfare_of_the_four_corners():
    assert tariff_welfare(0.0, 0.0) == pytest.approx(3 / 4)  # reward
    assert tariff_welfare(NASH, 0.0) == pytest.approx(19 / 24)  # temptation
    assert tariff_welfare(NASH, NASH) == pytest.approx(13 / 18)  # punishment
    assert tariff_welfare(0.0, NASH) == pytest.approx(49 / 72)  # sucker


def test_it_is_a_prisoners_dilemma():
    reward, temptation = tariff_welfare(0.0, 0.0), tariff_welfare(NASH, 0.0)
    punishment, sucker = tariff_welfare(NASH, NASH), tariff_welfare(0.0, NASH)
    assert temptation > reward > punishment > sucker
    assert 2 * reward > temptation + sucker


def test_free_trade_is_kept_from_patience_three_fifths():
    least = grim_trigger_patience(19 / 24, 3 / 4, 13 / 18)
    assert least == pytest.approx(3 / 5)
    for patience, keeps in ((least - 0.01, False), (least + 0.01, True)):
        kept = (3 / 4) / (1 - patience)
        broken = 19 / 24 + patience * (13 / 18) / (1 - patience)
        assert (kept > broken) == keeps


def test_no_tariff_stops_trade_and_a_full_one_does():
    # In autarky one eats one's own 1 at price 0: surplus 1/2.
    assert tariff_welfare(1.0, 1.0) == pytest.approx(1 / 2)


def test_an_order_that_is_no_dilemma_is_named():
    with pytest.raises(ValueError, match="temptation > reward > punishment"):
        grim_trigger_patience(1.0, 2.0, 0.0)
