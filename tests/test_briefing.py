"""Every clause of the briefing does what docs/briefing.md says: paired worlds, two standard errors."""

from functools import lru_cache

import numpy as np
import pytest

from experiments.briefing_clauses import LIMIT, SEED, WORLDS, paired
from experiments.clauses import CLAUSES, SCENARIO
from experiments.documents import DOCS
from experiments.neutral import changed
from experiments.results import Floats, measured

pytestmark = pytest.mark.slow
FEW, CLEAR = 1000, 3.0  # worlds enough for a difference of so many standard errors; the others get them all
IDLE_LINE = "Clauses that do nothing (|z| at most 2): "
DOCUMENT = (DOCS / "briefing.md").read_text(encoding="utf-8")
IDLE = {
    clause
    for line in DOCUMENT.splitlines()
    if line.startswith(IDLE_LINE)
    for clause in line.removeprefix(IDLE_LINE).removesuffix(".").split("; ")
}


@lru_cache(maxsize=2)
def as_written(worlds: int) -> dict[str, Floats]:
    """The briefing, unchanged."""
    return measured(changed(SCENARIO, ()), worlds, SEED)


def z_of(clause, worlds: int) -> float:
    """What the clause adds to its named result, in standard errors."""
    neutral = measured(changed(SCENARIO, clause.changes), worlds, SEED)
    return paired(as_written(worlds)[clause.result], neutral[clause.result]).z


@pytest.mark.parametrize("clause", [c for c in CLAUSES if c.clause not in IDLE], ids=lambda clause: clause.clause)
def test_a_clause_moves_its_result(clause):
    assert abs(z_of(clause, FEW)) > CLEAR or abs(z_of(clause, WORLDS)) > LIMIT


def test_where_leaders_meet_changes_no_bit():
    clause = next(c for c in CLAUSES if c.clause == "in Washington or Ottawa")
    neutral = measured(changed(SCENARIO, clause.changes), 200, SEED)
    written = measured(changed(SCENARIO, ()), 200, SEED)
    assert all(np.array_equal(written[name], neutral[name], equal_nan=True) for name in written)


def test_every_clause_is_in_the_document():
    assert [c.clause for c in CLAUSES if f"| {c.clause} |" not in DOCUMENT] == []
