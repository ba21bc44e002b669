"""A study played: block by block into a folder that can be gone on with, and read back as tables."""

from negotiation.study.field.crew import Crew
from negotiation.study.field.play import play_study
from negotiation.study.field.results import StudyResults, read_study_results
from negotiation.study.field.run import run_study

__all__ = ["Crew", "StudyResults", "play_study", "read_study_results", "run_study"]
