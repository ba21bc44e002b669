"""How governments decide: tactics at the table, doctrines away from it. They see a View, nothing else."""

from negotiation.strategies.protocol import Doctrine, Tactic
from negotiation.strategies.registry import DOCTRINES, TACTICS, strategy_of

__all__ = ["DOCTRINES", "TACTICS", "Doctrine", "Tactic", "strategy_of"]
