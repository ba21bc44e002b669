"""What of home does not change while a dispute is played: provinces, their vetoes, and how long votes take."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.home import electorate
from negotiation.dispute.needs import Need, needs_of
from negotiation.dispute.packages import Packages
from negotiation.dispute.sides import Side
from negotiation.scenario.provinces import OwnMove, Province
from negotiation.scenario.schema import Scenario

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
PERCENT = 100.0


@dataclass(frozen=True)
class Provincial:
    """A province: its key with its country's ("ca.quebec"), its number, its country's seat, its people by number,
    voice (C,) their influence, the measure it sets itself (-1 for none) and how."""

    key: str
    number: int
    seat: int
    groups: Integers
    voice: Floats
    measure: int
    moves: OwnMove | None
    resists: Flags
    objection: float


@dataclass(frozen=True)
class AtHome:
    """needs: options that need an ally; vote_delays: (P,) weeks from signature to the last vote; provinces: all;
    provincial: (M,) measures that a province sets; vetoed: (M,) blocked by a province; price: (M,) points that raising
    a resisted measure costs its government."""

    needs: tuple[Need, ...]
    vote_delays: Integers
    provinces: tuple[Provincial, ...]
    provincial: Flags
    vetoed: Flags
    price: Floats


def at_home(scenario: Scenario, packages: Packages, sides: tuple[Side, Side]) -> AtHome:
    """Home laid out for the game."""
    measures = list(scenario.measures)
    provinces = tuple(
        _provincial(scenario, number, key) for number, key in enumerate(scenario.provinces)
    )
    price = np.zeros(len(measures))
    for province in provinces:
        side = sides[province.seat]
        share = float(province.voice.sum() / side.influence.sum()) if side.groups.size else 0.0
        worth = side.country.payoff.approval.value * PERCENT * share * province.objection
        price = price + np.where(province.resists, worth, 0.0)
    return AtHome(
        needs=needs_of(scenario),
        vote_delays=_vote_delays(packages, sides),
        provinces=provinces,
        provincial=np.isin(np.arange(len(measures)), [province.measure for province in provinces]),
        vetoed=np.isin(measures, [name for each in scenario.provinces.values() for name in _stance(each, "blocks")]),
        price=price,
    )


def _provincial(scenario: Scenario, number: int, key: str) -> Provincial:
    """One province, by number."""
    province = scenario.provinces[key]
    groups, influence = electorate(scenario, province.country, province.places, province.constituencies)
    voice = np.zeros(len(scenario.constituencies))
    voice[groups] = influence
    measures = list(scenario.measures)
    return Provincial(
        key=f"{province.country}.{key}",
        number=number,
        seat=scenario.sides.index(province.country),
        groups=groups,
        voice=voice,
        measure=measures.index(province.moves.measure) if province.moves else -1,
        moves=province.moves,
        resists=np.isin(measures, _stance(province, "resists")),
        objection=province.objection.value if province.objection else 0.0,
    )


def _stance(province: Province, stance: str) -> list[str]:
    """The measures that a province blocks, or resists."""
    return [measure for measure, against in province.stands_against.items() if against == stance]


def _vote_delays(packages: Packages, sides: tuple[Side, Side]) -> Integers:
    """Weeks from signature to the last vote on each package, (P,)."""
    weeks = np.zeros(len(packages.code), np.int64)
    for chamber in (*sides[0].chambers, *sides[1].chambers):
        delay = chamber.given.delay.value if chamber.given.delay else 0
        weeks = np.maximum(weeks, np.where(chamber.asked, delay, 0))
    return weeks
