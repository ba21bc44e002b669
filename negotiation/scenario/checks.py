"""What a schema cannot say: that names refer to something, and that the parts fit together."""

from collections.abc import Callable, Iterable, Iterator

from negotiation.economy import REGIONS, SECTORS, elasticities_by_source, regional_exposures, usmca_claim_shares
from negotiation.scenario.credibility_checks import credibility_faults
from negotiation.scenario.errors import unknown
from negotiation.scenario.home_checks import home_faults, need_faults, province_faults
from negotiation.scenario.move_checks import move_faults
from negotiation.scenario.observed_checks import observed_faults
from negotiation.scenario.rise import falls
from negotiation.scenario.schema import Scenario
from negotiation.scenario.table import Ally, Measure

EXEMPTION_TABLES = "usmca"


def faults(scenario: Scenario) -> Iterator[str]:
    """Every fault, each a sentence: path: rule, got value."""
    checks: tuple[Callable[[Scenario], Iterable[str]], ...] = (
        _economy, _countries, _commitments, _bases, _measures, _issues, _limited, _others, _constituencies,
        _places, _start, _start_names, home_faults, need_faults, province_faults, move_faults,
        observed_faults,
    )  # fmt: skip
    for check in checks:
        yield from check(scenario)
    yield from credibility_faults(scenario)


def _known(path: str, kind: str, got: str, names: Iterable[str]) -> Iterator[str]:
    """A fault if the name is not among the known ones."""
    names = list(names)
    if got not in names:
        yield f"{path}: {unknown(kind, got, names)}"


def _economy(scenario: Scenario) -> Iterator[str]:
    """The elasticities are the median or those of a published source."""
    sources = ("median", *elasticities_by_source())
    yield from _known("economy.elasticities", "source", scenario.economy.elasticities, sources)


def _countries(scenario: Scenario) -> Iterator[str]:
    """Countries: their regions exist and differ; sectors exist."""
    regions = [country.region for country in scenario.countries.values()]
    if len(set(regions)) < len(regions):
        yield f"countries: must lie in different regions, got {', '.join(regions)}"
    for key, country in scenario.countries.items():
        yield from _known(f"countries.{key}.region", "region", country.region, REGIONS)
        for sector in country.organised_sectors:
            yield from _known(f"countries.{key}.organised_sectors", "sector", sector, SECTORS)


def _commitments(scenario: Scenario) -> Iterator[str]:
    """Commitments name an issue and one of its options."""
    for key, country in scenario.countries.items():
        for name, commitment in country.commitments.items():
            path = f"countries.{key}.commitments.{name}"
            yield from _known(f"{path}.issue", "issue", commitment.issue, scenario.issues)
            if commitment.issue in scenario.issues:
                options = scenario.issues[commitment.issue].options
                yield from _known(f"{path}.most", "option", commitment.most, options)


def _bases(scenario: Scenario) -> Iterator[str]:
    """Bases: the substitute is another one; a measure lasts a week at least."""
    for key, basis in scenario.bases.items():
        if basis.substitute is not None:
            yield from _known(f"bases.{key}.substitute", "basis", basis.substitute, scenario.bases)
        if basis.substitute == key:
            yield f"bases.{key}.substitute: must be another basis, got '{key}'"
        if basis.duration is not None and basis.duration.value == 0:
            yield f"bases.{key}.duration: must be 1 week or more, got 0; leave it out for no end"
    hazard = sum(basis.court_hazard.value for basis in scenario.bases.values())
    if hazard > 1.0:  # courts rule on one basis a week at most
        yield f"bases: their court_hazard must add up to 1 or less, got {hazard:g}"


def _measures(scenario: Scenario) -> Iterator[str]:
    """Measures: imposer, basis and sectors exist; levels rise from nothing."""
    for key, measure in scenario.measures.items():
        path = f"measures.{key}"
        yield from _known(f"{path}.imposer", "country", measure.imposer, scenario.countries)
        yield from _known(f"{path}.basis", "basis", measure.basis, scenario.bases)
        for sector in measure.sectors:
            yield from _known(f"{path}.sectors", "sector", sector, SECTORS)
        if measure.levels[0].rate != 0.0:
            yield f"{path}.levels.0.rate: the first level must be 0, got {measure.levels[0].rate:g}"
        for step, level in enumerate(measure.levels):
            if isinstance(level.exempt, str):
                yield from _exemption(f"{path}.levels.{step}.exempt", level.exempt)
        yield from _claims(path, measure)
        for step in falls(measure):
            before, after = (measure.levels[place].name for place in (step - 1, step))
            yield f"{path}.levels.{step}: must not tax less than the level before, got '{after}' after '{before}'"


def _claims(path: str, measure: Measure) -> Iterator[str]:
    """Claims grow at thresholds that rise, through tables there are, and no level has more stages than thresholds."""
    thresholds = [claim.value for claim in measure.claims]
    if thresholds != sorted(set(thresholds)):
        yield f"{path}.claims: must rise, got {', '.join(f'{value:g}' for value in thresholds)}"
    for step, level in enumerate(measure.levels):
        if len(level.grows) > len(thresholds):
            yield f"{path}.levels.{step}.grows: needs a threshold in claims for each of {len(level.grows)} stages"
        for stage in level.grows:
            yield from _exemption(f"{path}.levels.{step}.grows", stage)


def _exemption(path: str, exempt: str) -> Iterator[str]:
    """A table of exempt shares is one the economy has."""
    table, _, month = exempt.partition(" ")
    if table != EXEMPTION_TABLES or not month:
        yield f"{path}: must be a share, 0 to 1, or 'usmca MONTH', got '{exempt}'"
    else:
        yield from _known(path, "month", month, usmca_claim_shares())


def _issues(scenario: Scenario) -> Iterator[str]:
    """Issues: somebody concedes, somebody values them, and the levels they fix exist."""
    for key, issue in scenario.issues.items():
        yield from _known(f"issues.{key}.conceded_by", "country", issue.conceded_by, scenario.countries)
        valued = fixed = False
        for name, option in issue.options.items():
            path = f"issues.{key}.options.{name}"
            for country, worth in option.value.items():
                yield from _known(f"{path}.value", "country", country, scenario.countries)
                valued = valued or worth.value != 0.0
            for measure, level in option.sets.items():
                fixed = True
                yield from _known(f"{path}.sets", "measure", measure, scenario.measures)
                yield from _level(f"{path}.sets.{measure}", scenario, measure, level)
        if not valued and not fixed:
            yield f"issues.{key}: nobody values it: no option has a value or sets a measure"


def _level(path: str, scenario: Scenario, measure: str, level: int) -> Iterator[str]:
    """A measure's level must exist."""
    if measure in scenario.measures and not 0 <= level < len(scenario.measures[measure].levels):
        yield f"{path}: must be a level of '{measure}', 0 to {len(scenario.measures[measure].levels) - 1}, got {level}"


def _limited(scenario: Scenario) -> Iterator[str]:
    """Limited deals settle known issues and leave some open."""
    for key, limited in scenario.limited.items():
        for issue in limited.issues:
            yield from _known(f"limited.{key}.issues", "issue", issue, scenario.issues)
        if len(set(limited.issues)) == len(scenario.issues):
            yield f"limited.{key}.issues: must leave an issue open, got all of them"


def _others(scenario: Scenario) -> Iterator[str]:
    """Allies, who speaks first and where leaders meet."""
    yield from _known("talks.first", "country", scenario.talks.first, scenario.countries)
    for venue in scenario.summit.venues:
        yield from _known("summit.venues", "country", venue, scenario.countries)
    for key, ally in scenario.allies.items():
        yield from _known(f"allies.{key}.friend", "country", ally.friend, scenario.countries)
        for region in ally.regions:
            yield from _known(f"allies.{key}.regions", "region", region, REGIONS)
        for sector in ally.sectors:
            yield from _known(f"allies.{key}.sectors", "sector", sector, SECTORS)
        yield from _deal(f"allies.{key}.deal", ally)


def _deal(path: str, ally: Ally) -> Iterator[str]:
    """An ally's separate deal: its sectors exist, and the threat is not below what is charged already."""
    if ally.deal is None:
        return
    for sector in ally.deal.sectors:
        yield from _known(f"{path}.sectors", "sector", sector, SECTORS)
    before, threatened = ally.deal.before.value, ally.deal.threatened.value
    if threatened < before:
        yield f"{path}.threatened: must not be below what is charged before, {before:g}, got {threatened:g}"


def _constituencies(scenario: Scenario) -> Iterator[str]:
    """Constituencies: country, sectors and issues exist."""
    for key, group in scenario.constituencies.items():
        yield from _known(f"constituencies.{key}.country", "country", group.country, scenario.countries)
        for sector in group.sectors:
            yield from _known(f"constituencies.{key}.sectors", "sector", sector, SECTORS)
        for issue in group.cares:
            yield from _known(f"constituencies.{key}.cares", "issue", issue, scenario.issues)


def _places(scenario: Scenario) -> Iterator[str]:
    """Constituencies' places are provinces or states of their country; a wrong region is told once, by the country."""
    if any(_countries(scenario)):
        return
    for key, group in scenario.constituencies.items():
        country = scenario.countries.get(group.country)
        codes = [row.code for row in regional_exposures() if country is not None and row.country == country.region]
        for place in group.places if country is not None else ():
            yield from _known(f"constituencies.{key}.places", "place", place, codes)


def _start(scenario: Scenario) -> Iterator[str]:
    """The start's measures, threats and options exist."""
    start = scenario.start
    for measure, level in start.levels.items():
        yield from _known("start.levels", "measure", measure, scenario.measures)
        yield from _level(f"start.levels.{measure}", scenario, measure, level)
    for measure, threat in start.threats.items():
        yield from _known("start.threats", "measure", measure, scenario.measures)
        yield from _level(f"start.threats.{measure}.level", scenario, measure, threat.level)
        least = start.levels.get(measure, 0)
        if threat.level < least:
            yield f"start.threats.{measure}.level: must not be below start.levels, {least}, got {threat.level}"
        if threat.issue is None and threat.option is not None:
            yield f"start.threats.{measure}.issue: is missing; '{threat.option}' is an option of one"
        if threat.issue is not None:
            yield from _demand(f"start.threats.{measure}", scenario, threat.issue, threat.option)
    for issue, option in start.settled.items():
        yield from _option(f"start.settled.{issue}", scenario, issue, option)


def _demand(path: str, scenario: Scenario, issue: str, option: str | None) -> Iterator[str]:
    """What a threat demands is an issue and one of its options."""
    if option is None and issue in scenario.issues:
        yield f"{path}.option: is missing; options of '{issue}': {', '.join(scenario.issues[issue].options)}"
    else:
        yield from _option(path, scenario, issue, option)


def _start_names(scenario: Scenario) -> Iterator[str]:
    """The start's allies and beliefs name allies, countries and bases."""
    for ally in scenario.start.stances:
        yield from _known("start.stances", "ally", ally, scenario.allies)
    for country, beliefs in scenario.start.belief.items():
        yield from _known("start.belief", "country", country, scenario.countries)
        for basis in beliefs:
            yield from _known(f"start.belief.{country}", "basis", basis, scenario.bases)


def _option(path: str, scenario: Scenario, issue: str, option: str | None) -> Iterator[str]:
    """An issue and one of its options must exist."""
    yield from _known(f"{path}.issue", "issue", issue, scenario.issues)
    if issue in scenario.issues:
        yield from _known(f"{path}.option", "option", str(option), scenario.issues[issue].options)
