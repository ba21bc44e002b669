"""Tariffs as one writes them on the command line: `--us-on-ca 25 --us-on-ca energy=10`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite

import numpy as np

from negotiation.economy import REGIONS, SECTORS, SERVICES, EconomyError
from negotiation.economy.economy_tables import Floats

KINDS = {"on": "tariff", "export-tax-on": "export tax", "border-cost-on": "border cost"}
FLAG = re.compile(r"--([a-z]+)-(on|export-tax-on|border-cost-on)-([a-z]+)(?:=(.*))?", re.DOTALL)
EUROPE = ("DEU", "FRA", "ITA", "REU")
PLACES: dict[str, tuple[str, ...]] = {
    **{code.lower(): (code,) for code in REGIONS},
    **{"us": ("USA",), "ca": ("CAN",), "mx": ("MEX",), "jp": ("JPN",), "de": ("DEU",), "fr": ("FRA",)},
    **{"gb": ("GBR",), "uk": ("GBR",), "it": ("ITA",), "cn": ("CHN",), "eu": EUROPE, "all": REGIONS},
}
NAMES = {
    "USA": "United States",
    "CAN": "Canada",
    "MEX": "Mexico",
    "JPN": "Japan",
    "DEU": "Germany",
    "FRA": "France",
    "GBR": "United Kingdom",
    "ITA": "Italy",
    "REU": "Rest of the EU",
    "CHN": "China",
    "ROW": "Rest of the world",
}
SHORT = {"USA": "US", "GBR": "UK", "REU": "other EU", "ROW": "others"}
PERCENT = 100.0


@dataclass(frozen=True, eq=False)
class Rates:
    """Tariffs added to the duties in force, export taxes and border costs, each (N, N, S) fractions; and in words."""

    tariffs: Floats
    export_taxes: Floats
    border_costs: Floats
    importers: tuple[str, ...]
    exporters: tuple[str, ...]
    words: str


def taken_out(arguments: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The rates among the arguments, as flag and value, and the other arguments."""
    rates, others = [], []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        flag = FLAG.fullmatch(argument)
        if flag is None:
            others.append(argument)
        elif flag[4] is not None:
            rates.append((argument.partition("=")[0], flag[4]))
        else:
            rates.append((argument, left.pop(0) if left else ""))
    return rates, others


def read_rates(given: Sequence[tuple[str, str]]) -> Rates:
    """The rates of flags and values; a sector's own rate counts before the general one."""
    shape = (len(REGIONS), len(REGIONS), len(SECTORS))
    tables = {kind: np.zeros(shape) for kind in KINDS.values()}
    importers: dict[str, None] = {}
    exporters: dict[str, None] = {}
    general_first = sorted(given, key=lambda pair: "=" in pair[1])
    for flag, value in general_first:
        first, kind, second = flag_parts(flag)
        sectors, rate = read_rate(flag, value)
        buyers, sellers = (first, second) if KINDS[kind] != "export tax" else (second, first)
        importers |= dict.fromkeys(buyers)
        exporters |= dict.fromkeys(sellers)
        for buyer in buyers:
            for seller in sellers:
                if buyer != seller:
                    tables[KINDS[kind]][REGIONS.index(buyer), REGIONS.index(seller), sectors] = rate
    words = "; ".join(sentence(flag, [value for named, value in given if named == flag]) for flag in dict(given))
    return Rates(
        tables["tariff"], tables["export tax"], tables["border cost"], tuple(importers), tuple(exporters), words
    )


def flag_parts(flag: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Who, what, on whom."""
    parts = FLAG.fullmatch(flag)
    if parts is None:
        raise EconomyError(f"{flag}: must read --COUNTRY-on-COUNTRY")
    first, second = place_of(flag, parts[1]), place_of(flag, parts[3])
    if not set(second) - set(first):
        raise EconomyError(f"{flag}: a country levies nothing on itself")
    return first, parts[2], second


def place_of(flag: str, name: str) -> tuple[str, ...]:
    """The regions of a name: a country, eu or all."""
    key = name.strip().lower()
    if key not in PLACES:
        near = get_close_matches(key, PLACES, 1, 0.0)[0]
        raise EconomyError(f"{flag}: unknown country '{name}'; did you mean '{near}'? There are {', '.join(PLACES)}")
    return PLACES[key]


def read_rate(flag: str, value: str) -> tuple[list[int], float]:
    """The sectors of a value and its rate, a fraction."""
    sector, equals, number = value.rpartition("=")
    try:
        rate = float(number.rstrip("%")) / PERCENT
    except ValueError:
        rate = np.nan
    if not (isfinite(rate) and rate > -1.0):
        raise EconomyError(f"{flag}: must be a percentage above -100, or SECTOR=percentage, got '{value or 'nothing'}'")
    if not equals:
        return [place for place, name in enumerate(SECTORS) if name not in SERVICES], rate
    if sector.upper() not in SECTORS:
        near = get_close_matches(sector.upper(), SECTORS, 1, 0.0)[0].lower()
        known = ", ".join(name.lower() for name in SECTORS)
        raise EconomyError(f"{flag}: unknown sector '{sector}'; did you mean '{near}'? There are {known}")
    return [SECTORS.index(sector.upper())], rate


def sentence(flag: str, values: Sequence[str]) -> str:
    """One flag and its values in words."""
    first, kind, second = flag_parts(flag)
    rates = ", ".join(value.replace("=", " ") + ("" if value.endswith("%") else " %") for value in values)
    what = {"on": "on", "export-tax-on": "export tax on", "border-cost-on": "border cost on"}[kind]
    return f"{together(first)} {what} {together(second)} {rates}"


def together(regions: Sequence[str]) -> str:
    """A place's name inside a sentence."""
    whole = {EUROPE: "EU", REGIONS: "all"}
    return whole.get(tuple(regions)) or " and ".join(SHORT.get(code, NAMES[code]) for code in regions)


def heading(region: str) -> str:
    """A region's name in a table or a figure."""
    name = SHORT.get(region, NAMES[region])
    return name[:1].upper() + name[1:]
