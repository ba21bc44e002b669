"""Lessons as files: `configs/lessons/N-name.toml` names at least a scenario, and may say how many weeks games last."""

import tomllib

from negotiation.classroom.needs import ClassroomError
from negotiation.scenario.shipped import folder


def lesson_setting(number: int, scenario: str, weeks: int | None) -> tuple[str, int | None]:
    """The scenario and length of a lesson; weeks given take precedence. Raises ClassroomError."""
    found = sorted((folder() / "lessons").glob(f"{number}-*.toml"))
    if not found:
        raise ClassroomError(f"lesson: there is no lesson {number}")
    told = tomllib.loads(found[0].read_text(encoding="utf-8"))
    return str(told.get("scenario", scenario)), weeks if weeks is not None else told.get("weeks")
