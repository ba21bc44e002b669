"""Five minutes after the debrief: with all cards on the table, is there a package that both prefer to what they got?

Source: post-settlement settlements, Raiffa (1985, unchecked).
"""

from typing import Any

from negotiation.classroom.game.case import Case
from negotiation.classroom.game.orders import package_of
from negotiation.classroom.game.refused import Refused
from negotiation.classroom.game.worth import Results

LENGTH = 300.0  # seconds


class SecondTable:
    """Offers and their answers, without weeks; a computer accepts whatever is better for it than what it got."""

    def __init__(self, case: Case, seats: dict[str, dict[str, str]], results: Results) -> None:
        self.case, self.results = case, results
        self.computers = tuple(side for side, seat in seats.items() if "computer" in seat)
        self.offers: dict[str, int] = {}
        self.declined: dict[str, bool] = {}
        self.agreed: int | None = None
        self.opened: float | None = None

    def apply(self, event: dict[str, Any]) -> None:
        """An offer or an acceptance. Raises Refused."""
        if self.agreed is not None:
            raise Refused("agreed_already")
        if self.opened is not None and event["at"] > self.opened + LENGTH:
            raise Refused("time_is_over")
        side = event["seat"]
        if event.get("do") == "offer":
            self._offered(side, package_of(self.case, event.get("options")))
        elif event.get("do") == "accept":
            self._accepted(self.other(side), event.get("package"))
        else:
            raise Refused("unknown_wish", got=event.get("do"))
        self.opened = self.opened or event["at"]

    def other(self, side: str) -> str:
        """The side across the table."""
        first, second = self.case.sides
        return second if side == first else first

    def _offered(self, side: str, package: int) -> None:
        """Put a package on the table; only what settles everything counts here."""
        if package >= self.case.engine.packages.whole:
            raise Refused("settle_everything")
        self.offers[side] = package
        other = self.other(side)
        if other in self.computers:
            better = self.results.package_gain(other, package) > self.results.gain(other)
            self.agreed = package if better else None
            self.declined[side] = not better

    def _accepted(self, offerer: str, package: Any) -> None:
        """Take what the other side offers."""
        if offerer not in self.offers:
            raise Refused("nothing_to_accept")
        if package != self.offers[offerer]:
            raise Refused("offer_has_changed")
        self.agreed = self.offers[offerer]

    def left(self, now: float) -> float:
        """Seconds that are left; all of them before the first offer."""
        return LENGTH if self.opened is None else max(self.opened + LENGTH - now, 0.0)

    def sight(self, now: float) -> dict[str, Any]:
        """How the second table stands; everybody may see all of it."""
        return {
            "offers": {
                side: {"package": package, "options": self.case.options_of(package),
                       "gains": self.results.points[package].tolist()}
                for side, package in self.offers.items()
            },
            "declined": [side for side, refused in self.declined.items() if refused],
            "agreed": self.agreed,
            "left": self.left(now) if self.opened is not None else None,
        }  # fmt: skip
