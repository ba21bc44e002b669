"""What a tournament says: payoffs with intervals, what is dominated, equilibria and how sure they are, who can be
exploited, where shares would go."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from negotiation.analysis.games import (
    Bimatrix,
    Dominated,
    Equilibria,
    Path,
    Supported,
    dominated,
    equilibria,
    exploitability,
    paths,
    resampled,
    supported,
)
from negotiation.analysis.games.bootstrap import DRAWS, HIGH, LOW
from negotiation.analysis.games.game import Floats
from negotiation.study.statistics import mean, share
from negotiation.study.tournament import Tournament

STARTS = 12  # of shares drawn at random, besides even ones


@dataclass(frozen=True)
class Verdict:
    """game: mean payoffs; exploitable: of both sides' strategies, (n,) each; exploitable_again: (draws, n) each."""

    tournament: Tournament
    game: Bimatrix
    dominated: list[Dominated]
    found: Equilibria
    sure: Supported
    exploitable: tuple[Floats, Floats]
    exploitable_again: tuple[Floats, Floats]
    paths: list[Path]


def judged(tournament: Tournament, draws: int = DRAWS) -> Verdict:
    """Solve the game and, by drawing worlds again, say how sure it is."""
    game = tournament.game
    again = resampled(tournament.first, tournament.second, draws, tournament.seed)
    found = equilibria(game)
    drawn = [exploitability(each) for each in again]
    return Verdict(
        tournament, game, dominated(game), found, supported(found.found, again), exploitability(game),
        (np.array([first for first, _ in drawn]), np.array([second for _, second in drawn])),
        paths(game, STARTS, tournament.seed),
    )  # fmt: skip


def tournament_summary(verdict: Verdict) -> dict[str, Any]:
    """All of it as plain numbers, to be read by people and programs."""
    tournament, sure = verdict.tournament, verdict.sure
    return {
        "scenario": {"name": tournament.scenario.name, "hash": tournament.scenario.content_hash()},
        "worlds": tournament.worlds, "seed": tournament.seed, "draws": len(verdict.exploitable_again[0]),
        "sides": list(tournament.sides), "strategies": list(tournament.strategies),
        "cells": cells(tournament),
        "dominated": [
            {"side": tournament.sides[each.side], "strategy": tournament.strategies[each.strategy],
             "by": tournament.strategies[each.by], "round": each.round}
            for each in verdict.dominated
        ],
        "equilibria": [one(verdict, place) for place in range(len(verdict.found.found))],
        "all_equilibria": verdict.found.all_of_them,
        "other_supports": [
            {"support": support_words(tournament, support), "draws": part} for support, part in sure.others.items()
        ],
        "strategies_judged": [*by_strategy(verdict, 0), *by_strategy(verdict, 1)],
    }  # fmt: skip


def cells(tournament: Tournament) -> list[dict[str, Any]]:
    """Every pair of strategies: payoffs and shares with their 95 % intervals."""
    rows, columns = tournament.sides
    found = []
    for row, ours in enumerate(tournament.strategies):
        for column, theirs in enumerate(tournament.strategies):
            here = np.s_[:, row, column]
            found.append(
                {rows: ours, columns: theirs,
                 f"payoff_{rows}": mean(tournament.first[here])._asdict(),
                 f"payoff_{columns}": mean(tournament.second[here])._asdict(),
                 "deal": share(int(tournament.deal[here].sum()), tournament.worlds)._asdict(),
                 "trade_war": share(int(tournament.trade_war[here].sum()), tournament.worlds)._asdict()}
            )  # fmt: skip
    return found


def one(verdict: Verdict, place: int) -> dict[str, Any]:
    """An equilibrium: who plays what, what it is worth, and in how many draws there is one of its support."""
    tournament, each = verdict.tournament, verdict.found.found[place]
    told: dict[str, Any] = {"pure": each.pure, "draws": verdict.sure.again[place]}
    for side, mixture, worth, interval in zip(
        tournament.sides, (each.rows, each.columns), each.worth, verdict.sure.worth[place], strict=True
    ):
        plays = {name: float(part) for name, part in zip(tournament.strategies, mixture, strict=True) if part > 0.0}
        low, high = interval.tolist()
        told[side] = {"plays": plays, "payoff": {"value": worth, "low": low, "high": high}}
    return told


def support_words(tournament: Tournament, support: tuple[tuple[int, ...], tuple[int, ...]]) -> dict[str, list[str]]:
    """Which strategies each side plays."""
    return {
        side: [tournament.strategies[place] for place in places]
        for side, places in zip(tournament.sides, support, strict=True)
    }


def by_strategy(verdict: Verdict, side: int) -> list[dict[str, Any]]:
    """Each strategy of a side: how exploitable, in how many draws in an equilibrium, its share in the long run."""
    tournament = verdict.tournament
    again = verdict.exploitable_again[side]
    low, high = np.percentile(again, [LOW, HIGH], axis=0)
    played = (verdict.sure.rows, verdict.sure.columns)[side]
    ends = (verdict.paths[0].rows, verdict.paths[0].columns)[side][-1]
    return [
        {"side": tournament.sides[side], "strategy": name,
         "exploitability": {"value": float(verdict.exploitable[side][place]), "low": float(low[place]),
                            "high": float(high[place])},
         "in_an_equilibrium": float(played[place]), "share_in_the_end": float(ends[place])}
        for place, name in enumerate(tournament.strategies)
    ]  # fmt: skip
