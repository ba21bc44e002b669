"""Imported where worker processes are forked from: what every worker loads and compiles is there before it begins.

A small case is played: enough worlds for the compiled rules. Where that fails, every worker does it for itself.
"""

from contextlib import suppress

from negotiation.dispute.game import build_game
from negotiation.model import play_block
from negotiation.scenario import read_scenario
from negotiation.study.field import work

CASE, SEED, WORLDS = "teaching-walk-away", 1, 64

with suppress(Exception):
    play_block(build_game(read_scenario(CASE)), SEED, range(WORLDS), 0)

__all__ = ["work"]
