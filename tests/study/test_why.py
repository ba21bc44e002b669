"""Why there is no deal: the right friction is found, in the right worlds, and counted right."""

import numpy as np
import pytest

from negotiation.study.parting import Row, _from_parting
from negotiation.study.telling import ToldWeek
from negotiation.study.why import EVERY, PAIRS, SINGLES, Explanation, explain
from negotiation.study.why_summary import why_summary
from tests.laws.cases import changed

WORLDS = 24
FAIR = {f"countries.{side}.strategy.tactic": "principled" for side in ("us", "ca")}
BLOCKED = FAIR | {"countries.us.ratification.threshold": 1.0}


def test_only_the_institutions_that_block_every_deal_are_found():
    """Both want the fair package, and no package has everybody's full support: a threshold of 1 blocks it."""
    found = why_summary(explain(changed("teaching-first-numbers", BLOCKED), 1, WORLDS))
    alone = {entry["key"]: entry["alone"]["count"] for entry in found["frictions"]}
    assert found["without_deal"]["count"] == WORLDS
    assert alone == {key: WORLDS if key == "institutions" else 0 for key in alone}
    assert found["all_off"]["count"] == WORLDS


@pytest.mark.slow
def test_two_frictions_that_each_block_are_a_pair():
    """Neither the threshold nor the deadline in the first week alone can be taken away with any effect."""
    clock = {"earliest": 1, "latest": 1, "source": "assumption: a test's case"}
    twice = {"countries.us.ratification.threshold": 1.0, "countries.us.clock": clock,
             "countries.us.strategy.exponent": {"value": 0.01, "unit": "Faratin's beta", "source": "assumption"},
             "countries.ca.strategy.tactic": "hardliner"}  # fmt: skip
    found = why_summary(explain(changed("teaching-first-numbers", twice), 1, WORLDS))
    assert found["none_alone"]["count"] == WORLDS
    assert ["institutions", "tactics"] in [pair["frictions"] for pair in found["pairs"]]
    assert found["no_pair"]["count"] == 0


def explained(deal, **saved):
    """Worlds with a deal as it is, and where each friction's absence makes one; nothing said is as it is."""
    single = {one: np.array(saved.get(one[0], deal), np.bool_) for one in SINGLES}
    unexplained = np.flatnonzero(~np.stack([np.array(deal, np.bool_), *single.values()]).any(axis=0))
    pairs = {pair: np.zeros(len(unexplained), np.bool_) for pair in PAIRS}
    pairs[("commitment", "clocks")][:1] = True
    everything = {EVERY: np.ones(len(deal), np.bool_)}
    return Explanation(changed("teaching-first-numbers", {}), 7, np.array(deal, np.bool_), single | everything,
                       unexplained, pairs, frozenset())  # fmt: skip


def test_worlds_are_counted_by_hand():
    """Six worlds, one with a deal: clocks would save the second and third, tactics the third; the deal needs clocks."""
    found = why_summary(explained([1, 0, 0, 0, 0, 0], clocks=[0, 1, 1, 0, 0, 0], tactics=[1, 0, 1, 0, 0, 0]))
    by_key = {entry["key"]: entry for entry in found["frictions"]}
    counts = {key: [by_key[key][kind]["count"] for kind in ("saved", "alone", "lost")] for key in ("clocks", "tactics")}
    assert counts == {"clocks": [2, 1, 1], "tactics": [1, 0, 0]}
    assert by_key["clocks"]["saved"]["share"] == 2 / 5
    assert by_key["clocks"]["lost"]["share"] == 1.0
    assert found["together"]["clocks"]["tactics"] == 1
    assert [found["how_many_would_do"][str(number)]["count"] for number in (0, 1, 2)] == [3, 1, 1]
    assert (found["none_alone"]["count"], found["no_pair"]["count"]) == (3, 2)
    assert [pair["frictions"] for pair in found["pairs"]] == [["commitment", "clocks"]]
    assert found["all_off"]["count"] == 5


def test_the_story_begins_where_the_two_part():
    def week(number, *moves):
        return ToldWeek(number, "", tuple(("us", move) for move in moves))

    one = [week(1, "offers"), week(3, "threatens"), week(5, "leaves")]
    other = [week(1, "offers"), week(3, "accepts", "signs")]
    assert _from_parting(one, other) == (Row(3, ("threatens",), ("accepts", "signs")), Row(5, ("leaves",), ()))
    assert _from_parting(one, one) == ()


@pytest.mark.slow
def test_workers_change_nothing():
    scenario = changed("teaching-first-numbers", {})
    alone, together = (why_summary(explain(scenario, 1, 12, workers)) for workers in (1, 2))
    assert alone == together
