"""NegMAS at our table and we in its mechanisms give what playing at home gives; skipped where it is not installed."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.bargaining.errors import BargainingError
from negotiation.bargaining.table.play import play_sessions, setting_of
from negotiation.bargaining.tactics.registry import tactic_of

from .classic import NEEDS_DOMAINS, classic
from .small import pie, two_issues

pytest.importorskip("negmas", reason="needs the extra negotiation[negmas]")

# NegMAS's own imports warn; that is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")
ROUNDS = 30
PAIRS = [("boulware", "conceder"), ("linear", "boulware"), ("conceder", "linear"), ("boulware", "boulware")]
SMALL = {"pie": pie(50), "two issues": two_issues()}
# Without ties between packages: NegMAS's sort is not stable.
UNTIED = ["anac2010_EnglandZimbabwe", "anac2010_ItexvsCypress", "anac2011_Laptop"]


def theirs(name: str):
    """NegMAS's negotiator of that name."""
    from negmas.sao import BoulwareTBNegotiator, ConcederTBNegotiator, LinearTBNegotiator

    return {"boulware": BoulwareTBNegotiator, "conceder": ConcederTBNegotiator, "linear": LinearTBNegotiator}[name]()


def at_home(domain, pair):
    """Both ours, at our table: the agreement, or None."""
    played = play_sessions(setting_of(domain, ROUNDS), tuple(map(tactic_of, pair)))
    return domain.options_of(int(played.package[0])) if played.agreed[0] else None


def in_mechanism(domain, sides):
    """The agreement of negotiators in a NegMAS mechanism."""
    from negotiation.bargaining.with_negmas import mechanism_for, utility_for

    mechanism = mechanism_for(domain, ROUNDS)
    for seat, negotiator in enumerate(sides):
        mechanism.add(negotiator, ufun=utility_for(domain, seat, mechanism))
    return mechanism.run().agreement


@pytest.mark.parametrize("domain", SMALL.values(), ids=SMALL)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_our_tactics_in_their_mechanism(domain, pair):
    from negotiation.bargaining.with_negmas import OurNegotiator

    sides = [OurNegotiator(tactic_of(name), domain, seat) for seat, name in enumerate(pair)]
    assert in_mechanism(domain, sides) == at_home(domain, pair)


@NEEDS_DOMAINS
@pytest.mark.parametrize("name", UNTIED)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_one_of_ours_and_one_of_theirs_in_their_mechanism(name, pair):
    from negotiation.bargaining.with_negmas import OurNegotiator

    domain = classic(name)
    ours = [OurNegotiator(tactic_of(pair[0]), domain, 0), theirs(pair[1])]
    assert in_mechanism(domain, ours) == at_home(domain, pair)


@NEEDS_DOMAINS
@pytest.mark.parametrize("name", UNTIED)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_one_of_theirs_at_our_table(name, pair):
    from negotiation.bargaining.with_negmas import seated_negmas

    domain = classic(name)
    sides = tactic_of(pair[0]), seated_negmas(theirs(pair[1]), domain, 1, ROUNDS)
    played = play_sessions(setting_of(domain, ROUNDS), sides)
    found = domain.options_of(int(played.package[0])) if played.agreed[0] else None
    assert found == at_home(domain, pair)


@pytest.mark.parametrize("tactic", ["micro", "relative_tit_for_tat", "trade_off+bayesian", "boulware+frequency"])
def test_tactics_with_memory_play_the_same_in_their_mechanism(tactic):
    from negotiation.bargaining.with_negmas import OurNegotiator

    sides = [OurNegotiator(tactic_of(name), SMALL["pie"], seat) for seat, name in enumerate((tactic, "linear"))]
    assert in_mechanism(SMALL["pie"], sides) == at_home(SMALL["pie"], (tactic, "linear"))


def test_utilities_are_the_same():
    from negotiation.bargaining.with_negmas import mechanism_for, package_of, utility_for

    domain = two_issues()
    mechanism = mechanism_for(domain, ROUNDS)
    for seat in (0, 1):
        utility = utility_for(domain, seat, mechanism)
        for package in range(len(domain.packages)):
            words = domain.options_of(package)
            assert package_of(domain, words) == package
            assert float(utility(words)) == pytest.approx(domain.utilities[package, seat])


def test_a_guest_plays_one_session_at_a_time():
    from negotiation.bargaining.with_negmas import seated_negmas

    domain = SMALL["pie"]
    sides = tactic_of("linear"), seated_negmas(theirs("linear"), domain, 1, ROUNDS)
    setting = replace(setting_of(domain, ROUNDS, sessions=2), reserved=np.zeros((2, 2)))
    with pytest.raises(BargainingError, match="one session at a time; got 2"):
        play_sessions(setting, sides)
