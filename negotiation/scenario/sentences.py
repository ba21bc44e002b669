"""What pydantic found, as sentences for people: path: rule, got value."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from negotiation.scenario.errors import unknown
from negotiation.scenario.schema import Scenario


def sentence(fault: ErrorDetails) -> str:
    """One fault: where, the rule, and what was found."""
    place = [str(key) for key in fault["loc"] if key != "[key]"]
    path = ".".join(place)
    kind = fault["type"]
    if kind == "extra_forbidden":
        return f"{'.'.join(place[:-1]) or 'top level'}: {unknown('key', place[-1], _keys(place[:-1]))}"
    if kind == "missing":
        return f"{path}: is missing"
    rule = fault["msg"].removeprefix("Value error, ").removeprefix("Input should be ").removeprefix("Input ")
    if "got" in rule.split():
        return f"{path}: {rule}"
    return f"{path}: must be {rule}, got {_short(fault['input'])}"


def _short(got: Any) -> str:
    """The value got, cut to a readable length."""
    text = repr(got)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys(place: list[str]) -> list[str]:
    """The keys that the table at a place may have."""
    models: list[type[BaseModel]] = [Scenario]
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
