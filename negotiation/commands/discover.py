"""`discover`: when disputes end in a certain way."""

import math
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from negotiation.commands.scenario_option import (
    DEFAULT_SCENARIO,
    Changes,
    Json,
    Name,
    Out,
    Resume,
    Seed,
    Workers,
    folder_to_play_in,
    scenario_of,
)

if TYPE_CHECKING:
    from negotiation.study.doubt.discovery import Box


def discover(
    scenario: Name = DEFAULT_SCENARIO,
    outcome: Annotated[str, typer.Option(help="trade_war, deal or any_deal.")] = "trade_war",
    worlds: Annotated[int, typer.Option(help="Worlds in every state of the guesses.")] = 50,
    states: Annotated[int, typer.Option(help="States of the guesses, of a Latin hypercube.")] = 200,
    seed: Seed = 2025,
    out: Out = None,
    changes: Changes = None,
    workers: Workers = None,
    resume: Resume = False,
    json: Json = False,
) -> None:
    """Find what sets worlds with a certain end apart: boxes of guesses, types and deadlines (PRIM)."""
    from negotiation.commands.discover_figure import box_words, save_figure, title
    from negotiation.commands.studies import size
    from negotiation.study.doubt.discovery import discovered, discovery_study
    from negotiation.study.field import play_study
    from negotiation.study.field.clusters import crew_of
    from negotiation.study.folder import default_folder, json_text, write_json
    from negotiation.study.screen import progress

    study = discovery_study(scenario_of(scenario, changes), outcome, (worlds, states), seed)
    folder = folder_to_play_in(out, resume, default_folder(f"{study.name}-{outcome}", seed, worlds))
    with crew_of(workers, None, size(study)) as crew, progress(shown=not json) as on_progress:
        found = discovered(play_study(study, folder, crew, on_progress, tuple(sys.argv), resume))
    told = {"outcome": outcome, "base": found.base, "boxes": [plain(box) for box in found.boxes]}
    write_json(folder / "boxes.json", told)
    save_figure(study, found, outcome, folder / "figures")
    if json:
        typer.echo(json_text(told))
    else:
        typer.echo(title(found, outcome))
        for box in found.boxes:
            typer.echo(box_words(box))
        typer.echo(f"Results: {folder}")


def plain(box: "Box") -> dict[str, Any]:
    """A box as plain numbers; a side without a bound has none."""
    limits = {
        name: [None if isinstance(bound, float) and math.isinf(bound) else bound for bound in bounds]
        for name, bounds in box.limits.items()
    }
    worth = {name: getattr(box, name)._asdict() for name in ("coverage", "density")}
    return {"limits": limits, **worth, "mass": box.mass, "firmness": dict(box.firmness)}
