"""Luck as data: every random number of a world, drawn before its first week.

One Philox generator per world, key (seed, world), one counter per channel: world 417 is the same in every ensemble, on
any number of workers, and every scenario meets the same luck. A channel's place in the table is its counter and its
rows are series over weeks: new draws go to a channel's end, new channels to the table's end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.on_demand import OnDemand
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Draws = NDArray[np.float32]
BATCH = 64  # worlds drawn before they are laid out by week: few enough for the processor's cache


@dataclass(frozen=True)
class WeekLuck:
    """One week's draws, worlds first; the columns are those of `Luck`."""

    news: Floats
    chances: Floats
    polls: Floats
    allies: Floats
    dealings: Floats
    conduct: Floats
    votes: Floats
    assent: Floats
    home: Floats
    courts: Floats

    def of(self, rows: NDArray[np.int64]) -> "WeekLuck":
        """The same week's draws of some of the worlds."""
        return _WeekLuckOfSome(self, rows)

    def where(self, **given: Floats) -> "WeekLuck":
        """The same with other draws in these columns."""
        return WeekLuck(**{name: given.get(name, getattr(self, name)) for name in SERIES})


SERIES = tuple(field.name for field in fields(WeekLuck))


class _WeekLuckOfSome(OnDemand, WeekLuck):
    """One week's draws of some of the worlds."""

    columns = frozenset(SERIES)


@dataclass(frozen=True)
class Luck:
    """The draws of R worlds over W weeks, float32: to reckon with, make them float64 as `in_week` does.

    start: (R, 4) even: types then clocks, by side; news: (R, 3, W) normal: each side's public, the market; chances:
    (R, 8, W) even: border, summit, venue, courts, initiative by side, weariness by side; polls: (R, C, W) normal;
    allies: (R, A, W) normal; dealings: (R, A, W) even; conduct: (R, 4, W) normal: follow-through by side, votes;
    votes: (R, 2 N, W) normal: further institutions by side, N the most that either has; assent: (R, A, W) even;
    home: (R, 4 + V, W) even: mandates by side, leaders by side, provinces;
    courts: (R, 2, W) even: stays, final rulings; (R, 0, W) where no legal basis knows stays.
    """

    start: Draws
    news: Draws
    chances: Draws
    polls: Draws
    allies: Draws
    dealings: Draws
    conduct: Draws
    votes: Draws
    assent: Draws
    home: Draws
    courts: Draws

    def in_week(self, week: int) -> "WeekLuck":
        """The draws of one week."""
        series = (getattr(self, name) for name in SERIES)
        return WeekLuck(*(np.asarray(column[:, :, week], np.float64, order="C") for column in series))

    def swapped(self, constituencies: NDArray[np.int64]) -> "Luck":
        """The same luck with the two sides' draws exchanged; constituencies: the order that exchanges theirs."""
        return Luck(
            start=self.start[:, [1, 0, 3, 2]],
            news=self.news[:, [1, 0, 2]],
            chances=self.chances[:, [0, 1, 2, 3, 5, 4, 7, 6]],
            polls=self.polls[:, constituencies],
            allies=self.allies,
            dealings=self.dealings,
            conduct=self.conduct[:, [1, 0, 3, 2]],
            votes=np.roll(self.votes, self.votes.shape[1] // 2, axis=1),
            assent=self.assent,
            home=self.home[:, [1, 0, 3, 2, *range(4, self.home.shape[1])]] if self.home.size else self.home,
            courts=self.courts,
        )


def channels(scenario: Scenario) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Distribution and shape of every channel of one world; the place in the table is the channel's counter."""
    weeks, allies = scenario.weeks, len(scenario.allies)
    return {
        "start": ("even", (4,)),
        "news": ("normal", (3, weeks)),
        "chances": ("even", (8, weeks)),
        "polls": ("normal", (len(scenario.constituencies), weeks)),
        "allies": ("normal", (allies, weeks)),
        "dealings": ("even", (allies, weeks)),
        "conduct": ("normal", (4, weeks)),
        "votes": ("normal", (2 * most_institutions(scenario), weeks)),
        "assent": ("even", (allies if asks_an_ally(scenario) else 0, weeks)),
        "home": ("even", (4 + len(scenario.provinces) if stirs_at_home(scenario) else 0, weeks)),
        "courts": ("even", (2 if any(basis.stay for basis in scenario.bases.values()) else 0, weeks)),
    }


def most_institutions(scenario: Scenario) -> int:
    """How many further institutions the country with more of them has."""
    return max(len(country.institutions) for country in scenario.countries.values())


def asks_an_ally(scenario: Scenario) -> bool:
    """Whether any option needs an ally."""
    return any(option.needs for issue in scenario.issues.values() for option in issue.options.values())


def stirs_at_home(scenario: Scenario) -> bool:
    """Whether either country may vote, or has provinces of its own mind."""
    return bool(scenario.provinces) or any(country.election for country in scenario.countries.values())


def draw(scenario: Scenario, seed: int, worlds: Sequence[int]) -> Luck:
    """The luck of worlds under a seed, by number. One generator is re-keyed for each: cheaper than making one each."""
    bits = np.random.Philox()
    generator = np.random.Generator(bits)
    counter, key = [0, 0, 0, 0], [seed, 0]  # lists: read several times faster than arrays
    fresh: Any = {**bits.state, "state": {"counter": counter, "key": key}, "buffer": [0, 0, 0, 0]}  # nothing left over
    drawn = {}
    for place, (name, (kind, shape)) in enumerate(channels(scenario).items()):
        fill = generator.random if kind == "even" else generator.standard_normal
        counter[3] = place
        table = np.empty((shape[-1], len(worlds), *shape[:-1]), np.float32)
        for first in range(0, len(worlds) if table.size else 0, BATCH):
            batch = worlds[first : first + BATCH]
            rows = np.empty((len(batch), *shape), np.float32)
            for row, world in zip(rows, batch, strict=True):
                key[1] = world
                bits.state = fresh
                fill(out=row, dtype=np.float32)
            table[:, first : first + BATCH] = np.moveaxis(rows, -1, 0)
        drawn[name] = np.moveaxis(table, 0, -1)  # laid out week by week, as it is read
    return Luck(**drawn)
