"""What one government believes of another: whether it carries threats out, and what type it is."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def believed_share(carried: Floats, seen: Floats) -> Floats:
    """Believed probability that a threat is carried out: prior and record counted together, a beta's mean."""
    return carried / seen


def type_belief_after(belief: Floats, satisfaction: Floats, inference: float) -> Floats:
    """Belief over the other's types after an offer: types that would like the offer more are likelier to make it.

    belief: (R, K); satisfaction: (R, K) the offer's worth to each type, 0 to 1 of its range; inference: strength, 0 for
    no learning. Returns (R, K), sums to one.
    Source: logit choice; Hindriks & Tykhonov (2008) for learning from offers.
    """
    likelihood = belief * np.exp(inference * satisfaction)
    total: Floats = np.einsum("rk->r", likelihood)
    return likelihood / total[:, None]
