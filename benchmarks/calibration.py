"""How fast governments that differ from world to world are played, as calibrating needs it."""

from time import perf_counter

ALL, WORLDS = 200_000, 8_000
WEEKS = 41


def calibration() -> list[tuple[str, str]]:
    """Worlds a second of a calibration's blocks, and what 200,000 would take on one core."""
    from negotiation.dispute.game import build_game
    from negotiation.scenario import read_scenario
    from negotiation.study.calibration.check import drawn
    from negotiation.study.calibration.parameters import with_mandates
    from negotiation.study.calibration.smc import BLOCK
    from negotiation.study.calibration.telling_numbers import simulated

    game = build_game(with_mandates(read_scenario("us-canada-record")))
    values = drawn(WORLDS, 1)
    simulated(game, values[:64], 1, 0, WEEKS)
    began = perf_counter()
    for first in range(0, WORLDS, BLOCK):
        simulated(game, values[first : first + BLOCK], 1, first, WEEKS)
    each = (perf_counter() - began) / WORLDS
    figure = f"{1 / each:,.0f} worlds a second; {ALL:,} in {each * ALL:.0f} s on one core, pyABC's own time apart"
    return [("calibration: 41 weeks, other governments in every world", figure)]
