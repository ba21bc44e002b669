"""What governments make of each other's word."""

from math import exp, pi, sqrt


def believed_with_resolve(world, seat, share):
    """Belief in a threat of the other's, by how much firmer than the prior's mean the other is taken to be."""
    other = world.given.sides[1 - seat]
    resolve = [kind.resolve for kind in other.types]
    if not any(resolve):
        return share
    surplus = world.believed(seat, resolve) - sum(p * r for p, r in zip(other.prior, resolve, strict=True))
    odds = exp(surplus / other.conduct.nerve * pi / sqrt(3.0))
    return share * odds / (1.0 - share + share * odds)
