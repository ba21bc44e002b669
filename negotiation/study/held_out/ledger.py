"""A book of dated forecasts: written once, never changed, scored when the record has grown."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

import negotiation
from negotiation.analysis.forecast_scores import brier, covered, crps
from negotiation.scenario.calendar import day_of, week_of
from negotiation.scenario.schema import Scenario
from negotiation.study.errors import StudyError
from negotiation.study.folder import json_text
from negotiation.study.held_out.course import Recorded, recorded, simulated
from negotiation.study.held_out.events import WINDOW, event_names, windows
from negotiation.study.held_out.origin import origin

Floats = NDArray[np.float64]
KEPT = 100  # equally likely numbers that a week's rates are kept as
LEVELS = (np.arange(KEPT) + 0.5) / KEPT


class Entry(BaseModel, extra="forbid"):
    """One forecast. until: the last day known; weeks: how many are foretold; rates: side -> (weeks, KEPT) percent;
    unchanged: side -> percent at `until`; chances: event -> by window of four weeks.
    """

    made_on: date
    until: date
    weeks: int
    scenario: str
    scenario_hash: str
    record: str
    record_hash: str
    version: str
    seed: int
    worlds: int
    says: str
    unchanged: dict[str, float]
    rates: dict[str, list[list[float]]]
    chances: dict[str, list[float]]


@dataclass(frozen=True)
class EntryScore:
    """One forecast beside what is known by now; weeks: how many of them; nothing scored where none is."""

    file: str
    weeks: int
    crps: dict[str, float]
    crps_unchanged: dict[str, float]
    within: dict[str, float]
    brier: float | None
    brier_nothing: float | None
    windows: int


def foretold(record: Scenario, scenario: Scenario, horizon: int, worlds: int, seed: int, made_on: date) -> Entry:
    """What the scenario's governments may do after the record's last day, for so many weeks."""
    until = day_of(record.first_day, record.weeks) - timedelta(days=1)
    model = simulated(origin(record, scenario, until, record.weeks + horizon), worlds, seed, horizon)
    begins = model.origin.begins
    spans = [range(span.start - begins, span.stop - begins) for span in windows(begins, begins + model.weeks)]
    quantiles = np.quantile(model.rates, LEVELS, axis=-1)
    return Entry(
        made_on=made_on,
        until=until,
        weeks=model.weeks,
        scenario=scenario.name,
        scenario_hash=scenario.content_hash(),
        record=record.name,
        record_hash=record.content_hash(),
        version=negotiation.__version__,
        seed=seed,
        worlds=worlds,
        says="The model explores how such disputes work; it does not forecast this one.",
        unchanged={side: float(model.at_origin[seat]) for seat, side in enumerate(record.sides)},
        rates={side: quantiles[:, :, seat].T.round(4).tolist() for seat, side in enumerate(record.sides)},
        chances={
            name: [float(rows[:, span].any(axis=-1).mean()) for span in spans] for name, rows in model.happened.items()
        },
    )


def write_entry(entry: Entry, ledger: Path) -> Path:
    """Put a forecast in the ledger. Raises StudyError where it is there already."""
    hashes = f"{entry.scenario_hash}-{entry.record_hash}"
    size = f"{entry.weeks}-weeks-{entry.worlds}-worlds"
    name = re.sub(r"[^\w.-]+", "-", f"{entry.until}-{entry.scenario}-{hashes}-{entry.seed}-{size}")
    file = ledger / f"{name}.json"
    ledger.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as book:
            book.write(json_text(entry.model_dump(mode="json")) + "\n")
    except FileExistsError:
        raise StudyError(f"{file}: this forecast is in the ledger already; a forecast is never changed") from None
    return file


def read_ledger(ledger: Path) -> list[tuple[str, Entry]]:
    """All forecasts by file, the oldest first. Raises StudyError for a file that is none, and where there is none."""
    files = sorted(ledger.glob("*.json"))
    if not files:
        raise StudyError(f"{ledger}: no forecasts; make one with: negotiation forecast")
    entries = []
    for file in files:
        try:
            entries.append((file.name, Entry.model_validate_json(file.read_bytes())))
        except ValidationError as error:
            raise StudyError(f"{file}: not a forecast: {error.errors()[0]['msg']}") from None
    return entries


def scored(ledger: Path, record: Scenario) -> list[EntryScore]:
    """Every forecast of the ledger beside the record as it is known by now."""
    known = recorded(record)
    return [_scored(file, entry, known) for file, entry in read_ledger(ledger)]


def _scored(file: str, entry: Entry, known: Recorded) -> EntryScore:
    """One forecast beside the record."""
    record = known.scenario
    if set(entry.rates) != set(record.sides):
        raise StudyError(f"{file}: foretells {', '.join(entry.rates)}; the record is of {', '.join(record.sides)}")
    begins = week_of(record.first_day, entry.until) + 1
    weeks = max(min(record.weeks - begins, entry.weeks), 0)
    if begins < 0 or weeks == 0:
        return EntryScore(file, 0, {}, {}, {}, None, None, 0)
    errors: dict[str, Any] = {}
    unchanged, within = {}, {"50%": 0.0, "90%": 0.0}
    for seat, side in enumerate(record.sides):
        observed, told = known.rates[begins : begins + weeks, seat], np.array(entry.rates[side])[:weeks]
        errors[side] = float(crps(told, observed).mean())
        unchanged[side] = float(np.abs(observed - entry.unchanged[side]).mean())
        within["50%"] += float(covered(told, observed, 0.5).mean()) / 2.0
        within["90%"] += float(covered(told, observed, 0.9).mean()) / 2.0
    spans = windows(begins, begins + weeks)
    chance = np.array([entry.chances[name][place] for name in event_names(record.sides) for place in range(len(spans))])
    came = np.array([
        known.happened[name][span.start : span.stop].any() for name in event_names(record.sides) for span in spans
    ], np.bool_)  # fmt: skip
    own = float(brier(chance, came).mean()) if spans else None
    nothing = float(came.mean()) if spans else None
    return EntryScore(file, weeks, errors, unchanged, within, own, nothing, len(spans))


__all__ = ["WINDOW", "Entry", "EntryScore", "foretold", "read_ledger", "scored", "write_entry"]
