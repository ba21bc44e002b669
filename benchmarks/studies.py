"""Figures of the study layer: overhead over the engine, process pool, a large study, resuming, Mesa's batch_run."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import mesa

from benchmarks.scalar_mesa import ScalarDispute, given_and_luck
from negotiation.dispute.game import Game, build_game
from negotiation.model import play_block
from negotiation.study.field import Crew, play_study
from negotiation.study.plan import Study, points_of, stated
from negotiation.study.plan.points import scenario_at

SCENARIO, SEED = "us-canada-briefing", 2025
BLOCK, ROUNDS, SCALAR_WORLDS = 4096, 3, 6
WEIGHT = "countries.us.payoff.organised"


def study_of(points: int, worlds: int) -> Study:
    """A study of so many points."""
    levers = {"weight": {"path": WEIGHT, "values": [float(place + 1) for place in range(points)]}}
    return stated({"name": "bench", "title": "Bench", "worlds": worlds, "levers": levers}, "bench")


def studies(large: bool = True) -> list[tuple[str, str]]:
    """Every figure; large: also 10,000 worlds x 20 points."""
    return [overhead(), pool(), resumed(), batch_run(), *([ten_thousand_by_twenty()] if large else [])]


def overhead() -> tuple[str, str]:
    """Processor seconds of a study against building the same games and playing the same blocks, alternating."""
    study, bare, whole = study_of(2, BLOCK), [], []
    scenarios = [scenario_at(study, point) for point in points_of(study)]
    play_block(build_game(scenarios[0]), SEED, range(64), 0)
    for _ in range(ROUNDS):
        start = process_time()
        for scenario in scenarios:
            play_block(build_game(scenario), SEED, range(BLOCK), 0)
        bare.append(process_time() - start)
        with tempfile.TemporaryDirectory() as folder:
            start = process_time()
            play_study(study, Path(folder), Crew())
            whole.append(process_time() - start)
    ratio = median(each / other for each, other in zip(whole, bare, strict=True))
    return "study layer, processor time over the bare engine's", f"{100 * (ratio - 1):+.1f} % ({2 * BLOCK:,} worlds)"


def pool() -> tuple[str, str]:
    """Wall clock of one process over that of two, alternating; starting the two included."""
    study, times = study_of(4, BLOCK), {1: [], 2: []}
    for _ in range(ROUNDS):
        for workers, found in times.items():
            with tempfile.TemporaryDirectory() as folder:
                start = perf_counter()
                play_study(study, Path(folder), Crew(workers))
                found.append(perf_counter() - start)
    ratio = median(one / two for one, two in zip(times[1], times[2], strict=True))
    return "process pool of two, times one process", f"{ratio:.2f} ({4 * BLOCK:,} worlds)"


def resumed() -> tuple[str, str]:
    """Wall clock of the command on a study that is finished."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["study", "energy-as-a-weapon", "--worlds", "40", "--out", f"{folder}/out", "--quiet"]
        command = [sys.executable, "-m", "negotiation", *arguments, "--workers", "1"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for _ in range(ROUNDS):
            start = perf_counter()
            subprocess.run([*command, "--resume"], check=True, stdout=subprocess.DEVNULL)
            times.append(perf_counter() - start)
    return "negotiation study --resume, finished", f"{median(times):.2f} s"


def ten_thousand_by_twenty() -> tuple[str, str]:
    """Wall clock of 10,000 worlds x 20 points on two processes."""
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        play_study(study_of(20, 10_000), Path(folder), Crew(2))
        return "10,000 worlds x 20 points, two processes", f"{perf_counter() - start:.0f} s"


class OneWorld(ScalarDispute):
    """The scalar dispute as batch_run wants it: a model made from parameters, with a collector."""

    game: Game

    def __init__(self, world=0, rng=None, seed=None):
        super().__init__(*given_and_luck(self.game, SEED, world))
        self.datacollector = mesa.DataCollector(model_reporters={"settled": lambda model: model.world.open})

    def step(self):
        """A week, and its collection."""
        super().step()
        self.datacollector.collect(self)


def batch_run() -> tuple[str, str]:
    """Mesa's batch_run over worlds of the scalar referee, against the engine, worlds a second of processor."""
    OneWorld.game = game = build_game(scenario_at(study_of(1, 1), points_of(study_of(1, 1))[0]))
    start = process_time()
    mesa.batch_run(OneWorld, {"world": list(range(SCALAR_WORLDS))}, max_steps=1000, display_progress=False)
    scalar = (process_time() - start) / SCALAR_WORLDS
    start = process_time()
    play_block(game, SEED, range(BLOCK), 0)
    ours = (process_time() - start) / BLOCK
    return (
        "Mesa's batch_run on the scalar referee",
        f"{scalar * 1e3:.1f} ms a world: {scalar / ours:.0f} times the engine's",
    )


def main() -> None:
    """Print the figures; without the large study if asked."""
    for name, figure in studies(large="small" not in sys.argv):
        print(f"{name:<66} {figure}")


if __name__ == "__main__":
    main()
