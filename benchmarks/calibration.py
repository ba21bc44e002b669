"""How fast governments that differ from world to world are played, as calibrating needs it."""

from time import perf_counter

ALL, WORLDS = 200_000, 8_000


def calibration() -> list[tuple[str, str]]:
    """Worlds a second of a calibration's blocks, and what 200,000 would take on one core."""
    import numpy as np

    from negotiation.scenario import read_scenario
    from negotiation.scenario.record import read_record
    from negotiation.study.calibration.base_rate import even
    from negotiation.study.calibration.parameters import calibratable
    from negotiation.study.calibration.pieces import pieces_of
    from negotiation.study.calibration.playing import BLOCK
    from negotiation.study.calibration.telling_numbers import simulated

    pieces = pieces_of(read_record("us-canada-record-moves"), calibratable(read_scenario("us-canada-record")))
    values = even(WORLDS, np.random.default_rng(1))
    simulated(pieces, values[:64], 1, 0)
    began = perf_counter()
    for first in range(0, WORLDS, BLOCK):
        simulated(pieces, values[first : first + BLOCK], 1, first)
    each = (perf_counter() - began) / WORLDS
    figure = f"{1 / each:,.0f} worlds a second; {ALL:,} in {each * ALL:.0f} s on one core, pyABC's own time apart"
    return [("calibration: the record in pieces, other governments in every world", figure)]
