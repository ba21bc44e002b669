"""What must hold of dated moves: that they are in order, within the dispute, and name what there is."""

from collections.abc import Iterable, Iterator

from negotiation.scenario.calendar import day_of, first_day, week_of
from negotiation.scenario.errors import unknown
from negotiation.scenario.moves import ALLOWED, ASKED, ON_LEVELS, Act, Move
from negotiation.scenario.schema import Scenario


def move_faults(scenario: Scenario) -> Iterator[str]:
    """Every fault of the moves, each a sentence: path: rule, got value."""
    latest = -1
    for place, move in enumerate(scenario.moves):
        path = f"moves.{place}"
        when = list(_when(path, scenario, move))
        yield from when
        if not when:
            week = week_of_move(scenario, move)
            before = scenario.moves[place - 1] if place else None
            if week < latest or (before and before.date and move.date and move.date < before.date):
                yield f"{path}: must not come before the move above it, got {told_time(move)}"
            latest = max(latest, week)
        for number, act in enumerate(move.acts):
            yield from act_faults(f"{path}.acts.{number}", scenario, act)


def week_of_move(scenario: Scenario, move: Move) -> int:
    """The week of a move, counted from 0."""
    if move.date is None:
        return (move.week or 1) - 1
    return week_of(scenario.first_day, move.date)


def told_time(move: Move) -> str:
    """When a move is made, in words."""
    return f"week {move.week}" if move.date is None else move.date.isoformat()


def _when(path: str, scenario: Scenario, move: Move) -> Iterator[str]:
    """A move has a day or a week, within the dispute."""
    if (move.date is None) == (move.week is None):
        yield f"{path}: must have a date or a week, one of them"
        return
    if move.date is not None and first_day(scenario.start.date) is None:
        yield f"{path}.date: needs a scenario that starts on a day, as '25 November 2024', got '{scenario.start.date}'"
        return
    week = week_of_move(scenario, move)
    if not 0 <= week < scenario.weeks:
        yield f"{path}: must lie in the dispute, {_span(scenario, move)}, got {told_time(move)}"


def _span(scenario: Scenario, move: Move) -> str:
    """The first and the last day or week there is."""
    if move.date is None:
        return f"week 1 to {scenario.weeks}"
    first = scenario.first_day
    return f"{first} to {day_of(first, scenario.weeks) - (day_of(first, 1) - first) / 7}"


def act_faults(path: str, scenario: Scenario, act: Act) -> Iterator[str]:
    """An act has what it needs, nothing else, and names what there is."""
    stated, needed = set(act.stated()), ASKED[act.act]
    missing = [name for name in needed if name not in stated]
    spare = sorted(stated - set(needed) - set(ALLOWED.get(act.act, ())))
    if missing:
        yield f"{path}: '{act.act}' needs {' and '.join(missing)}"
    for name in spare:
        yield f"{path}.{name}: '{act.act}' has no such entry"
    if act.act in ("threaten", "pause") and (act.weeks is None) == (act.until is None):
        yield f"{path}: '{act.act}' needs weeks or until, one of them"
    yield from _names(path, scenario, act)
    if act.measure in scenario.measures:
        yield from _measure(path, scenario, act)
    yield from _luck(path, scenario, act)


def _names(path: str, scenario: Scenario, act: Act) -> Iterator[str]:
    """Countries, measures, issues, options, allies, commitments and bases exist."""
    vows = scenario.countries[act.who].commitments if act.who in scenario.countries else {}
    lists: tuple[tuple[str, str, str | None, Iterable[str]], ...] = (
        ("who", "country", act.who, scenario.countries), ("measure", "measure", act.measure, scenario.measures),
        ("issue", "issue", act.issue, scenario.issues), ("ally", "ally", act.ally, scenario.allies),
        ("commitment", "commitment", act.commitment, vows), ("basis", "basis", act.basis, scenario.bases),
        ("host", "country", act.host, scenario.countries),
    )  # fmt: skip
    for entry, kind, got, names in lists:
        if got is not None and got not in names:
            yield f"{path}.{entry}: {unknown(kind, got, names)}"
    yield from _terms(path, scenario, act)


def _terms(path: str, scenario: Scenario, act: Act) -> Iterator[str]:
    """Issues conceded, demanded or offered exist and have these options."""
    if act.issue is not None and act.option is None:
        yield f"{path}.option: is missing"
    for issue in act.terms or {}:
        if issue not in scenario.issues:
            yield f"{path}.terms: {unknown('issue', issue, scenario.issues)}"
    wanted = dict(act.terms or {}) | ({act.issue: act.option} if act.issue and act.option else {})
    for issue, option in wanted.items():
        if issue in scenario.issues and option not in scenario.issues[issue].options:
            yield f"{path}.option: {unknown('option', option, scenario.issues[issue].options)}"


def _measure(path: str, scenario: Scenario, act: Act) -> Iterator[str]:
    """A measure is the government's own, and the level is one of its levels."""
    measure = scenario.measures[act.measure or ""]
    if act.who in scenario.countries and measure.imposer != act.who:
        yield f"{path}.measure: '{act.measure}' is a measure of '{measure.imposer}', not of '{act.who}'"
    names = [level.name for level in measure.levels]
    if isinstance(act.level, str) and act.level not in names:
        yield f"{path}.level: {unknown('level', act.level, names)}"
    if isinstance(act.level, int) and not act.level < len(names):
        yield f"{path}.level: must be a level of '{act.measure}', 0 to {len(names) - 1}, got {act.level}"
    if act.act in ("threaten", *ON_LEVELS[:2]) and act.level in (0, names[0]):
        yield f"{path}.level: '{act.act}' needs a level above '{names[0]}'"


def _luck(path: str, scenario: Scenario, act: Act) -> Iterator[str]:
    """What luck is told to bring can happen at all."""
    venues, basis = scenario.summit.venues, scenario.bases.get(act.basis or "")
    if act.act == "summit" and (not venues or scenario.summit.chance.value == 0.0):
        yield f"{path}: leaders never meet in this scenario: summit.chance is 0 or there is no venue"
    if act.act == "summit" and act.host in scenario.countries and act.host not in venues:
        yield f"{path}.host: must be one of summit.venues, {', '.join(venues)}, got '{act.host}'"
    if act.act == "court" and basis is not None and basis.court_hazard.value == 0.0:
        yield f"{path}.basis: courts never rule on '{act.basis}': its court_hazard is 0"
    if act.stayed is not None and basis is not None and basis.stay is None:
        yield f"{path}.stayed: '{act.basis}' knows no stay of rulings (bases.{act.basis}.stay)"
    shock = scenario.countries[act.who].audience.shock.value if act.who in scenario.countries else 1.0
    if act.act == "event" and act.approval is not None and (act.who is None or shock == 0.0):
        yield f"{path}.approval: needs who, and news that move its public (audience.shock above 0)"
