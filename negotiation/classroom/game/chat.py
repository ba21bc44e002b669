"""What the two sides write to each other."""

from typing import Any

from negotiation.classroom.game.refused import Refused

LONGEST_WORDS = 500  # characters of a line
MOST_LINES = 2000  # lines of a game
JOINER = "\u200d"  # holds the parts of an emoji together


def line_of(event: dict[str, Any], week: int, said_before: int) -> dict[str, Any]:
    """A line as everybody sees it. Raises Refused for one that is empty, too long, or one too many."""
    words = event.get("words")
    if not isinstance(words, str):
        raise Refused("nothing_said")
    words = "".join(sign if sign.isprintable() or sign == JOINER else " " for sign in words).strip()
    if not words:
        raise Refused("nothing_said")
    if len(words) > LONGEST_WORDS:
        raise Refused("too_long", most=LONGEST_WORDS)
    if said_before >= MOST_LINES:
        raise Refused("enough_said")
    return {"seat": event["seat"], "words": words, "week": week + 1, "at": event["at"]}
