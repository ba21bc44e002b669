"""Commands about bargaining alone: tactics on a domain, and what a set of packages offers both sides."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from negotiation.commands.scenario_option import Json

if TYPE_CHECKING:
    from negotiation.bargaining.domains import Domain
    from negotiation.bargaining.table.play import Setting

DomainPath = Annotated[Path, typer.Argument(metavar="DOMAIN", help="A GENIUS folder, its domain file, or a TOML file.")]
BOTH = "boulware,conceder"
PLAIN, XML = ".toml", ".xml"


def bargain(
    domain: DomainPath,
    tactics: Annotated[
        str, typer.Option(metavar="A,B", help="For seat 0 and 1; a tactic may carry +acceptance and +model.")
    ] = BOTH,
    all_tactics: Annotated[bool, typer.Option("--all-tactics", help="Every ordered pair of tactics.")] = False,
    rounds: Annotated[int, typer.Option(help="In each of which both sides act once.")] = 100,
    first: Annotated[
        int | None, typer.Option(help="Seat that speaks first: 0 or 1; by default they take turns, 0 first.")
    ] = None,
    sessions: Annotated[int, typer.Option(help="How many, with luck of their own.")] = 1,
    seed: Annotated[int, typer.Option(help="Whose luck: the same seed is the same luck, session by session.")] = 2025,
    json: Annotated[bool, typer.Option("--json", help="Print the results alone, as JSON.")] = False,
) -> None:
    """Let two tactics bargain over a domain by alternating offers."""
    from negotiation.bargaining.domains import read_domain
    from negotiation.commands import bargaining_screen as screen

    setting = _setting(read_domain(domain), rounds, first, sessions, seed)
    shown = _every_pair(setting, json) if all_tactics else _one_pair(setting, tactics, json)
    if json:
        typer.echo(screen.json_text(shown))


def analyze(
    name: Annotated[str, typer.Argument(metavar="SCENARIO|DOMAIN", help="A scenario, or a domain as for bargain.")],
    figure: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the figure goes; by default NAME-frontier.png.")
    ] = None,
    json: Json = False,
) -> None:
    """What there is to agree on: the frontier, the reference points, the zone of agreement; with a figure."""
    from negotiation.commands import bargaining_screen as screen
    from negotiation.commands.frontier_figure import save_figure
    from negotiation.commands.packages_on_table import of_domain, of_scenario

    on_table = of_domain(Path(name)) if _is_domain(Path(name)) else of_scenario(name)
    place = figure or Path(f"{on_table.name}-frontier.png")
    drawn = save_figure(on_table, place)
    if json:
        typer.echo(screen.json_text(screen.appraisal_numbers(on_table)))
    else:
        screen.print_appraisal(on_table)
        typer.echo(f"Figure: {place}" if drawn else "No figure: it has two sides only.")


def _setting(domain: "Domain", rounds: int, first: int | None, sessions: int, seed: int) -> "Setting":
    from dataclasses import replace

    from negotiation.bargaining.table.play import setting_of

    speaks_first = [session % 2 for session in range(sessions)] if first is None else first
    return replace(setting_of(domain, rounds, speaks_first, sessions), seed=seed)


def _one_pair(setting: "Setting", tactics: str, quiet: bool) -> dict[str, object]:
    from negotiation.bargaining.errors import BargainingError
    from negotiation.bargaining.table.play import play_sessions
    from negotiation.bargaining.tactics.registry import tactic_of
    from negotiation.commands import bargaining_screen as screen

    names = [name.strip() for name in tactics.split(",")]
    if len(names) != 2:
        raise BargainingError(f"--tactics: two names, parted by a comma; got '{tactics}'")
    played = play_sessions(setting, (tactic_of(names[0]), tactic_of(names[1])))
    if not quiet:
        screen.print_sessions(played, (names[0], names[1]))
    return screen.session_numbers(played, (names[0], names[1]))


def _every_pair(setting: "Setting", quiet: bool) -> dict[str, object]:
    from negotiation.bargaining.table.tournament import tournament
    from negotiation.bargaining.tactics.registry import OFFERINGS, tactic_of
    from negotiation.commands import bargaining_screen as screen
    from negotiation.study.screen import progress

    rows = []
    with progress(shown=not quiet) as on_progress:
        for row in tournament(setting, [(name, tactic_of(name)) for name in OFFERINGS]):
            rows.append(row)
            on_progress("Bargaining", len(rows), len(OFFERINGS) ** 2)
    if not quiet:
        screen.print_pairs(setting, rows)
    return screen.pair_numbers(setting, rows)


def _is_domain(path: Path) -> bool:
    """Whether the path is a domain: a folder, XML, or TOML with profiles; else it is a scenario's."""
    import tomllib

    if path.is_dir() or path.suffix == XML:
        return True
    if path.suffix != PLAIN or not path.is_file():
        return False
    try:
        return "profiles" in tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return False
