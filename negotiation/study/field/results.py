"""What a study found, in tidy tables: read from its folder, also while it is unfinished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv, parquet

from negotiation.study.field.ledger import (
    DIFFERENCES,
    FAILURES,
    OUTCOMES,
    POINTS,
    SETTINGS,
    STUDY,
    WORLDS_TABLE,
    manifest_in,
)
from negotiation.study.field.standings import points_played
from negotiation.study.field.store import Store
from negotiation.study.field.tables import (
    Frame,
    Played,
    differences_table,
    outcomes_table,
    settings_table,
)
from negotiation.study.field.work import POINT, WORLD, Failure
from negotiation.study.folder import FolderError
from negotiation.study.plan.points import Point, points_of
from negotiation.study.plan.read import stated
from negotiation.study.plan.study import Study

if TYPE_CHECKING:
    import xarray as xr

# Columns that may be empty throughout, so that a table does not show what they hold.
KINDS = dict.fromkeys(("error", "stopped"), pa.string())
KINDS |= dict.fromkeys(("value", "low", "high", "half_width", "variance_saved"), pa.float64())


@dataclass(frozen=True)
class StudyResults:
    """points: a row each, with its levers and uncertainties; outcomes: a row a point and outcome, with its interval;
    differences: from the base setting, paired, in the same state; settings: over all states, where there are several;
    failures: blocks that could not be played. All are pandas DataFrames.
    """

    study: Study
    folder: Path
    manifest: Mapping[str, Any]
    points: Frame
    outcomes: Frame
    differences: Frame
    settings: Frame
    failures: Frame

    @cached_property
    def worlds(self) -> Frame:
        """A row a point and world: every outcome, true or false for shares, and the columns kept."""
        if self.manifest["complete"]:
            table = self.folder / WORLDS_TABLE
            if not table.exists() and not self.manifest.get("worlds_done"):
                return pd.DataFrame()
            return read_worlds(table)
        tables = worlds_tables(self.study, Store(self.folder, self.study.fingerprint()), points_of(self.study))
        return pa.concat_tables(tables).to_pandas() if tables else pd.DataFrame()

    def to_xarray(self) -> "xr.Dataset":
        """Outcomes by point and world, NaN where a world was not played; levers and uncertainties as coordinates."""
        names = [*self.study.levers, *self.study.uncertainties]
        points = self.points.set_index(POINT)[["setting", "state", *names]]
        wide = self.worlds.set_index([POINT, WORLD])[list(self.study.measures)].astype(float).to_xarray()
        wide = wide.reindex({POINT: points.index.to_numpy()})
        found: xr.Dataset = wide.assign_coords({name: (POINT, points[name].to_numpy()) for name in points.columns})
        return found

    def of(self, outcome: str) -> Frame:
        """One outcome at every point, beside its levers and uncertainties."""
        chosen = self.outcomes[self.outcomes["outcome"] == outcome].drop(columns=["setting", "state"])
        return self.points.merge(chosen, on=POINT, how="left")


def read_study_results(folder: str | Path) -> StudyResults:
    """The results in a study's folder, finished or not. Raises FolderError if it is none."""
    place = Path(folder)
    manifest = manifest_in(place)
    if manifest is None or manifest.get("kind") != STUDY:
        raise FolderError(f"'{folder}' is not a study's folder")
    study = stated(manifest["study"], manifest["study_name"])
    if manifest["complete"]:
        names = (POINTS, OUTCOMES, DIFFERENCES, SETTINGS, FAILURES)
        return StudyResults(study, place, manifest, *(read_frame(place / f"{name}.csv") for name in names))
    points = read_frame(place / f"{POINTS}.csv")
    store = Store(place, study.fingerprint())
    store.check()
    return StudyResults(study, place, manifest, points, *reckoned(study, store, points_of(study)))


def read_frame(path: Path) -> Frame:
    """A table, as it was written."""
    try:
        return csv.read_csv(path, convert_options=csv.ConvertOptions(column_types=KINDS)).to_pandas()
    except (OSError, ValueError) as error:
        raise FolderError(f"'{path}' cannot be read: {error}") from None


def read_worlds(path: Path) -> Frame:
    """The worlds of a finished study. Raises FolderError."""
    try:
        return parquet.read_table(path).to_pandas()
    except FileNotFoundError:
        raise FolderError(f"'{path}' is not there, though the study is finished") from None
    except (OSError, ValueError):
        raise FolderError(f"'{path}' cannot be read: it is damaged, or no Parquet file") from None


def reckoned(study: Study, store: Store, points: Sequence[Point]) -> tuple[Frame, Frame, Frame, Frame]:
    """Outcomes, differences, settings and failures, from the blocks."""
    played = points_played(study, store, points)
    outcomes, differences = outcomes_table(study, played), differences_table(study, played)
    return outcomes, differences, settings_table(study, played, outcomes, differences), failures_table(store.failures())


def failures_table(failures: Sequence[Failure]) -> Frame:
    """A row a block that could not be played."""
    return pd.DataFrame(
        [(each.point, each.worlds.start, each.worlds.stop - 1, each.error) for each in failures],
        columns=[POINT, "first_world", "last_world", "error"],
    )


def worlds_tables(study: Study, store: Store, points: Sequence[Point]) -> list[pa.Table]:
    """The worlds that count, point by point."""
    return [with_point(each) for each in points_played(study, store, points) if each.table is not None]


def with_point(played: Played) -> pa.Table:
    """A point's worlds, with its number."""
    number = np.full(len(played.table), played.point.number, np.int64)  # type: ignore[arg-type]  # there are some
    return played.table.add_column(0, POINT, pa.array(number))  # type: ignore[union-attr]  # see above
