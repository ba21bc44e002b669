"""What a lesson's page holds instead of a server: every setting, played in many worlds, a few of them told."""

from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation.classroom import simulations
from negotiation.classroom.game.case import EVERY_PACKAGE, Case
from negotiation.classroom.game.worth import Results
from negotiation.classroom.lessons.plan import Plan
from negotiation.classroom.words import words_of
from negotiation.dispute.block import Block
from negotiation.dispute.luck import draw
from negotiation.dispute.start import opening_state
from negotiation.model import play_block
from negotiation.study.telling import word

Cell = dict[str, Any]
Floats = NDArray[np.float64]
SURE = 1.96  # standard errors to each side of a mean: 95 %
PERCENT = 100.0
ROUNDS = 5  # worlds to choose or bet in
CONFLICT = ("trade war", "standoff", "one-sided")
SHARED = ("scenario", "sides", "countries", "weeks", "frontier", "packages", "nash", "kalai")  # by all its stories


def cells(plan: Plan, language: str) -> list[Cell]:
    """Every setting of the dials, in the plan's order; what a setting shares with the first is told there alone."""
    made = [cell(plan, places, language) for places in plan.places()]
    for each in made[1:]:
        if each["shared"] == made[0]["shared"]:
            del each["shared"]
    return made


def cell(plan: Plan, places: tuple[int, ...], language: str) -> Cell:
    """One setting: how its worlds end, the lesson's measures, a few worlds told."""
    file, changes = plan.setting(places)
    game = simulations.prepared(str(file), changes)
    block = play_block(game, plan.seed, range(plan.worlds), 0)
    outcomes = [word(block.worlds["outcome"], row) for row in range(plan.worlds)]
    stories = [_story(plan, world, str(file), changes, language) for world in plan.stories]
    return {
        "outcomes": [{"outcome": name, "count": count} for name, count in Counter(outcomes).most_common()],
        "measures": {name: estimate(measured(name, block, outcomes)) for name in plan.measures},
        "rounds": [_round(plan, block, outcomes, row) for row in range(ROUNDS)],
        "shared": {key: stories[0][key] for key in SHARED},
        "stories": [{key: value for key, value in told.items() if key not in SHARED} for told in stories],
        **({"terms": terms(str(file), changes, plan.seed, language)} if plan.play == "builder" else {}),
    }


def measured(name: str, block: Block, outcomes: list[str]) -> Floats:
    """One measure in every world, NaN where it says nothing, (R,)."""
    shares = {
        "deal": [outcome == "comprehensive deal" for outcome in outcomes],
        "conflict": [outcome.split(":")[0] in CONFLICT for outcome in outcomes],
    }
    if name in shares:
        return PERCENT * np.array(shares[name], np.float64)
    columns = {
        "week": "deal_week", "carried": "threats_us_carried_out", "dropped": "threats_us_dropped",
        "joined": "joint_allies_peak",
    }  # fmt: skip
    values = np.asarray(block.worlds[columns.get(name, name)], np.float64)
    return PERCENT * values if name.startswith("approval") or name == "joined" else values


def estimate(values: Floats) -> dict[str, float] | None:
    """The mean, half the width of its 95 % interval, and over how many worlds; None over none."""
    real = values[np.isfinite(values)]
    if real.size == 0:
        return None
    error = float(real.std(ddof=1)) / np.sqrt(real.size) if real.size > 1 else 0.0
    return {"mean": round(float(real.mean()), 4), "half": round(SURE * float(error), 4), "worlds": int(real.size)}


def _round(plan: Plan, block: Block, outcomes: list[str], row: int) -> dict[str, Any]:
    """What one world brings: how it ends, what a deal gives each side, and which bet it pays."""
    gains = {side: float(np.asarray(block.worlds[f"gain_{side}"])[row]) for side in ("ca", "us")}
    carried = float(np.asarray(block.worlds["threats_us_carried_out"])[row]) > 0
    if "carried_out" in plan.bets:
        pays = "carried_out" if carried else "not_carried_out"
    else:
        pays = outcomes[row].removesuffix(" deal") if outcomes[row].endswith(" deal") else "none"
    known = {side: round(gain, 3) if np.isfinite(gain) else None for side, gain in gains.items()}
    return {"outcome": outcomes[row], "gains": known, "pays": pays}


def terms(file: str, changes: dict[str, str], seed: int, language: str) -> dict[str, Any]:
    """Everything that could be signed: issues with their options, and what each package gives, by side in order."""
    tongue = words_of(language)
    whole = simulations.prepared(file, {**changes, **EVERY_PACKAGE})
    luck = draw(whole.scenario, seed, range(1))
    results = Results(Case("", whole), luck, opening_state(whole, luck))
    options = whole.packages.options[: whole.packages.whole].tolist()
    return {
        "issues": [
            {
                "name": tongue.name(issue.name),
                "by": issue.conceded_by,
                "options": [tongue.within(issue.name, each.name) for each in issue.options.values()],
            }
            for issue in whole.scenario.issues.values()
        ],
        "packages": {
            ",".join(map(str, choice)): [round(value, 3) for value in results.points[number].tolist()]
            for number, choice in enumerate(options)
        },
    }


def _story(plan: Plan, world: int, file: str, changes: dict[str, str], language: str) -> dict[str, Any]:
    """One world told, its numbers rounded to what a picture can show."""
    request = {"scenario": file, "changes": changes, "seed": plan.seed, "world": world, "lang": language}
    told: dict[str, Any] = rounded(simulations.story(request))
    return {**told, "world": world}


def rounded(told: Any) -> Any:
    """Every number to three decimals."""
    if isinstance(told, float):
        return round(told, 3)
    if isinstance(told, dict):
        return {key: rounded(value) for key, value in told.items()}
    return [rounded(value) for value in told] if isinstance(told, list) else told
