"""What do the shipped studies answer? Each is played, drawn into docs/pictures and told in docs/studies.md.

python -m experiments.studies [worlds a point]
"""

import sys
from pathlib import Path

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands.studies_screen import shown
from negotiation.report.study_figure import estimates, write_study_figure
from negotiation.study.field import StudyResults
from negotiation.study.plan import read_study, with_worlds

# Study -> the message of its figure.
MESSAGES = {
    "sector-weight-and-clocks": "Sectors decide the kind of deal; patience decides whether there is war",
    "believed-threats": "Unbelieved threats bring more deals, and cost Canada twice as much",
    "energy-as-a-weapon": "Taxing energy gains Canada a little; cutting it costs Canada more",
}


def table(results: StudyResults) -> str:
    """Settings down, outcomes across, each with how far its 95 % interval reaches; below, the variance saved."""
    study, told = results.study, estimates(results)
    levers = results.points.drop_duplicates("setting").set_index("setting")
    rows = []
    for setting in dict.fromkeys(told["setting"]):
        cells = told[told["setting"] == setting].set_index("outcome")
        words = [str(levers.loc[setting, name]) for name in study.levers]
        rows.append((*words, *(shown(cells.loc[name], each.is_share) for name, each in study.measures.items())))
    saved = results.differences.groupby("outcome", sort=False)["variance_saved"].mean()
    luck = "; ".join(f"{name} {100 * value:.0f} %" for name, value in saved.items())
    heads = [name.replace("_", " ") for name in (*study.levers, *study.measures)]
    return f"{markdown_table(heads, rows)}\n\nVariance of the differences that the same luck saves: {luck}."


def tell(results: StudyResults) -> None:
    """Write what a study found."""
    name = results.study.name
    write_study_figure(results, DOCS / "pictures", MESSAGES[name])
    write_between(DOCS / "studies.md", name, table(results))


def main() -> None:
    """Play and tell every one, in folders under results/ that can be gone on with."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else None
    for name in MESSAGES:
        study = with_worlds(read_study(name), worlds)
        place = Path("results") / f"experiment-{name}-{study.worlds}"
        tell(study.run(workers=2, out=place, resume=True))


if __name__ == "__main__":
    main()
