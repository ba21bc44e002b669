"""What the bargaining commands print: tables for people, plain numbers for programs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from rich.text import Text

from negotiation.bargaining.table.measures import Measures, landmarks, measures
from negotiation.bargaining.table.play import Setting
from negotiation.bargaining.table.result import NOBODY, Sessions
from negotiation.commands.packages_on_table import OnTable

Pair = tuple[str, str]
Row = tuple[str, str, Measures]
DECIMALS = 4
FORMULAS = {
    "nash": "highest product of gains",
    "egalitarian_gain": "highest least gain",
    "egalitarian_raw": "highest least value",
    "kalai_smorodinsky": "highest least ratio of gain to best gain",
    "ks_min_spread": "most nearly equal such ratios",
    "utilitarian": "highest sum of gains",
}


def json_text(numbers: Mapping[str, object]) -> str:
    """As JSON; what is not a number is null."""
    return json.dumps(_plain(numbers), indent=2, ensure_ascii=False, allow_nan=False)


def session_numbers(played: Sessions, names: Pair) -> dict[str, object]:
    """One pair's sessions; offer by offer if there is one session only."""
    numbers: dict[str, object] = {
        "domain": played.domain.name,
        "rounds": played.rounds,
        "tactics": names,
        "first": int(played.first[0]) if len(set(played.first.tolist())) == 1 else "by turns",
        **_measured(measures(played, landmarks(played.domain))),
    }
    if len(played.package) == 1:
        agreed = int(played.package[0])
        numbers["agreement"] = played.domain.options_of(agreed) if agreed >= 0 else None
        numbers["accepter"] = int(played.accepter[0]) if played.accepter[0] != NOBODY else None
        numbers["offers"] = [
            {"round": number, "seat": seat, "package": played.domain.options_of(package)}
            for number, seat, package in played.course(0)
        ]
    return numbers


def pair_numbers(setting: Setting, rows: Sequence[Row]) -> dict[str, object]:
    """Every ordered pair's sessions."""
    pairs = [{"tactics": [first, second], **_measured(found)} for first, second, found in rows]
    return {"domain": setting.domain.name, "rounds": setting.rounds, "pairs": pairs}


def appraisal_numbers(on_table: OnTable) -> dict[str, object]:
    """Frontier, zone and points of reference."""
    found = on_table.appraisal
    points = {
        name: {"package": on_table.words(package), "values": found.values[package].tolist()} if package >= 0 else None
        for name, package in found.points.items()
    }
    return {
        "name": on_table.name,
        "unit": on_table.unit,
        "sides": on_table.sides,
        "packages": len(found.values),
        "disagreement": found.disagreement,
        "zone_of_agreement": int(found.zone.sum()),
        "frontier": found.values[found.frontier],
        "points": points,
        "with_lotteries": found.lotteries,
    }


def print_sessions(played: Sessions, names: Pair) -> None:
    """One pair: the deal of a single session, or the means of several."""
    console, domain = Console(highlight=False), played.domain
    console.print(Text(f"{domain.name}: {names[0]} and {names[1]}, {played.rounds} rounds", style="bold"))
    if len(played.package) == 1:
        console.print(Text(_deal(played, names)))
    found = measures(played, landmarks(domain))
    table = Table()
    for heading in ("Seat", "Tactic", "Utility of the deal", "Discounted"):
        table.add_column(heading, justify="left" if heading == "Tactic" else "right")
    for seat in (0, 1):
        table.add_row(str(seat), names[seat], _number(found.utilities[seat]), _number(found.discounted[seat]))
    console.print(table)
    console.print(Text(_sentence(found)))


def print_pairs(setting: Setting, rows: Sequence[Row]) -> None:
    """Every ordered pair, a line each."""
    console = Console(highlight=False)
    console.print(Text(f"{setting.domain.name}: every ordered pair, {setting.rounds} rounds", style="bold"))
    console.print(Text("u: utilities of deals; distances of deals: from the Pareto frontier, from the Nash point"))
    table = Table(box=None, padding=(0, 1, 0, 0))
    for heading in ("Seat 0", "Seat 1"):
        table.add_column(heading, no_wrap=True)
    for heading in ("Agree", "u 0", "u 1", "Rounds", "Pareto", "Nash"):
        table.add_column(heading, justify="right")
    for first, second, found in rows:
        numbers = [_short(number) for number in (*found.utilities, found.to_frontier, found.to_nash)]
        agree, rounds = f"{100 * found.agreement:.0f}%", f"{found.rounds:.1f}"
        table.add_row(first, second, agree, *numbers[:2], rounds, *numbers[2:])
    console.print(table)


def print_appraisal(on_table: OnTable) -> None:
    """The zone of agreement, and the points of reference in a table."""
    console, found = Console(highlight=False), on_table.appraisal
    console.print(Text(f"{on_table.title}: {len(found.values):,} packages, {on_table.unit}", style="bold"))
    left = ", ".join(f"{side} {value:.3f}" for side, value in zip(on_table.sides, found.disagreement, strict=True))
    console.print(Text(f"No deal: {left}"))
    console.print(Text(_zone(on_table)))
    letters = _letters(found.points.values())
    console.print(_point_table(on_table, letters))
    for package, letter in letters.items():
        console.print(Text(f"{letter}: {on_table.words(package)}"))


def _point_table(on_table: OnTable, letters: Mapping[int, str]) -> Table:
    """The points of reference: formula, values, and the letter of the package or that it is a lottery."""
    found, table = on_table.appraisal, Table()
    for heading in ("Point", "Formula", *on_table.sides, "Package"):
        table.add_column(heading, justify="right" if heading in on_table.sides else "left", overflow="fold")
    for name, package in found.points.items():
        values = [_number(value) for value in found.values[package]] if package >= 0 else ["" for _ in on_table.sides]
        table.add_row(name.replace("_", " "), FORMULAS[name], *values, letters.get(package, "none: nobody can gain"))
    for name, expected in found.lotteries.items():
        table.add_row(name.replace("_", " "), FORMULAS[name], *(_number(value) for value in expected), "lottery")
    return table


def _letters(packages: Iterable[int]) -> dict[int, str]:
    """A letter for every different package, in the order they are met."""
    different = dict.fromkeys(package for package in packages if package >= 0)
    return dict(zip(different, ascii_uppercase, strict=False))


def _zone(on_table: OnTable) -> str:
    found = on_table.appraisal
    count, efficient = int(found.zone.sum()), len(found.frontier)
    if not count:
        return "Zone of agreement: none; every package leaves somebody worse off than no deal, or nobody better off."
    packages = "1 package leaves" if count == 1 else f"{count:,} packages leave"
    are = "is" if efficient == 1 else "are"
    return f"Zone of agreement: {packages} nobody worse off than no deal; {efficient:,} {are} efficient."


def _deal(played: Sessions, names: Pair) -> str:
    package, number = int(played.package[0]), int(played.round[0])
    if package < 0:
        return f"No agreement in {played.rounds} rounds."
    words = ", ".join(
        f"{issue.name}: {option}"
        for issue, option in zip(played.domain.issues, played.domain.options_of(package), strict=True)
    )
    seat = int(played.accepter[0])
    return f"Agreed in round {number + 1}, accepted by seat {seat} ({names[seat]}): {words}."


def _sentence(found: Measures) -> str:
    sessions = f"{found.sessions:,} session{'s' if found.sessions > 1 else ''}"
    if not found.agreement:
        return f"{sessions}: none agrees."
    distances = f"from the frontier {_number(found.to_frontier)}, from the Nash point {_number(found.to_nash)}"
    return f"{sessions}: {100 * found.agreement:.0f} % agree, {found.rounds:.1f} rounds; distance {distances}."


def _measured(found: Measures) -> dict[str, object]:
    return {
        "sessions": found.sessions,
        "agreed": found.agreement,
        "utilities": found.utilities,
        "discounted": found.discounted,
        "rounds_played": found.rounds,
        "distance_to_frontier": found.to_frontier,
        "distance_to_nash": found.to_nash,
    }


def _number(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.{DECIMALS}f}"


def _short(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.3f}"


def _plain(entry: object) -> object:
    """Arrays as lists, NaN as null."""
    if isinstance(entry, np.ndarray):
        return _plain(_listed(entry))
    if isinstance(entry, Mapping):
        return {key: _plain(one) for key, one in entry.items()}
    if isinstance(entry, list | tuple):
        return [_plain(one) for one in entry]
    return None if isinstance(entry, float) and not np.isfinite(entry) else entry


def _listed(array: NDArray[np.generic]) -> list[object]:
    plain: list[object] = array.tolist()
    return plain
