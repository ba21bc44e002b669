"""Which part of a scenario lies where: the schema along a path of keys."""

from typing import Annotated, Any, get_args, get_origin

from negotiation.scenario.quantity import Part
from negotiation.scenario.schema import Scenario


def may_be_left_out(way: list[str], key: str) -> bool:
    """Whether the schema has a default for a key of the part at the end of a way."""
    here: Any = Scenario
    for step in way:
        here = _below(_plain(here), step)
    part = _plain(here)
    return _is_part(part) and key in part.model_fields and not part.model_fields[key].is_required()


def _below(kind: Any, key: str) -> Any:
    """What lies under a key of a kind of thing; None where nothing does."""
    if _is_part(kind):
        return kind.model_fields[key].annotation if key in kind.model_fields else None
    inner = get_args(kind)
    return inner[1] if get_origin(kind) is dict else inner[0] if inner else None


def _plain(kind: Any) -> Any:
    """A kind without its annotations and without the nothing it may be instead."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    given = [each for each in get_args(kind) if each is not type(None)]
    return _plain(given[0]) if type(None) in get_args(kind) else kind


def _is_part(kind: Any) -> bool:
    """Whether it is a part of a scenario, with keys of its own."""
    return isinstance(kind, type) and issubclass(kind, Part)
