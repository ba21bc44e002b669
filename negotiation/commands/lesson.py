"""`negotiation lesson build`: the lessons as files that open from disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

Plainly = Callable[[Callable[..., None]], Callable[..., None]]


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Put the command `lesson` beside the others."""
    lessons = typer.Typer(help="Lessons for a class, as files.", no_args_is_help=True)
    lessons.command()(plainly(build))
    app.add_typer(lessons, name="lesson")


def build(
    numbers: Annotated[list[str], typer.Argument(metavar="N", help="Which lessons: 3, or 1..6 for all.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path("lessons"),
    language: Annotated[str, typer.Option(help="en or fr.")] = "en",
) -> None:
    """Write each lesson as one HTML file: it opens from disk and asks for nothing; its worlds are played now."""
    from negotiation.classroom.lessons.page import lesson_page
    from negotiation.classroom.lessons.plan import plan_of
    from negotiation.classroom.lessons.texts import language_of

    tag, plans = language_of(language), [plan_of(number) for each in numbers for number in meant(each)]
    out.mkdir(parents=True, exist_ok=True)
    for plan in plans:
        path = out / f"lesson-{plan.number}-{plan.slug}.{tag.split('-')[0]}.html"
        path.write_text(lesson_page(plan, tag), encoding="utf-8")
        typer.echo(path)


def meant(words: str) -> range:
    """The lessons meant by `3` or `1..6`. Raises ClassroomError."""
    from negotiation.classroom.needs import ClassroomError

    first, dots, last = words.partition("..")
    ends = (first, last if dots else first)
    if not all(end.isascii() and end.isdecimal() for end in ends):
        raise ClassroomError(f"lesson: must be a number or a range such as 1..6, got {words!r}")
    if int(ends[1]) < int(ends[0]):
        raise ClassroomError(f"lesson: a range goes up, as 1..6; got {words!r}")
    return range(int(ends[0]), int(ends[1]) + 1)
