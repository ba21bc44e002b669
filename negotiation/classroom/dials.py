"""What a page may turn: a few numbers of each country and its strategy, with their bounds. Nothing that changes the
economy's tables, so that a turn of a dial costs a fraction of a second."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiation.classroom.game.refused import Refused

if TYPE_CHECKING:
    from negotiation.scenario.schema import Scenario


@dataclass(frozen=True)
class Range:
    """Where a number may go. path: below the country; name: the key of its words."""

    name: str
    path: str
    least: float
    most: float
    step: float


RANGES = (
    Range("haste", "strategy.exponent", 0.1, 4.0, 0.1),
    Range("pace", "strategy.pace", 0.0, 1.0, 0.05),
    Range("shame", "audience.dropped_threat", 0.0, 0.3, 0.01),
    Range("threshold", "ratification.threshold", 0.0, 0.7, 0.01),
    Range("industry", "payoff.organised", 0.0, 30.0, 0.5),
)
CHOICES = ("tactic", "doctrine")
USUAL_HASTE = 1.0  # where a scenario leaves the exponent to the tactic


def dials(scenario: "Scenario") -> list[dict[str, object]]:
    """Every dial of a scenario as it stands: key, side, name, bounds, value."""
    found: list[dict[str, object]] = []
    for side, country in scenario.countries.items():
        for each in RANGES:
            part, last = each.path.split(".")
            quantity = getattr(getattr(country, part), last)
            value = USUAL_HASTE if quantity is None else quantity.value
            found.append({
                "key": f"{side}.{each.name}", "side": side, "name": each.name, "least": each.least, "most": each.most,
                "step": each.step, "value": min(max(value, each.least), each.most),
            })  # fmt: skip
    return found


def choices(scenario: "Scenario") -> list[dict[str, object]]:
    """The tactics and doctrines that may be chosen, and those in place."""
    from negotiation.strategies.registry import DOCTRINES, TACTICS

    known = {"tactic": list(TACTICS), "doctrine": list(DOCTRINES)}
    return [
        {"key": f"{side}.{kind}", "side": side, "name": kind, "known": known[kind],
         "value": getattr(country.strategy, kind)}
        for side, country in scenario.countries.items()
        for kind in CHOICES
    ]  # fmt: skip


def changes_of(settings: dict[str, str], sides: tuple[str, ...]) -> dict[str, str]:
    """The scenario's changes that dials stand for. Raises Refused for anything that is no dial or out of bounds."""
    ranges, changes = {each.name: each for each in RANGES}, {}
    for key, text in sorted(settings.items()):
        side, _, name = key.partition(".")
        if side not in sides or name not in (*ranges, *CHOICES):
            raise Refused("unknown_dial", got=key[:60])
        if name in CHOICES:
            changes[f"countries.{side}.strategy.{name}"] = _word(name, text)
            continue
        each = ranges[name]
        value = _decimal(text, each)
        path = f"countries.{side}.{each.path}"
        changes[path] = QUANTITY.format(value) if name == "haste" else f"{value:g}"
    return changes


# A scenario may leave the exponent out, so that a bare number has no unit to go with.
QUANTITY = '{{ value = {:g}, unit = "exponent", source = "set by the user" }}'


def _decimal(text: str, within: Range) -> float:
    """A number within bounds; NaN is within none."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not within.least <= value <= within.most:
        raise Refused("not_within", what=within.name, least=within.least, most=within.most)
    return value


def _word(kind: str, text: str) -> str:
    """A tactic or doctrine there is."""
    from negotiation.strategies.registry import DOCTRINES, TACTICS

    if text not in (TACTICS if kind == "tactic" else DOCTRINES):
        raise Refused("unknown_dial", got=text[:60])
    return text
