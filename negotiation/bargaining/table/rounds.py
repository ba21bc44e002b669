"""A round of alternating offers, the one protocol: sessions over a domain and the dispute's talks both play it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.table.menu import NONE

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Answer(NamedTuple):
    """What a side does in its turn: accepts (R,) the standing package, or puts package (R,) on the table, NONE to hold.

    standing: (R,) the other's package as it stood, NONE where there was none.
    """

    standing: Integers
    accepts: Flags
    package: Integers


class Table(Protocol):
    """Where a round is played: who answers, and what becomes of offers and of deals."""

    def answer(self, seat: int, awake: Flags) -> Answer:
        """A side's turn; awake: (R,) where it is asked at all."""

    def settle(self, seat: int, accepts: Flags, answer: Answer) -> None:
        """A side has accepted, (R,)."""

    def offer(self, seat: int, speaks: Flags, answer: Answer) -> None:
        """A side does not accept, (R,): its package replaces its last one, as the table keeps them."""


def play_round(table: Table, order: Iterable[int], awake: Flags) -> Integers:
    """Each side acts once, in order: it accepts the standing package or replaces it with its own, until one accepts.

    awake: (R,). Returns the package agreed, NONE where none is, (R,). Source: Rubinstein (1982); with many rounds,
    Aydogan, Festen, Hindriks & Jonker (2017), the stacked alternating offers protocol.
    """
    agreed = np.full(len(awake), NONE, np.int64)
    for seat in order:
        undecided = awake & (agreed == NONE)
        answer = table.answer(seat, undecided)
        accepts = undecided & answer.accepts & (answer.standing != NONE)
        table.settle(seat, accepts, answer)
        table.offer(seat, undecided & ~accepts, answer)
        agreed = np.where(accepts, answer.standing, agreed)
    return agreed
