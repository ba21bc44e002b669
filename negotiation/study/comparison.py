"""Two results folders compared world by world: the same luck, so that the difference is what was changed."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from negotiation.study.errors import StudyError
from negotiation.study.field.ledger import STUDY, manifest_in
from negotiation.study.field.results import StudyResults, read_study_results
from negotiation.study.field.sequential import half
from negotiation.study.field.tables import Frame, difference
from negotiation.study.field.work import POINT, WORLD
from negotiation.study.folder import WORLDS, FolderError
from negotiation.study.results import read_table, unreadable
from negotiation.study.rows import WORDS
from negotiation.study.statistics import variance_saved

COLUMNS = ("outcome", "a", "b", "value", "low", "high", "half_width", "worlds", "variance_saved")
PLACES = ("world", "point")


def compared(first: str | Path, second: str | Path) -> Frame:
    """Second less first, paired: a row an outcome, for studies a row a point and outcome. Raises StudyError.

    a, b: share or mean in each folder; value, low, high: the difference with its 95 % interval; worlds: pairs.
    """
    manifests = [manifest_of(folder) for folder in (first, second)]
    kinds = [manifest.get("kind", "run") for manifest in manifests]
    if kinds[0] != kinds[1]:
        raise StudyError(f"'{first}' holds a {kinds[0]}, '{second}' a {kinds[1]}: only like can be compared")
    if kinds[0] == STUDY:
        return studies_compared(read_study_results(first), read_study_results(second))
    check_luck(manifests, (first, second))
    ours, theirs = (worlds_of(Path(folder), each) for folder, each in zip((first, second), manifests, strict=True))
    return pd.DataFrame(rows_of(ours, theirs), columns=COLUMNS)


def manifest_of(folder: str | Path) -> dict[str, Any]:
    """The manifest of a results folder. Raises FolderError if there is none."""
    found = manifest_in(Path(folder))
    if found is None:
        raise FolderError(f"'{folder}' is not a results folder: it has no manifest.json")
    return found


def check_luck(manifests: list[dict[str, Any]], names: tuple[str | Path, str | Path]) -> None:
    """Both have the same luck, or no world of one is like a world of the other. Raises StudyError."""
    seeds = [manifest.get("seed") for manifest in manifests]
    if seeds[0] != seeds[1]:
        raise StudyError(f"seed: '{names[0]}' has {seeds[0]}, '{names[1]}' {seeds[1]}: play both with the same --seed")


def worlds_of(folder: Path, manifest: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """What is compared of a run: a column of true or false for every word, and every column of numbers."""
    try:
        kinds = dict(manifest["columns"])
        table = read_table(folder / WORLDS, kinds)
    except (OSError, KeyError, json.JSONDecodeError) as error:
        raise FolderError(f"'{folder}' is not a results folder: {unreadable(error)}") from None
    held, done = len(table["world"]), manifest.get("worlds_done", 0)
    if held < done:
        raise FolderError(f"'{folder / WORLDS}' holds {held:,} worlds where its manifest says {done:,}: part is lost")
    found: dict[str, NDArray[Any]] = {"world": table["world"]}
    for name, kind in kinds.items():
        if kind == WORDS:
            found |= {f"{name}: {word}": table[name] == word for word in sorted(set(table[name]))}
        elif name not in PLACES:
            found[name] = table[name].astype(np.float64)
    return found


def rows_of(ours: Mapping[str, NDArray[Any]], theirs: Mapping[str, NDArray[Any]]) -> Iterator[tuple[Any, ...]]:
    """A row for every outcome that either has; a word that one never says is there with none."""
    _, here, there = np.intersect1d(ours[WORLD], theirs[WORLD], assume_unique=True, return_indices=True)
    if not here.size:
        raise StudyError("the two have no world in common")
    for name in dict.fromkeys([*ours, *theirs]):
        missing = ours if name not in ours else theirs if name not in theirs else None
        if name in PLACES or (missing is not None and ": " not in name):
            continue
        first = ours[name][here] if name in ours else np.zeros(len(here), np.bool_)
        second = theirs[name][there] if name in theirs else np.zeros(len(there), np.bool_)
        yield (name, *pair(first, second))


def pair(first: NDArray[Any], second: NDArray[Any]) -> tuple[Any, ...]:
    """Both, second less first with its interval, how many pairs, and what sharing luck saved."""
    given = ~(np.isnan(first.astype(np.float64)) | np.isnan(second.astype(np.float64)))
    one, other = first[given], second[given]
    found = difference(other, one)
    means = [float(each.mean()) if each.size else np.nan for each in (one, other)]
    return (*means, *found, half(found), int(given.sum()), variance_saved(other, one))


def studies_compared(first: StudyResults, second: StudyResults) -> Frame:
    """The same, point by point, of two studies with the same points."""
    check_luck([{"seed": each.study.seed} for each in (first, second)], (first.folder, second.folder))
    check_points(first, second)
    names = [name for name in first.study.measures if name in second.study.measures]
    if not names:
        raise StudyError("the two studies have no outcome in common")
    rows = []
    theirs = dict(list(second.worlds.groupby(POINT)))
    for point, here in first.worlds.groupby(POINT):
        if point in theirs:
            arrays = [{name: each[name].to_numpy() for name in (WORLD, *names)} for each in (here, theirs[point])]
            rows += [(point, *row) for row in rows_of(*arrays)]
    return pd.DataFrame(rows, columns=[POINT, *COLUMNS])


def check_points(first: StudyResults, second: StudyResults) -> None:
    """Both have the same points. Raises StudyError naming the first that differs."""
    factors = [[*each.study.levers, *each.study.uncertainties] for each in (first, second)]
    if factors[0] != factors[1]:
        raise StudyError(f"the studies differ in their factors: {', '.join(factors[0])}; {', '.join(factors[1])}")
    if len(first.points) != len(second.points):
        raise StudyError(f"the studies differ in their points: {len(first.points)} and {len(second.points)}")
    for name in factors[0]:
        ours, theirs = first.points[name].tolist(), second.points[name].tolist()
        for point, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            if one != other:
                raise StudyError(f"the studies differ at point {point}: {name} is {one} and {other}")
