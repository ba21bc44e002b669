"""A province's premier or a state's governor: whether it sets its own measure, objects, and agrees to deals.

What a premier has a say in is the scenario's to give; where they may act is the engine's rule (dispute/provinces.py,
and dispute/consent.py for the votes): a measure that is bound, barred or resting after it was withdrawn cannot be set.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.classroom.game.asked import table
from negotiation.classroom.game.case import Case
from negotiation.classroom.game.refused import Refused
from negotiation.model import Premier

Flags = NDArray[np.bool_]
PremierWish = dict[str, str]
CHOICES = {"measure": ("on", "off"), "objects": ("yes", "no"), "votes": ("agree", "refuse")}


def powers(case: Case, key: str) -> dict[str, Any]:
    """What a province has a say in: `measure` it sets itself, measures it `objects` to, deals on which it `votes`, by
    issue and least option ({}: every deal)."""
    country, name = key.split(".", 1)
    province = case.scenario.provinces.get(name)
    chamber = case.scenario.countries[country].institutions.get(name)
    given: dict[str, Any] = {}
    if province is not None and province.country == country:
        resisted = [measure for measure, how in province.stands_against.items() if how == "resists"]
        given |= {"measure": province.moves.measure} if province.moves else {}
        given |= {"objects": resisted} if resisted else {}
    if chamber is not None and chamber.kind == "province":
        given["votes"] = dict(chamber.agrees_to)
    return given


def premier_wish(wish: Any, may: dict[str, Any]) -> PremierWish:
    """What a premier asks for, of what the province has a say in. Raises Refused."""
    asked = table(wish, "wish", may)
    for what, answer in asked.items():
        if answer is not None and answer not in CHOICES[what]:
            raise Refused("unknown_wish", got=str(answer)[:60])
    return {what: answer for what, answer in asked.items() if answer is not None}


def voiced_premier(wish_of: Callable[[str], PremierWish]) -> type[Any]:
    """Premiers that a person may be. wish_of: what is asked for by key."""

    class VoicedPremier(Premier):
        """Does what its person says, where the rules leave it the choice."""

        def imposes(self, may: Flags) -> Flags | None:
            """On: as soon as it may; off: never."""
            return self._says("measure", "on", may)

        def withdraws(self, may: Flags) -> Flags | None:
            """Off: at once; on: not even under a threat."""
            return self._says("measure", "off", may)

        def objects(self, may: Flags) -> Flags | None:
            """Yes: its people turn on their government; no: they let it pass."""
            return self._says("objects", "yes", may)

        def refuses(self, may: Flags) -> Flags | None:
            """Refuse, or agree, whatever its people think of the deal."""
            return self._says("votes", "refuse", may)

        def _says(self, what: str, yes: str, may: Flags) -> Flags | None:
            wish = wish_of(self.key).get(what)
            return None if wish is None else np.full(may.shape, wish == yes)

    return VoicedPremier
