"""The line of a file where a numbered table begins, for faults in long lists of them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

NUMBERED = re.compile(r"^(?P<file>[^:]+): (?P<list>[a-z_]+(?:\.[a-z_]+)*)\.(?P<place>\d+)\b")


def with_lines(faults: Iterable[str], path: Path) -> Iterator[str]:
    """Faults whose path begins with an entry of a list of tables, as in `moves.3`, told with the line of its header."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        text = ""
    for fault in faults:
        found = NUMBERED.match(fault)
        line = _line(text, found["list"], int(found["place"])) if found else None
        yield fault if found is None or line is None else f"{found['file']}: line {line}: {fault[found.start('list'):]}"


def _line(text: str, name: str, place: int) -> int | None:
    """The line, counted from 1, of the n-th `[[name]]`; None where the file has not so many."""
    header = re.compile(rf"^[ \t]*\[\[\s*{re.escape(name)}\s*\]\]", re.MULTILINE)
    starts = [found.start() for found in header.finditer(text)]
    return text.count("\n", 0, starts[place]) + 1 if place < len(starts) else None
