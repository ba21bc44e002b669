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


def premium(world, seat):
    """What a deal must be worth beyond no deal, as the other may break it."""
    trust = world.given.sides[seat].trust
    if not trust:
        return 0.0
    chance = world.broken_deals[seat] / world.deals_counted[seat]
    return chance / (1.0 - chance) * trust.reliance


def word_broken(world, seat):
    """A promise of a government's is broken; the other counts it."""
    trust = world.given.sides[1 - seat].trust
    if trust:
        world.broken_deals[1 - seat] += trust.promises
        world.deals_counted[1 - seat] += trust.promises
