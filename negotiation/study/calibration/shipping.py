"""A calibration as a scenario file, each number with its posterior interval as its source."""

from negotiation.dispute.home import ELECTED
from negotiation.scenario.countries import Country
from negotiation.study.calibration.base_rate import IMPOSED
from negotiation.study.calibration.calibration import Calibration, tells
from negotiation.study.calibration.parameters import (
    ANSWERER,
    BY_BASE_RATE,
    NAMES,
    PARAMETERS,
    THREATENER,
    side_of,
)

DIGITS = 3
RECORD = "-record"  # what a scenario of a record is called by; its calibrated variant is called otherwise


def calibrated_name(found: Calibration) -> str:
    """What the variant is called."""
    return f"{found.scenario.name.removesuffix(RECORD)}-calibrated"


def scenario_text(found: Calibration) -> str:
    """The TOML of a variant of the calibrated scenario with the posterior's medians."""
    base, told = found.scenario, {name: _told(found, place) for place, name in enumerate(NAMES)}
    us, ca = side_of(base, THREATENER), side_of(base, ANSWERER)
    last = f"week {found.record.weeks} of {found.record.name}"
    return f"""# Written by `negotiation calibrate {base.name} --budget {found.budget} --seed {found.seed}`.
# {found.played:,} worlds played. Record: {found.record.content_hash()}; scenario: {base.content_hash()}.
# Medians of the posterior; docs/record.md says what the record can tell and what it cannot. One history: n = 1.
extends = "{base.name}.toml"
name = "{calibrated_name(found)}"
title = "{_title(base.title)}"
description = "{base.name} with the behaviour of governments fitted to what was done until {last}."

{_types(base.countries[us], us, told["resolve"])}

[countries.{us}.conduct]
nerve = {_quantity(told["follow_through"], "points, standard deviation")}
suspension = {_quantity(told["suspension"], "weeks")}

[countries.{us}.audience]
dropped_threat = {_quantity(told["audience_cost"], "share of approval")}

[countries.{ca}.conduct]
suspension = {_quantity(told["suspension"], "weeks")}

[countries.{ca}.strategy]
fatigue = {_quantity(told["fatigue"], "chance a week")}
ratio = {_quantity(told["reciprocity"], "own rate per the other's")}

{_mandate(base.countries[ca], ca, told["mandate"])}
"""


def _title(title: str) -> str:
    """The variant's title: what stands behind a colon is what it is calibrated on."""
    who, colon, on = title.partition(": ")
    return f"{who}: calibrated on {on}" if colon else f"{title}, calibrated"


def _types(country: Country, side: str, told: tuple[str, str]) -> str:
    """Every type's resolve, with what is calibrated added."""
    return "\n".join(
        f"[countries.{side}.types.{key}]\nresolve = {round(kind.resolve + float(told[0]), DIGITS)}"
        f'\nsource = "{kind.resolve} and {told[0]}; {told[1]}"'
        for key, kind in country.types.items()
    )


def _mandate(country: Country, side: str, told: tuple[str, str]) -> str:
    """The support that the people's vote and elected institutions ask for, with the mandate added."""
    lines = []
    votes = {"ratification": country.ratification.threshold}
    for key, house in country.institutions.items():
        if house.kind in ELECTED:
            votes[f"institutions.{key}"] = house.threshold
    for path, threshold in votes.items():
        if threshold.value > 0.0:
            need = round(min(max(threshold.value + float(told[0]), 0.0), 1.0), DIGITS)
            source = f"{threshold.value} and mandate {told[0]}; {told[1]}"
            lines.append(f"[countries.{side}.{path}]\nthreshold = {_quantity((f'{need}', source), threshold.unit)}")
    return "\n".join(lines) or f"# mandate: {told[0]}, not stated, as nobody elected votes in {country.name}"


def _told(found: Calibration, place: int) -> tuple[str, str]:
    """A parameter's median and its source in words."""
    low, middle, high = found.quantiles(place)
    each, digits = PARAMETERS[place], 0 if PARAMETERS[place].whole else DIGITS
    words = f"assumption: even from {each.low:g} to {(each.high - 1 if each.whole else each.high):g} before"
    if each.name in BY_BASE_RATE:
        words += f", weighted so that {100 * IMPOSED[0]:.0f} to {100 * IMPOSED[1]:.0f} % of threats are imposed (TIES)"
    interval = f"posterior of {found.record.name}, nine in ten from {low:.{digits}f} to {high:.{digits}f}"
    return f"{middle:.{digits}f}", f"{words}; {interval}; {tells(found.spread(place))}"


def _quantity(told: tuple[str, str], unit: str) -> str:
    """A quantity as TOML."""
    return f'{{ value = {told[0]}, unit = "{unit}", source = "{told[1]}" }}'
