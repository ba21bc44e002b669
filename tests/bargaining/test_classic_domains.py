"""Frontiers and reference points of the classic GENIUS domains against two other implementations.

The domains stand outside the project: in the folder NEGOTIATION_SHARED names, or in `shared` beside the project.
"""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from negotiation.bargaining import lotteries, reference_points
from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.packages import every_package

SHARED = Path(os.environ.get("NEGOTIATION_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "domains"
POINTS_FILE = SHARED / "points.json"
pytestmark = pytest.mark.skipif(
    not POINTS_FILE.exists(), reason=f"classic domains not found at {SHARED}: set NEGOTIATION_SHARED to their folder"
)
CASES = json.loads(POINTS_FILE.read_text(encoding="utf-8")) if POINTS_FILE.exists() else {}
NAMES = [(domain, reservation) for domain, case in CASES.items() for reservation in case["points"]]
ROUNDING = 1e-6

SCORES = {
    "nash": reference_points.nash_score,
    "egalitarian_gain": reference_points.egalitarian_gain_score,
    "egalitarian_raw": reference_points.egalitarian_raw_score,
    "utilitarian": reference_points.utilitarian_score,
    "ks_maximin_ratio": reference_points.kalai_smorodinsky_score,
    "ks_min_spread": reference_points.ks_min_spread_score,
}
LOTTERIES = {
    "nash": lotteries.nash_lottery,
    "egalitarian_gain": lotteries.egalitarian_gain_lottery,
    "utilitarian": lotteries.utilitarian_lottery,
}
# The file's Nash lottery of this domain is worse for both sides than a package it lists itself: see the last test.
MISTAKEN = ("anac2011_Camera", "nash")


def utilities(domain: str) -> np.ndarray:
    """Utility of every package to each side as GENIUS means it; (P, G)."""
    described = json.loads((SHARED / domain / "domain.json").read_text(encoding="utf-8"))
    packages = every_package([len(issue["values"]) for issue in described["issues"]])
    values = np.zeros((len(packages), len(described["parties"])))
    for side, party in enumerate(described["parties"]):
        for issue, (weight, raw) in enumerate(zip(party["weights"], party["evaluations"], strict=True)):
            values[:, side] += weight * np.array(raw)[packages[:, issue]] / max(raw)
    return values


def reserved(values: np.ndarray, domain: str, reservation: str) -> np.ndarray:
    """What each side is left with: its reservation value, or its worst package where that is better."""
    stated = {"none": [None, None], "zero": [0.0, 0.0], "xml": CASES[domain]["reservation"]}[reservation]
    lowest = values.min(axis=0)
    return np.maximum(lowest, [worst if own is None else own for own, worst in zip(stated, lowest, strict=True)])


def same_points(found: np.ndarray, listed: list[list[float]]) -> bool:
    apart = np.abs(found[:, None] - np.array(listed)[None]).max(axis=-1)
    return bool(apart.min(axis=0).max() <= ROUNDING and apart.min(axis=1).max() <= ROUNDING)


@pytest.mark.parametrize(("domain", "reservation"), NAMES)
def test_finite_points_of_classic_domains(domain, reservation):
    values, case = utilities(domain), CASES[domain]["points"][reservation]
    disagreement = reserved(values, domain, reservation)
    rational = (values >= disagreement - 1e-9).all(axis=-1)
    assert disagreement == pytest.approx(case["disagreement"])
    assert rational.sum() == case["rational_packages"]
    assert len(distinct_frontier(values[rational])) == case["frontier_size"]
    assert reference_points.nash_score(values, disagreement).max() == pytest.approx(case["nash_product_value"])
    for name, score in SCORES.items():
        found = values[reference_points.tied_optima(score(values, disagreement))]
        assert same_points(found, case[name]), name


@pytest.mark.parametrize(("domain", "reservation"), NAMES)
def test_lotteries_of_classic_domains(domain, reservation):
    values, case = utilities(domain), CASES[domain]["points"][reservation]
    disagreement = reserved(values, domain, reservation)
    for name, lottery in LOTTERIES.items():
        if (domain, name) != MISTAKEN:
            found = lottery(values, disagreement)
            assert np.abs(found - case["with_lotteries"][name]).max(axis=-1).min() <= ROUNDING, name


@pytest.mark.parametrize("reservation", ["none", "zero", "xml"])
def test_the_listed_nash_lottery_of_one_domain_is_worse_for_both_than_a_package(reservation):
    values, case = utilities("anac2011_Camera"), CASES["anac2011_Camera"]["points"][reservation]
    package = np.array(case["nash"][0])
    assert (package > np.array(case["with_lotteries"]["nash"][0]) + 0.002).all()
    found = lotteries.nash_lottery(values, reserved(values, "anac2011_Camera", reservation))
    assert found == pytest.approx(package, abs=ROUNDING)
