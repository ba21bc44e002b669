"""Where an ally stands: what moves it, and the five stances."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

STANCES = ("neutral", "solidarity", "joint retaliation", "separate deal", "mediation")
NEUTRAL, SOLIDARITY, JOINT, SEPARATE, MEDIATION = range(5)


class Temper(NamedTuple):
    """How much moves an ally: a percent of its own welfare, a percent of tariff on its friend, all others joining, a
    request; the weekly chances that it takes a separate deal or mediates; and how ready the opponent's threat makes it
    to settle."""

    welfare: float
    solidarity: float
    company: float
    request: float
    settles: float
    mediates: float
    pressure: float = 0.0


class Situation(NamedTuple):
    """What an ally sees, each (R,): its gain from joining in percent; the tariff on its friend in percent; the share of
    the others that joined; whether its friend asked; whether a separate deal is offered; whether talks stand still;
    its gain from settling in percent, None where a separate deal holds nothing."""

    gain: Floats
    tariff: Floats
    company: Floats
    asked: NDArray[np.bool_]
    offered: NDArray[np.bool_]
    deadlock: NDArray[np.bool_]
    settling: Floats | None = None


def how_many(stances: Integers, stance: int) -> Integers:
    """How many allies take a stance, (R,). stances: (R, A) by number in STANCES."""
    count: Integers = np.einsum("ra->r", (stances == stance).astype(np.int64))
    return count


def readiness(leaning: Floats, temper: Temper, sees: Situation) -> Floats:
    """How ready an ally is to join: below 0 neutral, 0 to 1 solidarity in words, above 1 joint retaliation, (R,)."""
    return (
        leaning
        + temper.welfare * sees.gain
        + temper.solidarity * sees.tariff
        + temper.company * sees.company
        + temper.request * sees.asked
    )


def chance_to_settle(temper: Temper, sees: Situation) -> Floats | float:
    """The chance that an ally takes a separate deal it is offered, (R,).

    A logit around the chance of an ally that the deal leaves cold: its own gain and the opponent's threat make it
    likelier, the tariff on its friend and its friend's request less likely. Source: binary logit, McFadden (1974).
    """
    if sees.settling is None:
        return temper.settles
    appeal = (
        temper.welfare * sees.settling
        + temper.pressure
        - temper.solidarity * sees.tariff
        - temper.request * sees.asked
    )
    odds = temper.settles * np.exp(appeal)
    chance: Floats = odds / (1.0 - temper.settles + odds)
    return chance


def stance_after(stance: Integers, ready: Floats, temper: Temper, sees: Situation, chance: Floats) -> Integers:
    """An ally's stance next week, (R,). A separate deal is kept; mediation only from words, while talks stand still.

    chance: (R,) even draws in 0 to 1; the same draw decides on a separate deal and, from its other end, on mediation.
    """
    hit = sees.tariff > 0.0
    joins = (ready > 1.0) & hit
    settles = sees.offered & ~joins & (chance < chance_to_settle(temper, sees))
    mediates = sees.deadlock & ~joins & (1.0 - chance < temper.mediates)
    stays = (stance == MEDIATION) & sees.deadlock & ~joins
    words = np.where(ready > 0.0, SOLIDARITY, NEUTRAL)
    after = np.select([joins, settles, mediates | stays], [JOINT, SEPARATE, MEDIATION], words)
    return np.where(stance == SEPARATE, SEPARATE, after)
