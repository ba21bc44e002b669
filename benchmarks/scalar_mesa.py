"""The same dispute as ordinary Mesa agents, one world at a time: what the engine's speed is compared with.

The rules are the referee's, in plain numbers; the agents ask it for their own part of the week.
"""

from types import SimpleNamespace

import mesa

from negotiation.dispute.game import Game
from negotiation.dispute.luck import draw
from tests.referee import Given, World
from tests.referee.away import carry_out
from tests.referee.doctrines import decide
from tests.referee.elections import elections, set_calendar
from tests.referee.habits import with_habits
from tests.referee.home import ratification
from tests.referee.play import approval_after, economy, forget, news, record, stance_after, summit
from tests.referee.table import rounds_of, speakers, take_turn


class Government(mesa.Agent):
    """A government of one world."""

    def __init__(self, model, seat):
        super().__init__(model)
        self.seat = seat

    def take_turn(self):
        """Accept, offer or hold."""
        take_turn(self.model.world, self.seat)

    def decide(self):
        """Its moves away from the table."""
        world = self.model.world
        return with_habits(world, self.seat, decide(world, self.seat))


class Constituency(mesa.Agent):
    """A domestic group of one world."""

    def __init__(self, model, place):
        super().__init__(model)
        self.place = place

    def respond(self):
        """Its approval after the week's news."""
        return approval_after(self.model.world, self.place)


class Ally(mesa.Agent):
    """A third country or bloc of one world."""

    def __init__(self, model, place):
        super().__init__(model)
        self.place = place

    def choose(self):
        """Its stance, by last week's stances of the others."""
        return stance_after(self.model.world, self.place)


class ScalarDispute(mesa.Model):
    """One world of a dispute; a step is a week."""

    def __init__(self, given, luck):
        super().__init__(rng=0)
        self.world = World(given, luck)
        set_calendar(self.world)
        self.governments = [Government(self, seat) for seat in (0, 1)]
        Constituency.create_agents(self, len(given.groups), list(range(len(given.groups))))
        Ally.create_agents(self, len(given.allies), list(range(len(given.allies))))

    def step(self):
        """The week's nine stages."""
        world = self.world
        if world.open:
            news(world)
            for seat in (0, 1):
                elections(world, seat)
        economy(world)
        if world.open:
            self._people_and_allies()
            summit(world)
            self._table()
            ratification(world)
        world.find_code()
        if world.open:
            carry_out(world, [government.decide() for government in self.governments])
        record(world)
        if world.open:
            world.age = [age + 1.0 for age in world.age]
        world.week += 1
        self.running = world.week < world.given.weeks

    def _people_and_allies(self):
        """Everybody's answer to the week, group by group and ally by ally."""
        world = self.world
        world.approval = [group.respond() for group in self._of(Constituency)]
        forget(world)
        world.stance = [ally.choose() for ally in self._of(Ally)]
        world.offered = [False] * len(world.offered)

    def _of(self, kind):
        """The agents of a kind, none where the scenario has none."""
        return list(self.agents_by_type[kind]) if kind in self.agents_by_type else []

    def _table(self):
        """Rounds, until something is agreed."""
        self.world.agreed = None
        for _ in rounds_of(self.world):
            for seat in speakers(self.world):
                self.governments[seat].take_turn()
                if self.world.agreed is not None:
                    return


def play_world(game: Game, seed: int, world: int) -> World:
    """One world, from its draws to its last week."""
    model = ScalarDispute(*given_and_luck(game, seed, world))
    while model.running:
        model.step()
    return model.world


def given_and_luck(game: Game, seed: int, world: int) -> tuple[Given, SimpleNamespace]:
    """The game's tables and one world's draws, as lists."""
    drawn = vars(draw(game.scenario, seed, range(world, world + 1)))
    return _given(game), SimpleNamespace(**{name: table[0].tolist() for name, table in drawn.items()})


_laid_out: list[tuple[Game, Given]] = []


def _given(game: Game) -> Given:
    """The game's tables as lists, laid out once: the engine's are laid out once too."""
    if not _laid_out or _laid_out[0][0] is not game:
        _laid_out[:] = [(game, Given(game))]
    return _laid_out[0][1]
