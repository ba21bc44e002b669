"""What governments do about threats: give in, vow not to, carry out their own or not."""

from tests.referee.world import CARRIED_OUT, DROPPED, IN_PART, POSTPONED


def is_due(world, m):
    """Whether a threat stands that has come due."""
    return world.threat[m] is not None and world.threat[m].due <= world.week


def concession(world, seat):
    """The demand of the heeded threat with most at stake, of those due in a week or less."""
    standing = world.standing[seat]
    threats = [(m, world.threat[m]) for m in standing.heeded if world.threat[m]]
    pressing = [(m, threat) for m, threat in threats if threat.due - world.week <= 1 and threat.issue is not None]
    if not pressing:
        return None
    _, threat = max(pressing, key=lambda each: standing.stake[each[0]] - standing.cost[each[0]])
    return threat.issue, threat.option


def vows(world, seat):
    """Commitments against the demands of threats that are not heeded."""
    standing, words = world.standing[seat], world.given.sides[seat].commitments
    defied = [world.threat[m] for m in standing.stake if world.threat[m] and m not in standing.heeded]
    return [
        n
        for n, word in enumerate(words)
        if any(threat.issue == word.issue and threat.option > word.most for threat in defied)
    ]


def ending(world, seat, m):
    """How a threat that has come due ends."""
    side, level = world.given.sides[seat], world.threat[m].level
    conduct = side.conduct
    dropping = side.payoff.approval * 100.0 * grievance_of_dropping(world, seat, m) + conduct.reputation
    nerve = conduct.nerve * world.draw("conduct", seat) - conduct.stress_weight * world.stress
    dropping += world.heed(seat) * side.payoff.approval * 100.0 * grievance_of_dropping(world, seat, m)
    margin = gain(world, seat, m, level) + dropping + nerve + side.types[world.type[seat]].resolve
    if margin > 0.0:
        return CARRIED_OUT
    lies_between = (world.level[m] + level) // 2 > world.level[m]
    if margin > -conduct.patience and lies_between:
        return IN_PART
    return POSTPONED if margin > -2.0 * conduct.patience else DROPPED


def grievance_of_dropping(world, seat, m):
    """Approval lost by dropping a threat; gained, where few would have liked the measure."""
    side = world.given.sides[seat]
    backing = sum(share * favour(world, seat, m, c) for share, c in zip(side.influence, side.groups, strict=True))
    return side.audience.dropped_threat * (1.0 - side.audience.leniency * (1.0 - backing))


def favour(world, seat, m, c):
    """How far a constituency is for the measure threatened, from 0 to 1."""
    given, whole = world.given, world.given.sides[seat].audience.own_view
    income = given.income[c][given.measures[m].stride * world.threat[m].level]
    return float(income > 0.0) if whole is None else min(max(0.5 + 0.5 * income / whole, 0.0), 1.0)


def gain(world, seat, m, level):
    """What a government gains itself by a level of a measure, points."""
    code, prices = world.with_level(m, level), world.given.sides[seat].prices
    dearer = world.heed(seat) * (prices[code] - prices[world.code])
    price = price_of_objection(world, seat, m) if level > world.level[m] else 0.0
    return world.value(seat, code) - world.value(seat, world.code) + dearer - price


def price_of_objection(world, seat, m):
    """Points that the approval of provinces against a measure is worth to their government."""
    side, groups = world.given.sides[seat], world.given.groups
    everybody = sum(groups[c].influence for c in side.groups)
    lost = [p.objection * sum(p.people.values()) for p in world.given.provinces if m in p.resists]
    return side.payoff.approval * 100.0 * sum(lost) / everybody
