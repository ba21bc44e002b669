"""What `economy energy` answers: pump prices by region, and what the producers lose, at first and in the long run."""

import csv
import sys
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from negotiation.commands.economy_screen import Answer, signed, solved
from negotiation.commands.tariff_words import Rates, read_rates
from negotiation.dispute.exposure import place_openness
from negotiation.economy import REGIONS, SECTORS, EconomyError, default_economy
from negotiation.economy.pump_prices import FuelRegion, cents_a_litre, fuel_regions, pump_price_change

ENERGY = SECTORS.index("ENERGY")
FIRST_WEEKS = 0.25  # of the long run's elasticities. Source: Anderson & Yotov (2020)
PER_USD = {"USA": 1.0, "CAN": 1.37}  # Bank of Canada annual average 2024, rounded (unchecked)
USUAL = (("--us-on-ca", "energy=10"),)  # the tariff of 4 March 2025
CAUTION = "Who bears a duty and what reaches the pump are assumptions, by region in tables/fuel_regions.csv."
PRODUCERS = (("Canada's energy sector", ()), ("Alberta's energy sector", ("AB",)))
COUNTRIES = (("Canada, welfare", "welfare", "CAN"), ("Canada, real factor income", "real_income", "CAN"),
             ("US, welfare", "welfare", "USA"), ("US, real factor income", "real_income", "USA"))  # fmt: skip


@dataclass(frozen=True)
class Energy:
    """words: the taxes; pumps: each region and US cents a gallon; losses: what, percent at first, in the long run."""

    words: str
    pumps: tuple[tuple[FuelRegion, float], ...]
    losses: tuple[tuple[str, float, float], ...]


def energy_of(given: list[tuple[str, str]] | None) -> Energy:
    """The answer for taxes as flags and values. Raises EconomyError where energy is not taxed between the two."""
    rates = read_rates(given or USUAL)
    pumps = tuple((region, pump_price_change(region, duty_on(region, rates))) for region in fuel_regions())
    if not any(change for _, change in pumps):
        raise EconomyError("economy energy: nothing on energy between the US and Canada; say --us-on-ca energy=10")
    long = default_economy()
    first, last = (solved(model, rates) for model in (long.with_elasticities(FIRST_WEEKS), long))
    losses = [(name, producers_income(first, places), producers_income(last, places)) for name, places in PRODUCERS]
    for name, what, region in COUNTRIES:
        at_first, in_the_end = (float(getattr(each.found, what)[0, REGIONS.index(region)]) for each in (first, last))
        losses.append((name, at_first, in_the_end))
    return Energy(rates.words, pumps, tuple(losses))


def duty_on(region: FuelRegion, rates: Rates) -> float:
    """What crossing the border adds to the supplier's energy, fraction; for the supplier's own regions, abroad."""
    buyer = region.country
    if buyer == region.supplier:
        buyer = next(each.country for each in fuel_regions() if each.supplier == buyer != each.country)
    place = REGIONS.index(buyer), REGIONS.index(region.supplier), ENERGY
    added = [float(table[place]) for table in (rates.tariffs, rates.export_taxes, rates.border_costs)]
    return (1.0 + added[0]) * (1.0 + added[1]) * (1.0 + added[2]) - 1.0


def producers_income(answer: Answer, places: tuple[str, ...]) -> float:
    """Real income of Canada's energy sector, percent; of places, times how much more they depend on the US."""
    income = float(answer.found.sector_income[0, REGIONS.index("CAN"), ENERGY])
    return income * place_openness("CAN", "USA", places)


def local_cents(region: FuelRegion, cents: float) -> tuple[float, str]:
    """A change as drivers there read it: cents a gallon in the US, Canadian cents a litre in Canada."""
    if region.country == "USA":
        return cents, "cents a gallon"
    return cents_a_litre(cents, PER_USD[region.country]), "Canadian cents a litre"


def print_energy(energy: Energy) -> None:
    """Two tables."""
    console = Console()
    console.print(f"{energy.words}.", highlight=False, soft_wrap=True)
    pumps = Table("", "at the pump", "", "share from Canada, %", box=None, header_style="bold")
    for region, cents in energy.pumps:
        change, unit = local_cents(region, cents)
        pumps.add_row(region.name, f"{change:+.1f}" if change else "0.0", unit, f"{100.0 * region.share:.0f}")
    console.print(pumps)
    losses = Table("percent", "first weeks", "long run", box=None, header_style="bold")
    for name, first, last in energy.losses:
        losses.add_row(name, signed(first), signed(last))
    console.print(losses)
    console.print(CAUTION, highlight=False, soft_wrap=True)


def print_energy_csv(energy: Energy) -> None:
    """Every number, one a row."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("quantity", "place", "value", "unit"))
    for region, cents in energy.pumps:
        change, unit = local_cents(region, cents)
        writer.writerow(("pump price", region.name, f"{change:.6g}", unit))
    for name, first, last in energy.losses:
        writer.writerow(("first weeks", name, f"{first:.6g}", "%"))
        writer.writerow(("long run", name, f"{last:.6g}", "%"))
