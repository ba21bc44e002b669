"""Which strategy does best against which, and how sure is that? Told in docs/tournament.md, drawn into docs/pictures.

python -m experiments.strategies [worlds a pair]
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands.tournament_figures import save_figures
from negotiation.scenario import read_scenario
from negotiation.study.tournament import tournament_of, tournament_study
from negotiation.study.tournament_summary import judged, tournament_summary

SCENARIO, WORLDS, SEED = "us-canada-briefing", 2000, 2025
PICTURES = {"payoffs": "tournament-payoffs", "shares": "tournament-shares"}


def table(told: dict[str, Any]) -> str:
    """The equilibria, and a row a side and strategy."""
    sides = told["sides"]
    lines = []
    for each in told["equilibria"]:
        words = "; ".join(
            f"{side} " + ", ".join(f"{100 * part:.0f} % {name}" for name, part in each[side]["plays"].items())
            + f" (worth {each[side]['payoff']['value']:+.3f})"
            for side in sides
        )  # fmt: skip
        lines.append(f"Equilibrium, in {100 * each['draws']:.0f} % of {told['draws']} draws of worlds: {words}.")
    heads = ("side", "strategy", "gives away, points (95 %)", "in an equilibrium, % of draws", "share in the end, %")
    rows = [
        (each["side"], each["strategy"], bounds(each["exploitability"]), f"{100 * each['in_an_equilibrium']:.0f}",
         f"{100 * each['share_in_the_end']:.0f}")
        for each in told["strategies_judged"]
    ]  # fmt: skip
    scenario = told["scenario"]
    origin = f"`{scenario['name']}` ({scenario['hash'][:10]}), {told['worlds']:,} worlds a pair, seed {told['seed']}."
    return "\n\n".join([origin, *lines, markdown_table(heads, rows)])


def bounds(found: dict[str, float]) -> str:
    """A value with its interval."""
    return f"{found['value']:.3f} ({found['low']:.3f} to {found['high']:.3f})"


def main() -> None:
    """Play it in a folder under results/ that can be gone on with, and tell it."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    study = tournament_study(read_scenario(SCENARIO), [], worlds, SEED)
    place = Path("results") / f"experiment-tournament-{worlds}"
    verdict = judged(tournament_of(study.run(workers=2, out=place, resume=True)))
    save_figures(verdict, place / "figures")
    for name, picture in PICTURES.items():
        shutil.copy(place / "figures" / f"{name}.png", DOCS / "pictures" / f"{picture}.png")
    write_between(DOCS / "tournament.md", "tournament", table(tournament_summary(verdict)))


if __name__ == "__main__":
    main()
