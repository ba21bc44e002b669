"""Look before you leap: try moves out in imagined worlds, and make the one with the best present value."""

from negotiation.strategies.look_ahead.choice import LookAheadDoctrine, LookAheadTactic, Ordinary
from negotiation.strategies.look_ahead.menu import Option, every_move, moves_at_table, short_list

__all__ = ["LookAheadDoctrine", "LookAheadTactic", "Option", "Ordinary", "every_move", "moves_at_table", "short_list"]
