"""The figure of uncertain guesses: there only where they were tried, with the numbers that were found."""

import json

from negotiation.report.exhibits.guesses import guesses
from negotiation.report.run import read_run

SHARE = {"share": 0.3, "low": 0.2, "high": 0.4, "state_low": 0.05, "state_high": 0.8}
SURE = {"share": 0.1, "low": 0.08, "high": 0.12, "state_low": 0.05, "state_high": 0.2}
PART = {"alone": {"share": 0.25, "low": 0.1, "high": 0.4}, "together": {"share": 0.5, "low": 0.4, "high": 0.6}}


def test_no_figure_where_guesses_were_not_tried(fake_folder):
    assert guesses(read_run(fake_folder(tried=False))) is None


def test_the_least_sure_outcome_is_its_title(fake_folder):
    folder = fake_folder()
    told = {
        "guesses": {"a": [1, 2]}, "states": 12, "worlds": 60,
        "shares": {"comprehensive deal": SURE, "trade war": SHARE},
        "variance": {"deal": {"decisions": PART, "guesses": PART, "luck": PART}},
    }  # fmt: skip
    (folder / "uncertainty.json").write_text(json.dumps(told))
    summary = json.loads((folder / "summary.json").read_text())
    for found in summary["outcomes"].values():
        found["share"] = found["count"] / summary["worlds"]
    (folder / "summary.json").write_text(json.dumps(summary))
    exhibit = guesses(read_run(folder))
    assert exhibit.title == "Trade war: 5 to 80 % of worlds, by what is guessed"
    rows = {row[0]: row[2:] for row in exhibit.rows}
    assert [round(number) for number in rows["Trade war"]] == [30, 20, 40, 5, 80]
    assert rows["Standoff"] == (0.0, 0.0, 0.0, 0.0, 0.0)  # as stated alone
