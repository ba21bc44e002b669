"""The command line on the small dispute, as a program of its own: PAUSE seconds a block, then the arguments."""

import importlib.util
import sys
import time
from pathlib import Path

SMALL = Path(__file__).parent.parent / "study" / "conftest.py"
PAUSE = float(sys.argv[1])

found = importlib.util.spec_from_file_location("small_dispute", SMALL)
small = importlib.util.module_from_spec(found)
sys.modules["small_dispute"] = small
found.loader.exec_module(small)


def build_game(scenario, workers, progress):
    return small.build_game(scenario, workers, progress)


def play_block(game, seed, worlds, logged):
    if len(worlds) > 1:
        time.sleep(PAUSE)
    return small.play_block(game, seed, worlds, logged)


def main():
    import negotiation.cli
    import negotiation.report
    import negotiation.study.ensemble
    from negotiation.study.task import Engine

    negotiation.cli.scenario_of = lambda name, changes: small.SCENARIO
    negotiation.study.ensemble.real_engine = lambda: Engine(build_game, play_block)
    negotiation.report.write_report = lambda folder: None
    negotiation.cli.main(sys.argv[2:])


if __name__ == "__main__":
    main()
