"""How time and memory grow with the number of worlds: python -m benchmarks.growth [largest power of ten].

Every size is a study of one point in a process of its own, one worker. Processor seconds, which other work disturbs
less than the clock; peak memory of the process. Writes benchmarks/growth.csv and docs/pictures/growth.png.
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLE = HERE / "growth.csv"
PICTURE = HERE.parent / "docs" / "pictures" / "growth.png"
STUDY = """
name = "growth"
title = "One point"
[levers.weight]
path = "countries.us.payoff.organised"
values = [10]
"""
HEAD = ("worlds", "seconds", "megabytes")


def main() -> None:
    """Measure every size and draw."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    measured(10)  # compiles, solves
    rows = [measured(10**power) for power in range(2, largest + 1)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEAD, *rows])
    draw(rows)


def measured(worlds: int) -> tuple[int, float, float]:
    """Processor seconds and peak megabytes of a study of so many worlds."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "growth.toml").write_text(STUDY, encoding="utf-8")
        command = [sys.executable, "-m", "negotiation", "study", f"{folder}/growth.toml", "--quiet", "--workers", "1"]
        run = subprocess.Popen([*command, "--worlds", str(worlds), "--out", f"{folder}/out"], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(run.pid, 0)
        if status:
            raise SystemExit(f"{worlds:,} worlds: ended with {status}")
    found = (worlds, round(used.ru_utime + used.ru_stime, 1), round(used.ru_maxrss / 1024.0))
    print(f"{found[0]:>9,} worlds: {found[1]:8.1f} s of processor, {found[2]:6.0f} MB", flush=True)
    return found


def draw(rows: list[tuple[int, float, float]]) -> None:
    """Time and memory by worlds, both logarithmic."""
    from matplotlib.figure import Figure

    from negotiation.charts.style import COUNTRY, INK

    figure = Figure(figsize=(8.0, 3.6), layout="constrained")
    worlds = [row[0] for row in rows]
    named = (("Processor time, seconds", 1, COUNTRY[0]), ("Peak memory, MB", 2, COUNTRY[1]))
    for axes, (title, place, colour) in zip(figure.subplots(1, 2), named, strict=True):
        values = [row[place] for row in rows]
        axes.loglog(worlds, values, marker="o", color=colour)
        if place == 2:
            axes.set_yscale("linear")
        for world, value in zip(worlds, values, strict=True):
            axes.annotate(f"{value:,.0f}", (world, value), (0, 8), textcoords="offset points", ha="center", color=INK)
        axes.set_title(title, loc="left")
        axes.set_xlabel("worlds")
        axes.set_ylim(0.0 if place == 2 else min(values) / 2.0, max(values) * (1.4 if place == 2 else 3.0))
        axes.spines[["top", "right"]].set_visible(False)
    figure.suptitle("Time grows with the worlds, memory hardly", x=0.01, ha="left", fontweight="bold")
    figure.savefig(PICTURE, dpi=150)


if __name__ == "__main__":
    main()
