"""The figure of `advise`: titled, on its sheet, saved."""

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from negotiation.bargaining.errors import BargainingError
from negotiation.charts import advice as chart
from negotiation.charts.advice import Interval, MoveRow, Moves
from negotiation.charts.sheet import HEIGHT, Layout, Words, sheet
from negotiation.charts.style import country_text, house_style

DOTS = 150  # an inch
PERCENT = 100.0
LETTERS, ROW, HEADROOM = 58, 0.36, 3.0  # of a move's name; inches a row; inches for the words
MOST = 14  # moves drawn


def save_figure(summary: Mapping[str, Any], place: int, file: Path) -> None:
    """Draw and save the moves away from the table, the best first, the usual one among them. Raises ValueError."""
    stage = summary["stages"][-1]
    rows = _rows(stage)
    with house_style():
        height = max(HEIGHT, HEADROOM + ROW * len(rows))
        layout = Layout(widths=(1.6, 1.0), left=5.4, right=0.4, gap=0.5, headroom=0.95, height=height)
        figure, panels = sheet(_words(summary, stage, rows), layout)
        chart.draw(panels, Moves(rows, country_text(place)))
        kinds = figure.canvas.get_supported_filetypes()
        if file.suffix.lstrip(".").lower() not in kinds:
            raise BargainingError(f"--figure: a file ending in .{', .'.join(sorted(kinds))}; got '{file.name}'")
        figure.savefig(file, dpi=DOTS, metadata={"Software": None} if file.suffix == ".png" else None)


def _rows(stage: Mapping[str, Any]) -> tuple[MoveRow, ...]:
    """The best moves, and the usual one wherever it stands."""
    moves = stage["moves"]
    kept = [move for place, move in enumerate(moves) if place < MOST or move["usual"]]
    return tuple(
        MoveRow(
            textwrap.shorten(move["move"], LETTERS, placeholder=" …"),
            Interval(**move["gain"]),
            Interval(**{key: PERCENT * entry for key, entry in move["outcomes"]["comprehensive deal"].items()}),
            move["usual"],
        )
        for move in kept
    )


def _words(summary: Mapping[str, Any], stage: Mapping[str, Any], rows: tuple[MoveRow, ...]) -> Words:
    """The message: whether any move is surely better than the usual one."""
    best = next((row for row in rows if not row.usual), None)
    who = summary["country"]
    if best is None or best.gain.low <= 0.0:
        title = f"Week {summary['week']}: no move of {who}'s is surely better than its usual one"
    else:
        title = f"Week {summary['week']}: {who} would gain {best.gain.value:.2f} points by another move"
    scenario = summary["scenario"]
    footer = (
        f"{scenario['title']} · world {summary['world']} · seed {summary['seed']} · {summary['rollouts']:,} courses a "
        f"move · scenario {scenario['hash'][:10]}. Paired differences, 95 %; Wilson intervals, 95 %."
    )
    shown = f" (the best {MOST} of {len(stage['moves'])})" if len(stage["moves"]) > len(rows) else ""
    return Words(title, f"Moves {stage['stage']}{shown}, each tried out under the same imagined luck", footer)
