"""What an ally and its friend's opponent charge each other, by where the ally stands."""

import numpy as np
from numpy.typing import NDArray

from negotiation.economy import REGIONS, SECTORS, Setting, default_tables
from negotiation.politics.coalition import JOINT, SEPARATE
from negotiation.scenario.schema import Scenario
from negotiation.scenario.separate_deals import SeparateDeal
from negotiation.scenario.table import Ally

STANDS_ASIDE, JOINED, SETTLED = range(3)
PERCENT = 100.0
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def deals_have_content(scenario: Scenario) -> bool:
    """Whether any ally's separate deal changes rates."""
    return any(ally.deal is not None for ally in scenario.allies.values())


def levels_by_stance(ally: Ally) -> Integers:
    """An ally's level in the lattice for each of STANCES; a separate deal without content changes no rate."""
    levels = np.zeros(5, np.int64)
    levels[JOINT] = JOINED
    levels[SEPARATE] = STANDS_ASIDE if ally.deal is None else SETTLED
    return levels


def ally_axis(ally: Ally, opponent: int) -> tuple[tuple[Setting, ...], ...]:
    """Standing aside, joined and, where a separate deal holds something, settled. opponent: position of its region."""
    importers = tuple(REGIONS.index(region) for region in ally.regions)
    joins = Setting("tariff", importers, (opponent,), _on(ally.sectors, ally.rate), "highest")
    if ally.deal is None:
        return ((), (joins,))
    charged = ally.deal.sectors or ally.sectors
    punished = _on(charged, ally.deal.threatened.value - ally.deal.before.value)
    treated = _on(charged, ally.deal.after.value - ally.deal.before.value)
    return (
        (),
        (joins, Setting("tariff", (opponent,), importers, punished, "added")),
        (Setting("tariff", (opponent,), importers, treated, "added"), *_opened(ally.deal, importers, opponent)),
    )


def charged_before(ally: Ally, opponent: int) -> Floats:
    """What the opponent charges an ally before anything moves, fractions, (N importer, N exporter, S)."""
    rates = np.zeros((len(REGIONS), len(REGIONS), len(SECTORS)))
    if ally.deal is not None:
        exporters = [REGIONS.index(region) for region in ally.regions]
        rates[opponent, exporters] = _on(ally.deal.sectors or ally.sectors, ally.deal.before.value)
    return rates


def pressure_of(ally: Ally) -> float:
    """How ready the opponent's threat beyond what a deal would leave makes an ally to settle."""
    if ally.deal is None:
        return 0.0
    return ally.deal.pressure.value * max(ally.deal.threatened.value - ally.deal.after.value, 0.0)


def _on(sectors: tuple[str, ...], rate: float) -> tuple[float, ...]:
    """A rate in percent on some sectors, as fractions."""
    return tuple(np.where(np.isin(SECTORS, sectors), rate / PERCENT, 0.0).tolist())


def _opened(deal: SeparateDeal, importers: tuple[int, ...], opponent: int) -> tuple[Setting, ...]:
    """What each region of the ally takes off its duties on the opponent's goods."""
    if deal.theirs is None:
        return ()
    duties = np.asarray(default_tables().base_tariffs)[:, opponent]
    lowered = np.minimum(deal.theirs.value / PERCENT - duties, 0.0)
    return tuple(Setting("tariff", (importer,), (opponent,), tuple(lowered[importer].tolist()), "added")
                 for importer in importers)  # fmt: skip
