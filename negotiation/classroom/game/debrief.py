"""What a game was, with all cards on the table: frontier, reference points, the path of offers, what was missed."""

from typing import Any

from negotiation.classroom.game.game import Game
from negotiation.classroom.game.snapshot import settled
from negotiation.classroom.game.telling import Tongue, speaker_of, told
from negotiation.classroom.game.worth import Results
from negotiation.dispute.reasons import Kind
from negotiation.dispute.state import COMPREHENSIVE_DEAL
from negotiation.dispute.worth import COMPONENTS

Numbers = dict[str, Any]
MOST_DOTS = 400  # packages drawn behind the frontier


def debrief(game: Game, side: str, tongue: Tongue) -> Numbers:
    """The numbers of the debrief, for a page of one side. Points over what no deal was worth at the start."""
    results, case = game.results, game.case
    return {
        "side": side,
        "sides": list(case.sides),
        "countries": {key: tongue.name(each.name) for key, each in case.scenario.countries.items()},
        "types": types(game, tongue),
        "frontier": results.points[results.frontier].tolist(),
        "packages": results.points[:: max(len(results.points) // MOST_DOTS, 1)].tolist(),
        "nash": point(results, results.nash),
        "kalai": point(results, results.kalai),
        "result": list(results.now),
        "deal": bool(game.state.settlement[0] == COMPREHENSIVE_DEAL),
        "offers": offers(game, results),
        "missed": missed(game, results, tongue),
        "terms": settled_words(game, tongue),
        "settled": settled(game),
        "cost": {key: cost(game, seat) for seat, key in enumerate(case.sides)},
        "moves": told(case, game.pages, tongue, people(game)),
        "rates": rates(game),
        "week": game.shown_week,
        "weeks": case.scenario.weeks,
    }


def types(game: Game, tongue: Tongue) -> dict[str, str]:
    """What kind of government each was."""
    named = {}
    for seat, key in enumerate(game.case.sides):
        kinds = list(game.case.scenario.countries[key].types.values())
        named[key] = tongue.name(kinds[int(game.state.type[0, seat])].name)
    return named


def point(results: Results, package: int) -> list[float] | None:
    """A package's gains, None for no package."""
    return None if package < 0 else [float(value) for value in results.points[package]]


def offers(game: Game, results: Results) -> list[Numbers]:
    """The path of comprehensive offers: week, author and gains."""
    path = []
    for page in game.pages:
        rows = zip(page.week.tolist(), page.kind.tolist(), page.author.tolist(), page.what.tolist(), strict=True)
        path += [
            {"week": week + 1, "who": game.case.sides[author], "gains": point(results, what)}
            for week, kind, author, what in rows
            if kind == Kind.OFFER and what < game.case.engine.packages.whole
        ]
    return path


def missed(game: Game, results: Results, tongue: Tongue) -> Numbers | None:
    """The best package that both would have preferred to what they got, in words; None where there is none."""
    if results.missed < 0:
        return None
    options = game.case.engine.packages.options[results.missed]
    gains = results.points[results.missed]
    return {
        "words": speaker_of(game.case, tongue).terms(options, options != game.state.settled[0])
        or tongue.say("phrase.the_same"),
        "options": game.case.options_of(results.missed),
        "gains": gains.tolist(),
        "better": {key: float(gains[seat] - results.now[seat]) for seat, key in enumerate(game.case.sides)},
    }


def settled_words(game: Game, tongue: Tongue) -> list[dict[str, str]]:
    """How things stand at the end: every issue of a full deal; without one the measures in force and what was given."""
    deal = game.state.settlement[0] == COMPREHENSIVE_DEAL
    told = [] if deal else measure_words(game, tongue)
    for issue, place in zip(game.case.scenario.issues.values(), game.state.settled[0].tolist(), strict=True):
        if place == 0 and not deal:
            continue  # nothing was settled: its first option only says what a deal might leave as it is
        option = list(issue.options.values())[place]
        told.append({"issue": tongue.name(issue.name), "option": tongue.within(issue.name, option.name)})
    return told


def measure_words(game: Game, tongue: Tongue) -> list[dict[str, str]]:
    """The measures in force, with their levels."""
    levels = zip(game.case.scenario.measures.values(), game.state.level[0].tolist(), strict=True)
    return [
        {"issue": tongue.name(measure.name), "option": tongue.within(measure.name, measure.levels[level].name)}
        for measure, level in levels
        if level > 0
    ]


def cost(game: Game, seat: int) -> Numbers:
    """What the tariffs cost a side while the game lasted: percent of a year's real income, billions of dollars."""
    percent = float(game.state.total[0, seat, COMPONENTS.index("welfare")])
    return {"percent": percent, "usd_bn": percent / 100.0 * float(game.case.engine.tables.gdp[seat])}


def rates(game: Game) -> dict[str, list[float]]:
    """Each side's tariff on the other, percent, by week."""
    record, weeks = game.dispute.record, int(game.dispute.state.week)
    return {key: record.weeks[0, :weeks, record.place[f"rate_{key}"]].tolist() for key in game.case.sides}


def people(game: Game) -> tuple[str, ...]:
    """The sides that people led: why they moved they know themselves."""
    return tuple(side for side, seat in game.seats.items() if "person" in seat)
