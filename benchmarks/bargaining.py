"""Speed of bargaining: sessions and reference points, against NegMAS in the same run where it is installed.

The same domain for both: three issues of ten options, 1,000 packages, even random evaluations, 100 rounds. Our sessions
differ in who speaks first and in reserved values; NegMAS plays some of them, one by one, and must agree. Its time is
that of `mechanism.run()` alone, without making mechanism and utilities; ours includes everything.
"""

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from statistics import median
from time import perf_counter

import numpy as np

from negotiation.bargaining import reference_points
from negotiation.bargaining.domains import Domain, Issue, Profile
from negotiation.bargaining.dominance import distinct_frontier
from negotiation.bargaining.table.play import Setting, play_sessions, setting_of
from negotiation.bargaining.table.result import Sessions
from negotiation.bargaining.tactics.registry import tactic_of

ISSUES, OPTIONS, ROUNDS = 3, 10, 100
SESSIONS, COMPARED, REPEATS = 8192, 6, 5
MOST_RESERVED = 0.3
PAIRS = (("boulware", "boulware"), ("boulware", "conceder"))


def bargaining() -> list[tuple[str, str]]:
    """Sessions and reference points a second; and how many times NegMAS's."""
    domain, peers = random_domain(seed=5), find_spec("negmas") is not None
    return [*(sessions(domain, pair, peers) for pair in PAIRS), points(domain, peers)]


def random_domain(seed: int) -> Domain:
    """Two sides with random weights and evaluations."""
    luck = np.random.default_rng(seed)
    options = tuple(f"option {number}" for number in range(OPTIONS))
    issues = tuple(Issue(f"issue {number}", options) for number in range(ISSUES))
    profiles = []
    for name in ("first", "second"):
        weights = luck.dirichlet(np.ones(ISSUES))
        evaluations = tuple(tuple(luck.random(OPTIONS).tolist()) for _ in issues)
        profiles.append(Profile(name, tuple(weights.tolist()), evaluations, reservation=0.0))
    return Domain("random", issues, tuple(profiles))


def sessions(domain: Domain, pair: tuple[str, str], peers: bool) -> tuple[str, str]:
    """Sessions a second of one pair of tactics."""
    setting = varied(setting_of(domain, ROUNDS, [number % 2 for number in range(SESSIONS)], SESSIONS))
    tactics = tactic_of(pair[0]), tactic_of(pair[1])
    played = play_sessions(setting, tactics)
    ours = median(seconds(lambda: play_sessions(setting, tactics)) for _ in range(REPEATS)) / SESSIONS
    text = f"{1 / ours:,.0f} sessions a second ({ours * 1e6:.1f} us each)"
    if peers:
        theirs = median(negmas_session(setting, pair, played, number) for number in range(COMPARED))
        text += f"; NegMAS {theirs * 1e3:.1f} ms: {theirs / ours:,.0f} times, same agreements"
    return f"{' - '.join(pair)}, 1,000 packages, 100 rounds", text


def varied(setting: Setting) -> Setting:
    """The sessions with reserved values of their own."""
    reserved = np.random.default_rng(6).random((SESSIONS, 2)) * MOST_RESERVED
    return replace(setting, reserved=reserved)


def negmas_session(setting: Setting, pair: tuple[str, str], played: Sessions, number: int) -> float:
    """Seconds NegMAS needs for one of the sessions; it must come to the same agreement."""
    from negmas.sao import BoulwareTBNegotiator, ConcederTBNegotiator

    from negotiation.bargaining.with_negmas import mechanism_for, utility_for

    kinds = {"boulware": BoulwareTBNegotiator, "conceder": ConcederTBNegotiator}
    mechanism = mechanism_for(setting.domain, ROUNDS)
    first = int(setting.first[number])
    for seat in (first, 1 - first):
        utility = utility_for(setting.domain, seat, mechanism)
        utility.reserved_value = float(setting.reserved[number, seat])
        mechanism.add(kinds[pair[seat]](), ufun=utility)
    took = seconds(mechanism.run)
    package = int(played.package[number])
    expected = setting.domain.options_of(package) if package >= 0 else None
    if mechanism.agreement != expected:
        raise RuntimeError(f"session {number}: NegMAS agrees on {mechanism.agreement}, we on {expected}")
    return took


def points(domain: Domain, peers: bool) -> tuple[str, str]:
    """Frontier, Nash, Kalai-Smorodinsky, egalitarian and utilitarian point of the 1,000 packages."""
    ours = median(seconds(lambda: our_points(replace(domain))) for _ in range(4 * REPEATS))
    text = f"{ours * 1e3:.2f} ms"
    if peers:
        theirs, found = negmas_points(domain)
        if not np.allclose(found, our_points(domain)):
            raise RuntimeError(f"reference points differ: NegMAS {found}, ours {our_points(domain)}")
        text += f"; NegMAS {theirs * 1e3:.1f} ms: {theirs / ours:.0f} times, same points"
    return "frontier and four reference points, 1,000 packages", text


def our_points(domain: Domain) -> np.ndarray:
    """Utilities at the four points, (4, 2), from the profiles on."""
    values = domain.utilities
    efficient = values[distinct_frontier(values)]
    start = domain.disagreement
    chosen = [
        reference_points.nash_point(efficient, start),
        reference_points.egalitarian_gain_point(efficient, start),
        reference_points.kalai_smorodinsky_point(efficient, start),
        reference_points.utilitarian_point(efficient, start),
    ]
    return efficient[chosen]


def negmas_points(domain: Domain) -> tuple[float, np.ndarray]:
    """Seconds NegMAS needs for the same, and its points (4, 2)."""
    from negmas.preferences import ops

    from negotiation.bargaining.with_negmas import mechanism_for, utility_for

    times, found = [], np.zeros((0, 2))
    for _ in range(REPEATS):
        mechanism = mechanism_for(domain, ROUNDS)
        utilities = [utility_for(domain, seat, mechanism) for seat in (0, 1)]
        for utility, reserved in zip(utilities, domain.disagreement, strict=True):
            utility.reserved_value = float(reserved)
        start = perf_counter()
        outcomes = list(mechanism.outcome_space.enumerate_or_sample())
        frontier, _ = ops.pareto_frontier(utilities, outcomes=outcomes)
        # Once for all four, as a user in a hurry would.
        ranges = [utility.minmax(outcomes=outcomes, above_reserve=False) for utility in utilities]
        chosen = [
            point(utilities, frontier, ranges=ranges)[0][0]
            for point in (ops.nash_points, ops.kalai_points, ops.ks_points, ops.max_welfare_points)
        ]
        times.append(perf_counter() - start)
        found = np.array(chosen)
    return median(times), found


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of a piece of work."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    for name, figure in bargaining():
        print(f"{name:<66} {figure}")
