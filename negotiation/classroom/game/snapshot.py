"""What one seat may see of a game now. What is not here never leaves the server."""

from typing import Any

from negotiation.classroom.game.appraisal import appraised
from negotiation.classroom.game.game import Game
from negotiation.classroom.game.telling import Tongue, told
from negotiation.dispute.state import NONE
from negotiation.politics.coalition import STANCES

Sight = dict[str, Any]
TALKS = ("talking", "suspended", "ended")
SETTLEMENT = ("none", "limited", "comprehensive", "broken")


def snapshot(game: Game, side: str, tongue: Tongue, known: int = 0) -> Sight:
    """How things stand for one side. known: how many moves and chat lines its page has already: (moves only)."""
    case, state = game.case, game.state
    seat = case.sides.index(side)
    standing = game.standings[seat]
    lines = told(case, game.pages, tongue, case.sides)
    return {
        "week": game.shown_week,
        "weeks": case.scenario.weeks,
        "over": game.over,
        "settlement": SETTLEMENT[int(state.settlement[0])],
        "awaits": list(game.awaited),
        "stage": None if game.over or game.asked is None else game.asked.stage,
        "vote_due": int(state.vote_due[0]) + 1 if state.signed[0] != NONE else None,
        "planned": game.desk.plans[seat].away is not None,
        "standing_in": list(game.standing_in),
        "passes_until": game.patience[side].until + 1 if side in game.patience else None,
        "roused": game.roused.get(side),
        "talks": TALKS[int(state.talks[0])],
        "talks_resume": int(state.talks_resume[0]) + 1,
        "walk_away": float(standing.no_deal[0]),
        "need": finite(float(standing.need[0])),
        "offers": offers(game, side),
        "settled": settled(game),
        "rates": rates(game),
        "approval": approval(game),
        "groups": dict(zip(case.scenario.constituencies, state.approval[0].tolist(), strict=True)),
        "measures": measures(game),
        "allies": {key: STANCES[int(code)] for key, code in zip(case.scenario.allies, state.stance[0], strict=True)},
        "asked_allies": bool(state.asked[0, seat]),
        "proposed_summit": bool(state.proposed[0, seat]),
        "promised": [
            key for bit, key in enumerate(case.engine.sides[seat].country.commitments)
            if int(state.committed[0, seat]) >> bit & 1
        ],
        "moves_before": known,
        "moves": lines[known:],
        "chat": game.chat,
    }  # fmt: skip


def public_sight(game: Game, key: str, tongue: Tongue, known: int = 0) -> Sight:
    """How things stand for somebody who speaks for a constituency or an ally: what everybody may know."""
    case, state = game.case, game.state
    lines = told(case, game.pages, tongue, case.sides)
    return {
        "week": game.shown_week,
        "weeks": case.scenario.weeks,
        "over": game.over,
        "settlement": SETTLEMENT[int(state.settlement[0])],
        "talks": TALKS[int(state.talks[0])],
        "talks_resume": int(state.talks_resume[0]) + 1,
        "settled": settled(game),
        "rates": rates(game),
        "approval": approval(game),
        "groups": dict(zip(case.scenario.constituencies, state.approval[0].tolist(), strict=True)),
        "measures": measures(game),
        "allies": {ally: STANCES[int(code)] for ally, code in zip(case.scenario.allies, state.stance[0], strict=True)},
        "wish": wish(game, key),
        "moves_before": known,
        "moves": lines[known:],
    }


def wish(game: Game, key: str) -> int | str | dict[str, str] | None:
    """What a delegation has asked for."""
    if key in game.delegations.orders:
        return game.delegations.orders[key] or None
    asked = game.delegations.wishes.get(key)
    return STANCES[asked] if asked is not None and key in game.case.scenario.allies else asked


def rates(game: Game) -> dict[str, float]:
    """What each side's measures put on trade with the other, percent."""
    tables, code = game.case.engine.tables, game.state.code[0]
    return {key: float(tables.rate[place][code]) for place, key in enumerate(game.case.sides)}


def offers(game: Game, side: str) -> dict[str, Sight | None]:
    """The offers on the table, by author, with what each is worth to this side."""
    standing: dict[str, Sight | None] = {}
    for place, author in enumerate(game.case.sides):
        package = int(game.state.offer[0, place])
        standing[author] = None if package == NONE else appraised(game, side, package)
    return standing


def settled(game: Game) -> dict[str, str]:
    """The option of every issue that is in force."""
    return {
        key: list(issue.options)[int(option)]
        for (key, issue), option in zip(game.case.scenario.issues.items(), game.state.settled[0], strict=True)
    }


def approval(game: Game) -> dict[str, float]:
    """Both governments' approval at home, as polls tell it."""
    return {key: float(game.standings[place].approval[0]) for place, key in enumerate(game.case.sides)}


def measures(game: Game) -> list[Sight]:
    """Every measure as it stands, with the threat on it."""
    case, state = game.case, game.state
    return [
        {
            "key": key,
            "level": int(state.level[0, m]),
            "bound": bool(state.bound[0, m]),
            "barred_until": int(state.barred_until[0, m]) + 1 if state.barred_until[0, m] > state.week else None,
            "paused_until": int(state.paused_until[0, m]) + 1 if state.paused_until[0, m] > state.week else None,
            "prepares": prepares(game, m),
            "threat": threat(game, m),
        }
        for m, key in enumerate(case.scenario.measures)
    ]


def prepares(game: Game, m: int) -> int:
    """Weeks that the law asks for before a measure can be raised; 0 where it can be at once."""
    bases, state = game.case.engine.bases, game.state
    if not (bases.slow or bases.change):
        return 0
    begun = int(state.usable_from[0, m])
    return int(bases.speed[state.basis[0, m]]) if begun == NONE else max(begun - int(state.week), 0)


def threat(game: Game, m: int) -> Sight | None:
    """The threat standing on a measure: level, weeks left, demand."""
    state, issues = game.state, game.case.scenario.issues
    if state.threat_level[0, m] == NONE:
        return None
    place, option = int(state.threat_issue[0, m]), int(state.threat_option[0, m])
    issue = list(issues)[place] if place != NONE else None
    return {
        "level": int(state.threat_level[0, m]),
        "due": int(state.threat_due[0, m]) + 1,
        "weeks_left": int(state.threat_due[0, m] - state.week),
        "postponed": int(state.threat_postponed[0, m]),
        "issue": issue,
        "option": list(issues[issue].options)[option] if issue else None,
    }


def finite(value: float) -> float | None:
    """The number, or None where there is none to show."""
    return value if abs(value) != float("inf") else None
