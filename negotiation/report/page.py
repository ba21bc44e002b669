"""The page of a run: one file, to be read, printed and mailed."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from negotiation.charts.outcomes import OutcomeBar
from negotiation.report.baselines import Baselines, no_better_sentence
from negotiation.report.doubts import Doubts, variance_sentence
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits.outcomes import outcome_shares
from negotiation.report.inline import inline_svg
from negotiation.report.run import Run
from negotiation.report.stories import Story
from negotiation.report.tables import gains_and_losses, settled_issues
from negotiation.scenario.quantity import Quantity
from negotiation.scenario.ranges import OPTIONAL

TEMPLATE = "page.html.j2"
# Figures whose messages, in this order, sum a run up.
HEADLINES = ("outcomes", "values", "jobs_prices", "approval")
QUANTITY_KEYS = {"value", "unit", "source"}


class Beside(NamedTuple):
    """What stands beside the outcomes: what follows from uncertain guesses, and what anybody could have said."""

    doubts: Doubts | None = None
    baselines: Baselines | None = None


NOTHING_BESIDE = Beside()


def page(
    run: Run,
    exhibits: Sequence[Exhibit],
    svgs: Mapping[str, str],
    stories: Sequence[Story] = (),
    beside: Beside = NOTHING_BESIDE,
) -> str:
    """The page as HTML; all words of the scenario are escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    scenario, numbers = run.manifest["scenario"], list(quantities(run.manifest["scenario"]))
    return environment.get_template(TEMPLATE).render(
        title=run.summary["scenario"]["title"],
        description=scenario.get("description", ""),
        run=run,
        headline=headline(exhibits),
        outcomes=[bar for bar in outcome_shares(run).bars if bar.count],
        countries=[run.country_name(country) for country in run.countries],
        gains=gains_and_losses(run),
        issues=settled_issues(run),
        figures=[(exhibit, _figure(exhibit, svgs[exhibit.name])) for exhibit in exhibits],
        stories=stories,
        doubts=beside.doubts,
        variance_sentence=variance_sentence,
        baselines=beside.baselines,
        no_better_sentence=no_better_sentence,
        numbers=len(numbers),
        assumptions=sum(number.assumed for number in numbers),
        command=command(run),
        interval=interval,
    )


def headline(exhibits: Sequence[Exhibit]) -> str:
    """The run in a few sentences."""
    titles = {exhibit.name: exhibit.title for exhibit in exhibits}
    return " ".join(f"{titles[name]}." for name in HEADLINES if name in titles)


def interval(bar: OutcomeBar) -> str:
    """The 95 % interval of an outcome's share, in percent."""
    return f"{bar.low:.1f} to {bar.high:.1f}"


def command(run: Run) -> str:
    """What to type to get these results again."""
    scenario, played = run.summary["scenario"]["name"], run.manifest.get("command")
    return shlex.join(
        played or ["negotiation", "run", scenario, "--worlds", str(run.size), "--seed", str(run.summary["seed"])]
    )


def quantities(part: Any) -> Iterator[Quantity]:
    """Every empirical number of a scenario as the manifest keeps it."""
    if isinstance(part, dict) and part.keys() - OPTIONAL == QUANTITY_KEYS:
        yield Quantity.model_construct(**part)
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from quantities(inner)


def _figure(exhibit: Exhibit, svg: str) -> Markup:
    # Safe: matplotlib draws words as outlines, and the alternative text is escaped where it is set in.
    return Markup(inline_svg(svg, exhibit.name, f"{exhibit.title}. {exhibit.reading}"))
