"""Writing a table into a document, between two markers, so that what it says is what was measured."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

PLACE = "NEGOTIATION_DOCUMENTS"  # names another folder of documents to write into
DOCS = Path(os.environ.get(PLACE) or Path(__file__).resolve().parent.parent / "docs")


def write_between(document: Path, marker: str, text: str) -> None:
    """Replace what stands between `<!-- marker -->` and `<!-- end of marker -->`. Raises ValueError without them."""
    before, start, rest = document.read_text(encoding="utf-8").partition(f"<!-- {marker} -->\n")
    _, end, after = rest.partition(f"<!-- end of {marker} -->")
    if not (start and end):
        raise ValueError(f"{document.name}: the markers of '{marker}' are missing")
    document.write_text(f"{before}{start}\n{text}\n\n{end}{after}", encoding="utf-8")


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; a cell's bars are escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
