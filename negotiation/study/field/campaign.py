"""A study under way: what is missing is played, block by block, until nothing is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from negotiation.scenario import Scenario
from negotiation.study.ensemble import PLAYING, Progress, even_block
from negotiation.study.field.crew import Crew
from negotiation.study.field.sequential import OPEN
from negotiation.study.field.standings import all_tried, standing_at
from negotiation.study.field.store import Store, cut, gaps
from negotiation.study.field.work import Work
from negotiation.study.plan.points import seed_at
from negotiation.study.plan.study import Study
from negotiation.study.task import Engine, Task, real_engine


@dataclass(frozen=True)
class Campaign:
    """scenarios: point -> its scenario, of the points that have one; hashes: point -> the scenario's fingerprint."""

    study: Study
    store: Store
    crew: Crew
    scenarios: Mapping[int, Scenario]
    hashes: Mapping[int, str]
    fingerprint: str

    @property
    def engine(self) -> Engine:
        """What plays."""
        return self.crew.engine or real_engine()

    @property
    def asked(self) -> int:
        """How many worlds there are at most, over all points."""
        return len(self.scenarios) * self.study.worlds

    def play(self, on_progress: Progress) -> None:
        """Play until every point stands; a study that stops when enough is known plays round by round."""
        on_progress(PLAYING, self.done(), self.asked)
        while work := self.missing():
            done = self.done()
            for found in self.crew.played(work):
                self.store.keep(found)
                done += len(found.worlds)
                on_progress(PLAYING, done, self.asked)

    def done(self) -> int:
        """Worlds played, over all points."""
        return sum(len(worlds) for ranges in self.store.played().values() for worlds in ranges)

    def missing(self) -> list[Work]:
        """The blocks still to be played, as far as is known now."""
        played = self.store.played()
        tried = all_tried(self.store, played)
        wanted = {}
        for point in self.scenarios:
            ranges = tried.get(point, [])
            stands = standing_at(self.study, self.store, point, played.get(point, []), ranges)
            wanted[point] = gaps(ranges, stands.worlds) if stands.word == OPEN else []
        return [self.work(point, worlds) for point, worlds in self.in_turn(wanted)]

    def in_turn(self, wanted: Mapping[int, list[range]]) -> Iterator[tuple[int, range]]:
        """Blocks, a worker's worth of points at a time and these in turn: each worker mostly keeps to one point."""
        open_points = [point for point, ranges in wanted.items() if ranges]
        together = self.crew.workers
        hands = -(-together // max(len(open_points), 1))
        for first in range(0, len(open_points), together):
            group = open_points[first : first + together]
            yield from interleaved([[(point, block) for block in self.blocks(wanted[point], hands)] for point in group])

    def blocks(self, ranges: list[range], hands: int) -> Iterator[range]:
        """Worlds in blocks for so many workers."""
        for worlds in ranges:
            yield from cut(worlds, min(even_block(len(worlds), hands), self.crew.block))

    def work(self, point: int, worlds: range) -> Work:
        """One block's work."""
        scenario, seed = self.scenarios[point], seed_at(self.study, point)
        task = Task(self.engine, scenario, self.hashes[point], seed, worlds, 0)
        return Work(task, point, self.study.measures, self.study.columns, self.fingerprint)


def interleaved(rows: list[list[tuple[int, range]]]) -> Iterator[tuple[int, range]]:
    """The first of each, the second of each, and so on."""
    for together in zip_longest(*rows):
        yield from (each for each in together if each is not None)
