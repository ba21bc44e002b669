"""The confidential role card: who you are, what every option is worth to you, what you have promised, your means."""

from typing import Any

from negotiation.classroom.game.game import Game
from negotiation.classroom.game.premiers import powers
from negotiation.classroom.game.telling import Tongue
from negotiation.dispute.worth import horizon

Card = dict[str, Any]


def card(game: Game, side: str, tongue: Tongue) -> Card:
    """What does not change while the game is played, as one side may know it. Points over the whole window."""
    case, scenario = game.case, game.case.scenario
    seat = case.sides.index(side)
    kind = int(game.state.type[0, seat])
    country = scenario.countries[side]
    typed = list(country.types.values())[kind]
    return {
        "side": side,
        "sides": list(case.sides),
        "order": list(scenario.countries),
        "countries": {key: tongue.name(each.name) for key, each in scenario.countries.items()},
        "title": tongue.name(scenario.title),
        "description": tongue.name(scenario.description),
        "weeks": scenario.weeks,
        "type": tongue.name(typed.name) if len(country.types) > 1 else None,
        "window_years": round(horizon(scenario).at_once, 2),
        "institution": tongue.name(country.ratification.institution),
        "chambers": {key: tongue.name(each.name) for key, each in country.institutions.items()},
        "must_ratify": country.ratification.threshold.value > 0.0,
        "limited": [
            {"key": key, "name": tongue.name(deal.name), "issues": list(deal.issues)}
            for key, deal in scenario.limited.items()
        ],
        "issues": issues(game, side, tongue),
        "commitments": commitments(game, side, tongue),
        "measures": measures(game, tongue),
        **others(game, tongue),
        "people": {
            key: seat.get("name") or tongue.say(f"opponent.{seat['computer']}.name") for key, seat in game.seats.items()
        },
    }


def public_card(game: Game, key: str, tongue: Tongue) -> Card:
    """What does not change, as somebody in a further seat may know it."""
    scenario = game.case.scenario
    kind = game.delegations.kind_of(key) or ""
    return {
        "seat": key,
        "name": tongue.name(game.delegations.seats()[kind][key]),
        "kind": kind,
        "powers": told_powers(game, key, tongue) if kind == "premier" else None,
        "sides": list(game.case.sides),
        "order": list(scenario.countries),
        "countries": {side: tongue.name(each.name) for side, each in scenario.countries.items()},
        "issues": [
            {
                "key": issue,
                "name": tongue.name(each.name),
                "options": [
                    {"key": name, "name": tongue.within(each.name, option.name)}
                    for name, option in each.options.items()
                ],
            }
            for issue, each in scenario.issues.items()
        ],
        "measures": measures(game, tongue),
        **others(game, tongue),
    }


def told_powers(game: Game, key: str, tongue: Tongue) -> Card:
    """What a premier has a say in, in words."""
    scenario, may = game.case.scenario, powers(game.case, key)
    told: Card = {}
    if "measure" in may:
        told["measure"] = tongue.name(scenario.measures[may["measure"]].name)
    if "objects" in may:
        told["objects"] = [tongue.name(scenario.measures[measure].name) for measure in may["objects"]]
    if "votes" in may:
        told["votes"] = [
            f"{tongue.name(scenario.issues[issue].name)} ({tongue.name(scenario.issues[issue].options[option].name)})"
            for issue, option in may["votes"].items()
        ]
    return told


def others(game: Game, tongue: Tongue) -> Card:
    """Allies and constituencies by name."""
    scenario = game.case.scenario
    return {
        "allies": [{"key": key, "name": tongue.name(ally.name)} for key, ally in scenario.allies.items()],
        "groups": [
            {"key": key, "name": tongue.name(group.name), "country": group.country}
            for key, group in scenario.constituencies.items()
        ],
    }


def issues(game: Game, side: str, tongue: Tongue) -> list[Card]:
    """Every issue and option, with what the option is worth to this side; tariffs' own effects come on top."""
    case = game.case
    seat = case.sides.index(side)
    kind = int(game.state.type[0, seat])
    listed = []
    for place, (key, issue) in enumerate(case.scenario.issues.items()):
        worth = case.engine.sides[seat].worth[place][kind].tolist()
        options = [
            {"key": name, "name": tongue.within(issue.name, option.name), "worth": value, "tariff": bool(option.sets)}
            for (name, option), value in zip(issue.options.items(), worth, strict=True)
        ]
        tariff = any(option["tariff"] for option in options)
        listed.append({
            "key": key, "name": tongue.name(issue.name), "by": issue.conceded_by, "options": options, "tariff": tariff
        })  # fmt: skip
    return listed


def commitments(game: Game, side: str, tongue: Tongue) -> list[Card]:
    """What this government may promise in public, or has promised."""
    return [
        {"key": key, "words": tongue.name(promise.words), "cost": promise.cost.value}
        for key, promise in game.case.scenario.countries[side].commitments.items()
    ]


def measures(game: Game, tongue: Tongue) -> list[Card]:
    """Every measure, whose it is and its levels. province: who sets it where the government does not; blocked: by whom
    it is kept from being raised."""
    provinces = game.case.scenario.provinces.values()
    sets = {each.moves.measure: tongue.name(each.name) for each in provinces if each.moves}
    blocks = {key: tongue.name(each.name) for each in provinces for key, how in each.stands_against.items()
              if how == "blocks"}  # fmt: skip
    return [
        {
            "key": key,
            "name": tongue.name(measure.name),
            "imposer": measure.imposer,
            "basis": tongue.name(game.case.scenario.bases[measure.basis].name),
            "levels": [tongue.within(measure.name, level.name) for level in measure.levels],
            "province": sets.get(key),
            "blocked": blocks.get(key),
        }
        for key, measure in game.case.scenario.measures.items()
    ]
