"""A day of a record as a beginning: what was known then, and a dispute that plays on from it."""

from dataclasses import dataclass
from datetime import date

from negotiation.scenario.calendar import week_of
from negotiation.scenario.errors import ScenarioError
from negotiation.scenario.move_checks import week_of_move
from negotiation.scenario.moves import Move
from negotiation.scenario.observed import Observed
from negotiation.scenario.read import validated
from negotiation.scenario.schema import Scenario

MONTHS_APART = 2
MONTHS = 12


@dataclass(frozen=True)
class Origin:
    """What is known on a day, and how it is played on.

    until: the last day that counts; begins: the week after it, from 0, in which governments decide again; history: the
    record up to that day; played: the dispute that goes on, without moves.
    """

    until: date
    begins: int
    history: Scenario
    played: Scenario


def origin(record: Scenario, behaviour: Scenario, until: date, weeks: int) -> Origin:
    """The record hidden after a day; the countries of another scenario of the same dispute play on.

    weeks: the least length of the dispute. Raises ScenarioError.
    """
    begins = week_of(record.first_day, until) + 1
    if not 1 <= begins <= record.weeks:
        last = record.weeks - 1
        raise ScenarioError(f"until: must lie in the record, {record.first_day} to its week {last}, got {until}")
    moves = tuple(move for move in record.moves if _is_known(record, move, until, begins))
    known = _observed(record, until)
    history = record.model_copy(update={"moves": moves, "counterfactuals": {}, "observed": known})
    longest = max(weeks, behaviour.weeks, record.weeks)
    changes = {"countries": behaviour.countries, "moves": (), "name": behaviour.name, "weeks": longest}
    table = history.model_copy(update=changes).model_dump(mode="python")
    return Origin(until, begins, history, validated(table, f"{behaviour.name} from {until}"))


def origins_of(record: Scenario) -> list[date]:
    """Every second month's day of the beginning, while four weeks of the record are left."""
    first, days = record.first_day, []
    for months in range(MONTHS_APART, record.weeks, MONTHS_APART):
        year, month = divmod(first.month - 1 + months, MONTHS)
        day = date(first.year + year, month + 1, min(first.day, 28))
        if week_of(first, day) + 1 + 4 > record.weeks:
            break
        days.append(day)
    return days


def _is_known(record: Scenario, move: Move, until: date, begins: int) -> bool:
    """Whether a move was made by then."""
    return move.date <= until if move.date is not None else week_of_move(record, move) < begins


def _observed(record: Scenario, until: date) -> Observed | None:
    """The rates known by then; none before the first."""
    rates = tuple(rate for rate in (record.observed.rates if record.observed else ()) if rate.since <= until)
    return Observed(until=until, rates=rates) if rates else None
