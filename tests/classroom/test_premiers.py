"""Premiers and governors: what they say counts by the engine's rule for provinces, from the next week on."""

import numpy as np
import pytest

from negotiation.classroom.game.appraisal import appraised
from negotiation.classroom.game.case import make_case
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.premiers import powers
from negotiation.classroom.game.refused import Refused
from negotiation.dispute.reasons import Kind, Reason
from negotiation.dispute.state import COMPREHENSIVE_DEAL
from tests.classroom.cases import CA, FAIR, US, accept, case, move, offer, two_people, with_provinces
from tests.classroom.conftest import begin

WINE = 2  # the third measure
SEATS = {CA: {"person": "person-a", "name": "Ann"}, US: {"person": "person-b", "name": "Bob"}}
ASSENT = """
[countries.{country}.institutions.east]
name = "East"
kind = "province"
agrees_to = {{ dairy = "slice" }}
constituencies = ["{people}"]
threshold = {{ value = {need}, unit = "share of influence", source = "assumption" }}
vote = {{ value = 0, unit = "share of influence, standard deviation", source = "assumption" }}
failing = {{ value = 0.05, unit = "share of approval", source = "assumption" }}
"""


def headed(home, key: str, wish=None) -> Game:
    """A game with somebody at the head of a province, who has asked for something."""
    game = Game(home, 3, SEATS)
    game.apply({"kind": "delegated", "at": 0.0, "seat": key, "person": "person-c", "name": "Cleo", "consent": True})
    if wish is not None:
        game.apply({"kind": "instructed", "at": 0.0, "seat": key, "wish": wish})
    return game


def weeks(game: Game, number: int, **away) -> None:
    """Some weeks in which both hold; Canada does something away from the table in the first."""
    until = game.week + number
    while game.week < until:
        side = game.awaited[0]
        move(game, side, **(away if side == CA else {}))
        away = {} if side == CA else away


def told(game: Game, kind: Kind) -> list[int]:
    """The reasons of the moves of a kind."""
    return [int(r) for page in game.pages for k, r in zip(page.kind, page.reason, strict=True) if k == kind]


def test_a_premier_sets_and_withdraws_the_province_s_own_measure(tmp_path):
    """Asked for in week 0, it counts from week 1 on; after it is withdrawn it rests (3 weeks) before it comes again."""
    game = headed(with_provinces(tmp_path, sets="ca_wine"), "ca.west", {"measure": "on"})
    weeks(game, 1)
    assert game.state.level[0, WINE] == 0
    weeks(game, 1)
    assert game.state.level[0, WINE] == 1
    assert told(game, Kind.IMPOSE) == [Reason.PERSON]
    game.apply({"kind": "instructed", "at": 0.0, "seat": "ca.west", "wish": {"measure": "off"}})
    weeks(game, 2)
    assert game.state.level[0, WINE] == 0
    withdrawn = game.week - 1
    game.apply({"kind": "instructed", "at": 0.0, "seat": "ca.west", "wish": {"measure": "on"}})
    assert game.state.rested[0, 0] == withdrawn + 1 + 3
    while game.state.level[0, WINE] == 0:
        weeks(game, 1)
    assert game.week - 1 == withdrawn + 1 + 3


def test_without_a_word_the_model_decides(tmp_path):
    """Its people have lost nothing near 50 % of their income: it never acts, and the game is the same."""
    home = with_provinces(tmp_path, sets="ca_wine")
    silent, none = headed(home, "ca.west"), Game(home, 3, SEATS)
    weeks(silent, 5)
    weeks(none, 5)
    assert silent.state.level[0, WINE] == 0
    assert np.array_equal(silent.state.approval, none.state.approval)


HIGHER = """
[measures.us_general]
levels = [{ name = "none", rate = 0 }, { name = "25 %", rate = 25 }, { name = "50 %", rate = 50 }]
"""


@pytest.mark.parametrize(("wish", "level"), [({"measure": "on"}, 1), (None, 0)], ids=["a premier", "the model"])
def test_a_premier_need_not_give_in_to_a_threat_that_the_model_gives_in_to(tmp_path, wish, level):
    game = headed(with_provinces(tmp_path, sets="ca_wine", more=HIGHER), "ca.west", {"measure": "on"})
    weeks(game, 2)
    assert game.state.level[0, WINE] == 1
    game.apply({"kind": "instructed", "at": 0.0, "seat": "ca.west", "wish": wish})
    weeks(game, 1)
    while game.week < 5:
        side = game.awaited[0]
        threat = {"threat": {"measure": "us_general", "level": 2, "weeks": 9}}
        move(game, side, **(threat if side == US and game.week == 3 else {}))
    assert told(game, Kind.THREATEN) == [Reason.PERSON]
    assert game.state.level[0, WINE] == level


@pytest.mark.parametrize(("wish", "lost"), [(None, 0.1), ({"objects": "yes"}, 0.1), ({"objects": "no"}, 0.0)])
def test_a_premier_objects_or_lets_it_pass(tmp_path, wish, lost):
    """Raising what West resists costs 0.10 of its people's approval, of which a tenth is mended the week after."""
    home = with_provinces(tmp_path, resists="ca_consumer")
    quiet, loud = headed(home, "ca.west", wish), headed(home, "ca.west", {"objects": "no"})
    weeks(quiet, 1)
    weeks(loud, 1)
    weeks(quiet, 1, set={"ca_consumer": 1})
    weeks(loud, 1, set={"ca_consumer": 1})
    dairy = list(home.scenario.constituencies).index("quebec_dairy")
    assert loud.state.approval[0, dairy] - quiet.state.approval[0, dairy] == pytest.approx(0.9 * lost)
    assert len(told(quiet, Kind.OBJECT)) == int(lost > 0.0)


@pytest.mark.parametrize(
    ("need", "wish", "passes"),
    [(0.99, None, False), (0.99, {"votes": "agree"}, True), (0.01, None, True), (0.01, {"votes": "refuse"}, False)],
)
def test_a_premier_s_consent_decides_whatever_its_people_think(tmp_path, need, wish, passes):
    """East is asked because the deal gives a slice of dairy; its word is its people's need of support."""
    more = ASSENT.format(country="ca", people="quebec_dairy", need=need)
    game = headed(with_provinces(tmp_path, more=more), "ca.east", wish)
    weeks(game, 1)
    if game.awaited == (CA,):
        move(game, CA, offer(FAIR))
        move(game, US, accept(game, US))
    assert (game.state.settlement[0] == COMPREHENSIVE_DEAL) == passes
    if not passes:
        assert told(game, Kind.REFUSE) == [Reason.PERSON if wish else Reason.NO_SUPPORT_AT_HOME]
        assert game.state.grievance[0, 0] > 0.0  # `failing`: a refusal costs its government


def test_a_premier_is_not_asked_about_a_deal_that_is_none_of_its_business(tmp_path):
    more = ASSENT.format(country="ca", people="quebec_dairy", need=0.01)
    game = headed(with_provinces(tmp_path, more=more), "ca.east", {"votes": "refuse"})
    weeks(game, 1)
    move(game, CA, offer({**FAIR, "dairy": "quotas"}))
    move(game, US, accept(game, US))
    assert game.state.settlement[0] == COMPREHENSIVE_DEAL


def test_a_governor_has_a_seat_where_the_scenario_has_one(tmp_path):
    more = ASSENT.format(country="us", people="farmers", need=0.01)
    home = with_provinces(tmp_path, more=more)
    game = headed(home, "us.east", {"votes": "refuse"})
    assert game.delegations.seats()["premier"] == {"us.east": "East"}
    weeks(game, 1)
    move(game, CA, offer(FAIR))
    move(game, US, accept(game, US))
    assert told(game, Kind.REFUSE) == [Reason.PERSON]
    assert not game.over


def numbered(home, options) -> int:
    """The number of a package."""
    return home.package_of[home.package_words(options)]


def test_a_player_is_told_which_institutions_a_package_would_be_brought_to(tmp_path):
    """East votes on a slice of dairy only: asked for 99 % it would fail, for 1 % it would pass."""
    for need, passes in ((0.99, 0.0), (0.01, 1.0)):
        home = with_provinces(tmp_path, more=ASSENT.format(country="ca", people="quebec_dairy", need=need))
        game = Game(home, 3, SEATS)
        slice_, quotas = (numbered(home, {**FAIR, "dairy": dairy}) for dairy in ("slice", "quotas"))
        told_of = appraised(game, CA, slice_)["votes"]
        assert [(vote["key"], vote["chance"]) for vote in told_of] == [("east", passes)]
        assert 0.0 < told_of[0]["support"] < 1.0
        assert appraised(game, CA, quotas)["votes"] == []
        assert appraised(game, US, slice_)["votes"] == []


def test_who_has_a_say_in_the_shipped_record():
    record = make_case("us-canada-record", 30)
    assert powers(record, "ca.ontario") == {"measure": "ca_electricity"}
    assert powers(record, "ca.quebec") == {"votes": {"dairy": "opening", "culture": "dropped"}}
    assert powers(record, "ca.alberta") == {"objects": ["ca_energy"]}


@pytest.mark.parametrize(
    "wish", [{"votes": "agree"}, {"measure": "maybe"}, {"measure": 1}, "on", 5, ["measure"], {"more": "x"}]
)
def test_what_is_not_a_premier_s_to_say_is_refused(tmp_path, wish):
    game = headed(with_provinces(tmp_path, sets="ca_wine"), "ca.west")
    with pytest.raises(Refused):
        game.apply({"kind": "instructed", "at": 0.0, "seat": "ca.west", "wish": wish})
    assert game.delegations.orders == {}


def test_where_no_province_acts_the_page_says_so(server):
    browser = server.browser()
    game = begin(browser)
    assert two_people().delegations.seats()["premier"] == {}
    assert "no province or state acts on its own" in server.browser().get(f"{game}/seats").text
    assert case().scenario.provinces == {}
