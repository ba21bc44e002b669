"""Where the published data are, and what is said when they are not there."""

import csv
import os
from pathlib import Path

import numpy as np

from negotiation.economy.economy_tables import Floats
from negotiation.economy.errors import EconomyError

VARIABLE = "NEGOTIATION_VALIDATION"
BESIDE = Path("..") / "shared" / "validation"
CASES = "published_truth_public.json"
ORIGIN = (
    "the replication data of Ignatenko et al. (2025), Caliendo & Parro (2015) and Lashkaripour (2021), laid out as "
    "docs/economy.md says"
)


class NoTablesError(EconomyError):
    """The published data are not there; the message says where they come from and how to name their folder."""


def tables_folder(chosen: Path | None = None) -> Path:
    """The folder chosen, named by the environment, or beside the project. Raises NoTablesError."""
    project = Path(__file__).parents[3]
    folder = chosen or Path(os.environ.get(VARIABLE, project / BESIDE))
    if not (folder / CASES).is_file():
        raise NoTablesError(f"{folder}: no {CASES} there; it needs {ORIGIN}; name the folder by --tables or {VARIABLE}")
    return folder


def columns(path: Path) -> Floats:
    """A comma-separated table of numbers below its header; an empty cell is 0."""
    with path.open(newline="", encoding="utf-8") as file:
        return np.array([[float(cell or 0.0) for cell in row] for row in list(csv.reader(file))[1:]])
