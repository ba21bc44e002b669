"""Dated moves: what governments are told to do, and what luck is told to bring, in a scenario's `[[moves]]`."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, field_validator

from negotiation.scenario.errors import unknown
from negotiation.scenario.quantity import Id, Part, Quantity, Words

ON_THREATS = ("carry out", "carry out in part", "postpone", "drop")
ON_LEVELS = ("impose", "raise", "lower", "lift", "exempt")
EVENTS = ("summit", "court", "border incident", "event")
AT_TABLE = ("offer", "accept")
Name = Literal[
    "threaten", "carry out", "carry out in part", "postpone", "drop", "impose", "raise", "lower", "lift", "exempt",
    "pause", "concede", "commit", "suspend talks", "resume talks", "leave talks", "propose summit", "ask allies",
    "offer ally", "break deal", "offer", "accept", "summit", "court", "border incident", "event",
]  # fmt: skip
ASKED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("threaten", "impose", "raise", "lower", "exempt"), ("who", "measure", "level")),
    **dict.fromkeys(("carry out", "carry out in part", "postpone", "drop", "pause", "lift"), ("who", "measure")),
    "concede": ("who", "issue", "option"), "commit": ("who", "commitment"), "offer ally": ("who", "ally"),
    "offer": ("who", "terms"), "summit": (), "court": ("basis",), "border incident": (), "event": ("name",),
    **dict.fromkeys(("suspend talks", "resume talks", "leave talks", "propose summit", "ask allies", "break deal",
                     "accept"), ("who",)),
}  # fmt: skip
ALLOWED: dict[str, tuple[str, ...]] = {
    "threaten": ("weeks", "until", "issue", "option"), "postpone": ("weeks", "until"), "pause": ("weeks", "until"),
    "suspend talks": ("weeks", "until"), "summit": ("host",), "court": ("stayed",), "event": ("who", "approval"),
}  # fmt: skip


class Act(Part):
    """One thing done. Which entries it needs depends on `act` (ASKED), which it may have besides (ALLOWED).

    who: the government; measure and its level, by number or name; weeks, or until a day: notice of a threat, length of
    a pause or of a suspension, by how much a threat is put off; issue and option conceded or demanded; terms: an option
    by issue, those of a limited deal or all; host: where leaders meet; name, approval: an event and the share of
    approval it brings `who`, at once.
    """

    act: Name
    who: Id | None = None
    measure: Id | None = None
    level: Annotated[int, Field(ge=0)] | str | None = None
    weeks: Annotated[int, Field(ge=0, le=520)] | None = None
    until: datetime.date | None = None
    issue: Id | None = None
    option: Id | None = None
    commitment: Id | None = None
    ally: Id | None = None
    terms: dict[Id, Id] | None = None
    host: Id | None = None
    basis: Id | None = None
    stayed: bool | None = None
    name: Words | None = None
    approval: Quantity | None = None

    @field_validator("act", mode="before")
    @classmethod
    def known(cls, act: Any) -> Any:
        """A name nobody has heard of is refused with the nearest one."""
        if act not in get_args(Name):
            raise ValueError(unknown("act", str(act), get_args(Name)))
        return act

    def stated(self) -> Iterator[str]:
        """The entries it has."""
        for name in type(self).model_fields:
            if name != "act" and getattr(self, name) is not None:
                yield name


class Move(Part):
    """What happened on a day, or in a week counted from 1: one act or several.

    actor, kind: how a record names it; words: what it was; checked: whether the source was looked at.
    """

    date: datetime.date | None = None
    week: Annotated[int, Field(ge=1, le=520)] | None = None
    actor: Words | None = None
    kind: Words | None = None
    words: Words | None = None
    source: Words | None = None
    checked: bool = True
    acts: Annotated[tuple[Act, ...], Field(min_length=1)]


def event_names(moves: Iterable[Move]) -> tuple[str, ...]:
    """What the events among moves are called, each once."""
    acts = (act for move in moves for act in move.acts)
    return tuple(dict.fromkeys(act.name for act in acts if act.name is not None))
