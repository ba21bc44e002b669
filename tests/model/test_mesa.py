"""A dispute as users of Mesa expect it: steps, agents by type, data collectors, subclasses."""

import mesa
import numpy as np
import pytest

from negotiation import Dispute, read_scenario
from negotiation.dispute.decision import LEAVE, Decision
from negotiation.dispute.luck import draw
from negotiation.dispute.players import Times
from negotiation.model import Ally, Constituency, Government, play_block
from negotiation.politics.coalition import JOINT, MEDIATION, NEUTRAL, SOLIDARITY, Situation
from tests.dispute.cases import ALLY, CA, US, US_GENERAL, floats, game_with, state_of

HEATED = {
    "countries.us.strategy.tactic": "hardliner", "countries.ca.strategy.tactic": "hardliner",
    "countries.ca.strategy.pace": 1.0,
}  # fmt: skip


class Meek(Government):
    """Never retaliates: whatever its doctrine would do, its measures stay."""

    def away(self, view):
        decision = super().away(view)
        decision.level = decision.threat = None
        return decision


class Fickle(Constituency):
    """Thinks of its government what the week's number says."""

    def approval_after(self, times):
        return np.full(len(times.approval), self.model.week / 100.0)


class Stubborn(Ally):
    """Mediates, whatever happens."""

    def stance_after(self, stance, leaning, sees, chance):
        return np.full(len(stance), MEDIATION)


def test_a_dispute_runs_in_five_lines():
    dispute = Dispute(read_scenario("teaching-first-numbers"))
    while dispute.running:
        dispute.step()
    governments = {government.key: government for government in dispute.agents_by_type[Government]}
    assert governments["ca"].tariff.shape == governments["us"].approval.shape == (1,)
    assert 0 < dispute.week <= 30


def test_a_step_is_a_week_in_every_world():
    dispute = Dispute(game_with(), worlds=7)
    for week in range(3):
        assert dispute.week == week
        dispute.step()
    assert dispute.week == 3
    assert [government.tariff.shape for government in dispute.agents_by_type[Government]] == [(7,)] * 2


def test_a_dispute_runs_until_the_horizon_or_until_every_world_has_a_deal():
    stuck = Dispute(game_with(HEATED), worlds=2)
    while stuck.running:
        stuck.step()
    assert stuck.week == 30
    settled = Dispute(
        game_with(dict.fromkeys((f"countries.{side}.strategy.tactic" for side in ("us", "ca")), "principled"))
    )
    while settled.running:
        settled.step()
    assert (settled.week, settled.state.settlement.tolist()) == (1, [2])


def test_everybody_is_an_agent():
    dispute = Dispute(game_with({"allies": {"mexico": ALLY}}))
    keys = {kind: [agent.key for agent in dispute.agents_by_type[kind]] for kind in (Government, Constituency, Ally)}
    assert keys[Government] == ["ca", "us"]
    assert keys[Constituency] == ["ca_public", "quebec_dairy", "us_public", "farmers"]
    assert keys[Ally] == ["mexico"]
    assert len(dispute.agents) == 7
    assert len({agent.unique_id for agent in dispute.agents}) == 7


def test_agents_show_where_they_stand():
    dispute = Dispute(game_with({"allies": {"mexico": ALLY}}), worlds=2)
    dispute.state = state_of(
        dispute.game, 2, level=[[1, 0], [0, 1]], approval=[[0.7, 0.0, 0.4, 0.4]] * 2, stance=[[1], [3]]
    )
    ca, us = dispute.agents_by_type[Government]
    rate = dispute.game.tables.rate
    assert ca.tariff.tolist() == [0.0, rate[CA, 2]]  # codes count Mexico last
    assert us.tariff.tolist() == [rate[US, 4], 0.0]
    assert ca.approval == pytest.approx([0.5, 0.5])
    assert [group.approval[0] for group in dispute.agents_by_type[Constituency]] == [0.7, 0.0, 0.4, 0.4]
    assert next(iter(dispute.agents_by_type[Ally])).stance.tolist() == [1, 3]


def test_a_data_collector_reports_on_model_and_agents():
    dispute = Dispute(game_with(HEATED))
    collector = mesa.DataCollector(
        model_reporters={"week": "week", "settled": lambda model: int(model.state.settlement[0])},
        agenttype_reporters={
            Government: {"tariff": lambda agent: float(agent.tariff[0])},
            Constituency: {"approval": lambda agent: float(agent.approval[0])},
        },
    )
    seen = []
    for _ in range(4):
        dispute.step()
        collector.collect(dispute)
        seen += [float(government.tariff[0]) for government in dispute.agents_by_type[Government]]
    assert collector.get_model_vars_dataframe()["week"].tolist() == [1, 2, 3, 4]
    tariffs = collector.get_agenttype_vars_dataframe(Government)["tariff"]
    assert tariffs.tolist() == seen
    assert seen[-1] > seen[-2] > 0.0  # the US's 17 %, Canada's 5 %
    assert collector.get_agenttype_vars_dataframe(Constituency)["approval"].between(0.0, 1.0).all()


def test_agents_can_be_asked_together():
    dispute = Dispute(game_with(), worlds=3)
    assert [len(tariff) for tariff in dispute.agents_by_type[Government].get("tariff")] == [3, 3]
    asked = []
    dispute.agents_by_type[Constituency].do(lambda group: asked.append(group.key))
    assert sorted(asked) == sorted(dispute.game.scenario.constituencies)


def test_a_government_that_never_retaliates_can_take_a_seat():
    usual, meek = (Dispute(game_with(HEATED), worlds=6, classes=classes) for classes in ({}, {"ca": Meek}))
    usual.finish()
    meek.finish()
    assert (usual.state.rate_peak[:, CA] > 0.0).all()
    assert (meek.state.rate_peak[:, CA] == 0.0).all()
    assert (meek.state.rate_peak[:, US] > 0.0).all()
    assert type(next(iter(meek.agents_by_type[Meek]))) is Meek


def test_a_constituency_and_an_ally_of_ones_own_take_their_seats():
    classes = {"farmers": Fickle, "mexico": Stubborn}
    dispute = Dispute(game_with({"allies": {"mexico": ALLY}}), worlds=2, classes=classes)
    for _ in range(3):
        dispute.step()
    assert dispute.state.approval[:, 3].tolist() == [0.02, 0.02]
    assert dispute.state.stance.tolist() == [[MEDIATION], [MEDIATION]]
    usual = Dispute(game_with({"allies": {"mexico": ALLY}}), worlds=2)
    usual.step()
    assert usual.state.stance.tolist() == [[JOINT], [JOINT]]


def test_a_government_told_what_to_do_does_it():
    class Scripted(Government):
        def at_table(self, view):
            return Decision(package=np.full(view.worlds, 3))

        def away(self, view):
            return Decision(level=np.array([[0, LEAVE]] * view.worlds))

    dispute = Dispute(game_with(), worlds=2, classes={"us": Scripted})
    dispute.step()
    assert dispute.state.offer[:, US].tolist() == [3, 3]
    assert dispute.state.level[:, US_GENERAL].tolist() == [0, 0]


def test_mesas_own_luck_is_never_drawn_from():
    dispute = Dispute(game_with(), worlds=3)
    before = dispute.rng.bit_generator.state, dispute.random.getstate()
    dispute.finish()
    assert (dispute.rng.bit_generator.state, dispute.random.getstate()) == before


def test_given_luck_is_played_as_it_is():
    game = game_with()
    seeded = Dispute(game, 4, 9, first_world=20).finish()
    given = Dispute(game, 4, draw(game.scenario, 9, range(20, 24)), first_world=20).finish()
    assert np.array_equal(seeded.weeks, given.weeks, equal_nan=True)
    assert seeded.worlds["world"].tolist() == given.worlds["world"].tolist() == [20, 21, 22, 23]


def test_stepping_tells_the_same_story_as_playing_to_the_end():
    stepped = Dispute(game_with(), worlds=5)
    while stepped.running:
        stepped.step()
    whole = Dispute(game_with(), worlds=5)
    told = whole.finish()
    week = stepped.week
    assert np.array_equal(stepped.record.weeks[:, :week], told.weeks[:, :week], equal_nan=True)
    assert np.array_equal(stepped.finish().weeks, told.weeks, equal_nan=True)


def test_a_block_logs_the_moves_of_the_first_worlds_only():
    block = play_block(game_with(), 2025, range(8, 16), 10)
    assert set(block.moves.world.tolist()) == {8, 9}
    assert block.first_world == 8
    assert play_block(game_with(), 2025, range(8, 16), 0).moves.world.size == 0


def test_running_can_be_stopped_by_hand():
    dispute = Dispute(game_with())
    dispute.step()
    dispute.running = False
    assert not dispute.running
    dispute.step()  # going on is the user's to decide
    assert (dispute.week, dispute.running) == (2, True)


def test_a_seat_that_does_not_exist_cannot_be_taken():
    with pytest.raises(ValueError, match="'usa'"):
        Dispute(game_with(), classes={"usa": Meek})


def test_a_step_after_the_horizon_does_nothing():
    dispute = Dispute(game_with(HEATED))
    dispute.finish()
    dispute.step()
    assert dispute.week == 30


def test_nothing_of_ours_hides_a_name_of_mesas():
    plain, dispute = mesa.Model(rng=0), Dispute(game_with())
    for name in ("agents", "agents_by_type", "random", "rng", "running", "steps", "time"):
        if hasattr(plain, name):
            assert type(getattr(dispute, name)) is type(getattr(plain, name)), name


def test_a_constituency_follows_income_pressure_and_news():
    # from .5, a tenth of the way to .5 - .02 x 5 % of income + .1 of pressure = .5, and .03 of news; at pain .04 to .4
    times = Times(floats(0.5), floats(-5.0), floats(0.1), floats(0.03))
    for pain, after in ((0.02, 0.53), (0.04, 0.52)):
        dispute = Dispute(game_with({"countries.ca.audience.pain": pain}))
        assert dispute.players.constituencies[0].approval_after(times) == pytest.approx([after])


@pytest.mark.parametrize(
    ("more", "drift", "stands"),
    [
        ({}, 0.0, NEUTRAL), ({}, 0.1, SOLIDARITY), ({"leaning": 0.1}, -0.2, NEUTRAL),
        ({"leaning": 0.1}, 0.0, SOLIDARITY),
        ({"welfare": 1.0}, 0.0, SOLIDARITY), ({"solidarity": 0.1}, 0.0, JOINT), ({"company": 1.1}, 0.0, SOLIDARITY),
        ({"request": 1.1}, 0.0, NEUTRAL),
    ],
)  # fmt: skip
def test_an_ally_is_moved_by_what_its_file_says_moves_it(more, drift, stands):
    # gains .5 % by joining, sees 20 % on its friend, half of the others joined, and was not asked
    still = dict.fromkeys(("leaning", "welfare", "solidarity", "company", "request", "settles", "mediates"), 0.0)
    ally = ALLY | {name: ALLY[name] | {"value": value} for name, value in (still | more).items()}
    dispute = Dispute(game_with({"allies": {"mexico": ally}}))
    sees = Situation(floats(0.5), floats(20.0), floats(0.5), *(np.zeros(1, np.bool_) for _ in range(3)))
    after = dispute.players.allies[0].stance_after(np.zeros(1, np.int64), floats(drift), sees, floats(0.5))
    assert after.tolist() == [stands]
