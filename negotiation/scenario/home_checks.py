"""Faults of what a scenario says of home: institutions, and whose constituencies vote in them."""

from collections.abc import Iterable, Iterator

from negotiation.scenario.errors import unknown
from negotiation.scenario.institutions import Institution
from negotiation.scenario.provinces import OwnMove
from negotiation.scenario.schema import Scenario


def home_faults(scenario: Scenario) -> Iterator[str]:
    """Every fault, each a sentence: path: rule, got value."""
    for key, country in scenario.countries.items():
        for name, institution in country.institutions.items():
            yield from _institution(f"countries.{key}.institutions.{name}", scenario, key, institution)
        if country.election and country.election.campaign.value < 1:
            yield f"countries.{key}.election.campaign: must be 1 week or more, got {country.election.campaign.value}"
        week = country.election.week if country.election else None
        if week is not None and week > scenario.weeks:
            yield f"countries.{key}.election.week: must be within the {scenario.weeks} weeks, got {week}"


def province_faults(scenario: Scenario) -> Iterator[str]:
    """Provinces lie in a country, set and stand against its measures, and have people."""
    for key, province in scenario.provinces.items():
        path = f"provinces.{key}"
        if province.country not in scenario.countries:
            yield from known(f"{path}.country", "country", province.country, scenario.countries)
            continue  # what it stands for cannot be judged
        yield from electorate_faults(path, scenario, province.country, province.places, province.constituencies)
        if not (province.places or province.constituencies):
            yield f"{path}.places: must name a place, or constituencies, got none"
        ours = [name for name, measure in scenario.measures.items() if measure.imposer == province.country]
        for measure in province.stands_against:
            yield from known(f"{path}.stands_against", f"measure of '{province.country}'", measure, ours)
            if scenario.start.threats.get(measure) and province.stands_against[measure] == "blocks":
                yield f"{path}.stands_against: '{measure}' is threatened at the start, so nobody blocks it"
        if province.moves:
            yield from _own_move(f"{path}.moves", scenario, province.moves, ours)


def _own_move(path: str, scenario: Scenario, moves: OwnMove, ours: list[str]) -> Iterator[str]:
    """A province's own measure is one of its country's, with that level, and no government threatens it."""
    yield from known(f"{path}.measure", "measure of its country", moves.measure, ours)
    if moves.measure in ours and moves.level >= len(scenario.measures[moves.measure].levels):
        top = len(scenario.measures[moves.measure].levels) - 1
        yield f"{path}.level: must be a level of '{moves.measure}', 1 to {top}, got {moves.level}"
    if moves.measure in ours and moves.measure in scenario.start.threats:
        yield f"{path}.measure: '{moves.measure}' is threatened at the start by the government; it is the province's"


def need_faults(scenario: Scenario) -> Iterator[str]:
    """Options that need an ally: the ally is there and says how it answers; something else holds without it."""
    for key, issue in scenario.issues.items():
        for number, (name, option) in enumerate(issue.options.items()):
            path = f"issues.{key}.options.{name}"
            if option.otherwise is not None:
                others = [other for other in issue.options if not issue.options[other].needs]
                yield from known(f"{path}.otherwise", "option that needs nobody", option.otherwise, others)
            if option.needs is None:
                continue
            yield from known(f"{path}.needs", "ally", option.needs, scenario.allies)
            if option.needs in scenario.allies and scenario.allies[option.needs].assent is None:
                yield f"allies.{option.needs}.assent: is missing; {path} needs it"
            if number == 0 or option.sets:
                yield f"{path}.needs: must be of a later option that sets no measure, got '{option.needs}'"


def _institution(path: str, scenario: Scenario, key: str, institution: Institution) -> Iterator[str]:
    """What it agrees to exists, and so does whoever votes in it."""
    for issue, least in institution.agrees_to.items():
        yield from known(f"{path}.agrees_to", "issue", issue, scenario.issues)
        if issue in scenario.issues:
            yield from known(f"{path}.agrees_to.{issue}", "option", least, scenario.issues[issue].options)
    if institution.kind == "executive" and institution.threshold.value > 0.0:
        yield f"{path}.threshold: must be 0 for an executive, which signs itself, got {institution.threshold.value:g}"
    yield from electorate_faults(path, scenario, key, institution.places, institution.constituencies)


def electorate_faults(
    path: str, scenario: Scenario, key: str, places: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[str]:
    """Places and constituencies are some of the country's."""
    ours = {name: group for name, group in scenario.constituencies.items() if group.country == key}
    for name in names:
        yield from known(f"{path}.constituencies", "constituency", name, ours)
    lived_in = [place for group in ours.values() for place in group.places]
    for place in places:
        yield from known(f"{path}.places", "place of a constituency", place, lived_in)


def known(path: str, kind: str, got: str, names: Iterable[str]) -> Iterator[str]:
    """A fault if the name is not among the known ones."""
    names = list(names)
    if got not in names:
        yield f"{path}: {unknown(kind, got, names)}"
