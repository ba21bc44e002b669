"""Sessions on the classic domains against two other implementations, deal by deal and offer by offer."""

from dataclasses import replace

import numpy as np
import pytest

from negotiation.bargaining.table.play import Setting, play_sessions, setting_of
from negotiation.bargaining.tactics.registry import tactic_of

from .classic import NEEDS_DOMAINS, classic, recorded

pytestmark = NEEDS_DOMAINS
SESSIONS = recorded("sessions.json")
DOMAINS = sorted({row["domain"] for row in SESSIONS.get("rows", [])})
TRACES = SESSIONS.get("traces", [])
ROUNDING = 1e-8


def setting_for(row: dict) -> Setting:
    """The recorded session's rules."""
    setting = setting_of(classic(row["domain"]), row["n_steps"], row["first_party"])
    return replace(setting, reserved=np.zeros((1, 2))) if row["reservation"] == "zero" else setting


def pair_for(row: dict):
    return tuple(tactic_of(row[f"strategy_party{seat}"].lower()) for seat in (0, 1))


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_recorded_session_of_a_domain(domain):
    for row in [row for row in SESSIONS["rows"] if row["domain"] == domain]:
        played = play_sessions(setting_for(row), pair_for(row))
        expected = row["utilities_tie_first"]
        if expected is None:
            assert not played.agreed[0], row
        else:
            assert np.abs(played.utilities[0] - expected).max() < ROUNDING, row
        assert played.round[0] == row["step_tie_first"], row


def test_all_rows_are_there():
    assert len(SESSIONS["rows"]) == 522
    assert len(TRACES) == 27


def ties_as_recorded(trace: dict, size: int):
    """Orders in which, among packages of equal utility, the one the record shows comes first: its sort was unstable."""
    orders = []
    for seat in (0, 1):
        ties = np.arange(size)
        ties[[offer[2] for offer in trace["offers"] if offer[1] == seat]] -= size
        orders.append(ties)
    return tuple(orders)


@pytest.mark.parametrize("trace", TRACES, ids=lambda trace: f"{trace['domain']}-{trace['n_steps']}")
def test_every_recorded_offer(trace):
    setting = setting_for(trace)
    ties = ties_as_recorded(trace, len(setting.domain.packages))
    played = play_sessions(replace(setting, ties=ties), pair_for(trace))
    assert played.course(0) == [tuple(offer[:3]) for offer in trace["offers"]]
    assert played.package[0] == trace["agreement_index"]


@pytest.mark.parametrize("trace", TRACES, ids=lambda trace: f"{trace['domain']}-{trace['n_steps']}")
def test_the_stable_rule_differs_from_the_record_only_among_equals(trace):
    setting = setting_for(trace)
    played = play_sessions(setting, pair_for(trace))
    for (_, seat, package), offer in zip(played.course(0), trace["offers"], strict=True):
        worth = setting.domain.utilities[[package, offer[2]], seat]
        assert worth[0] == worth[1]
