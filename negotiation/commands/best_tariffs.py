"""What `economy optimal` and `economy nash` print."""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from negotiation.commands.economy_screen import signed
from negotiation.commands.tariff_words import NAMES, heading, place_of, together
from negotiation.economy import REGIONS, SECTORS, SERVICES, EconomyError, Equilibrium, NoNashError, TradeModel
from negotiation.economy.economy_tables import Floats
from negotiation.economy.names import SECTOR_NAMES


@dataclass(frozen=True, eq=False)
class Best:
    """rates: (players, S) fractions; targets: whose goods each player's rates fall on; tariffs: (N, N, S)."""

    model: TradeModel
    players: tuple[str, ...]
    targets: tuple[tuple[str, ...], ...]
    rates: Floats
    tariffs: Floats
    found: Equilibrium


def optimal(model: TradeModel, country: str, against: str, by_sector: bool) -> Best:
    """One country's best tariff."""
    player = only(place_of("--country", country), country)
    targets = tuple(target for target in listed("--against", against) if target != player)
    if not targets:
        raise EconomyError(f"--against: a country levies nothing on itself, got '{against}'")
    best = model.best_response(player, targets, by_sector=by_sector)
    return Best(model, (player,), (targets,), best.rates[None], best.tariffs, best.equilibrium)


def nash(model: TradeModel, countries: str, by_sector: bool) -> Best:
    """Tariffs that are best against each other."""
    players = listed("--countries", countries)
    if len(players) < 2:
        raise EconomyError(f"--countries: needs two or more, got '{countries}'")
    try:
        found = model.nash(players, by_sector=by_sector)
    except NoNashError as error:
        raise EconomyError(str(error)) from None
    targets = tuple(tuple(other for other in players if other != player) for player in players)
    return Best(model, players, targets, found.rates, found.tariffs, found.equilibrium)


def listed(option: str, names: str) -> tuple[str, ...]:
    """The regions of names parted by commas, none twice."""
    return tuple(dict.fromkeys(region for name in names.split(",") for region in place_of(option, name)))


def only(places: Sequence[str], name: str) -> str:
    """The one region of a name."""
    if len(places) != 1:
        raise EconomyError(f"--country: must be one country, got '{name}', which is {len(places)}")
    return places[0]


def print_rates(best: Best, as_csv: bool) -> None:
    """The rates, and what they do to everybody's welfare and real factor income."""
    if as_csv:
        print_csv(best)
        return
    console = Console()
    for player, targets, rates in zip(best.players, best.targets, best.rates, strict=True):
        line = f"{NAMES[player]} on {together(targets)}: {in_words(rates)}"
        console.print(line, highlight=False, soft_wrap=True)
    table = Table(box=None, header_style="bold")
    for measure in ("", "welfare", "real factor income"):
        table.add_column(measure, justify="right" if measure else "left")
    for place, region in enumerate(REGIONS):
        numbers = (best.found.welfare[0, place], best.found.real_income[0, place])
        table.add_row(heading(region), *(signed(number) for number in numbers))
    console.print(table)
    console.print("Total rates on goods, duties in force included. Percent changes from the base.", highlight=False)


def in_words(rates: Floats) -> str:
    """One rate, or one by sector."""
    goods = [place for place, sector in enumerate(SECTORS) if sector not in SERVICES]
    if np.ptp(rates[goods]) == 0.0:
        return f"{100.0 * rates[goods[0]]:.1f} %"
    return ", ".join(f"{SECTOR_NAMES[SECTORS[place]].lower()} {100.0 * rates[place]:.1f} %" for place in goods)


def print_csv(best: Best) -> None:
    """quantity, region, sector, value in percent."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("quantity", "region", "sector", "value", "unit"))
    for player, rates in zip(best.players, best.rates, strict=True):
        for sector, rate in zip(SECTORS, rates, strict=True):
            writer.writerow(("rate", player, sector, f"{100.0 * rate:.6g}", "%"))
    for name in ("welfare", "real_income"):
        for place, region in enumerate(REGIONS):
            writer.writerow((name, region, "", f"{getattr(best.found, name)[0, place]:.6g}", "%"))
