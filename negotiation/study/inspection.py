"""`check`, printed: what a scenario assumes, and what a typical deal is worth to each side, term by term."""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from negotiation.analysis import CheckSummary, SideGain
    from negotiation.analysis.institutions import Say
    from negotiation.scenario import Scenario

LEAST_SHOWN = 0.0005  # points


def print_check(scenario: "Scenario") -> None:
    """Print the check of a scenario that can be read."""
    from negotiation.analysis import check_summary
    from negotiation.analysis.institutions import also_at_home, says
    from negotiation.dispute.game import build_game
    from negotiation.study.ensemble import SOLVING
    from negotiation.study.screen import progress

    with progress(shown=True) as on_progress:
        game = build_game(scenario, 1, lambda done, total: on_progress(SOLVING, done, total))
        summary = check_summary(game)
    console = Console(highlight=False)
    console.print(Text(f"{scenario.name}: {scenario.title}", style="bold"))
    console.print(assumptions(scenario))
    names = {key: country.name for key, country in scenario.countries.items()}
    console.print(typical_deal(scenario, summary))
    for side in summary.sides:
        console.print(gains(names[side.side], side))
    console.print(Text(zone_sentence(summary), style="bold"))
    console.print(institutions(names, says(game, summary.package)))
    for line in also_at_home(scenario):
        console.print(Text(f"{line}."), soft_wrap=True)


def typical_deal(scenario: "Scenario", summary: "CheckSummary") -> Text:
    """What the typical deal settles, in words."""
    settled = "; ".join(
        f"{scenario.issues[issue].name}: {scenario.issues[issue].options[option].name}"
        for issue, option in summary.package.items()
    )
    return Text(f"A typical deal (the Nash point against {summary.against}): {settled}")


def gains(name: str, side: "SideGain") -> Table:
    """A side's gain from the typical deal over no deal, term by term; terms that change nothing are left out."""
    title = Text(f"{name}: gain over no deal {side.total:+.2f} points")
    table = Table(title=title, title_justify="left")
    for heading in ("Term", "Points", "Weight", "The whole gain changes sign at weight"):
        table.add_column(heading, justify="left" if heading == "Term" else "right")
    for term in side.terms:
        if abs(term.gain) < LEAST_SHOWN:
            continue
        weight = "" if term.weight is None else f"{term.weight:g}"
        flips = "" if term.flips_at is None else f"{term.flips_at:.3g}"
        table.add_row(term.term.replace("_", " "), f"{term.gain:+.3f}", weight, flips)
    return table


def institutions(names: dict[str, str], says: "list[Say]") -> Table:
    """Who must agree at home, what each can block, and how it stands to the typical deal at the start."""
    title = Text("Who must agree at home, and to the typical deal at the start")
    table = Table(title=title, title_justify="left")
    for heading in ("Country", "Institution", "Kind", "Can block", "Support", "Needs", "Weeks"):
        table.add_column(heading, justify="right" if heading in ("Support", "Needs", "Weeks") else "left")
    for say in says:
        shares = ["not asked" if share is None else f"{100 * share:.1f} %" for share in (say.support, say.need)]
        needed = "" if say.need is None else shares[1]
        table.add_row(names[say.side], say.name, say.kind, say.blocks, shares[0], needed, str(say.delay))
    return table


def zone_sentence(summary: "CheckSummary") -> str:
    """Whether there is a deal that both sides prefer to none."""
    if summary.at_start:
        return "Zone of agreement: yes, from the start on."
    if summary.zone:
        return "Zone of agreement: none at the start; at other rates that the dispute can reach, yes."
    return "No zone of agreement: at no rates that the dispute can reach do both sides prefer a deal."


def assumptions(scenario: "Scenario") -> Table:
    """Every number that is a guess: where, how much, why."""
    guesses = [(path, number) for path, number in scenario.quantities() if number.assumed]
    total = sum(1 for _ in scenario.quantities())
    table = Table(title=Text(f"{len(guesses)} of {total} numbers are assumptions"), title_justify="left")
    for heading in ("Path", "Value", "Unit", "Source"):
        table.add_column(heading, overflow="fold")
    for path, number in guesses:
        table.add_row(Text(path), f"{number.value:g}", Text(number.unit), Text(plain_source(number)))
    return table


def plain_source(number: Any) -> str:
    """The source without the word that only says it is a guess."""
    return str(number.source.partition(":")[2]).strip() or "no reason given"
