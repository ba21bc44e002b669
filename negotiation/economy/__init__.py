"""What tariffs do: a trade model in exact hat algebra, its lookup for the simulation, calibration data."""

from negotiation.economy.cache import cache_directory
from negotiation.economy.calibration import (
    REGIONS,
    SECTORS,
    SERVICES,
    RegionalExposure,
    default_economy,
    default_tables,
    economy_names,
    elasticities_by_source,
    employment,
    employment_sources,
    regional_exposures,
    usmca_claim_shares,
)
from negotiation.economy.economy_tables import EconomyTables, TableError
from negotiation.economy.equilibrium import Equilibrium
from negotiation.economy.errors import EconomyError
from negotiation.economy.lookup import EquilibriumTable, RateVectors, given_key, solve_grid, solve_rates
from negotiation.economy.rates import RateGrid, Setting, SettingError
from negotiation.economy.responses import Nash, NoNashError, Response
from negotiation.economy.solver import NotSolvedError
from negotiation.economy.tidy import read_tables
from negotiation.economy.trade_model import RateError, RegionError, TradeModel, value_added
from negotiation.economy.variant import Variant, VariantError

__all__ = [
    "REGIONS",
    "SECTORS",
    "SERVICES",
    "EconomyError",
    "EconomyTables",
    "Equilibrium",
    "EquilibriumTable",
    "Nash",
    "NoNashError",
    "NotSolvedError",
    "RateError",
    "RateGrid",
    "RateVectors",
    "RegionError",
    "RegionalExposure",
    "Response",
    "Setting",
    "SettingError",
    "TableError",
    "TradeModel",
    "Variant",
    "VariantError",
    "cache_directory",
    "default_economy",
    "default_tables",
    "economy_names",
    "elasticities_by_source",
    "employment",
    "employment_sources",
    "given_key",
    "read_tables",
    "regional_exposures",
    "solve_grid",
    "solve_rates",
    "usmca_claim_shares",
    "value_added",
]
