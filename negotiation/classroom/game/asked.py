"""What a page sends, read value by value; anything else than what is looked for is refused in a sentence."""

from collections.abc import Collection
from typing import Any

from negotiation.classroom.game.refused import Refused


def number(value: Any, least: int, most: int, what: str) -> int:
    """A whole number within bounds. Raises Refused for anything else, NaN included."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Refused("not_a_number", what=what, least=least, most=most)
    return value


def table(value: Any, what: str, keys: Collection[str] | None = None) -> dict[str, Any]:
    """A JSON object, with these keys at most. Raises Refused for anything else."""
    if not isinstance(value, dict):
        raise Refused("not_understood", what=what)
    for key in value:
        if keys is not None and key not in keys:
            raise Refused("unknown_move", got=key[:60])
    return value


def several(value: Any, what: str) -> list[str]:
    """A list of words. Raises Refused for anything else."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Refused("not_understood", what=what)
    return value


def flag(value: Any, what: str) -> bool:
    """Yes or no; nothing said is no. Raises Refused for anything else."""
    if value not in (None, True, False) or (isinstance(value, int | float) and not isinstance(value, bool)):
        raise Refused("not_understood", what=what)
    return value is True
