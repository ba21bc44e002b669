"""The worlds of a results folder, to be explained exactly as they were played."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from negotiation.scenario import Scenario
from negotiation.study.ensemble import Ensemble
from negotiation.study.errors import StudyError
from negotiation.study.results import read_results
from negotiation.study.why import Explanation


@dataclass(frozen=True)
class Before:
    """What to explain: worlds of a scenario under a seed; deal: (worlds,) as a results folder tells it, if one does."""

    scenario: Scenario
    seed: int
    worlds: int
    deal: NDArray[np.bool_] | None = None


def about_to_be_played(scenario: Scenario, worlds: int, seed: int) -> Before:
    """Worlds that nobody has played yet. Raises EnsembleError for what there cannot be."""
    Ensemble(scenario, worlds, seed)
    return Before(scenario, seed, worlds)


def played_before(folder: Path) -> Before:
    """The worlds of a results folder. Raises StudyError for one that this version cannot play again."""
    results = read_results(folder)
    try:
        scenario = Scenario.model_validate(results.manifest["scenario"])
        seed = int(results.manifest["seed"])
    except (KeyError, TypeError, ValueError, ValidationError):
        raise StudyError(f"'{folder}': its scenario is not one that this version of the program can read") from None
    if scenario.content_hash() != results.manifest.get("scenario_hash"):
        raise StudyError(f"'{folder}': this version of the program reads its scenario otherwise; play it again")
    deal = results.worlds["settlement"] == "comprehensive"
    if not deal.size:
        raise StudyError(f"'{folder}': no world is finished in it")
    return Before(scenario, seed, len(deal), deal)


def differing(run: Before, found: Explanation) -> int:
    """In how many worlds the folder and this version disagree about the deal: 0 on the same version and processor."""
    return 0 if run.deal is None else int(np.count_nonzero(run.deal != found.deal))
