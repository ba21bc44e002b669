"""`check`'s list of who must agree at home: what each can block, and how it stands to the typical deal."""

import pytest

from negotiation.analysis import check_summary
from negotiation.analysis.institutions import also_at_home, says
from tests.dispute.cases import ALLY, CA, game_with, place_of, points

SAY = {"threshold": points(0.5), "vote": points(0.0)}
KINDS = {name: {"name": name, "probability": share, "threshold": more, "source": "assumption"}
         for name, share, more in (("free", 0.75, 0.0), ("bound", 0.25, 0.04))}  # fmt: skip
ASKED = {"name": "Mexico", "assent": {"chance": points(0.6), "gain": points(0.0), "stance": points(0.0)}}
HOME = {
    "countries.ca.types": KINDS,
    "countries.ca.institutions": {
        "commons": SAY | {"name": "Commons", "kind": "confidence", "delay": {**points(2), "value": 2}},
        "quebec": SAY | {"name": "Quebec", "kind": "province", "agrees_to": {"dairy": "slice"}, "places": ["QC"]},
        "cabinet": SAY | {"name": "Cabinet", "kind": "executive", "threshold": points(0.0)},
    },
    "countries.ca.election": {"week": 20} | {key: points(value) for key, value in {
        "floor": 0.4, "campaign": 4, "rest": 9, "swing": 0.0, "renewal": 0.0, "turnover": 0.0, "eve": 0, "heed": 0.0,
    }.items()},
    "provinces": {"quebec": {"name": "Quebec", "country": "ca", "places": ["QC"],
                             "stands_against": {"ca_consumer": "blocks"}}},
    "bases.emergency.court_hazard": 0.1, "allies": {"mexico": ALLY | ASKED},
    "issues.usmca.options.long.needs": "mexico",
}  # fmt: skip


def test_every_institution_is_listed_with_what_it_can_block_and_where_it_stands():
    game = game_with(HOME)
    package = {"tariff": "lifted", "counter": "given_up", "dairy": "slice", "border": "plan", "usmca": "short"}
    options = [list(issue.options).index(package[key]) for key, issue in game.scenario.issues.items()]
    listed = {say.name: say for say in says(game, package) if say.side == "ca"}
    assert {name: say.blocks for name, say in listed.items()} == {
        "Commons": "every deal", "Cabinet": "nothing",
        "Quebec": "deals with dairy access: +1.5 % of the market or more",
    }  # fmt: skip
    # a quarter of the prior needs 4 points more than .50, and approval starts at one half
    assert listed["Commons"].need == pytest.approx(0.51)
    assert listed["Quebec"].need == pytest.approx(0.50)
    place = place_of(game, options)
    assert listed["Quebec"].support == game.sides[CA].chambers[1].support[place]
    assert (listed["Commons"].delay, listed["Cabinet"].support) == (2, None)


def test_an_institution_that_is_not_asked_is_said_not_to_be():
    game = game_with(HOME)
    package = {"tariff": "lifted", "counter": "given_up", "dairy": "quotas", "border": "plan", "usmca": "short"}
    (quebec,) = [say for say in says(game, package) if say.name == "Quebec"]
    assert (quebec.support, quebec.need) == (None, None)
    alone = game_with({})  # no further institution, and no vote
    assert says(alone, check_summary(alone).package)[0][1:4] == ("House of Commons", "vote", "nothing")


def test_elections_provinces_allies_and_courts_are_told():
    lines = also_at_home(game_with(HOME).scenario)
    assert lines[0] == "Canada votes in week 20, when approval falls below 40 %, when a deal is refused (Commons)"
    assert lines[1] == "Quebec blocks counter-tariff on consumer goods"
    assert lines[2] == "Mexico must agree to USMCA's renewal: sixteen years, chance 0.60 with nothing at stake"
    assert lines[3] == "Courts can void measures on: emergency powers (IEEPA)"
