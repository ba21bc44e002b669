"""The engine against the referee where more institutions, elections, provinces and allies have a say."""

from pathlib import Path

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.test_referee import CA, US, compare

AT_HOME = Path(__file__).parent / "referee" / "at_home.toml"
SMALL = {"packages": "100"}
CONGRESS, COMMONS = "countries.us.institutions.congress", "countries.ca.institutions.commons"
ALBERTA = "countries.ca.institutions.alberta"
THREAT = "{ us_general = { level = 3, due = 2, issue = 'border', option = 'plan' } }"
VARIANTS = {
    "as it is": {},
    "early deals": {f"{US}.tactic": "conceder", f"{CA}.tactic": "conceder", f"{US}.exponent": "3"},
    "hard and noisy votes": {
        f"{CONGRESS}.threshold": "0.5", f"{CONGRESS}.vote": "0.3",
        f"{COMMONS}.vote": "0.2", f"{ALBERTA}.vote": "0.3", f"{CONGRESS}.delay": "0",
        f"{US}.tactic": "linear", f"{CA}.tactic": "linear", f"{US}.exponent": "1", f"{CA}.exponent": "1",
    },
    "by own order": {f"{US}.tactic": "micro", f"{CA}.tactic": "micro", "countries.ca.commitments": "{}"},
    "a threat to give what an ally must agree to": {
        "start.threats": THREAT, "countries.ca.conduct.assurance": "1", "bases.emergency.belief": "1",
    },
    "allies of either mind": {
        "start.stances": "{ mexico = 'separate deal' }", "allies.mexico.assent.chance": "0.8",
        f"{US}.tactic": "linear", f"{CA}.tactic": "linear", f"{US}.exponent": "1", f"{CA}.exponent": "1",
    },
    "votes on the calendar and a House without confidence": {
        "countries.ca.election.week": "12", "countries.ca.election.floor": "0.5",
        "countries.us.election.week": "20", "start.levels": "{ us_general = 3, ca_industry = 2 }",
        "start.threats": THREAT,
    },
    "provinces in a long fight": {
        "start.levels": "{ us_general = 3, us_metals = 2 }", f"{CA}.pace": "0.9", f"{US}.tactic": "hardliner",
    },
    "provinces and calculation": {
        "start.levels": "{ us_general = 3, us_metals = 1, us_autos = 1 }", f"{CA}.doctrine": "calculated",
        f"{US}.doctrine": "none", f"{CA}.pace": "0.9", f"{CA}.tactic": "hardliner",
    },
    "provinces and brinkmanship": {f"{CA}.doctrine": "brinkmanship", f"{CA}.pace": "0.5", f"{US}.doctrine": "grim",
                                   "start.levels": "{ us_general = 3 }"},
    "by fairness": {f"{US}.tactic": "principled", f"{CA}.tactic": "principled"},
}  # fmt: skip
QUICK = [
    "as it is", "provinces in a long fight", "provinces and calculation",
    "votes on the calendar and a House without confidence", "a threat to give what an ally must agree to",
    "early deals", "hard and noisy votes",
]  # fmt: skip


def told_alike(variant, count, most_by_chance):
    """Compare, and return the referee's worlds."""
    differences, by_chance, told = compare(build_game(read_scenario(AT_HOME, SMALL | VARIANTS[variant])), count)
    assert not differences
    assert len(by_chance) <= most_by_chance
    return told


@pytest.mark.parametrize("variant", QUICK)
def test_variant_is_played_as_told(variant):
    told_alike(variant, 3, 1)


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_variant_is_played_as_told_in_many_worlds(variant):
    told_alike(variant, 24, 8)


@pytest.mark.slow
def test_every_institution_refuses_somewhere_and_some_deals_wait():
    told = told_alike("hard and noisy votes", 40, 10) + told_alike("as it is", 40, 10)
    for seat, count in ((0, 2), (1, 1)):
        assert all(sum(world.refusals[seat][n] for world in told) for n in range(count))
