"""Between what a number may lie goes with its value: another value takes the range and its source away."""

from collections.abc import Collection, Mapping
from typing import Any

RANGE_OF = {"value": "range", "latest": "latest_range"}
RANGE_SOURCE = "range_source"
OPTIONAL = {*RANGE_OF.values(), RANGE_SOURCE}


def outdated(keys: Collection[str]) -> set[str]:
    """The entries of a table that no longer hold once these are set."""
    gone = {RANGE_OF[key] for key in keys if key in RANGE_OF}
    return gone | {RANGE_SOURCE} if gone else gone


def restated(number: Mapping[str, Any], value: Any, source: str) -> dict[str, Any]:
    """A number's table with another value from another source."""
    kept = {key: entry for key, entry in number.items() if key not in outdated(["value"])}
    return {**kept, "value": value, "source": source}
