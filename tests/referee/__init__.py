"""One world of a dispute, told again week by week in plain numbers.

Written from docs/odd.md and DESIGN.md, not from the engine, and compared with it: short and slow, to be read.
"""

from tests.referee.given import Given
from tests.referee.play import final_facts, play, play_week
from tests.referee.world import World

__all__ = ["Given", "World", "final_facts", "play", "play_week"]
