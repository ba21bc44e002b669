"""A move in words: what a decision for one world does."""

from collections.abc import Iterator

import numpy as np

from negotiation.dispute.decision import RESUME, SUSPEND, WALK_AWAY, Decision
from negotiation.dispute.game import Game
from negotiation.strategies.look_ahead import Option

TALKS = {SUSPEND: "suspend the talks", RESUME: "resume the talks", WALK_AWAY: "leave the talks"}


def words_of(game: Game, seat: int, option: Option) -> str:
    """What a move is, and what it consists of."""
    done = "; ".join(_done(game, seat, option.decision))
    if option.kind in ("raise", "lower", "threaten", "concede"):
        return done or option.kind
    if option.decision.package is not None or option.decision.accept is not None:
        return f"{option.kind}: {done}" if done and done != option.kind else option.kind
    return f"{option.kind}: {done or 'nothing'}" if option.kind.startswith("as ") else option.kind


def _done(game: Game, seat: int, decision: Decision) -> Iterator[str]:
    """What a decision for one world does, one thing after the other."""
    if decision.accept is not None and decision.accept[0]:
        yield "accept"
    elif decision.package is not None:
        yield f"offer {terms(game, int(decision.package[0]))}" if decision.package[0] >= 0 else "hold"
    yield from _on_measures(game, seat, decision)
    if decision.concede_issue is not None and decision.concede_option is not None and decision.concede_issue[0] >= 0:
        yield f"concede {_option(game, int(decision.concede_issue[0]), int(decision.concede_option[0]))}"
    if decision.talks is not None and int(decision.talks[0]) in TALKS:
        yield TALKS[int(decision.talks[0])]


def _on_measures(game: Game, seat: int, decision: Decision) -> Iterator[str]:
    """What it does with its measures and threats."""
    for m in game.measures_of(seat):
        measure = list(game.scenario.measures.values())[m]
        if decision.level is not None and decision.level[0, m] >= 0:
            yield f"set {measure.name}: {measure.levels[int(decision.level[0, m])].name}"
        if decision.threat is not None and decision.threat[0, m] >= 0:
            yield f"threaten {measure.name}: {measure.levels[int(decision.threat[0, m])].name}{_demand(game, decision)}"


def _demand(game: Game, decision: Decision) -> str:
    """What a threat demands."""
    issue, option = decision.demand_issue, decision.demand_option
    if issue is None or option is None or issue[0] < 0:
        return ""
    return f", unless {_option(game, int(issue[0]), int(option[0]))}"


def _option(game: Game, issue: int, option: int) -> str:
    """An issue's option by name."""
    described = list(game.scenario.issues.values())[issue]
    return f"{described.name}: {list(described.options.values())[option].name}"


def terms(game: Game, package: int) -> str:
    """What a package settles beyond how things stand; of a limited one, all it settles."""
    options = game.packages.options[package]
    shown = options != -1 if (options == -1).any() else options > 0
    said = [_option(game, int(issue), int(options[issue])) for issue in np.flatnonzero(shown)]
    return "; ".join(said) or "that all stays as it is"
