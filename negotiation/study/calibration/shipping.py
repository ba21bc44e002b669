"""A calibration as a scenario file, each number with its posterior interval as its source."""

from negotiation.study.calibration.calibration import Calibration, tells
from negotiation.study.calibration.parameters import NAMES, PARAMETERS

DIGITS = 3


def scenario_text(found: Calibration) -> str:
    """The TOML of a variant of the calibrated scenario with the posterior's medians."""
    base = found.scenario
    told = {name: _told(found, place) for place, name in enumerate(NAMES)}
    kinds = "\n".join(
        f"[countries.us.types.{key}]\nresolve = {round(kind.resolve + float(told['resolve'][0]), DIGITS)}"
        f'\nsource = "{kind.resolve} and {told["resolve"][0]}; {told["resolve"][1]}"'
        for key, kind in base.countries["us"].types.items()
    )
    threshold = base.countries["ca"].ratification.threshold
    mandate = f"# mandate: {told['mandate'][0]}, not stated, as institutions vote here and not the people"
    if threshold.value > 0.0:
        need = round(threshold.value + float(told["mandate"][0]), DIGITS)
        source = f"{threshold.value} and mandate {told['mandate'][0]}; {told['mandate'][1]}"
        mandate = f"[countries.ca.ratification]\nthreshold = {_quantity((f'{need}', source), threshold.unit)}"
    return f"""# Written by `negotiation calibrate {base.name} --budget {found.budget} --seed {found.seed}`.
# {found.played} worlds played.
# Medians of the posterior; docs/record.md says what the record can tell and what it cannot. One history: n = 1.
extends = "{base.name}.toml"
name = "us-canada-calibrated"
title = "United States and Canada: calibrated on the record of 2025"
description = "The record's scenario with the behaviour of governments fitted to what was done until 1 September 2025."

{kinds}

[countries.us.conduct]
nerve = {_quantity(told["follow_through"], "points, standard deviation")}

[countries.us.audience]
dropped_threat = {_quantity(told["audience_cost"], "share of approval")}

[countries.ca.strategy]
fatigue = {_quantity(told["fatigue"], "chance a week")}
ratio = {_quantity(told["reciprocity"], "own rate per the other's")}

{mandate}
"""


def _told(found: Calibration, place: int) -> tuple[str, str]:
    """A parameter's median and its source in words."""
    low, middle, high = found.quantiles(place)
    each = PARAMETERS[place]
    words = f"assumption: even from {each.low} to {each.high} before"
    interval = f"posterior of the record of 2025, nine in ten from {low:.{DIGITS}f} to {high:.{DIGITS}f}"
    return f"{middle:.{DIGITS}f}", f"{words}; {interval}; {tells(found.spread(place))}"


def _quantity(told: tuple[str, str], unit: str) -> str:
    """A quantity as TOML."""
    return f'{{ value = {told[0]}, unit = "{unit}", source = "{told[1]}" }}'
