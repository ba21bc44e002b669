"""Laws: claims that add nothing, and separate deals that hold nothing, change nothing."""

import numpy as np

from tests.dispute.cases import ALLY, TEACHING
from tests.dispute.test_claims import margin
from tests.dispute.test_separate_deals import deal, number
from tests.laws.cases import numbers, played

WORLDS = 60
LADDER = [{"name": "none", "rate": 0}, {"name": "25 %", "rate": 25, "exempt": "usmca 2024"}]
GROWING = [LADDER[0], LADDER[1] | {"grows": ["usmca 2024"]}]


def test_claims_change_no_bit_where_they_never_grow_or_add_nothing():
    # out of reach, and with what is exempt already; lasting deals count all claims as made, hence the same table
    plain, unreached, reached = (
        played(TEACHING, {"measures.us_general.levels": levels} | claims, WORLDS)
        for levels, claims in (
            (LADDER, {}), (GROWING, {"measures.us_general.claims": [margin(1e9)]}),
            (GROWING, {"measures.us_general.claims": [margin(1)]}),
        )
    )  # fmt: skip
    for block in (unreached, reached):
        assert block.weeks.tobytes() == plain.weeks.tobytes()
        for name in ("payoff_ca", "payoff_us", "rate_mean_us"):
            assert numbers(block, name).tobytes() == numbers(plain, name).tobytes(), name


def test_claims_that_grow_lower_the_effective_rate():
    grows = [LADDER[0], LADDER[1] | {"grows": ["usmca 2025_07"]}]
    changes = {"measures.us_general.levels": grows, "measures.us_general.claims": [margin(50)]}
    fewer, more = (numbers(played(TEACHING, each, WORLDS), "rate_mean_us") for each in
                   ({"measures.us_general.levels": LADDER}, changes))  # fmt: skip
    assert more.mean() < fewer.mean()


def test_separate_deals_that_hold_nothing_change_nothing():
    # nobody charges the ally anything, before or after, so that settling is as likely as where deals are words
    calm = {"solidarity": number(0.0), "request": number(0.0), "rate": 0.0, "welfare": number(0.0)}
    nothing = deal(0.0, 0.0, 0.0) | {"pressure": number(0.0)}
    plain, empty, full = (
        played(TEACHING, {"allies": {"mexico": ALLY | calm | terms}, "countries.us.conduct.divide": 0.3}, WORLDS)
        for terms in ({}, {"deal": nothing}, {"deal": deal(25.0, 10.0, 30.0)})
    )
    # the lattice has a place more, on which a revenue of nothing is some 1e-15
    assert np.allclose(empty.weeks, plain.weeks, rtol=0.0, atol=1e-12, equal_nan=True)
    assert np.array_equal(empty.worlds["ally_mexico"].codes, plain.worlds["ally_mexico"].codes)
    assert not np.allclose(full.weeks, plain.weeks, rtol=0.0, atol=1e-12, equal_nan=True)
