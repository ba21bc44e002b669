"""What `serve --lesson N` begins with: the lesson's scenario, and how many weeks a game in class lasts."""

from negotiation.classroom.lessons.plan import plan_of


def lesson_setting(number: int, weeks: int | None) -> tuple[str, int]:
    """The scenario's name and the length of games of a lesson; weeks given take precedence. Raises ClassroomError."""
    plan = plan_of(number)
    return f"lesson-{plan.number}", weeks if weeks is not None else plan.weeks
