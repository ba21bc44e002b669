"""A run or study done again from its manifest alone, and whether the same bytes came out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from negotiation.scenario import validated
from negotiation.study.ensemble import Ensemble, Progress, even_block, play
from negotiation.study.errors import StudyError
from negotiation.study.field import Crew, play_study
from negotiation.study.field.ledger import STUDY, manifest_in
from negotiation.study.fingerprints import file_hashes, rules_hash
from negotiation.study.folder import MANIFEST, FolderError
from negotiation.study.manifest import versions
from negotiation.study.plan import stated


class Redone(NamedTuple):
    """same: file -> whether its bytes are those the manifest tells; changed: what is different here, in words."""

    kind: str
    folder: Path
    same: dict[str, bool]
    changed: list[str]


def redo(
    manifest: str | Path, out: Path | None, workers: int, on_progress: Progress, command: tuple[str, ...]
) -> Redone:
    """Play what a manifest tells again, into a new folder. Raises StudyError if it tells too little."""
    place = Path(manifest)
    place = place.parent if place.name == MANIFEST else place
    told = manifest_in(place)
    if told is None:
        raise FolderError(f"'{manifest}' is no manifest, nor a folder with one")
    if not (told.get("complete") and told.get("files")):
        raise StudyError(f"'{manifest}' is of something unfinished; nothing says which bytes should come out")
    counts = (told.get("worlds", 1), told.get("seed", 0))
    if not all(isinstance(number, int) for number in counts):
        raise StudyError(f"'{manifest}': worlds and seed must be whole numbers, got {counts[0]!r} and {counts[1]!r}")
    folder = out or beside(place)
    if told.get("kind") == STUDY:
        play_study(stated(told["study"], told["study_name"]), folder, Crew(workers), on_progress, command)
    else:
        scenario = validated(told["scenario"], told["scenario_name"])
        ensemble = Ensemble(scenario, told["worlds"], told["seed"], even_block(told["worlds"], workers))
        play(ensemble, folder, workers, on_progress, command)
    found = file_hashes(folder, tuple(told["files"]))
    same = {name: found.get(name) == expected for name, expected in told["files"].items()}
    return Redone(told.get("kind", "run"), folder, same, changed(told))


def beside(place: Path) -> Path:
    """NAME-again, with -2, -3, ... where that is taken."""
    plain = place.with_name(f"{place.resolve().name}-again")
    found, turn = plain, 1
    while found.exists():
        turn += 1
        found = plain.with_name(f"{plain.name}-{turn}")
    return found


def changed(told: Mapping[str, Any]) -> list[str]:
    """What is different here from where it was first played, and might change a byte."""
    before = told.get("versions", {})
    found = [f"{name} {before.get(name)}, here {now}" for name, now in versions().items() if before.get(name) != now]
    return found if told.get("rules") == rules_hash() else [*found, "the program's rules"]
