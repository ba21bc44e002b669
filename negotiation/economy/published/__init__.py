"""Published results: their data, the model set up as their authors did, and the numbers to compare."""

from negotiation.economy.published.comparison import BINDING, Case, Comparison, compare, read_cases
from negotiation.economy.published.folder import NoTablesError, tables_folder

__all__ = ["BINDING", "Case", "Comparison", "NoTablesError", "compare", "read_cases", "tables_folder"]
