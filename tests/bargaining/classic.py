"""The classic domains, outside the project: in the folder NEGOTIATION_SHARED names, or in `shared` beside it."""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from negotiation.bargaining.domains import Domain, read_domain

FOLDER = Path(os.environ.get("NEGOTIATION_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "domains"
NEEDS_DOMAINS = pytest.mark.skipif(
    not (FOLDER / "sessions.json").exists(),
    reason=f"classic domains not found at {FOLDER}: set NEGOTIATION_SHARED to the folder that holds domains/",
)
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir()) if FOLDER.exists() else []


@cache
def classic(name: str) -> Domain:
    """A classic domain, read from its XML."""
    return read_domain(FOLDER / name)


def recorded(name: str) -> dict:
    """A JSON file of the folder; nothing where there is none."""
    file = FOLDER / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
