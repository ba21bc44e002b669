"""What pydantic found, as sentences for people: path: rule, got value."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from negotiation.scenario.errors import unknown
from negotiation.scenario.schema import Scenario

RULES = {
    "string_type": "text", "bool_type": "true or false", "bool_parsing": "true or false",
    "int_type": "a whole number", "int_parsing": "a whole number", "int_parsing_size": "a whole number",
    "int_from_float": "a whole number", "float_type": "a number", "float_parsing": "a number",
    "model_type": "a table", "dict_type": "a table", "tuple_type": "a list",
    "string_pattern_mismatch": "lower-case letters, digits and underscores, a letter first",
}  # fmt: skip
MOMENTS = (date, datetime, time)
BOUNDS = {"too_short": ("at least", "min_length"), "too_long": ("at most", "max_length")}


def sentences(faults: Sequence[ErrorDetails], root: type[BaseModel] = Scenario) -> list[str]:
    """One line per fault of a root; a list that seems too short only because an entry is wrong is not told."""
    return [sentence(fault, root) for fault in faults if not _follows(fault)]


def sentence(fault: ErrorDetails, root: type[BaseModel] = Scenario) -> str:
    """One fault: where, the rule, and what was found."""
    place = [str(key) for key in fault["loc"] if key != "[key]"]
    path = ".".join(place)
    kind = fault["type"]
    if kind == "extra_forbidden":
        return f"{'.'.join(place[:-1]) or 'top level'}: {unknown('key', place[-1], _keys(place[:-1], root))}"
    if kind == "missing":
        return f"{path}: is missing"
    return f"{path}: {_rule(fault)}"


def _rule(fault: ErrorDetails) -> str:
    """The rule and the value got."""
    kind, got = fault["type"], fault["input"]
    if kind == "string_too_short":
        return "must not be empty"
    if kind == "string_too_long":
        return f"must have at most {fault['ctx']['max_length']} letters, got {len(got)}"
    if kind in BOUNDS:
        words, bound = BOUNDS[kind]
        return f"must have {words} {_counted(fault['ctx'][bound])}, got {len(got)}"
    told = fault["msg"].removeprefix("Value error, ").removeprefix("Input should be ").removeprefix("Input ")
    rule = RULES.get(kind, told)
    return rule if "got" in rule.split() or rule.startswith("unknown ") else f"must be {rule}, got {_short(got)}"


def _follows(fault: ErrorDetails) -> bool:
    """Whether a list or table has entries enough and only lost some as wrong, which their own lines tell."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]


def _counted(entries: int) -> str:
    """A number of entries, in words."""
    return "1 entry" if entries == 1 else f"{entries} entries"


def _short(got: Any) -> str:
    """The value got as a file would state it, cut to a readable length."""
    text = str(got).lower() if isinstance(got, bool) else str(got) if isinstance(got, MOMENTS) else repr(got)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys(place: list[str], root: type[BaseModel]) -> list[str]:
    """The keys that the table at a place of a root may have."""
    models: list[type[BaseModel]] = [root]
    for key in place:
        models = [inner for model in models for inner in _inner(model, key)]
    return [key for model in models for key in model.model_fields]


def _inner(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    """The models found under one key of a model, through optional values, tuples and tables of them."""
    field = model.model_fields.get(key)
    if field is None:  # a key of a table of models: the models themselves were found one step above
        yield model
        return
    yield from _models(field.annotation)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model named in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
