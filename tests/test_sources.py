"""Whoever a `Source:` names is in docs/sources.md."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMED = re.compile(r"([A-Z][\w-]+)(?:[^().;:\n]*?) \(((?:19|20)\d\d)")


def test_every_source_is_listed():
    listed = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    entries = [line for line in listed.splitlines() if line.startswith("|")]
    missing = []
    for path in sorted((ROOT / "negotiation").rglob("*.py")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, cites, cited = line.partition("Source:")
            for name, year in NAMED.findall(cited if cites else ""):
                if not any(name in entry and year in entry for entry in entries):
                    missing.append(f"{path.relative_to(ROOT)}: {name} ({year})")
    assert missing == []
