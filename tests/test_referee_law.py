"""The engine against the referee where the law takes its time, runs out, is stayed, or is replaced."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.test_referee import CA, LATER_THREATS, SMALL, THREATS, UNTIED, US, compare


def weeks(number):
    """A number of weeks, as a scenario file has it."""
    return f"{{ value = {number}, unit = 'weeks', source = 'assumption: a test' }}"


def share(number):
    """A share, as a scenario file has it."""
    return f"{{ value = {number}, unit = 'share', source = 'assumption: a test' }}"


STAY = f"{{ chance = {share(0.6)}, appeal = {weeks(5)}, voided = {share(0.5)} }}"
IN_FORCE = {"start.levels": "{ us_general = 3, us_metals = 2, us_energy = 1, ca_consumer = 1 }"}
COURTS = {"bases.emergency.court_hazard": "0.25", "bases.sector.court_hazard": "0.1"}
VARIANTS = {
    "rulings stayed": IN_FORCE | COURTS | {"bases.emergency.stay": STAY, "bases.sector.stay": STAY},
    "laws that run out": IN_FORCE | {"bases.emergency.duration": weeks(6), "bases.statute.duration": weeks(9)},
    "slow procedures": COURTS | {
        "start.threats": THREATS, f"{US}.doctrine": "calculated", f"{CA}.pace": "0.8",
        "bases.emergency.speed": weeks(2), "bases.sector.speed": weeks(7),
        "bases.duty_case.speed": weeks(5), "bases.statute.speed": weeks(3),
    },
    "threats with a procedure": {
        "bases.emergency.speed": weeks(8), "bases.sector.speed": weeks(9), f"{US}.pace": "0.7",
    },
    "another law": IN_FORCE | COURTS | {
        "start.threats": LATER_THREATS, "bases.emergency.substitute": "sector", "bases.sector.speed": weeks(4),
        "bases.sector.substitute": "duty_case", "bases.duty_case.duration": weeks(7),
    },
}  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_law_takes_its_course_as_told(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 3)
    assert not differences
    assert len(by_chance) < 2


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_law_takes_its_course_as_told_in_many_worlds(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 24)
    assert not differences
    assert len(by_chance) <= 8
