"""Print the figures: speed of the engine against the same rules as scalar Mesa agents, memory, and the commands' times.

Ratios are measured in one run, alternating, as machines are noisy; absolute times are this machine's, now.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

SCENARIO = "us-canada-briefing"
BLOCK = 4096
ROUNDS = 3
MEMORY_WORLDS = 100_000


def main() -> None:
    """Every figure, one line each."""
    from benchmarks.bargaining import bargaining
    from benchmarks.calibration import calibration
    from benchmarks.classroom import classroom
    from benchmarks.economy import figures as economy
    from benchmarks.strategies import strategies
    from benchmarks.studies import studies

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    every = (engine_and_scalar(), *economy(), *bargaining(), *commands(), *studies(), *strategies(), *classroom())
    for name, figure in (*every, *calibration(), *memory()):
        print(f"{name:<66} {figure}")


def engine_and_scalar() -> tuple[str, str]:
    """Worlds a second of the engine, one core, everything recorded; and of scalar Mesa agents with the same rules."""
    from benchmarks.scalar_mesa import play_world
    from negotiation.dispute.game import build_game
    from negotiation.model import play_block
    from negotiation.scenario import read_scenario

    game = build_game(read_scenario(SCENARIO))
    play_block(game, 2025, range(64), 0)
    fast, slow = [], []
    for turn in range(ROUNDS):
        worlds = range(turn * BLOCK, (turn + 1) * BLOCK)
        fast.append(seconds(lambda worlds=worlds: play_block(game, 2025, worlds, 0)) / BLOCK)
        slow.append(seconds(lambda turn=turn: play_world(game, 2025, turn)))
    each, scalar = median(fast), median(slow)
    ours = f"{1 / each:,.0f} worlds a second ({each * 1e6:.0f} us each)"
    others = f"scalar Mesa agents {scalar * 1e3:.1f} ms: {scalar / each:.0f} times"
    return "engine, one core, everything recorded", f"{ours}; {others}"


def commands() -> list[tuple[str, str]]:
    """Whole commands, the wall clock of a new process."""
    with tempfile.TemporaryDirectory() as folder:
        runs = {
            "negotiation --help": ["--help"],
            "negotiation watch (economy cached)": ["watch"],
            "negotiation run, 1,000 worlds with figures (economy cached)": ["run", "--quiet"],
        }
        places = [Path(folder) / str(place) for place in range(len(runs))]
        return [(name, wall(each, place)) for (name, each), place in zip(runs.items(), places, strict=True)]


def wall(arguments: list[str], out: Path) -> str:
    """Median wall seconds of a command over three runs."""
    times = []
    for turn in range(ROUNDS):
        extra = ["--out", f"{out}-{turn}"] if arguments[0] == "run" else []
        start = perf_counter()
        command = [sys.executable, "-m", "negotiation", *arguments, *extra]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(perf_counter() - start)
    return f"{median(times):.2f} s"


def memory() -> list[tuple[str, str]]:
    """Peak memory and time of a large ensemble in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "negotiation", "run", "--quiet", "--workers", "1"]
        start = perf_counter()
        large = [*command, "--worlds", str(MEMORY_WORLDS), "--out", f"{folder}/large"]
        subprocess.run(large, check=True, stdout=subprocess.DEVNULL)
        took = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024.0
    return [(f"{MEMORY_WORLDS:,} worlds with tables and figures", f"{took:.0f} s, peak {peak:.0f} MB")]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of a piece of work."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
