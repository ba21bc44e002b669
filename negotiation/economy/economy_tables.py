"""The tables a trade model is built from, checked when made: every error names the table and the cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from negotiation.economy.errors import EconomyError

Floats = NDArray[np.float64]
Axes = Sequence[tuple[str, Sequence[str]]]

SHARE_SLACK = 1e-3  # how far input shares and value added may miss 1 (rounding); rescaled exactly later


class TableError(EconomyError):
    """A table that cannot be an economy; the message names the table, the cell, the rule and the value."""


@dataclass(frozen=True, eq=False)
class EconomyTables:
    """Trade, technology and elasticities of N regions and S sectors.

    flows: (N importer, N exporter, S) purchases net of tariff, domestic ones included, any currency unit.
    base_tariffs: (N, N, S) ad-valorem fractions. value_added_shares: (N, S) of gross output.
    input_shares: (N, S input, S using) cost shares; over inputs they sum to 1 - value-added share.
    elasticities: (S,) trade elasticities. gdp: (N,) in the flows' unit, what percentages of GDP refer to.
    services: sectors that are not goods. Raises TableError.
    """

    flows: Floats
    base_tariffs: Floats
    value_added_shares: Floats
    input_shares: Floats
    elasticities: Floats
    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    gdp: Floats
    services: tuple[str, ...] = ("SERV",)

    def __post_init__(self) -> None:
        check_names("regions", self.regions)
        check_names("sectors", self.sectors)
        region, sector = ("region", self.regions), ("sector", self.sectors)
        trade = (("importer", self.regions), ("exporter", self.regions), sector)
        axes = {
            "flows": trade,
            "base_tariffs": trade,
            "value_added_shares": (region, sector),
            "input_shares": (region, ("input", self.sectors), ("using", self.sectors)),
            "elasticities": (sector,),
            "gdp": (region,),
        }
        for name, names in axes.items():
            object.__setattr__(self, name, checked(name, getattr(self, name), names))
        for name in ("elasticities", "gdp", "value_added_shares"):
            table = getattr(self, name)
            refuse(name, table, table <= 0.0, axes[name], "must be above zero")
        check_shares(self)
        check_trade(self)


def checked(name: str, values: Floats, axes: Axes) -> Floats:
    """A C-ordered copy, if the shape fits the names and every cell is a finite number not below zero."""
    table = np.array(values, dtype=np.float64, order="C")
    shape = tuple(len(names) for _, names in axes)
    if table.shape != shape:
        wanted = " x ".join(axis for axis, _ in axes)
        raise TableError(f"{name}: shape {table.shape} where {shape} is needed ({wanted})")
    refuse(name, table, ~np.isfinite(table), axes, "must be a finite number")
    refuse(name, table, table < 0.0, axes, "must not be negative")
    return table


def refuse(name: str, table: Floats, wrong: NDArray[np.bool_], axes: Axes, rule: str) -> None:
    """Raise for the first wrong cell, if any."""
    if wrong.any():
        cell = tuple(int(index) for index in np.argwhere(wrong)[0])
        place = ", ".join(f"{axis} {names[index]}" for (axis, names), index in zip(axes, cell, strict=True))
        raise TableError(f"{name}: {place}: {rule}, got {table[cell]:g}")


def check_names(name: str, values: tuple[str, ...]) -> None:
    """At least one name, none twice."""
    if not values:
        raise TableError(f"{name}: at least one is needed, got none")
    for value in values:
        if values.count(value) > 1:
            raise TableError(f"{name}: {value!r} must be named once, got {values.count(value)} times")


def check_shares(tables: EconomyTables) -> None:
    """Value-added shares not above 1; with the inputs they sum to 1."""
    axes = (("region", tables.regions), ("sector", tables.sectors))
    shares = tables.value_added_shares
    refuse("value_added_shares", shares, shares > 1.0, axes, "must not be above 1")
    total = tables.input_shares.sum(axis=1) + shares
    refuse("input_shares", total, np.abs(total - 1.0) > SHARE_SLACK, axes, "inputs and value added must sum to 1")


def check_trade(tables: EconomyTables) -> None:
    """No tariff at home; every region sells and buys something."""
    axes = (("region", tables.regions), ("sector", tables.sectors))
    at_home = np.einsum("nns->ns", tables.base_tariffs)
    refuse("base_tariffs", at_home, at_home > 0.0, axes, "a region has no tariff on its own goods")
    for verb, axis in (("sell", 0), ("buy", 1)):
        total = tables.flows.sum(axis=(axis, 2))
        refuse("flows", total, total <= 0.0, axes[:1], f"must {verb} something")


def without_inputs(tables: EconomyTables) -> EconomyTables:
    """The same trade, everything made by labour alone and bought to be consumed."""
    ones, zeros = np.ones_like(tables.value_added_shares), np.zeros_like(tables.input_shares)
    return replace(tables, value_added_shares=ones, input_shares=zeros)
