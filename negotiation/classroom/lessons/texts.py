"""The lessons' words, one file per language: what pages share; what each lesson asks, explains, tells teachers."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation.classroom.needs import ClassroomError
from negotiation.classroom.words import languages

FOLDER = Path(__file__).parent.parent / "strings" / "lessons"


@lru_cache
def texts(language: str) -> dict[str, Any]:
    """`page`: what every lesson's page says; `lessons`: by number, each one's own words."""
    table: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return table


def language_of(asked: str) -> str:
    """The language meant: its tag, or the first that begins so. Raises ClassroomError."""
    for tag in languages():
        if tag.lower() == asked.lower() or tag.lower().split("-")[0] == asked.lower():
            return tag
    raise ClassroomError(f"language: no lessons in {asked!r}; there are {', '.join(languages())}")
