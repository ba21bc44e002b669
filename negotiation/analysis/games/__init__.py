"""The game that strategies play against each other, from measured payoffs: dominance, equilibria, how shares would
move, what can be gained against each strategy, and how sure all that is.

Source: Wellman (2006), empirical game-theoretic analysis.
"""

from negotiation.analysis.games.bootstrap import Supported, resampled, supported
from negotiation.analysis.games.dominance import Dominated, dominated, undominated
from negotiation.analysis.games.equilibria import Equilibria, Equilibrium, equilibria
from negotiation.analysis.games.exploitability import exploitability
from negotiation.analysis.games.game import Bimatrix
from negotiation.analysis.games.replicator import Path, paths

__all__ = [
    "Bimatrix", "Dominated", "Equilibria", "Equilibrium", "Path", "Supported", "dominated", "equilibria",
    "exploitability", "paths", "resampled", "supported", "undominated",
]  # fmt: skip
