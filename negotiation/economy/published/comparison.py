"""Published numbers beside ours."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from negotiation.economy.calibration import REGIONS
from negotiation.economy.published import caliendo_parro2015, ignatenko2025, independent, lashkaripour2021
from negotiation.economy.published.folder import CASES

TEXTS = {name: name for name in ("source", "scenario", "variable", "region", "unit")}
TEXTS |= {"name": "id", "grade": "comparability"}
BINDING = ("A", "A-", "B")  # grades that must be within their tolerance
TEN_PERCENT = "US 10% on all imports"
FIRST_ORDER = "published welfare is a first-order formula: terms of trade and volume of trade"


@dataclass(frozen=True)
class Case:
    """One published number. low, high: the same unless a range is published; tolerance: None where none is stated.

    grade: A same model and data, A- rebuilt data, B an independent model of the same class, C short run, D another.
    """

    name: str
    grade: str
    source: str
    scenario: str
    variable: str
    region: str
    low: float
    high: float
    unit: str
    tolerance: float | None

    @property
    def published(self) -> str:
        """The number as one reads it."""
        return f"{self.high:g}" if self.low == self.high else f"{self.high:g} to {self.low:g}"


@dataclass(frozen=True)
class Comparison:
    """A case, our number (None: not run) and what there is to say of the difference."""

    case: Case
    ours: float | None
    remark: str

    @property
    def difference(self) -> float | None:
        """Ours less the nearest number published."""
        if self.ours is None:
            return None
        return self.ours - min(max(self.ours, self.case.low), self.case.high)

    @property
    def fits(self) -> bool | None:
        """Within the tolerance; None where there is none or nothing was run."""
        if self.difference is None or self.case.tolerance is None:
            return None
        return abs(self.difference) <= self.case.tolerance


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The published numbers in a folder."""
    entries = json.loads((folder / CASES).read_text(encoding="utf-8"))["cases"]
    return tuple(case_of(entry) for entry in entries)


def case_of(entry: dict[str, object]) -> Case:
    """One entry of the file."""
    ends = sorted(float(end) for end in str(entry["published"]).split(".."))
    tolerance = entry["suggested_tolerance"]
    texts = {name: str(entry[key]) for name, key in TEXTS.items()}
    return Case(
        low=ends[0],
        high=ends[-1],
        tolerance=None if tolerance is None else float(str(tolerance)),
        **texts,
    )


def compare(folder: Path, case: Case) -> Comparison:
    """Ours beside one published number."""
    if case.name in independent.CONTEXT:
        number, reason = independent.CONTEXT[case.name]
        return Comparison(case, number(), reason)
    for prefix, figure in FIGURES.items():
        if case.name.startswith(prefix):
            return figure(folder, case)
    return Comparison(case, None, independent.NOT_RUN)


def ignatenko(folder: Path, case: Case) -> Comparison:
    """Settings are recognised by the words of the scenario."""
    words = {"Eaton-Kortum": "Eaton-Kortum", "lump-sum": "handed out", "+ reciprocal": "retaliation"}
    setting = next((words[word] for word in words if word in case.scenario), "tax cut")
    return Comparison(case, ignatenko_figures(folder).get((setting, case.variable, case.region)), "")


def caliendo_parro(folder: Path, case: Case) -> Comparison:
    """Variables are named by their first words."""
    figures = caliendo_parro_figures(folder)
    names = ("real wage", "terms of trade", "volume of trade", "welfare")
    variable = next((name for name in names if case.variable.startswith(name)), case.variable)
    exact = figures.get(("income over prices", case.region))
    remark = f"{FIRST_ORDER}; income over prices: {exact:+.3f}" if variable == "welfare" and exact is not None else ""
    return Comparison(case, figures.get((variable, case.region)), remark)


def lashkaripour(folder: Path, case: Case) -> Comparison:
    """All countries of the data have a figure."""
    return Comparison(case, lashkaripour_figures(folder).get((case.variable, case.region)), "data rebuilt since")


def ifo(folder: Path, case: Case) -> Comparison:
    """The ifo institute's model: 141 countries, 65 sectors."""
    return Comparison(case, february_figures().get((case.variable, case.region)), "independent model")


def tombe(folder: Path, case: Case) -> Comparison:
    """Real income, as T. Tombe's size of the economy."""
    ours = None
    if case.scenario.startswith(TEN_PERCENT) and case.region in REGIONS:
        place = REGIONS.index(case.region)
        ours = float(independent.ten_percent_on_all().real_income[0, place])
    return Comparison(case, ours, "independent model")


ignatenko_figures = cache(ignatenko2025.figures)
caliendo_parro_figures = cache(caliendo_parro2015.figures)
lashkaripour_figures = cache(lashkaripour2021.figures)
february_figures = cache(independent.february_figures)

FIGURES: dict[str, Callable[[Path, Case], Comparison]] = {
    "maga_": ignatenko,
    "cp_": caliendo_parro,
    "lash_": lashkaripour,
    "ifo_": ifo,
    "tombe": tombe,
}
