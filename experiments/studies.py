"""What do the shipped studies answer? One question each: played, drawn into docs/pictures and told in a document.

python -m experiments.studies [NAME ...] [worlds a point]      all of them, or those named
"""

import sys
from pathlib import Path
from typing import NamedTuple

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands.studies_screen import shown
from negotiation.report.study_figure import estimates, write_study_figure
from negotiation.study.field import StudyResults
from negotiation.study.plan import read_study, with_worlds


class Answer(NamedTuple):
    """The document in which a study is told, and the message of its figure."""

    document: str
    message: str


STUDIES, QUESTIONS = "studies.md", "questions.md"
ANSWERS = {
    "sector-weight-and-clocks": Answer(
        STUDIES, "Sectors decide the kind of deal; patience decides whether there is war"
    ),
    "believed-threats": Answer(STUDIES, "Unbelieved threats bring more deals, and cost Canada twice as much"),
    "energy-as-a-weapon": Answer(STUDIES, "Taxing energy gains Canada a little; cutting it costs Canada more"),
    "toughness": Answer(QUESTIONS, "Toughness costs deals and hardly buys terms"),
    "retaliation": Answer(QUESTIONS, "Answering halves the tariffs Canada meets; how it answers matters less"),
    "threats-and-demands": Answer(QUESTIONS, "Believed threats work if they demand something; others are carried out"),
    "thresholds": Answer(QUESTIONS, "A higher threshold in Canada ends comprehensive deals and buys no better terms"),
    "allies-needed": Answer(QUESTIONS, "The European Union and Mexico are enough; others add nothing"),
    "summits": Answer(QUESTIONS, "That leaders meet matters, and how soon; where they meet does not"),
    "border-chip": Answer(QUESTIONS, "The border is worth most given away at once"),
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
    write_study_figure(results, DOCS / "pictures", ANSWERS[name].message)
    write_between(DOCS / ANSWERS[name].document, name, table(results))


def main() -> None:
    """Play and tell those asked for, in folders under results/ that can be gone on with."""
    worlds = next((int(word) for word in sys.argv[1:] if word.isdigit()), None)
    for name in [word for word in sys.argv[1:] if not word.isdigit()] or ANSWERS:
        study = with_worlds(read_study(name), worlds)
        place = Path("results") / f"experiment-{name}-{study.worlds}"
        tell(study.run(workers=2, out=place, resume=True))


if __name__ == "__main__":
    main()
