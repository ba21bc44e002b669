"""At the table: turns, packages' worth and the tactics."""

from math import exp

from tests.referee.world import TALKING

PLACES, TINY = 9, 1e-9  # what differs by less is the same, whatever the order in which it was added up
EXPONENTS = {"boulware": 0.3, "linear": 1.0, "conceder": 3.0}


def rounds_of(world):
    """The rounds of this week; ages grow before each beyond the usual ones."""
    talks, summit = world.given.talks, world.given.summit
    usual = talks.rounds if world.talks == TALKING else 0
    for turn in range(usual + (summit.rounds if world.meeting else 0)):
        if turn >= talks.rounds:
            for seat in (0, 1):
                world.age[seat] += 1.0 - (summit.host_advantage if world.host == seat else 0.0)
        yield turn


def speakers(world):
    """Who speaks first this week, and who then."""
    first = world.given.first if world.week % 2 == 0 else 1 - world.given.first
    return first, 1 - first


def table(world):
    """Stage 6."""
    world.agreed = None
    if world.signed is not None:
        return
    for _ in rounds_of(world):
        for seat in speakers(world):
            take_turn(world, seat)
            if world.agreed is not None:
                return


def take_turn(world, seat):
    """Accept, offer or hold."""
    standing = world.offer[1 - seat]
    if standing is not None and world.opening[seat] is None:
        world.opening[seat] = worth(world, seat, standing)
    tactic = world.given.sides[seat].strategy.tactic
    least, proposal = (micro if tactic == "micro" else principled if tactic == "principled" else aspiring)(world, seat)
    world.aspiration[seat] = least
    if standing is not None and passes(world, seat, standing) and reaches(worth(world, seat, standing), least):
        note_if_borderline(world, worth(world, seat, standing), least, standing)
        world.agreed = standing
        return
    package = proposal()
    if package is not None:
        note_if_borderline(world, worth(world, seat, package), world.standing[seat].no_deal, package)
        make_offer(world, seat, package)


def make_offer(world, seat, package):
    """Put a package on the table; the other learns from one that was not there before."""
    if package == world.offer[seat]:
        return
    other, satisfaction = 1 - seat, world.given.sides[seat].satisfaction
    world.offer[seat] = package
    world.made[seat] += 1
    world.seen[other] += 1
    inference = world.given.sides[other].conduct.inference
    likely = [share * exp(inference * by[package]) for share, by in zip(world.belief[other], satisfaction, strict=True)]
    world.belief[other] = [share / sum(likely) for share in likely]


def gross(world, seat, kind, p):
    """What a package is worth now to one type of a government, commitments aside."""
    given = world.given
    if p < given.whole:
        return given.sides[seat].package_worth[kind][p]
    code = world.code
    for m, measure in enumerate(given.measures):
        if given.fixes[p][m]:
            code += (given.levels[p][m] - world.in_force(m)) * measure.stride
    doubt = sum(doubted(world, seat, kind, issue, option) for issue, option in enumerate(given.options[p]))
    return world.value(seat, code, kind) + world.worth_of_options(seat, kind, contents(world, p)) - doubt


def doubted(world, seat, kind, issue, option):
    """What an option in a package is worth less because the ally it needs may not agree."""
    need = world.given.needs.get((issue, option))
    if need is None:
        return 0.0
    worth = world.given.sides[seat].worth[issue][kind]
    return (1.0 - world.given.allies[need.ally].assent.chance.value) * (worth[option] - worth[need.otherwise])


def contents(world, p):
    """The options that would be in force under a package, by issue."""
    return [now if new < 0 else new for now, new in zip(world.settled, world.given.options[p], strict=True)]


def worth(world, seat, p):
    """What a package is worth now to a government, less the cost of the commitments it breaks."""
    return gross(world, seat, world.type[seat], p) - world.cost_of_breaking(seat, world.given.options[p])


def reaches(own, least):
    """Whether a worth is as much as another, up to rounding."""
    return own >= least - TINY


def note_if_borderline(world, own, least, package):
    """Note a choice that hangs on rounding: worth exactly what it must be, but added up in another order."""
    if abs(own - least) < TINY and (own != least or package >= world.given.whole):
        note_toss_up(world)


def note_toss_up(world):
    """From this week on another order of adding up may tell another story."""
    if world.toss_up is None:
        world.toss_up = world.week


def believed_worth(world, seat, p):
    """What a government believes a package to be worth to the other."""
    other = 1 - seat
    return world.believed(seat, [gross(world, other, kind, p) for kind in range(len(world.belief[seat]))])


def passes(world, seat, p):
    """Whether a package has the support it needs at home."""
    standing = world.standing[seat]
    need = standing.need if p < world.given.whole else standing.limited_need
    others = zip(world.given.sides[seat].chambers, standing.other_needs, strict=True)
    consent = all(chamber.support[p] >= least for chamber, least in others if chamber.asked[p])
    return world.given.sides[seat].home[p] >= need and consent


def agreeable(world, seat):
    """Every package that passes at home and gives no less than no deal, with its own worth."""
    every = ((p, worth(world, seat, p)) for p in range(len(world.given.options)) if passes(world, seat, p))
    return [(p, own) for p, own in every if reaches(own, world.standing[seat].no_deal)]


def aspiring(world, seat):
    """Least by time, by the other's concessions or by nothing; the offer accommodates."""
    least = max(aspiration(world, seat), world.standing[seat].no_deal)
    return least, lambda: accommodating(world, seat, least)


def aspiration(world, seat):
    """What a tactic without a package of its own wants, points."""
    side = world.given.sides[seat]
    peak, no_deal = side.peak[world.type[seat]], world.standing[seat].no_deal
    tactic = side.strategy.tactic
    if tactic in EXPONENTS:
        exponent = side.strategy.exponent or EXPONENTS[tactic]
        return no_deal + (peak - no_deal) * (1.0 - world.patience_used(seat) ** (1.0 / exponent))
    if tactic == "tit_for_tat" and world.offer[1 - seat] is not None:
        received = worth(world, seat, world.offer[1 - seat]) - world.opening[seat]
        return peak - side.strategy.reciprocity * max(received, 0.0)
    return peak


def accommodating(world, seat, least):
    """Of the packages worth least, the one believed best for the other; else the own best."""
    every = agreeable(world, seat)
    enough = [(p, own) for p, own in every if reaches(own, least)]
    if not enough:
        return max(every, key=lambda each: round(each[1], PLACES))[0] if every else None
    believed = {p: round(believed_worth(world, seat, p), PLACES) for p, _ in enough}
    best = max(believed.values())
    tied = [(p, own) for p, own in enough if believed[p] == best]
    if len(tied) > 1:
        note_toss_up(world)
    return max(tied, key=lambda each: round(each[1], PLACES))[0]


def micro(world, seat):
    """The next package in its own order, if the other has offered as many as itself; hold where none is left."""
    order = sorted((each for each in agreeable(world, seat) if each[0] < world.given.whole), key=lambda each: -each[1])
    made = world.made[seat]
    place = made if made == 0 or world.seen[seat] >= made else made - 1
    if place >= len(order):
        return world.standing[seat].no_deal, lambda: None
    package, least = order[place]
    return least, lambda: package


def principled(world, seat):
    """The package fairest in its own eyes, by the product of gains; a limited one only where no other gains."""
    no_deal = world.standing[seat].no_deal
    theirs = world.believed(seat, world.standing[1 - seat].by_type)
    best, package, least = 0.0, None, no_deal
    for p, own in agreeable(world, seat):
        if p >= world.given.whole and package is not None and package < world.given.whole:
            break
        gain = believed_worth(world, seat, p) - theirs
        if own > no_deal and gain > 0.0 and (own - no_deal) * gain > best:
            best, package, least = (own - no_deal) * gain, p, own
    return least, lambda: package
