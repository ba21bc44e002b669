"""A study run from Python, with or without a folder."""

from concurrent.futures import Executor
from pathlib import Path
from tempfile import TemporaryDirectory

from negotiation.study.field.crew import Crew
from negotiation.study.field.play import play_study
from negotiation.study.field.results import StudyResults
from negotiation.study.plan.study import Study


def run_study(
    study: Study,
    executor: Executor | None = None,
    workers: int = 1,
    out: str | Path | None = None,
    resume: bool = False,
) -> StudyResults:
    """Play a study and return what came out; out: its folder, else nothing is left on the disk."""
    crew = Crew(workers, executor)
    if out is not None:
        return play_study(study, Path(out), crew, resume=resume)
    with TemporaryDirectory(prefix="negotiation-") as folder:
        found = play_study(study, Path(folder), crew)
        len(found.worlds)  # read while the folder is there
        return found
