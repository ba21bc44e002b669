"""Which guesses decide whether there is a trade war, how does it end if all are uncertain, and when is there war?

Told in docs/uncertainty.md, drawn into docs/pictures. python -m experiments.doubts [share of the usual size]
"""

import shutil
import sys
from pathlib import Path

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands import discover_figure, sensitivity_figure
from negotiation.report.doubts import Doubts, doubts_of
from negotiation.scenario import Scenario, read_scenario
from negotiation.study.doubt import discovery, sensitivity, uncertain
from negotiation.study.doubt.indices import Index
from negotiation.study.ensemble import Ensemble, play
from negotiation.study.folder import default_folder

SCENARIO, SEED = "us-canada-briefing", 2025
METHOD, WAR = "morris", "trade_war"
WORLDS, TRAJECTORIES, RUN_WORLDS = 200, 10, 1000
RESULTS = Path("results")
SHOWN = 12  # numbers in the table


def told_indices(scenario: Scenario, part: float) -> str:
    """Play the sensitivity of trade wars, draw it and tell it."""
    counts = (max(round(WORLDS * part), 2), max(round(TRAJECTORIES * part), 2))
    study = sensitivity.sensitivity_study(scenario, METHOD, WAR, (), counts, SEED)
    place = RESULTS / f"experiment-sensitivity-{counts[0]}-{counts[1]}"
    found = sensitivity.indices_of(study.run(workers=2, out=place, resume=True))
    sensitivity_figure.save_figure(study, found, METHOD, WAR, place / "figures")
    shutil.copy(place / "figures" / "indices.png", DOCS / "pictures" / "sensitivity.png")
    rows = [
        (each.parameter, f"{study.uncertainties[each.parameter].low:g} to {study.uncertainties[each.parameter].high:g}",
         effect(each), effect(next(o for o in found if (o.parameter, o.index) == (each.parameter, "mean"))))
        for each in sensitivity_figure.ranked(found, METHOD)[:SHOWN]
    ]  # fmt: skip
    origin = (
        f"`{scenario.name}` ({scenario.content_hash()[:10]}), {counts[1]} trajectories, {counts[0]} worlds a point."
    )
    heads = ("number", "range", "moves trade wars by, points", "in the mean, points")
    return f"{origin}\n\n{markdown_table(heads, rows)}"


def effect(each: Index) -> str:
    """An effect in percentage points."""
    return f"{100 * each.value:.0f} ± {50 * (each.high - each.low):.0f}"


def told_uncertain(scenario: Scenario, part: float) -> str:
    """Play a run and the same with its guesses uncertain, and tell both."""
    states, worlds = max(round(uncertain.STATES * part), 4), max(round(uncertain.WORLDS * part), 10)
    study = uncertain.uncertain_study(scenario, SEED, states, worlds)
    place = RESULTS / f"experiment-uncertain-{states}-{worlds}"
    found = uncertain.uncertainty_summary(study.run(workers=2, out=place, resume=True))
    run = default_folder(f"experiment-{scenario.name}", SEED, RUN_WORLDS)
    doubts: Doubts = doubts_of(found, play(Ensemble(scenario, RUN_WORLDS, SEED), run))
    shares = markdown_table(
        ("outcome", "as stated", "guesses uncertain", "nine of ten states"),
        [(row.name, row.stated, row.share, row.states) for row in doubts.shares],
    )
    variance = markdown_table(("outcome", *doubts.factors), [(row.name, *row.cells) for row in doubts.variance])
    words = "Share of the variance alone, in brackets with all it acts together with, and 95 % intervals:"
    return f"{doubts.guesses} guesses, {states} states of {worlds} worlds.\n\n{shares}\n\n{words}\n\n{variance}"


def told_boxes(scenario: Scenario, part: float) -> str:
    """Play for PRIM, draw the first box and tell all."""
    counts = (max(round(discovery.WORLDS * part), 10), max(round(discovery.STATES * part), 20))
    study = discovery.discovery_study(scenario, WAR, counts, SEED)
    place = RESULTS / f"experiment-discovery-{counts[0]}-{counts[1]}"
    found = discovery.discovered(study.run(workers=2, out=place, resume=True))
    discover_figure.save_figure(study, found, WAR, place / "figures")
    if found.boxes:
        shutil.copy(place / "figures" / "box.png", DOCS / "pictures" / "trade-war-box.png")
    lines = [f"- {discover_figure.box_words(box)}" for box in found.boxes]
    return "\n".join([f"{100 * found.base:.0f} % of worlds end in a trade war.", "", *lines])


def main() -> None:
    """All three, in folders under results/ that can be gone on with."""
    part = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    scenario = read_scenario(SCENARIO)
    for marker, tell in (("sensitivity", told_indices), ("uncertain", told_uncertain), ("boxes", told_boxes)):
        write_between(DOCS / "uncertainty.md", marker, tell(scenario, part))


if __name__ == "__main__":
    main()
