"""How good is the model on the record of 2025, and what does the record tell of its governments?

`python -m experiments.against_record [--worlds 5000] [--budget 200000]` calibrates, writes
configs/us-canada-calibrated.toml, back-tests the scenario as it is and as calibrated, and writes the tables and
pictures of docs/record.md anew; --only for one of both.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

import numpy as np

from experiments.documents import DOCS, markdown_table, write_between
from negotiation.commands import backtest_figures, calibrate_figures
from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.calibration.calibration import Asked, Calibration, calibrated, tells
from negotiation.study.calibration.check import NEAREST
from negotiation.study.calibration.parameters import NAMES, PARAMETERS, whose
from negotiation.study.calibration.sampler import POPULATION
from negotiation.study.calibration.shipping import scenario_text
from negotiation.study.held_out.backtest import Backtest, Effort, backtest
from negotiation.study.held_out.baselines import FORECASTERS, MODEL
from negotiation.study.held_out.verdict import otherwise_read, pooled, sentences
from negotiation.study.workers import processors

RECORD, SCENARIO, CALIBRATED = "us-canada-record-moves", "us-canada-record", "us-canada-calibrated"
CONFIGS = DOCS.parent / "configs"
SEED = 2025


def main() -> None:
    """Both pieces, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=5000)
    parser.add_argument("--budget", type=int, default=200_000)
    parser.add_argument("--kept", type=Path, help="the folder of a calibration that was begun, to go on with")
    parser.add_argument("--only", choices=("calibrate", "backtest"))
    asked = parser.parse_args()
    if asked.only != "backtest":
        with tempfile.TemporaryDirectory() as folder:
            calibrate(asked.budget, asked.kept or Path(folder))
    if asked.only != "calibrate":
        hold(asked.worlds)


def calibrate(budget: int, folder: Path) -> None:
    """The posterior: a scenario, a table, two pictures."""
    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    asked = Asked(budget, SEED, processors())
    found = calibrated(read_scenario(SCENARIO), read_record(RECORD), asked, folder, told)
    print(f"{found.played:,} worlds in {time.monotonic() - began:.0f} s")
    (CONFIGS / f"{CALIBRATED}.toml").write_text(scenario_text(found), encoding="utf-8")
    write_between(DOCS / "record.md", "calibration", calibration_text(found))
    picture(calibrate_figures.save_figures, found, ("posterior", "check"))


def calibration_text(found: Calibration) -> str:
    """What was played, a row a parameter, a row a number compared."""
    posterior, (before, after) = found.posterior, found.imposed
    note = (
        f"{found.played:,} worlds of a budget of {found.budget:,}, {len(posterior.tolerances)} generations of "
        f"{POPULATION} particles, {100 * posterior.accepted[-1]:.1f} % accepted in the last, seed {found.seed}; "
        f"{100 * found.nearer:.2f} % of histories before the record are as near to it as those; the check takes the "
        f"nearest {100 * NEAREST / len(found.prior):.2f} %. Threats imposed, nine governments in ten: "
        f"{100 * before[0]:.0f} to {100 * before[2]:.0f} % even over the ranges, {100 * after[0]:.0f} to "
        f"{100 * after[2]:.0f} % as weighted. Tells: share of the variance before that a record like this takes away "
        "on average, whatever it holds. Spread left: of the standard deviation before, after this one. Check: how "
        f"likely ranks so uneven are where calibrating works, of {len(found.ranks.ranks):,} trials."
    )
    heads = ("", "before: nine in ten", "after: median, nine in ten", "tells", "spread left", "check", "so")
    rows = [_parameter(found, place) for place in range(len(NAMES))]
    seen = [
        (name, f"{found.observed[place]:.2f}", f"{middle:.2f} ({low:.2f} to {high:.2f})")
        for place, (name, (low, middle, high)) in enumerate(zip(found.names, found.before, strict=True))
    ]
    compared = markdown_table(("compared, over all pieces", "the record", "before: median, nine in ten"), seen)
    return f"{note}\n\n{markdown_table(heads, rows)}\n\n{compared}"


def _parameter(found: Calibration, place: int) -> tuple[str, ...]:
    """One parameter's row."""
    each, (low, middle, high) = PARAMETERS[place], found.quantiles(place)
    digits = 0 if each.whole else 3
    first, last = np.quantile(found.prior[:, place], (0.05, 0.95))
    if each.whole:
        first, last = np.floor((first, last))
    return (
        f"{whose(found.scenario, each)}: {each.name.replace('_', ' ')}, {each.unit}",
        f"{first:.{digits}f} to {last:.{digits}f}",
        f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})",
        f"{100 * found.told[place]:.0f} %",
        f"{100 * found.spread(place):.0f} %",
        f"{found.ranks.p[place]:.2f}",
        tells(found.spread(place)),
    )


def hold(worlds: int) -> None:
    """The back-tests: tables, sentences, two pictures."""
    record = read_record(RECORD)
    tests = {
        name: backtest(record, read_scenario(name), [], Effort(worlds, SEED), told) for name in (SCENARIO, CALIBRATED)
    }
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
    fitted = "\n".join(f"- {sentence}" for sentence in sentences(tests[CALIBRATED]))
    changed = otherwise_read(test)
    own = changed["brier"][MODEL]
    other = (
        "One classification changed (a window's threat carried out, or not): the model's Brier score for threats, "
        f"{own['as read']:.3f}, becomes {own['least']:.3f} to {own['most']:.3f}; '{changed['best']}' leads as the "
        f"record is read, another in {changed['another_leads_in']} of {changed['windows']} such changes."
    )
    return f"{note}\n\n{markdown_table(heads, rows)}\n\n{said}\n\n{other}\n\nAs calibrated (in sample):\n\n{fitted}"


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
