"""The bargaining commands as a user sees them."""

import json
from dataclasses import replace

import pytest

from negotiation.bargaining.domains import Domain, Issue, Profile, write_domain


@pytest.fixture
def laptop(tmp_path, monkeypatch):
    """Ten prices, and a colour both like; in an empty folder."""
    prices = tuple(str(price) for price in range(10))
    rising, blue = tuple(float(price) for price in range(10)), (0.0, 1.0)
    domain = Domain(
        "laptop",
        (Issue("price", prices), Issue("colour", ("red", "blue"))),
        (
            Profile("seller", (0.8, 0.2), (rising, blue)),
            Profile("buyer", (0.8, 0.2), (rising[::-1], blue)),
        ),
    )
    monkeypatch.chdir(tmp_path)
    write_domain(domain, "laptop.toml")
    return domain


def test_bargain_tells_the_deal(called, laptop):
    code, out, _ = called("bargain", "laptop.toml", "--tactics", "hardliner,conceder", "--rounds", "20")
    assert code == 0
    # The seller never moves from the best package: price 9, blue.
    assert "price: 9, colour: blue" in " ".join(out.split())


def test_bargain_as_json_tells_offer_by_offer(called, laptop):
    code, out, _ = called("bargain", "laptop.toml", "--tactics", "hardliner,conceder", "--first", "1", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["utilities"] == pytest.approx([1.0, 0.2])
    # The buyer, first, wants 1 - (1/101)^.25 - .0001 = .6845: red at 1 (.8 x 8/9 = .711) is the least that gives it.
    assert told["offers"][0] == {"round": 0, "seat": 1, "package": ["1", "red"]}


def test_bargain_many_sessions(called, laptop):
    code, out, _ = called(
        "bargain", "laptop.toml", "--tactics", "random_tit_for_tat,linear", "--sessions", "50", "--json"
    )
    told = json.loads(out)
    assert (code, told["sessions"], told["first"]) == (0, 50, "by turns")


def test_every_ordered_pair(called, laptop):
    code, out, _ = called("bargain", "laptop.toml", "--all-tactics", "--rounds", "10", "--json")
    pairs = [tuple(pair["tactics"]) for pair in json.loads(out)["pairs"]]
    names = {first for first, _ in pairs}
    assert code == 0
    assert pairs == [
        (first, second)
        for first in dict.fromkeys(first for first, _ in pairs)
        for second in dict.fromkeys(first for first, _ in pairs)
    ]
    assert {"boulware", "micro", "trade_off"} <= names


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("laptop.toml", "--tactics", "bolware,micro"), "unknown tactic 'bolware'; did you mean 'boulware'?"),
        (("laptop.toml", "--tactics", "micro+ac_nxt,micro"), "unknown piece 'ac_nxt'; did you mean 'ac_next'?"),
        (("laptop.toml", "--tactics", "micro"), "--tactics: two names, parted by a comma; got 'micro'"),
        (("laptop.toml", "--first", "2"), "first is seat 0 or 1; got [2]"),
        (("laptop.toml", "--rounds", "0"), "rounds and sessions are at least 1; got 0 and 1"),
        (("laptop.toml", "--sessions", "0"), "rounds and sessions are at least 1; got 100 and 0"),
        (("nowhere",), "nowhere: no such file or folder"),
    ],
)
def test_mistakes_are_one_line(called, laptop, arguments, sentence):
    code, _, err = called("bargain", *arguments)
    assert (code, err) == (2, f"error: {sentence}\n")


def test_analyze_a_domain(called, laptop, tmp_path):
    code, out, _ = called("analyze", "laptop.toml", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["packages"] == 20
    # Both like blue: ten efficient packages. Gains .2 + .8 x price / 9 and .2 + .8 x (9 - price) / 9 have the highest
    # product where they are closest, at 4 and 5: the first of them.
    assert len(told["frontier"]) == 10
    assert told["points"]["nash"]["package"] == "4, blue"
    assert (tmp_path / "laptop-frontier.png").stat().st_size > 10_000


def test_analyze_prints_a_table(called, laptop):
    code, out, _ = called("analyze", "laptop.toml", "--figure", "there.png")
    assert code == 0
    assert "A: 4, blue" in out
    assert "Figure: there.png" in out


def test_a_figure_of_an_unknown_kind_is_named(called, laptop):
    code, _, err = called("analyze", "laptop.toml", "--figure", "there.foo")
    assert code == 2
    assert err.startswith("error: --figure: a file ending in .")
    assert err.endswith("got 'there.foo'\n")


def test_analyze_three_sides_without_a_figure(called, laptop):
    write_domain(replace(laptop, profiles=(*laptop.profiles, replace(laptop.profiles[0], name="maker"))), "three.toml")
    code, out, _ = called("analyze", "three.toml")
    assert code == 0
    assert "No figure: it has two sides only." in out
    assert "lottery" not in out


def test_analyze_names_an_unknown_scenario(called, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = called("analyze", "us-canda-briefing")
    assert code == 2
    assert "did you mean 'us-canada-briefing'?" in err
