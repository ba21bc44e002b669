"""The classroom's figures: how soon it answers, what a page weighs, and how long players wait for their moves.

Waits are round trips on this machine's loopback, players and server sharing its processors; load is the load average.
Run alone with `python -m benchmarks.classroom [PLAYERS ...]`.
"""

import asyncio
import json
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

THINK, LASTS = 2.0, 20.0  # seconds between a player's moves; seconds that are measured
SLIDER_WAIT = 1.0  # seconds between the turns of a slider
STARTS = 3
FORM = {"opponent": "patient", "side": "ca", "weeks": "200"}


@dataclass
class Waits:
    """Round trips of moves, milliseconds, and what went wrong."""

    moves: list[float] = field(default_factory=list)
    faults: int = 0
    stories: int = 0

    def __str__(self) -> str:
        if not self.moves:
            return f"no move, {self.faults} faults"
        ordered = sorted(self.moves)
        high = ordered[int(0.95 * (len(ordered) - 1))]
        return f"p50 {median(ordered):.1f} ms, p95 {high:.1f} ms, {len(ordered)} moves, {self.faults} faults"


def classroom() -> Iterator[tuple[str, str]]:
    """Every figure of the classroom."""
    with tempfile.TemporaryDirectory() as folder:
        yield "classroom: from start to first page", f"{median(starts(Path(folder))):.2f} s"
        with served(Path(folder)) as server:
            yield "classroom: heaviest page, all it loads", f"{asyncio.run(heaviest(server)) / 1000:.0f} kB"
            for players, sliders in ((60, 0), (200, 0), (60, 30)):
                yield named(players, sliders), asyncio.run(measured(server, players, sliders))
    yield from watching()


def named(players: int, sliders: int) -> str:
    """What a measurement is called."""
    return f"classroom: move, {players} players" + (f", {sliders} sliders asking for ensembles" if sliders else "")


def starts(folder: Path) -> list[float]:
    """Seconds until the first page, some times."""
    from tests.classroom.running import Process

    took = []
    for turn in range(STARTS):
        begun = perf_counter()
        server = Process(folder / f"start-{turn}.sqlite")
        took.append(perf_counter() - begun)
        server.kill()
    return took


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server's address while it runs."""
    from tests.classroom.running import Process

    server = Process(folder / "games.sqlite")
    try:
        yield server.address
    finally:
        server.kill()


async def heaviest(server: str) -> int:
    """Bytes of the heaviest page with everything it loads."""
    import httpx2

    async with httpx2.AsyncClient(base_url=server, timeout=60) as browser:
        pages = ["/", "/watch", await begun(browser)]
        return max([await weight(browser, path) for path in pages])


async def weight(browser: Any, path: str) -> int:
    """Bytes of a page and of what it loads."""
    html = (await browser.get(path)).text
    loaded, total = list(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html))), len(html.encode())
    for name in loaded:
        text = (await browser.get(name)).text
        total += len(text.encode())
        fresh = {f"/static/{found}" for found in re.findall(r'from "\./([^"]+)"', text)} - set(loaded)
        loaded.extend(sorted(fresh))
    return total


async def begun(browser: Any) -> str:
    """A new game's address."""
    token = token_in((await browser.get("/")).text)
    answer = await browser.post("/play", data={"token": token, "name": "Ann", **FORM})
    return str(answer.headers["location"])


def token_in(html: str) -> str:
    """The token of a page."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', html) or re.search(r'"token": ?"([0-9a-f]+)"', html)
    return found[1] if found else ""


async def measured(server: str, players: int, sliders: int) -> str:
    """How long players wait for their moves, while sliders ask for ensembles."""
    waits, load = Waits(), os.getloadavg()[0]
    seats = asyncio.Semaphore(8)  # joining is not what is measured
    ready = asyncio.Barrier(players + sliders)
    async with asyncio.TaskGroup() as everybody:
        for _ in range(players):
            everybody.create_task(player(server, seats, ready, waits))
        for number in range(sliders):
            everybody.create_task(slider(server, ready, waits, number))
    stories = f", {waits.stories} ensembles" if sliders else ""
    return f"{waits}{stories} (load {load:.1f} before)"


async def player(server: str, seats: asyncio.Semaphore, ready: asyncio.Barrier, waits: Waits) -> None:
    """One player: thinks, moves, waits for the acknowledgement."""
    import httpx2
    from websockets.asyncio.client import connect

    async with seats, httpx2.AsyncClient(base_url=server, timeout=120) as browser:
        game = await begun(browser)
        token = token_in((await browser.get(game)).text)
        cookie = {"Cookie": f"seat={browser.cookies['seat']}"}
    address = f"{server.replace('http', 'ws')}{game}/socket"
    async with connect(address, origin=server, additional_headers=cookie) as line:  # type: ignore[arg-type]
        await line.send(json.dumps({"type": "hello", "token": token}))
        week = json.loads(await line.recv())["sight"]["week"] - 1
        await ready.wait()
        until = perf_counter() + LASTS
        while perf_counter() < until:
            await asyncio.sleep(random.uniform(0.5, 1.5) * THINK)
            week = await moved(line, week, waits)


async def moved(line: Any, week: int, waits: Waits) -> int:
    """One move and its answer; returns the week that comes."""
    begun_at, frame = perf_counter(), {"type": "move", "id": 1, "week": week, "table": {"do": "hold"}, "away": {}}
    await line.send(json.dumps(frame))
    answered = False
    while not answered:
        heard = json.loads(await line.recv())
        if heard.get("id") == 1:
            answered = True
            waits.moves.append((perf_counter() - begun_at) * 1000)
            waits.faults += heard["type"] != "done"
        elif heard["type"] == "snapshot":
            week = heard["sight"]["week"] - 1
    while (heard := json.loads(await line.recv()))["type"] != "snapshot":
        pass
    return int(heard["sight"]["week"]) - 1


async def slider(server: str, ready: asyncio.Barrier, waits: Waits, number: int) -> None:
    """One person who turns a dial and asks for the distribution, again and again."""
    import httpx2

    async with httpx2.AsyncClient(base_url=server, timeout=120) as browser:
        await browser.get("/")
        await ready.wait()
        until, turn = perf_counter() + LASTS, 0
        while perf_counter() < until:
            turn += 1
            query = f"us.pace={(number * 7 + turn) % 20 / 20}&seed={number}"
            answer = await browser.get(f"/watch/distribution?{query}", headers={"accept": "application/json"})
            waits.stories += answer.status_code == 200
            await asyncio.sleep(SLIDER_WAIT)


def watching() -> Iterator[tuple[str, str]]:
    """Milliseconds of a step and of a scrub in a real browser, where there is one."""
    from tests.classroom.browsers import Person, chromium_browser, missing

    name = "classroom: step and scrub in the browser"
    if missing() is not None:
        yield name, str(missing())
        return
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server, chromium_browser() as browser:
        page = Person(browser, server).to("/watch?scenario=us-canada-briefing&world=7")
        page.wait_for_selector("#story svg", timeout=120_000)
        took = page.evaluate(STEPS)
    yield name, ", ".join(f"{what} p50 {low:.1f} ms, p95 {high:.1f} ms" for what, (low, high) in took.items())


STEPS = """() => {
  const timed = (act) => { const t = []; for (let k = 1; k <= 50; k += 1) {
    const a = performance.now(); act(k); document.body.getBoundingClientRect(); t.push(performance.now() - a);
  } t.sort((a, b) => a - b); return [t[25], t[47]]; };
  const scrub = document.getElementById("scrub");
  document.getElementById("first").click();
  return {
    step: timed(() => document.getElementById("step").click()),
    scrub: timed((k) => { scrub.value = (k * 17) % 52 + 1; scrub.dispatchEvent(new Event("input")); }),
  };
}"""


def main() -> None:
    """Print the figures, or those of so many players only."""
    if len(sys.argv) == 1:
        for name, figure in classroom():
            print(f"{name:<66} {figure}")
        return
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        for players in map(int, sys.argv[1:]):
            print(f"{named(players, 0):<66} {asyncio.run(measured(server, players, 0))}")


if __name__ == "__main__":
    main()
