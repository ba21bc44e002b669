"""Who must agree at home: what each institution can block, and how it stands to a deal on the first morning."""

from typing import NamedTuple

import numpy as np

from negotiation.dispute.game import Game
from negotiation.dispute.home import Chamber
from negotiation.dispute.luck import draw
from negotiation.dispute.sides import Side
from negotiation.dispute.standing import Standing, standings
from negotiation.dispute.start import opening_state
from negotiation.scenario.institutions import Institution
from negotiation.scenario.schema import Scenario

EVERY_DEAL = {"all": "every deal", "comprehensive": "every comprehensive deal", "limited": "every limited deal"}
SUCH_DEALS = {"all": "deals with", "comprehensive": "comprehensive deals with", "limited": "limited deals with"}


class Say(NamedTuple):
    """One institution's say. blocks: what it can block, in words; support, need: shares for the typical deal at the
    start, at the prior's mean, None where it is not asked; delay: weeks until it votes."""

    side: str
    name: str
    kind: str
    blocks: str
    support: float | None
    need: float | None
    delay: int


def says(game: Game, package: dict[str, str]) -> list[Say]:
    """Every institution's say, the vote in `ratification` first. package: a comprehensive one, issue -> option."""
    scenario = game.scenario
    wanted = [list(issue.options).index(package[key]) for key, issue in scenario.issues.items()]
    (place,) = np.flatnonzero((game.packages.options == np.array(wanted)).all(axis=-1))
    found = []
    for seat, side in enumerate(game.sides):
        standing = [_standing(game, seat, kind) for kind in range(len(side.prior))]
        found.append(_people(side, int(place), _mean(side, [float(each.need[0]) for each in standing])))
        for n, chamber in enumerate(side.chambers):
            need = _mean(side, [float(each.other_needs[0, n]) for each in standing])
            found.append(_chamber(scenario, side, chamber, int(place), need))
    return found


def _standing(game: Game, seat: int, kind: int) -> Standing:
    """A government's standing on the first morning if it were of a type."""
    state = opening_state(game, draw(game.scenario, 0, range(1)))
    state.type[:, seat] = kind
    return standings(game, state)[seat]


def _mean(side: Side, needs: list[float]) -> float:
    """The prior's mean."""
    mean: float = sum(share * need for share, need in zip(side.prior.tolist(), needs, strict=True) if share > 0.0)
    return mean


def _people(side: Side, place: int, need: float) -> Say:
    """The vote of all constituencies."""
    rules = side.country.ratification
    asked = {(True, True): "all", (True, False): "comprehensive", (False, True): "limited"}
    kinds = asked.get((rules.threshold.value > 0.0, rules.limited_threshold.value > 0.0))
    blocks = EVERY_DEAL[kinds] if kinds else "nothing"
    support = float(side.home[place]) if rules.threshold.value > 0.0 else None
    return Say(side.key, rules.institution, "vote", blocks, support, need if support is not None else None, 0)


def _chamber(scenario: Scenario, side: Side, chamber: Chamber, place: int, need: float) -> Say:
    """A further institution."""
    given, asked = chamber.given, bool(chamber.asked[place]) and chamber.given.threshold.value > 0.0
    delay = given.delay.value if given.delay else 0
    support = float(chamber.support[place]) if asked else None
    blocks = blocked(scenario, given) if given.threshold.value > 0.0 else "nothing"
    return Say(side.key, given.name, given.kind, blocks, support, need if asked else None, delay)


def blocked(scenario: Scenario, given: Institution) -> str:
    """What an institution can block, in words."""
    if not given.agrees_to:
        return EVERY_DEAL[given.deals]
    touched = [
        f"{scenario.issues[key].name}: {_at_least(scenario, key, least)}" for key, least in given.agrees_to.items()
    ]
    return f"{SUCH_DEALS[given.deals]} {' / '.join(touched)}"


def _at_least(scenario: Scenario, key: str, least: str) -> str:
    """An option, and whatever goes beyond it."""
    options = scenario.issues[key].options
    last = list(options)[-1] == least
    return options[least].name if last else f"{options[least].name} or more"
