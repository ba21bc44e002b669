"""What is measured in every world: the share that ends in some way, or a number's mean."""

from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BeforeValidator, Field

from negotiation.dispute.block import Block, Categories
from negotiation.scenario.errors import unknown
from negotiation.scenario.quantity import Part, Words
from negotiation.study.errors import StudyError

if TYPE_CHECKING:
    from negotiation.scenario import Scenario

NAME = r"^[a-z][a-z0-9_]*$"


def _several(labels: Any) -> Any:
    """One word stands for a list of one."""
    return (labels,) if isinstance(labels, str) else labels


class Measured(Part):
    """A column of worlds.csv; with `among`, the share of worlds where it reads one of these words."""

    column: Words
    among: Annotated[tuple[Words, ...], BeforeValidator(_several), Field(alias="is")] = ()

    def of(self, block: Block) -> NDArray[Any]:
        """Its value in every world of a block: true or false for a share, else float64 with NaN where none, (R,)."""
        cells = block.worlds[self.column]
        if isinstance(cells, Categories):
            return np.isin(np.array(cells.labels), self.among)[cells.codes]
        return np.asarray(cells, np.float64)

    @property
    def is_share(self) -> bool:
        """Whether it is a share of worlds."""
        return bool(self.among)


def headlines(scenario: "Scenario") -> dict[str, Measured]:
    """What is measured where a study does not say: deals, tariffs at the end, each side's welfare."""
    shares = {
        "deal": ("comprehensive deal",),
        "any_deal": ("comprehensive deal", "limited deal"),
        "trade_war": ("trade war",),
    }
    found = {name: measured("outcome", *labels) for name, labels in shares.items()}
    return found | {f"welfare_{side}": measured(f"welfare_{side}") for side in scenario.sides}


def measured(column: str, *labels: str) -> Measured:
    """An outcome from its column and words."""
    return Measured.model_validate({"column": column, "is": labels})


def check_outcomes(outcomes: dict[str, Measured], block: Block, where: str, columns: tuple[str, ...] = ()) -> None:
    """Refuse an outcome or a column the worlds do not have. Raises StudyError naming the nearest."""
    for column in columns:
        if column not in block.worlds:
            raise StudyError(f"{where}: columns: {unknown('column', column, block.worlds)}")
    for name, outcome in outcomes.items():
        path = f"{where}: outcomes.{name}"
        if outcome.column not in block.worlds:
            raise StudyError(f"{path}: {unknown('column', outcome.column, block.worlds)}")
        cells = block.worlds[outcome.column]
        if isinstance(cells, Categories):
            _check_words(path, outcome, cells)
        elif outcome.among:
            raise StudyError(f"{path}.is: column '{outcome.column}' holds numbers, no words; leave 'is' out")


def _check_words(path: str, outcome: Measured, cells: Categories) -> None:
    """A column of words is asked for some of its words."""
    if not outcome.among:
        raise StudyError(f"{path}: column '{outcome.column}' holds words; say is = [...]: {', '.join(cells.labels)}")
    for label in outcome.among:
        if label not in cells.labels:
            raise StudyError(f"{path}.is: {unknown('word', label, cells.labels)}")
