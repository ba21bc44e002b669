"""What a results folder says about its own making: enough to do it again."""

import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import numpy as np

import negotiation
from negotiation.study.fingerprints import rules_hash

if TYPE_CHECKING:
    from negotiation.study.ensemble import Ensemble

# Whose version can change a bit of the results, or how they are drawn.
LIBRARIES = ("mesa", "numba", "numpy", "pyarrow", "scipy")


def manifest(ensemble: "Ensemble", workers: int, command: list[str], kinds: dict[str, str]) -> dict[str, Any]:
    """The manifest of a run that begins now.

    command: as typed; kinds: column of worlds.csv -> words, whole or number. `finished`, `worlds_done` and `complete`
    are filled in at the end.
    """
    scenario = ensemble.scenario
    return {
        "scenario_name": scenario.name,
        "scenario_hash": ensemble.scenario_hash,
        "seed": ensemble.seed,
        "worlds": ensemble.worlds,
        "worlds_done": 0,
        "complete": False,
        "started": now(),
        "finished": None,
        "command": command,
        "workers": workers,
        "block": ensemble.block,
        "rules": rules_hash(),
        "versions": versions(),
        **machine(),
        "columns": kinds,
        "scenario": scenario.model_dump(mode="json"),
    }


def now() -> str:
    """The time, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def machine() -> dict[str, Any]:
    """What it is played on."""
    return {"platform": platform.platform(), "processor": platform.machine(), "cpu_features": cpu_features()}


def versions() -> dict[str, str]:
    """Of Python, the program and the libraries that could change a bit."""
    return {
        "python": sys.version.split()[0],
        "negotiation": negotiation.__version__,
        **{name: installed(name) for name in LIBRARIES},
    }


def installed(library: str) -> str:
    """The version of an installed library."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"


def cpu_features() -> list[str]:
    """The processor's instruction sets that NumPy uses: the last bit of an exponential may depend on them."""
    features = np.show_config(mode="dicts") or {}
    extensions = features.get("SIMD Extensions", {})
    return [*extensions.get("baseline", []), *extensions.get("found", [])]
