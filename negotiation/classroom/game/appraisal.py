"""What a package would be worth to one side, and whether it would pass at home."""

from math import erf, sqrt
from typing import Any

import numpy as np

from negotiation.bargaining.search import appraised_offers
from negotiation.classroom.game.game import Game
from negotiation.dispute.question import question


def appraised(game: Game, side: str, package: int) -> dict[str, Any]:
    """A package by number: options, own value, gain over walking away, support at home, need and chance to pass.

    Promises that it would break are in the value.
    """
    case, state = game.case, game.state
    seat = case.sides.index(side)
    both = game.standings
    asked = question(state, both, seat, np.ones(1, np.bool_))
    value = float(appraised_offers(case.engine.sides[seat].book, asked, np.array([package])).value[0])
    limited = package >= case.engine.packages.whole
    need = float(both[seat].limited_need[0] if limited else both[seat].need[0])
    support = float(case.engine.sides[seat].home[package])
    return {
        "package": package,
        "options": case.options_of(package),
        "limited": limited,
        "value": value,
        "gain": value - float(both[seat].no_deal[0]),
        "support": support,
        "need": need if np.isfinite(need) else None,
        "chance": chance(support - need, case.engine.sides[seat].country.ratification.vote.value),
        "votes": votes(game, seat, package),
        "breaks": [
            key for bit, key in enumerate(case.engine.sides[seat].country.commitments)
            if int(case.engine.sides[seat].breaks[package]) & int(state.committed[0, seat]) & (1 << bit)
        ],
    }  # fmt: skip


def votes(game: Game, seat: int, package: int) -> list[dict[str, Any]]:
    """The further institutions that a package would be brought to: support there, what they need, chance to pass."""
    needs, asked = game.standings[seat].other_needs[0], []
    for chamber, need in zip(game.case.engine.sides[seat].chambers, needs.tolist(), strict=True):
        if chamber.asked[package] and np.isfinite(need):
            support = float(chamber.support[package])
            passes = chance(support - need, chamber.given.vote.value)
            asked.append({"key": chamber.key, "support": support, "need": need, "chance": passes})
    return asked


def chance(margin: float, spread: float) -> float:
    """The chance that a normal draw of this spread does not undo a margin of support."""
    if spread == 0.0 or not np.isfinite(margin):
        return float(margin >= 0.0)
    return 0.5 * (1.0 + erf(margin / spread / sqrt(2.0)))
