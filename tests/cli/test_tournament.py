"""Tournaments as a user meets them: the governments play a prisoner's dilemma, so that the answer is known."""

import json

import numpy as np
import pytest

from negotiation.dispute.block import Block, Categories, WeekColumn
from negotiation.study.task import Engine

OUTCOMES = ("comprehensive deal", "trade war")
FIRST = np.array([[3.0, 0.0], [5.0, 1.0]])  # cooperates: silent; defects: hardliner
ARGUMENTS = ("tournament", "teaching-first-numbers", "--strategies", "silent+none,hardliner+none", "--worlds", "200")


def play_block(game, seed, worlds, logged):
    """The dilemma's payoffs, with luck that all cells of a world share; war where both defect."""
    us, ca = (int(game.countries[side].strategy.tactic == "hardliner") for side in ("us", "ca"))
    luck = np.array([np.random.default_rng([seed, world]).normal() for world in worlds])
    table = {
        "world": np.arange(worlds.start, worlds.stop),
        "outcome": Categories(np.full(len(worlds), us & ca), OUTCOMES),
        "payoff_us": FIRST[us, ca] + luck,
        "payoff_ca": FIRST[ca, us] - luck,
    }
    return Block(worlds.start, table, (WeekColumn("rate", "%", 0, 1),), np.zeros((len(worlds), 2, 1), np.float32), None)


@pytest.fixture
def dilemma(tmp_path, monkeypatch):
    """An empty folder, and the dilemma in place of the dispute."""
    engine = Engine(lambda scenario, workers, progress: scenario, play_block)
    monkeypatch.setattr("negotiation.study.field.campaign.real_engine", lambda: engine)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_both_defect_and_it_is_sure(dilemma, called):
    code, out, err = called(*ARGUMENTS, "--out", "played", "--json", "--workers", "1")
    assert (code, err) == (0, "")
    told = json.loads(out)
    (only,) = told["equilibria"]
    assert [only["us"]["plays"], only["ca"]["plays"]] == [{"hardliner+none": 1.0}] * 2
    assert only["draws"] == 1.0
    assert only["us"]["payoff"]["value"] + only["ca"]["payoff"]["value"] == pytest.approx(2.0)  # luck cancels out
    low, high = (only["us"]["payoff"][key] for key in ("low", "high"))
    assert high - low == pytest.approx(2 * 1.96 / np.sqrt(200), rel=0.25)
    war = [cell["trade_war"]["value"] for cell in told["cells"]]
    assert war == [0.0, 0.0, 0.0, 1.0]
    assert json.loads((dilemma / "played" / "tournament.json").read_text()) == told
    assert {path.name for path in (dilemma / "played" / "figures").iterdir()} >= {"payoffs.png", "shares.png"}


def test_what_is_printed(dilemma, called):
    code, out, err = called(*ARGUMENTS, "--workers", "1")
    assert (code, err) == (0, "")
    assert out.startswith("Best against each other: hardliner+none (United States), hardliner+none (Canada)\n")
    assert "Dominated, round by round: us: silent+none by hardliner+none" in out


@pytest.mark.parametrize(
    ("strategies", "sentence"),
    [
        ("silent", "must be two or more different ones, got silent"),
        ("silent+none,silent", "must be TACTIC+DOCTRINE, as boulware+proportional; got 'silent'"),
        ("silnt+none,silent+none", "unknown tactic 'silnt'; did you mean 'silent'?; got 'silnt+none'"),
        ("silent+gram,silent+none", "unknown doctrine 'gram'; did you mean 'grim'?; got 'silent+gram'"),
    ],
)
def test_what_is_no_strategy(dilemma, called, strategies, sentence):
    code, _, err = called("tournament", "--strategies", strategies)
    assert (code, err) == (2, f"error: --strategies: {sentence}\n")
