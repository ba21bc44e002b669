"""What does each clause of the briefing do? Its parameter set to neutral, the same luck, a named result compared.

python -m experiments.briefing_clauses [worlds]      writes the table in docs/briefing.md
"""

import sys
from typing import NamedTuple

import numpy as np

from experiments.clauses import CLAUSES, SCENARIO, Clause
from experiments.documents import DOCS, markdown_table, write_between
from experiments.neutral import changed
from experiments.results import RESULTS, Floats, measured

WORLDS, SEED = 4000, 2026  # other luck than the results were named on
LIMIT = 2.0  # standard errors beyond which a clause counts as doing something
BESIDE = ("deals", "trade war", "Canada's welfare")
HEADS = ("clause", "parameter", "neutral", "result", "as written", "neutral", "the clause adds", "z")


class Difference(NamedTuple):
    """A result as written and with the clause set to neutral, the mean paired difference and its standard error.

    written and neutral are means over the worlds that have the result under both."""

    written: float
    neutral: float
    difference: float
    error: float

    @property
    def z(self) -> float:
        """The difference in standard errors; 0 where nothing differs."""
        return self.difference / self.error if self.error > 0.0 else 0.0


def paired(written: Floats, neutral: Floats) -> Difference:
    """What the clause adds: as written minus neutral, over the worlds that have the result under both."""
    kept = ~np.isnan(written) & ~np.isnan(neutral)
    difference = written[kept] - neutral[kept]
    error = float(difference.std(ddof=1) / np.sqrt(difference.size))
    return Difference(float(written[kept].mean()), float(neutral[kept].mean()), float(difference.mean()), error)


def effects(worlds: int, seed: int) -> list[tuple[Clause, dict[str, Difference]]]:
    """Every clause with its named result and those beside it."""
    written = measured(changed(SCENARIO, ()), worlds, seed)
    found = []
    for clause in CLAUSES:
        neutral = measured(changed(SCENARIO, clause.changes), worlds, seed)
        names = (clause.result, *BESIDE)
        found.append((clause, {name: paired(written[name], neutral[name]) for name in names}))
    return found


def report(found: list[tuple[Clause, dict[str, Difference]]]) -> str:
    """The two tables and what does nothing, in Markdown."""
    named = [(clause, differences[clause.result]) for clause, differences in found]
    idle = [clause.clause for clause, difference in named if abs(difference.z) <= LIMIT]
    nothing = "; ".join(idle) or "none"
    beside = [(clause.clause, *(_change(differences[name]) for name in BESIDE)) for clause, differences in found]
    return "\n\n".join([
        markdown_table(HEADS, [_row(clause, difference) for clause, difference in named]),
        f"Clauses that do nothing (|z| at most {LIMIT:g}): {nothing}.",
        "What the same clauses add to three results that are the same for all, ± one standard error:",
        markdown_table(("clause", *(f"{name}, {RESULTS[name].unit}" for name in BESIDE)), beside),
    ])  # fmt: skip


def _row(clause: Clause, found: Difference) -> tuple[str, ...]:
    """One clause and its named result."""
    return (
        clause.clause, ", ".join(f"`{name}`" for name in clause.parameter.split(", ")), clause.neutral,
        f"{clause.result}, {RESULTS[clause.result].unit}", f"{found.written:.3g}", f"{found.neutral:.3g}",
        _change(found), f"{found.z:+.1f}",
    )  # fmt: skip


def _change(found: Difference) -> str:
    """A difference with its standard error."""
    return f"{found.difference:+.2g} ± {found.error:.1g}" if found.error > 0.0 else "0 (bit for bit)"


def main() -> None:
    """Measure and write."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS
    table = report(effects(worlds, SEED))
    write_between(DOCS / "briefing.md", "clauses", f"{worlds:,} worlds, seed {SEED}.\n\n{table}")


if __name__ == "__main__":
    main()
