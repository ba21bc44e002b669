"""A record: a scenario with dated moves and observed rates that reach from its first day to its last without gaps."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from negotiation.scenario.calendar import day_of, week_of
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.lines import with_lines
from negotiation.scenario.read import read_scenario
from negotiation.scenario.schema import Scenario
from negotiation.scenario.shipped import shipped_path

LONGEST_SILENCE = 8  # weeks between two entries; the record of 2025 has none longer than five


def read_record(name_or_path: str) -> Scenario:
    """The record in a file, or the shipped one of that name. Raises ScenarioError with one line per fault."""
    record = read_scenario(name_or_path)
    named = name_or_path.endswith(".toml") or "/" in name_or_path or "\\" in name_or_path
    path = Path(name_or_path) if named else shipped_path(name_or_path)
    found = [f"{path.name}: {fault}" for fault in record_faults(record)]
    if found:
        raise ScenarioError(with_lines(found, path))
    return record


def record_faults(record: Scenario) -> Iterator[str]:
    """What a scenario lacks that is to be a record, each a sentence: path: rule, got value."""
    if not record.moves:
        yield "moves: a record has moves, got none"
    if record.observed is None:
        yield "observed: a record has observed rates, got none"
    undated = [place for place, move in enumerate(record.moves) if move.date is None]
    yield from (f"moves.{place}.date: a move of a record has a date" for place in undated)
    yield from _rivals(record)
    if record.moves and record.observed is not None and not undated:
        yield from _gaps(record)


def _gaps(record: Scenario) -> Iterator[str]:
    """Silences longer than a record may have, and rates that end before it does."""
    entries = sorted(_entries(record))
    last = day_of(record.first_day, record.weeks) - timedelta(days=1)
    spans = zip([(record.first_day, ""), *entries], [*entries, (last, "weeks")], strict=True)
    for (before, _), (day, path) in spans:
        if week_of(before, day) > LONGEST_SILENCE:
            rule = f"nothing is recorded for more than {LONGEST_SILENCE} weeks before it, from {before} to {day}"
            yield f"{path}: {rule}; state what happened, or an event that says nothing did"
    until = record.observed.until if record.observed else None
    if until is not None and week_of(record.first_day, until) < record.weeks - 1:
        yield f"observed.until: rates must be known to the record's last week, of {last}, got {until}"


def _entries(record: Scenario) -> Iterator[tuple[date, str]]:
    """Every dated entry with its path."""
    for place, move in enumerate(record.moves):
        if move.date is not None:
            yield move.date, f"moves.{place}"
    for place, rate in enumerate(record.observed.rates if record.observed else ()):
        yield rate.since, f"observed.rates.{place}"


def _rivals(record: Scenario) -> Iterator[str]:
    """Both governments do what the moves say and nothing else."""
    for side, country in record.countries.items():
        if country.strategy.doctrine != "none" or country.strategy.tactic != "silent":
            got = f"{country.strategy.tactic}, {country.strategy.doctrine}"
            yield f"countries.{side}.strategy: a record needs tactic 'silent' and doctrine 'none', got {got}"
