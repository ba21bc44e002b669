"""The engine against the referee: the same worlds, told once for many and once for one."""

import math
from pathlib import Path
from types import SimpleNamespace

import pytest

from negotiation.dispute.game import build_game
from negotiation.dispute.luck import draw
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from tests.referee import Given, final_facts, play

SHIPPED = "us-canada-briefing"
UNTIED = Path(__file__).parent / "referee" / "untied.toml"
SEED = 20250201
RELATIVE, ABSOLUTE = 1e-6, 1e-7  # the record is float32
SMALL = {"packages": "100"}
US, CA = "countries.us.strategy", "countries.ca.strategy"
THREATS = """{ us_general = { level = 2, due = 3, issue = "border", option = "plan" },
    us_metals = { level = 2, due = 5, issue = "dairy", option = "slice" }, us_lumber = { level = 1, due = 3 } }"""
THREATS_BY_BOTH = """{ ca_energy = { level = 1, due = 3, issue = "industry", option = "lifted" },
    ca_consumer = { level = 1, due = 4, issue = "usmca", option = "short" },
    us_general = { level = 3, due = 8, issue = "culture", option = "dropped" } }""".replace("\n", " ")
THREATS = THREATS.replace("\n", " ")
LATER_THREATS = THREATS.replace("level = 2, due = 3", "level = 3, due = 9")
TACTICS = ("linear", "conceder", "tit_for_tat", "micro", "principled", "hardliner")
DOCTRINES = ("none", "proportional", "grim", "brinkmanship", "calculated", "grit")
MIXED = {
    f"{TACTICS[n]} against {TACTICS[n - 1]}": {
        f"{US}.tactic": TACTICS[n], f"{CA}.tactic": TACTICS[n - 1],
        f"{US}.doctrine": DOCTRINES[n], f"{CA}.doctrine": DOCTRINES[n - 2],
    }
    for n in range(6)
}  # fmt: skip
SINGLE = {
    **{f"us {tactic}": {f"{US}.tactic": tactic} for tactic in TACTICS},
    **{f"ca {tactic}": {f"{CA}.tactic": tactic} for tactic in TACTICS},
    **{f"us {doctrine}": {f"{US}.doctrine": doctrine} for doctrine in DOCTRINES},
    **{f"ca {doctrine}": {f"{CA}.doctrine": doctrine} for doctrine in DOCTRINES},
}
CASES = {
    "a threat without a demand": {"start.threats": "{ us_general = { level = 3, due = 4 } }"},
    "three threats": {"start.threats": THREATS},
    "three threats, nobody minds them": {"start.threats": THREATS, f"{US}.doctrine": "none"},
    "three threats, overtaken": {"start.threats": THREATS, f"{US}.doctrine": "calculated", f"{US}.pace": "0.8"},
    "threats by both": {"start.threats": THREATS_BY_BOTH, f"{CA}.doctrine": "brinkmanship"},
    "patience": {"start.threats": THREATS, "countries.us.conduct.patience": "2", "countries.us.conduct.nerve": "0.5"},
    "a late start": {
        "start.levels": "{ us_general = 3, us_metals = 1, ca_consumer = 1 }", "start.talks": "suspended",
        "start.settled": "{ border = 'plan' }", "start.belief": "{ ca = { emergency = 0.9 } }",
        "start.stances": "{ uk = 'joint retaliation', eu = 'mediation', mexico = 'separate deal' }",
    },
    "busy courts": {
        "start.levels": "{ us_general = 3, us_metals = 2 }", "bases.emergency.court_hazard": "0.2",
        "bases.sector.court_hazard": "0.1", "start.threats": LATER_THREATS,
    },
    "known types": {"countries.us.known": "true", "countries.ca.known": "true"},
    "a host's advantage": {"summit.host_advantage": "0.5", "summit.chance": "0.3"},
    "nobody to ask": {"countries.us.ratification.threshold": "0", "countries.ca.ratification.threshold": "0"},
    "hard votes, early and again": {
        "countries.us.ratification.threshold": "0.52", "countries.us.ratification.limited_threshold": "0.45",
        "countries.ca.ratification.limited_threshold": "0.5", "countries.ca.ratification.vote": "0.2",
        f"{US}.tactic": "conceder", f"{CA}.tactic": "linear", f"{US}.exponent": "3", f"{CA}.exponent": "1",
        "countries.us.clock.earliest": "60", "countries.ca.clock.earliest": "60",
    },
    "willing allies": {
        "allies.uk.leaning": "0.9", "allies.eu.leaning": "0.8", "allies.mexico.mediates": "0.4",
        "countries.us.conduct.divide": "0.3", f"{US}.tactic": "hardliner",
    },
    "allies of either": {"allies.uk.friend": "us", "countries.us.conduct.asks_allies": "true", "talks.first": "ca"},
    "two rounds": {"talks.rounds": "2", "talks.cooling": "0", "countries.us.conduct.suspension": "0"},
    "both fair": {f"{US}.tactic": "principled", f"{CA}.tactic": "principled"},
    "both in steps": {f"{US}.tactic": "micro", f"{CA}.tactic": "micro", "countries.ca.commitments": "{}"},
    "more commitments": {f"countries.ca.commitments.{word}.made": "true" for word in ("dairy", "culture")},
    "no limited deals": {"limited_packages": "0"},
}  # fmt: skip


VARIANTS = MIXED | SINGLE | CASES
QUICK = [
    *MIXED, "a threat without a demand", "three threats, overtaken", "threats by both", "a late start", "busy courts",
    "known types", "a host's advantage", "nobody to ask", "hard votes, early and again",
]  # fmt: skip


def lucks(scenario, worlds):
    """The luck of each world as plain lists."""
    drawn = vars(draw(scenario, SEED, worlds))
    plain = {name: table.tolist() for name, table in drawn.items()}
    return [SimpleNamespace(**{name: table[row] for name, table in plain.items()}) for row in range(len(worlds))]


def same(told, record):
    """Whether two entries say the same."""
    if isinstance(told, str) or isinstance(record, str):
        return told == record
    told = math.nan if told is None else float(told)
    both_missing = math.isnan(told) and math.isnan(record)
    return both_missing or math.isclose(told, record, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def entry(column, row):
    """One world's entry in a column of results."""
    return column.labels[column.codes[row]] if hasattr(column, "labels") else float(column[row])


def difference(world, row, block):
    """The first week in which record and referee differ and how, or how the ends do; None where nothing differs."""
    names = [column.name for column in block.columns]
    for week, (told, record) in enumerate(zip(world.rows, block.weeks[row].tolist(), strict=True)):
        differing = {name: (told[name], told_by_engine) for name, told_by_engine in zip(names, record, strict=True)
                     if not same(told[name], told_by_engine)}  # fmt: skip
        if differing:
            return week, differing
    ends = {name: (fact, entry(block.worlds[name], row)) for name, fact in final_facts(world).items()}
    differing = {name: pair for name, pair in ends.items() if not same(*pair)}
    return (world.given.weeks, differing) if differing else None


def compare(game, count):
    """Differences by world; those from a toss-up on, where rounding decided; and the referee's worlds."""
    worlds = range(count)
    block, given = play_block(game, SEED, worlds, 0), Given(game)
    told = [play(given, luck) for luck in lucks(game.scenario, worlds)]
    found = {row: difference(world, row, block) for row, world in enumerate(told)}
    found = {row: each for row, each in found.items() if each}
    by_chance = {row for row, (week, _) in found.items() if told[row].toss_up is not None and told[row].toss_up <= week}
    return {row: each for row, each in found.items() if row not in by_chance}, by_chance, told


def test_shipped_scenario_is_played_as_told():
    """Many of its packages are tied, so that rounding may choose between them."""
    differences, by_chance, told = compare(build_game(read_scenario(SHIPPED)), 40)
    assert not differences
    assert len(by_chance) <= 8
    assert {"comprehensive deal", "limited deal"} <= {final_facts(world)["outcome"] for world in told}
    assert all(sum(world.threats_ended[1][ending] for world in told) for ending in (0, 1, 3, 4))
    assert any(sum(world.failed) for world in told)
    assert any(world.summits for world in told)


@pytest.mark.parametrize("variant", QUICK)
def test_variant_is_played_as_told(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 2)
    assert not differences
    assert len(by_chance) < 2


def test_micro_orders_packages_by_what_they_are_worth_now():
    differences, _, _ = compare(build_game(read_scenario(UNTIED, SMALL | {f"{CA}.tactic": "micro"})), 2)
    assert not differences


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_variant_is_played_as_told_in_many_worlds(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 24)
    assert not differences
    assert len(by_chance) <= 8
