"""What `study` prints: the plan, and what was found."""

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from negotiation.scenario import Scenario
from negotiation.study.field import StudyResults
from negotiation.study.field.economies import different_economies
from negotiation.study.plan import Point, Study, points_of
from negotiation.study.plan.points import base_setting, scenario_at, settings_of
from negotiation.study.workers import worlds_worth

PACE = 2000  # worlds a second that one core plays, about: `make bench`
MOST_ROWS = 40
MOST_LETTERS = 1_000  # of a line
PERCENT = 100.0
# Of the hundred and more columns of a run, those that are shown.
HEADLINES = ("outcome: ", "welfare_", "rate_mean_", "approval_", "prices_")


def print_plan(study: Study) -> None:
    """What would be played: points, worlds, economies to solve, points that make no scenario."""
    console = Console(highlight=False)
    points = points_of(study)
    made = [scenario_at(study, point) for point in points]
    scenarios = [each for each in made if isinstance(each, Scenario)]
    console.print(Text(f"{study.title} ({study.name})", style="bold"))
    played = f"{wanted(study)}, {study.luck} luck, seed {study.seed}"
    console.print(Text(f"{several(len(points), 'point')}: {sizes(points)}; {played}"))
    most, worth = len(scenarios) * study.worlds, worlds_worth(len(scenarios), study.worlds)
    console.print(Text(f"at most {most:,} worlds, about {worth / PACE / 60:.1f} core minutes"))
    tables = several(len(different_economies(scenarios)), "table")
    console.print(Text(f"{tables} of the trade model (read if solved before)"))
    for point, fault in zip(points, made, strict=True):
        if isinstance(fault, str):
            console.print(Text(f"point {point.number} is left out: {fault}"), soft_wrap=True)


def sizes(points: list[Point]) -> str:
    """How many settings and states."""
    settings, states = (len({getattr(point, part) for point in points}) for part in ("setting", "state"))
    return f"{several(settings, 'setting')} of the levers, {several(states, 'state')} of the uncertainties"


def several(number: int, thing: str) -> str:
    """So many of a thing."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def wanted(study: Study) -> str:
    """How many worlds a point."""
    if study.until is None:
        return f"{study.worlds:,} worlds each"
    return f"until {study.until.outcome} is known to {study.until.half_width:g}, at most {study.worlds:,} worlds each"


def print_study(results: StudyResults) -> None:
    """A row a setting with every outcome, and below what differs from the base, with intervals."""
    console, study = Console(highlight=False), results.study
    worlds = int(results.manifest["worlds_done"])
    console.print(Text(f"{study.title}: {len(results.points)} points, {worlds:,} worlds", style="bold"))
    if results.points["state"].nunique() > 1:
        told = results.settings[results.settings["of"] == "value"]
    else:
        told = results.outcomes
    print_whole(console, estimates_table(results, told, ""))
    if len(results.differences):
        several = results.points["state"].nunique() > 1
        apart = results.settings[results.settings["of"] == "difference"] if several else results.differences
        print_whole(console, estimates_table(results, apart, base_words(study)))
        saved = results.differences.groupby("outcome", sort=False)["variance_saved"].mean()
        words = "; ".join(f"{name} {shown_share(value)}" for name, value in saved.items())
        console.print(Text(f"Variance saved by the same luck: {words}"))
    for fault in results.points[results.points["error"] != ""].itertuples():
        console.print(Text(f"point {fault.point} was left out: {fault.error}"), soft_wrap=True)
    for failure in results.failures.itertuples():
        worlds_told = f"worlds {failure.first_world:,} to {failure.last_world:,}"
        console.print(Text(f"point {failure.point}, {worlds_told}, failed: {failure.error}"), soft_wrap=True)
    console.print(Text(f"Results: {results.folder}"), soft_wrap=True)


def print_comparison(found: Any, first: str, second: str) -> None:
    """B less A: how they end, and what it costs; for studies point by point."""
    console, table = Console(highlight=False), Table(title=f"B: {second}\nA: {first}", title_justify="left")
    point = "point" in found.columns
    shown_rows = found if point else found[found["outcome"].str.startswith(HEADLINES)]
    for name in (*(("point",) if point else ()), "outcome", "A", "B", "B less A", "95 % interval", "luck saves"):
        table.add_column(name, justify="left" if name == "outcome" else "right")
    for row in shown_rows.to_dict("records"):
        share = ": " in row["outcome"]
        cells = [number(row[each], share) for each in ("a", "b", "value")]
        interval = f"{number(row['low'], share)} to {number(row['high'], share)}"
        lead = (str(row["point"]),) if point else ()
        table.add_row(*lead, row["outcome"], *cells, interval, shown_share(row["variance_saved"]))
    print_whole(console, table)
    pairs = f"{int(found['worlds'].max()):,} worlds in common"
    console.print(Text(pairs if point else f"{pairs}; {len(found) - len(shown_rows)} more with --csv"))


def print_whole(console: Console, table: Table) -> None:
    """Print a table with every cell whole, in longer lines where the window is narrow: half a number says nothing."""
    needed = Measurement.get(console, console.options.update(width=MOST_LETTERS), table).maximum
    Console(highlight=False, width=max(needed, console.width)).print(table)


def number(value: float, share: bool) -> str:
    """A share in percent, or a number."""
    return f"{PERCENT * value:.1f} %" if share else f"{value:.3f}"


def base_words(study: Study) -> str:
    """What the differences are from."""
    base = settings_of(study)[base_setting(study)]
    words = ", ".join(f"{name} {value}" for name, value in base.items())
    return f"Less the base ({words}), world by world"


def estimates_table(results: StudyResults, told: Any, title: str) -> Table:
    """Settings down, outcomes across, each with its interval."""
    study = results.study
    table = Table(title=title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for name in (*study.levers, *study.measures):
        table.add_column(
            name.replace("_", " "), justify="left" if name in study.levers else "right", no_wrap=name in study.measures
        )
    levers = results.points.drop_duplicates("setting").set_index("setting")
    outcomes = study.measures.items()
    settings = list(dict.fromkeys(told["setting"]))
    for setting in settings[:MOST_ROWS]:
        rows = told[told["setting"] == setting].set_index("outcome")
        cells = [shown(rows.loc[name], each.is_share) if name in rows.index else "" for name, each in outcomes]
        table.add_row(*(str(levers.loc[setting, name]) for name in study.levers), *cells)
    if len(settings) > MOST_ROWS:
        table.caption = f"and {len(settings) - MOST_ROWS} more in the tables"
    return table


def shown(row: Any, is_share: bool) -> str:
    """An estimate and how far its interval reaches; none where no world has the outcome."""
    if row["value"] != row["value"]:
        return "none"
    if is_share:
        return f"{PERCENT * row['value']:.1f} ± {PERCENT * row['half_width']:.1f} %"
    return f"{row['value']:.3f} ± {row['half_width']:.3f}"


def shown_share(value: float) -> str:
    """A share in percent."""
    return "none" if value != value else f"{PERCENT * value:.0f} %"
