"""What a tax on energy at the border does at the pump, region by region: the buyer's dearer, the seller's cheaper.

Linear in the duty: who bears it, and how much of a change of cost reaches the pump, are read from a table of shares.
Source: shares of Canadian crude, Kansas City Fed (2025).
"""

from dataclasses import dataclass
from functools import cache

from negotiation.economy.calibration import rows

LITRES_A_GALLON = 3.785411784  # definition of the US gallon


@dataclass(frozen=True)
class FuelRegion:
    """Where drivers fill up. country, supplier: regions of the trade model, the same where the region buys at home.

    share: of its fuel that is the supplier's or made from its crude; value: of that at the border, US cents a gallon;
    buyers_bear: share of a duty that buyers pay, sellers the rest; at_pump: share of a change of cost that drivers see.
    """

    name: str
    country: str
    supplier: str
    share: float
    value: float
    buyers_bear: float
    at_pump: float
    source: str


@cache
def fuel_regions() -> tuple[FuelRegion, ...]:
    """The regions of the shipped table, in its order."""
    return tuple(
        FuelRegion(
            row["name"],
            row["country"],
            row["supplier"],
            float(row["share"]),
            float(row["value"]),
            float(row["buyers_bear"]),
            float(row["at_pump"]),
            row["source"],
        )
        for row in rows("fuel_regions.csv")
    )


def pump_price_change(region: FuelRegion, duty: float) -> float:
    """US cents a gallon that fuel costs more under a duty on the supplier's energy, fraction of its border value.

    A tariff, an export tax and a cost of crossing the border do the same. What sellers bear they lose on every barrel,
    so that their own fuel gets cheaper.
    """
    at_home = region.country == region.supplier
    borne = -(1.0 - region.buyers_bear) if at_home else region.buyers_bear
    return duty * region.value * region.share * borne * region.at_pump


def cents_a_litre(cents_a_gallon: float, per_usd: float) -> float:
    """US cents a gallon in another country's cents a litre."""
    return cents_a_gallon / LITRES_A_GALLON * per_usd
