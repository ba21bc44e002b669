"""The command line on a small study, as a program of its own: the name of what plays a block, then the arguments."""

import sys

from negotiation.study.task import Engine
from tests.study import points


def main():
    import negotiation.cli
    import negotiation.study.field.campaign as campaign

    engine = Engine(points.build_game, getattr(points, sys.argv[1]))
    campaign.real_engine = lambda: engine
    negotiation.cli.main(sys.argv[2:])


if __name__ == "__main__":
    main()
