"""What the classroom needs beyond the package itself."""

from importlib.util import find_spec

from negotiation.study.errors import StudyError

NEEDED = ("starlette", "uvicorn", "websockets", "multipart", "segno")


class ClassroomError(StudyError):
    """The classroom cannot open; its text is one line for the user."""


def needed() -> None:
    """Raise ClassroomError where the extra is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ClassroomError(f"serve: needs {', '.join(missing)}; install with: pip install 'negotiation[classroom]'")
