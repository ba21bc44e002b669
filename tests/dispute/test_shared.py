"""What games share: the same tables and packages where only behaviour differs, new ones wherever it matters."""

from dataclasses import fields

import numpy as np
import pytest

from negotiation.dispute import shared
from negotiation.dispute.economy_tables import tables
from negotiation.dispute.game import build_game
from negotiation.scenario.schema import Scenario
from tests.dispute.cases import ALLY, TEACHING
from tests.laws.cases import changed

WITH_ALLY = {"allies": {"mexico": ALLY}}
LEVELS = "measures.us_general.levels"
PAYS = {"dairy": {"name": "dairy alone", "issues": ["dairy", "border"]}}
BEHAVIOUR = {
    "countries.us.conduct.nerve": 0.7,
    "countries.ca.ratification.threshold": 0.3,
    "countries.us.strategy.tactic": "conceder",
    "countries.us.audience.rally": 0.02,
    "allies.mexico.leaning": 0.4,
    "constituencies.farmers.base": 0.3,
    "talks.rounds": 2,
}
READ_BY_TABLES = {
    "measures.us_general.imposer": "ca",
    "measures.us_general.kind": "export tax",
    "measures.us_general.sectors": ["AUTOS"],
    LEVELS: [{"name": "none", "rate": 0}, {"name": "20 %", "rate": 20}],
    f"{LEVELS} exempt": [{"name": "none", "rate": 0}, {"name": "25 %", "rate": 25, "exempt": 0.5}],
    "allies.mexico.rate": 20.0,
    "allies.mexico.regions": ["JPN"],
    "allies.mexico.friend": "us",
    "allies.mexico.sectors": ["AGRI"],
    "countries.us.organised_sectors": ["AUTOS"],
    "constituencies.farmers.sectors": ["AUTOS"],
    "constituencies.farmers.places": ["WI"],
    "constituencies.farmers.influence": 9.0,
    "economy.elasticities": "CP",
}
READ_BY_PACKAGES = {
    "countries.us.payoff.welfare": 3.0,
    "economy.window": 60,
    "issues.dairy.options.slice.value.us": 0.9,
    "issues.tariff.options.kept.sets": {"us_general": 0},
    "limited": PAYS,
    "packages": 20,
}


def built(changes):
    """The teaching case with an ally and entries changed, ready to play."""
    return build_game(changed(TEACHING, WITH_ALLY | {path.split(" ")[0]: value for path, value in changes.items()}))


def forget():
    """As in a new process."""
    shared._LAID_OUT.clear()
    shared._THINNED.clear()


def differ(first, second):
    """Which arrays of two tables or two sets of packages differ."""
    pairs = {field.name: (getattr(first, field.name), getattr(second, field.name)) for field in fields(first)}
    return {name for name, pair in pairs.items() if not np.array_equal(*pair)}


@pytest.mark.parametrize(("path", "value"), BEHAVIOUR.items())
def test_behaviour_shares_tables_and_packages(path, value):
    before, after = built({}), built({path: value})
    assert after.tables is before.tables
    assert after.packages is before.packages
    assert after.scenario != before.scenario


@pytest.mark.parametrize(("path", "value"), READ_BY_TABLES.items())
def test_what_tables_read_gives_new_ones(path, value):
    before, after = built({}), built({path: value})
    forget()
    assert differ(before.tables, after.tables) - {"grid"}
    assert not differ(after.tables, built({path: value}).tables) - {"grid"}


@pytest.mark.parametrize(("path", "value"), READ_BY_PACKAGES.items())
def test_what_packages_read_gives_new_ones(path, value):
    before, after = built({}), built({path: value})
    forget()
    assert after.tables is before.tables
    assert after.packages is not before.packages
    assert not differ(after.packages, built({path: value}).packages)


def test_what_a_key_leaves_out_is_never_read():
    # Every part of the scenario that the key leaves out is taken away: whoever read it would stumble.
    forget()
    game = built({})
    parts = {
        name: {key: part.model_copy(update=dict.fromkeys(unread)) for key, part in getattr(game.scenario, name).items()}
        for name, unread in shared.NEVER_READ.items()
    }
    for key, country in game.scenario.countries.items():
        unread = set(type(country).model_fields) - shared.READ_OF_COUNTRIES
        parts.setdefault("countries", {})[key] = country.model_copy(update=dict.fromkeys(unread))
    others = dict.fromkeys(set(Scenario.model_fields) - set(parts))
    bare = game.scenario.model_copy(update=others | parts)
    assert shared.read_by_tables(bare) == shared.read_by_tables(game.scenario)
    solved = shared._LAID_OUT[-1].solved
    assert not differ(tables(bare, solved), tables(game.scenario, solved)) - {"grid"}
