"""The scenarios that come with the package."""

import tomllib
from pathlib import Path

from negotiation.scenario.errors import ScenarioError, unknown

DEFAULT = "us-canada-briefing"


def folder() -> Path:
    """Where the shipped scenarios are: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "configs"
    return installed if installed.is_dir() else package.parent / "configs"


def shipped() -> list[tuple[str, str, Path]]:
    """Name, title and file of every shipped scenario, by name."""
    files = sorted(folder().glob("*.toml"))
    return [(path.stem, str(tomllib.loads(path.read_text(encoding="utf-8")).get("title", "")), path) for path in files]


def of_lessons() -> dict[str, Path]:
    """The file of every lesson's scenario, by name: lesson-1 is the file in `lessons` whose name begins with 1."""
    return {f"lesson-{path.stem.split('-')[0]}": path for path in sorted((folder() / "lessons").glob("[0-9]-*.toml"))}


def shipped_path(name: str) -> Path:
    """The file of the shipped scenario of that name. Raises ScenarioError with the nearest name."""
    path = of_lessons().get(name, folder() / f"{name}.toml")
    if not path.is_file():
        known = [file.stem for file in sorted(folder().glob("*.toml"))]
        raise ScenarioError(unknown("scenario", name, [*known, *of_lessons()]))
    return path
