"""Figures of tournaments and of sensitivity: what playing costs over the bare engine, what solving costs."""

import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from negotiation.study.doubt.sensitivity import indices_of, sensitivity_study
from negotiation.study.field import play_study
from negotiation.study.plan import points_of
from negotiation.study.plan.points import scenario_at
from negotiation.study.tournament import tournament_of, tournament_study
from negotiation.study.tournament_summary import judged

SCENARIO, SEED = "us-canada-briefing", 2025
STRATEGIES = ("boulware+brinkmanship", "principled+calculated")
CELL, ROUNDS = 1000, 3
POINT, NUMBERS = 200, ("*.clock.latest", "*.organised")


def strategies() -> list[tuple[str, str]]:
    """Both figures, processor seconds, alternating with the bare engine in one run."""
    return [tournament(), sensitivity()]


def tournament() -> tuple[str, str]:
    """Two by two strategies against the same pairs played bare, and 200 games of other worlds solved."""
    study, bare, whole, solved = tournament_study(read_scenario(SCENARIO), STRATEGIES, CELL, SEED), [], [], []
    scenarios = [scenario_at(study, point) for point in points_of(study)]
    for _ in range(ROUNDS):
        bare.append(timed(lambda: [play_block(build_game(each), SEED, range(CELL), 0) for each in scenarios]))
        with tempfile.TemporaryDirectory() as folder:
            start = process_time()
            found = tournament_of(play_study(study, Path(folder)))
            whole.append(process_time() - start)
            solved.append(timed(lambda found=found: judged(found)))
    ratio = median(each / other for each, other in zip(whole, bare, strict=True))
    words = (
        f"{ratio:.2f} times the bare engine, {4 * CELL:,} worlds; its game and 200 drawn ones {median(solved):.1f} s"
    )
    return "tournament, 2 x 2 strategies", words


def sensitivity() -> tuple[str, str]:
    """Morris over four numbers against the same points played bare."""
    study = sensitivity_study(read_scenario(SCENARIO), "morris", "deal", NUMBERS, (POINT, 4), SEED)
    scenarios = [scenario_at(study, point) for point in points_of(study)]
    bare = timed(lambda: [play_block(build_game(each), SEED, range(POINT), 0) for each in scenarios])
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        results = play_study(study, Path(folder))
        whole = process_time() - start
        solved = timed(lambda: indices_of(results))
    each = whole / len(scenarios)
    words = f"{each:.2f} s a point of {POINT} worlds, {whole / bare:.2f} times the bare engine; indices {solved:.1f} s"
    return f"sensitivity, Morris, {len(scenarios)} points", words


def timed(work: object) -> float:
    """Processor seconds of a piece of work."""
    start = process_time()
    work()  # type: ignore[operator]  # a function without arguments
    return process_time() - start
