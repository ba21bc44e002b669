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
from negotiation.scenario.provinces import Province
from negotiation.scenario.schema import Scenario

NOTHING = "nothing"
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
    """Every institution's say, the vote in `ratification` first. package: a comprehensive one, issue -> option.

    A vote that can block nothing is left out where there are other institutions.
    """
    scenario = game.scenario
    wanted = [list(issue.options).index(package[key]) for key, issue in scenario.issues.items()]
    (place,) = np.flatnonzero((game.packages.options == np.array(wanted)).all(axis=-1))
    found = []
    for seat, side in enumerate(game.sides):
        standing = [_standing(game, seat, kind) for kind in range(len(side.prior))]
        people = _people(side, int(place), _mean(side, [float(each.need[0]) for each in standing]))
        found += [people] if people.blocks != NOTHING or not side.chambers else []
        for n, chamber in enumerate(side.chambers):
            need = _mean(side, [float(each.other_needs[0, n]) for each in standing])
            found.append(_chamber(scenario, side, chamber, int(place), need))
    return found


def also_at_home(scenario: Scenario) -> list[str]:
    """What else at home can stop a government, or move without it: elections, provinces, courts, a needed ally."""
    lines = [line for key in scenario.sides for line in _elections(scenario, key)]
    lines += [line for province in scenario.provinces.values() for line in _province(scenario, province)]
    for issue in scenario.issues.values():
        for option in issue.options.values():
            if option.needs:
                ally = scenario.allies[option.needs]
                chance = "" if ally.assent is None else f", chance {ally.assent.chance.value:.2f} with nothing at stake"
                lines.append(f"{ally.name} must agree to {issue.name}: {option.name}{chance}")
    voided = [basis.name for basis in scenario.bases.values() if basis.court_hazard.value > 0.0]
    return [*lines, f"Courts can void measures on: {'; '.join(voided)}"] if voided else lines


def _elections(scenario: Scenario, key: str) -> list[str]:
    """When a country votes."""
    country = scenario.countries[key]
    rules = country.election
    if rules is None:
        return []
    week = [f"in week {rules.week}"] if rules.week is not None else []
    lost = [f"when approval falls below {100 * rules.floor.value:.0f} %"] if rules.floor.value > 0.0 else []
    houses = [each.name for each in country.institutions.values() if each.kind == "confidence"]
    lost += [f"when a deal is refused ({', '.join(houses)})"] if houses else []
    return [f"{country.name} votes {', '.join(week + lost)}"] if week or lost else []


def _province(scenario: Scenario, province: Province) -> list[str]:
    """What a province does."""
    against = [f"{how} {scenario.measures[key].name}" for key, how in province.stands_against.items()]
    moves = province.moves
    own = [] if moves is None else [f"may set {scenario.measures[moves.measure].name} itself"]
    return [f"{province.name} {', '.join(own + against)}"] if own or against else []


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
    blocks = EVERY_DEAL[kinds] if kinds else NOTHING
    support = float(side.home[place]) if rules.threshold.value > 0.0 else None
    return Say(side.key, rules.institution, "vote", blocks, support, need if support is not None else None, 0)


def _chamber(scenario: Scenario, side: Side, chamber: Chamber, place: int, need: float) -> Say:
    """A further institution."""
    given, asked = chamber.given, bool(chamber.asked[place]) and chamber.given.threshold.value > 0.0
    delay = given.delay.value if given.delay else 0
    support = float(chamber.support[place]) if asked else None
    blocks = blocked(scenario, given) if given.threshold.value > 0.0 else NOTHING
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
