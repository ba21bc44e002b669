"""What may differ from Caliendo & Parro (2015): options of one model, each with a value that changes nothing."""

from dataclasses import dataclass
from math import inf, isfinite

from negotiation.economy.errors import EconomyError

GALLE_MOBILITY = 1.5  # source: Galle, Rodríguez-Clare & Yi (2023), baseline estimate
IGNATENKO_LABOUR = 0.5  # source: Ignatenko, Lashkaripour, Macedoni & Simonovska (2025), labour supply


class VariantError(EconomyError):
    """An option that means nothing; the message names it."""


@dataclass(frozen=True)
class Variant:
    """Options of the trade model; as it stands, none of them changes anything.

    input_links: whether inputs are bought from other sectors; without, labour makes everything (γ = 0, β = 1).
    balanced_trade: whether deficits are removed before anything else changes.
    mobility: elasticity of labour between sectors, above 1; infinite: one wage. Source: Galle et al. (2023).
    labour_supply: elasticity of labour supply to the real wage. scale: elasticity of productivity to labour.
    tax_cut_share: share of tariff and export-tax revenue that lowers the tax on wages; the rest is handed out.
    margins: by region, share of a purchase that stays with the importer for distribution; empty: none.
    tariff_powers: by region, elasticity of purchases to its tariffs over that to costs, as it falls on the whole
    consumer price when sellers pay fixed costs of entry; empty: 1. Source of the last five: Ignatenko et al. (2025).
    """

    input_links: bool = True
    balanced_trade: bool = False
    mobility: float = inf
    labour_supply: float = 0.0
    scale: float = 0.0
    tax_cut_share: float = 0.0
    margins: tuple[float, ...] = ()
    tariff_powers: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.mobility > 1.0:
            raise VariantError(f"mobility: must be above 1, got {self.mobility:g}")
        for name in ("labour_supply", "scale"):
            value = getattr(self, name)
            if not (isfinite(value) and value >= 0.0):
                raise VariantError(f"{name}: must be a finite number, 0 or above, got {value:g}")
        for name, shares in (("tax_cut_share", (self.tax_cut_share,)), ("margins", self.margins)):
            for share in shares:
                if not 0.0 <= share <= 1.0:
                    raise VariantError(f"{name}: must be a share between 0 and 1, got {share:g}")
        if self.tax_cut_share and not self.labour_supply:
            raise VariantError("tax_cut_share: lowers a tax that nothing depends on; give a labour_supply above 0")

    def check(self, regions: int) -> None:
        """The options given by region fit so many regions."""
        for name in ("margins", "tariff_powers"):
            given = len(getattr(self, name))
            if given not in (0, regions):
                raise VariantError(f"{name}: needs one value for each of {regions} regions, got {given}")

    @property
    def labour_is_mobile(self) -> bool:
        """Whether one wage holds in all sectors of a region."""
        return self.mobility == inf

    @property
    def labour_answers(self) -> bool:
        """Whether how much people work depends on what it buys."""
        return self.labour_supply > 0.0


CALIENDO_PARRO = Variant()
