"""Every tactic against every tactic, in both orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from negotiation.bargaining.table.measures import Measures, landmarks, measures
from negotiation.bargaining.table.pieces import Tactic
from negotiation.bargaining.table.play import Setting, play_sessions


def tournament(setting: Setting, tactics: Iterable[tuple[str, Tactic]]) -> Iterator[tuple[str, str, Measures]]:
    """Names of the tactics at seat 0 and seat 1, and how their sessions went, for every ordered pair."""
    marks = landmarks(setting.domain)
    for (first, ours), (second, theirs) in product(tuple(tactics), repeat=2):
        yield first, second, measures(play_sessions(setting, (ours, theirs)), marks)
