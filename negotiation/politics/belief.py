"""What one government believes of another: whether it carries threats out, and what type it is."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
MISTAKE = 0.01  # chance that a government is seen to do what it never meant to; assumption
LOGISTIC = float(np.pi / np.sqrt(3.0))  # standard deviation of a logistic of scale 1


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


def belief_after_ending(belief: Floats, likelihood: Floats, strength: float) -> Floats:
    """Belief over the other's types after a threat of its ended, by Bayes' rule with the likelihood to a power.

    belief: (R, K); likelihood: (R, K) chance that each type would have ended it so, above 0; strength: 1 for Bayes'
    rule, 0 for no learning. Returns (R, K), sums to one.
    """
    weighed = belief * np.power(likelihood, strength)
    total: Floats = np.einsum("rk->r", weighed)
    return weighed / total[:, None]


def chance_of_ending(margin: Floats, spread: float, carried: Flags) -> Floats:
    """Chance that a type would have carried a threat out, or dropped it, with a little room for mistakes, (R, K).

    margin: (R, K) points that speak for carrying out where it was, for anything but dropping where it was dropped;
    spread: of the private cost, normal, points; carried: (R,) whether it was carried out.
    """
    chance: Floats = ndtr(np.where(carried[:, None], margin, -margin) / spread)
    likelihood: Floats = MISTAKE + (1.0 - 2.0 * MISTAKE) * chance
    return likelihood


def resolute_share(share: Floats, surplus: Floats, spread: float) -> Floats:
    """Believed probability that a threat is carried out by a government thought firmer than it might have been, (R,).

    share: (R,) by the record; surplus: (R,) resolve expected of it beyond the prior's mean, points; spread: of the
    private cost, points. The odds change as those of a logistic with that standard deviation.
    """
    odds = np.exp(surplus / spread * LOGISTIC)
    believed: Floats = share * odds / (1.0 - share + share * odds)
    return believed
