"""Rates that move on steps: what may be levied on which flow, and a number for every combination of it."""

from dataclasses import dataclass
from functools import cached_property
from math import isfinite, prod
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from negotiation.economy.economy_tables import Floats

Kind = Literal["tariff", "export tax", "iceberg"]
Stacking = Literal["highest", "added"]
Codes = NDArray[np.int64]


class SettingError(ValueError):
    """A setting or grid that means nothing; the message names what is wrong."""


@dataclass(frozen=True)
class Setting:
    """Rates on the goods that importers buy from exporters.

    kind: "tariff" (the importer's), "export tax" (the exporter's) or "iceberg" (an added trade cost).
    importers, exporters: positions of regions. rates: one fraction per sector (S,), 0 where nothing is levied.
    stacking: of all "highest" settings on a flow only the highest counts; "added" ones come on top, and those below 0
    take from what is levied in the base.
    """

    kind: Kind
    importers: tuple[int, ...]
    exporters: tuple[int, ...]
    rates: tuple[float, ...]
    stacking: Stacking

    def __post_init__(self) -> None:
        check_choice("kind", self.kind, get_args(Kind))
        check_choice("stacking", self.stacking, get_args(Stacking))
        for name, positions in (("importers", self.importers), ("exporters", self.exporters)):
            if not positions or min(positions) < 0:
                raise SettingError(f"setting: {name}: needs positions of regions, 0 or above, got {positions}")
        both = sorted(set(self.importers) & set(self.exporters))
        if both:
            raise SettingError(f"setting: region {both[0]} is importer and exporter, must be one of them")
        for sector, rate in enumerate(self.rates):
            if not isfinite(rate) or (rate < 0.0 and self.stacking == "highest") or rate <= -1.0:
                least = "0 or above" if self.stacking == "highest" else "above -1"
                raise SettingError(f"setting: rates: sector {sector}: must be a fraction, {least}, got {rate:g}")


Level = tuple[Setting, ...]
Axis = tuple[Level, ...]


@dataclass(frozen=True)
class RateGrid:
    """All combinations of levels, one per axis; a level is the settings in force there (none: nothing added).

    A combination's code is the sum of level x stride, axis 0 the slowest. regions, sectors: N and S of the economy.
    """

    axes: tuple[Axis, ...]
    regions: int
    sectors: int

    def __post_init__(self) -> None:
        for position, axis in enumerate(self.axes):
            if not axis:
                raise SettingError(f"axis {position}: needs at least one level, got none")
            for level in axis:
                for setting in level:
                    self.check(position, setting)

    def check(self, axis: int, setting: Setting) -> None:
        """The setting fits the economy."""
        if len(setting.rates) != self.sectors:
            raise SettingError(f"axis {axis}: needs a rate per sector ({self.sectors}), got {len(setting.rates)}")
        highest = max(setting.importers + setting.exporters)
        if highest >= self.regions:
            raise SettingError(f"axis {axis}: regions go from 0 to {self.regions - 1}, got {highest}")

    @property
    def shape(self) -> tuple[int, ...]:
        """Levels of each axis."""
        return tuple(len(axis) for axis in self.axes)

    @property
    def size(self) -> int:
        """Number of combinations (P)."""
        return prod(self.shape)

    @cached_property
    def strides(self) -> Codes:
        """(A,) how far the code moves when an axis moves by one level."""
        return np.array([prod(self.shape[axis + 1 :]) for axis in range(len(self.axes))], dtype=np.int64)

    def levels(self, codes: Codes) -> Codes:
        """Level of every axis, codes (...) -> (..., A)."""
        lengths = np.array(self.shape, dtype=np.int64)
        return np.asarray(codes)[..., None] // self.strides % lengths

    def code(self, levels: Codes) -> Codes:
        """Code of levels (..., A) -> (...)."""
        return np.asarray((np.asarray(levels) * self.strides).sum(axis=-1))

    def rates(self, codes: Codes) -> tuple[Floats, Floats, Floats]:
        """Tariffs added to the base, export taxes and icebergs, each (B, N, N, S) fractions, for codes (B,)."""
        levels = self.levels(codes)
        tariffs, export_taxes, icebergs = (self.rates_of(kind, levels) for kind in get_args(Kind))
        return tariffs, export_taxes, icebergs

    def has(self, kind: Kind) -> bool:
        """Whether any setting is of this kind."""
        return any(setting.kind == kind for axis in self.axes for level in axis for setting in level)

    def rates_of(self, kind: Kind, levels: Codes) -> Floats:
        """Rates of one kind (B, N, N, S): the highest of the "highest" ones and the sum of the "added" ones."""
        shape = (len(levels), self.regions, self.regions, self.sectors)
        rates = np.zeros((len(levels), prod(shape[1:])))
        for axis, table in enumerate(self.level_rates[kind]):
            cells = table.highest_cells
            if len(cells):
                rates[:, cells] = np.maximum(rates[:, cells], table.highest[levels[:, axis]])
        for axis, table in enumerate(self.level_rates[kind]):
            if len(table.added_cells):
                rates[:, table.added_cells] += table.added[levels[:, axis]]
        return rates.reshape(shape)

    @cached_property
    def level_rates(self) -> dict[str, list["LevelRates"]]:
        """What each level of each axis levies, by kind."""
        return {kind: [self.axis_rates(kind, axis) for axis in self.axes] for kind in get_args(Kind)}

    def axis_rates(self, kind: Kind, axis: Axis) -> "LevelRates":
        """What each level of one axis levies, where any does."""
        highest = np.zeros((len(axis), self.regions, self.regions, self.sectors))
        added = np.zeros_like(highest)
        for index, level in enumerate(axis):
            for setting in level:
                if setting.kind == kind:
                    place = np.ix_((index,), setting.importers, setting.exporters)
                    if setting.stacking == "highest":
                        highest[place] = np.maximum(highest[place], setting.rates)
                    else:
                        added[place] += setting.rates
        return LevelRates(*touched(highest), *touched(added))


@dataclass(frozen=True, eq=False)
class LevelRates:
    """Rates of one axis (L levels, cells) and the flat positions of the flows touched, for either stacking."""

    highest_cells: Codes
    highest: Floats
    added_cells: Codes
    added: Floats


def touched(rates: Floats) -> tuple[Codes, Floats]:
    """Positions with a rate at any level, and the rates there (L, cells)."""
    flat = rates.reshape(len(rates), -1)
    cells = np.flatnonzero(flat.any(axis=0))
    return cells, np.ascontiguousarray(flat[:, cells])


def check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    """One of the words that are allowed."""
    if value not in choices:
        raise SettingError(f"setting: {name}: must be one of {', '.join(map(repr, choices))}, got {value!r}")
