"""The engine against the referee where governments learn, judge and trust."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.test_referee import CA, SMALL, THREATS, THREATS_BY_BOTH, UNTIED, US, compare


def number(value, unit="1"):
    """A quantity, as a file states it."""
    return f"{{ value = {value}, unit = '{unit}', source = 'assumption' }}"


def table(**numbers):
    """A table of quantities, as a file states it."""
    return "{ " + ", ".join(f"{name} = {number(value)}" for name, value in numbers.items()) + " }"


CASES = {
    "private resolve and clocks": {
        "countries.us.types.deal_maker.resolve": "-0.3", "countries.us.types.protectionist.resolve": "0.4",
        "countries.us.types.deal_maker.clock": "-6", "countries.ca.types.sovereign.clock": "20",
        "countries.ca.types.sovereign.resolve": "0.25", "start.threats": THREATS,
        "countries.ca.learning": table(threats=1, concessions=0),
        "countries.us.learning": table(threats=0.7, concessions=4),
    },
    "everything known": {"information": "known", "countries.us.types.protectionist.resolve": "0.4"},
    "everybody judges for himself": {
        "start.threats": THREATS, "countries.us.audience.own_view": number(0.5),
        "countries.ca.audience.own_view": number(2), "countries.us.conduct.nerve": "0.8",
    },
    "peace broken": {
        "start.threats": THREATS_BY_BOTH, f"{CA}.doctrine": "brinkmanship", f"{US}.pace": "0.6",
        "countries.ca.peace": table(weeks=12, breach=0.4), "countries.us.peace": table(weeks=8, breach=0.3),
    },
    "deals broken": {
        "start.threats": THREATS, "countries.us.breaking": table(cost=0.1, spread=0.6, answer=0.5),
        "countries.ca.breaking": table(cost=0, spread=0.4, answer=0.8),
        "countries.us.trust": table(breaks=0.1, weight=4, promises=0.5, reliance=0.2),
        "countries.ca.trust": table(breaks=0.3, weight=2, promises=1, reliance=0.3),
        "countries.ca.peace": table(weeks=12, breach=0.4), "countries.ca.commitments.dairy.made": "true",
    },
    "talks stopped and hands tied": {
        "talks.stop": table(weeks=6, loss=0.3), f"{US}.ultimatum": number(0.2), f"{CA}.ultimatum": number(0.1),
        "countries.ca.vows": table(pace=0.3, alignment=0.2), "start.threats": THREATS,
    },
}  # fmt: skip


@pytest.mark.parametrize("variant", CASES)
def test_variant_is_played_as_told(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | CASES[variant])), 3)
    assert not differences
    assert len(by_chance) < 2


@pytest.mark.slow
@pytest.mark.parametrize("variant", CASES)
def test_variant_is_played_as_told_in_many_worlds(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | CASES[variant])), 24)
    assert not differences
    assert len(by_chance) <= 8
