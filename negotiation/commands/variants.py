"""Variants of the trade model by the names of the command line."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from negotiation.economy import EconomyError, Variant
from negotiation.economy.variant import GALLE_MOBILITY, IGNATENKO_LABOUR

VARIANTS: dict[str, dict[str, float]] = {
    "no-inputs": {"input_links": False},
    "balanced": {"balanced_trade": True},
    "sector-wages": {"mobility": GALLE_MOBILITY},
    "labour-supply": {"labour_supply": IGNATENKO_LABOUR},
    "income-tax": {"labour_supply": IGNATENKO_LABOUR, "tax_cut_share": 1.0},
}
MEANINGS = {
    "no-inputs": "no input-output links",
    "balanced": "deficits removed first",
    "sector-wages": "labour hard to move (elasticity 1.5)",
    "labour-supply": "labour supply answers (elasticity 0.5)",
    "income-tax": "and revenue lowers the tax on wages",
}


def variant_of(names: Sequence[str] | None) -> Variant:
    """All the variants named, together."""
    variant = Variant()
    for name in names or ():
        if name not in VARIANTS:
            near = get_close_matches(name, VARIANTS, 1, 0.0)[0]
            raise EconomyError(f"--variant: unknown '{name}'; did you mean '{near}'? There are {', '.join(VARIANTS)}")
        variant = replace(variant, **VARIANTS[name])  # type: ignore[arg-type]  # a mixture of flags and numbers
    return variant
