"""How good is the model on the record of 2025, and what does the record tell of its governments?

`python -m experiments.against_record [--worlds 1000] [--budget 25000]` calibrates, writes
configs/us-canada-calibrated.toml, back-tests the scenario as it is and as calibrated, and writes the tables and
pictures of docs/record.md anew; --only for one of both.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands import backtest_figures, calibrate_figures
from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.calibration.calibration import Calibration, calibrated, tells
from negotiation.study.calibration.parameters import NAMES, PARAMETERS
from negotiation.study.calibration.shipping import scenario_text
from negotiation.study.held_out.backtest import Backtest, backtest
from negotiation.study.held_out.baselines import FORECASTERS, MODEL
from negotiation.study.held_out.verdict import otherwise_read, pooled, sentences

RECORD, SCENARIO, CALIBRATED = "us-canada-record-moves", "us-canada-record", "us-canada-calibrated"
CONFIGS = DOCS.parent / "configs"
SEED = 2025


def main() -> None:
    """Both pieces, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=1000)
    parser.add_argument("--budget", type=int, default=25_000)
    parser.add_argument("--only", choices=("calibrate", "backtest"))
    asked = parser.parse_args()
    if asked.only != "backtest":
        calibrate(asked.budget)
    if asked.only != "calibrate":
        hold(asked.worlds)


def calibrate(budget: int) -> None:
    """The posterior: a scenario, a table, two pictures."""
    with tempfile.TemporaryDirectory() as folder:
        found = calibrated(
            read_scenario(SCENARIO), read_record(RECORD), budget, SEED, Path(folder) / "generations.db", told
        )
    (CONFIGS / f"{CALIBRATED}.toml").write_text(scenario_text(found), encoding="utf-8")
    write_between(DOCS / "record.md", "calibration", calibration_table(found))
    picture(calibrate_figures.save_figures, found, ("posterior", "check"))


def calibration_table(found: Calibration) -> str:
    """A row a parameter."""
    heads = ("", "before", "after: median, nine in ten", "spread left", "check", "what the record says")
    rows = []
    for place, name in enumerate(NAMES):
        each, (low, middle, high) = PARAMETERS[place], found.quantiles(place)
        after = f"{middle:.3f} ({low:.3f} to {high:.3f})"
        cells = (
            f"{each.low} to {each.high}",
            after,
            f"{100 * found.spread(place):.0f} %",
            f"{found.ranks.p[place]:.2f}",
        )
        rows.append((f"{each.side}: {name.replace('_', ' ')}, {each.unit}", *cells, tells(found.spread(place))))
    accepted = 100 * found.posterior.accepted[-1]
    note = (
        f"{found.played:,} worlds played of a budget of {found.budget:,}, {len(found.posterior.tolerances)} "
        f"generations of 400 particles, {accepted:.1f} % accepted in the last, seed {found.seed}. Spread left: of the "
        "standard deviation before. Check: how likely ranks so uneven are where calibrating works, of 300."
    )
    seen = [
        (name, f"{found.observed[place]:.2f}", f"{middle:.2f} ({low:.2f} to {high:.2f})")
        for place, (name, (low, middle, high)) in enumerate(zip(found.names, found.before, strict=True))
    ]
    compared = markdown_table(("compared, first 41 weeks", "the record", "before: median, nine in ten"), seen)
    return f"{note}\n\n{markdown_table(heads, rows)}\n\n{compared}"


def hold(worlds: int) -> None:
    """The back-tests: tables, sentences, two pictures."""
    record = read_record(RECORD)
    tests = {name: backtest(record, read_scenario(name), [], worlds, SEED, told) for name in (SCENARIO, CALIBRATED)}
    write_between(DOCS / "record.md", "backtest", backtest_text(tests))
    picture(backtest_figures.save_figures, tests[SCENARIO], ("backtest-rates", "backtest-scores"))


def backtest_text(tests: dict[str, Backtest]) -> str:
    """A row a forecaster, the sentences, and what another reading of the record would do."""
    test = tests[SCENARIO]
    heads = ("less is better", *(f"CRPS {side}" for side in test.record.sides), "in 50 %", "in 90 %", "Brier", "order")
    rows = [(MODEL, *_scores(test, MODEL)), ("as calibrated (in sample)", *_scores(tests[CALIBRATED], MODEL))]
    rows += [(who, *_scores(test, who)) for who in FORECASTERS if who != MODEL]
    days = ", ".join(held.model.origin.until.isoformat() for held in test.held)
    note = f"{test.worlds} worlds a beginning, seed {SEED}; beginnings {days}."
    said = "\n".join(f"- {sentence}" for sentence in sentences(test))
    changed = otherwise_read(test)
    own = changed["brier"][MODEL]
    other = (
        "One classification changed (a window's threat carried out, or not): the model's Brier score for threats, "
        f"{own['as read']:.3f}, becomes {own['least']:.3f} to {own['most']:.3f}; '{changed['best']}' leads as the "
        f"record is read, another in {changed['another_leads_in']} of {changed['windows']} such changes."
    )
    return f"{note}\n\n{markdown_table(heads, rows)}\n\n{said}\n\n{other}"


def _scores(test: Backtest, who: str) -> tuple[str, ...]:
    """One forecaster's cells."""
    scores = pooled(test, who)
    rates = [f"{value:.2f}" for value in scores["crps"].values()]
    within = [f"{100 * value:.0f} %" for value in scores["coverage"].values()]
    return (*rates, *within, f"{scores['brier_all']:.3f}", f"{scores['order']:.2f}")


def picture(save, shown, names: tuple[str, ...]) -> None:
    """Put figures among the documents' pictures."""
    with tempfile.TemporaryDirectory() as folder:
        save(shown, Path(folder))
        for name in names:
            shutil.copy(
                Path(folder) / f"{name}.png", DOCS / "pictures" / f"record-{name.removeprefix('backtest-')}.png"
            )


def told(stage: str, done: int, total: int) -> None:
    """Say how far it is."""
    print(f"{stage} {done}/{total}", flush=True)


if __name__ == "__main__":
    main()
