"""The law's course in one world: lapses, rulings, appeals, another basis; and the procedure before a measure."""


def law(world):
    """Stage 1, the law."""
    lapse(world)
    decide_appeals(world)
    start = 0.0
    for place, basis in enumerate(world.given.bases):
        if start <= world.draw("chances", 3) < start + basis.court_hazard:
            rule(world, place, basis)
        start += basis.court_hazard
    come_back(world)


def lapse(world):
    """Measures whose time under their basis is over end."""
    for m, level in enumerate(world.level):
        stands = level > 0 and not world.bound[m]
        world.weeks_in_force[m] = world.weeks_in_force[m] + 1 if stands else 0
        longest = world.given.bases[world.basis[m]].duration
        if stands and longest and world.weeks_in_force[m] > longest:
            fall(world, m)


def decide_appeals(world):
    """Final rulings."""
    for place, basis in enumerate(world.given.bases):
        due = world.appeal_due[place]
        if due is not None and due <= world.week:
            world.appeal_due[place] = None
            if world.draw("courts", 1) < basis.stay.voided.value:
                void(world, place)


def rule(world, place, basis):
    """A ruling against a basis: in force at once unless it is stayed, or another is under appeal."""
    if world.appeal_due[place] is not None:
        return
    if basis.stay and resting_on(world, place) and world.draw("courts", 0) < basis.stay.chance.value:
        world.appeal_due[place] = world.week + basis.stay.appeal.value
        return
    void(world, place)


def resting_on(world, place):
    """The measures in force on a basis that no deal binds."""
    return [m for m, level in enumerate(world.level) if world.basis[m] == place and level > 0 and not world.bound[m]]


def void(world, place):
    """Courts void the measures on a basis."""
    for m in resting_on(world, place):
        fall(world, m)


def fall(world, m):
    """A measure loses its basis: it is barred, or moves to the basis that takes the other's place."""
    bases = world.given.bases
    basis = bases[world.basis[m]]
    level, world.level[m], world.weeks_in_force[m] = world.level[m], 0, 0
    if basis.substitute is None:
        world.barred_until[m] = world.week + basis.barred
        if basis.speed:
            world.usable_from[m] = None
        return
    world.basis[m] = list(world.given.scenario.bases).index(basis.substitute)
    due = world.week + (bases[world.basis[m]].speed or 0)
    world.usable_from[m], world.renewal[m] = due, (due, level)


def come_back(world):
    """Measures return at the level they had, once the procedure of their new basis is over."""
    for m, renewal in enumerate(world.renewal):
        if renewal is None or not (world.bound[m] or renewal[0] <= world.week):
            continue
        world.renewal[m] = None
        if not world.bound[m]:
            world.level[m] = renewal[1]
            if world.threat[m] and renewal[1] >= world.threat[m].level:
                world.threat[m] = None


def begin(world, m):
    """The procedure of a measure begins, unless it has; the week from which it may be used."""
    if world.usable_from[m] is None:
        world.usable_from[m] = world.week + (world.given.bases[world.basis[m]].speed or 0)
    return world.usable_from[m]


def preparing(world, m):
    """Whether the procedure has begun and is not over."""
    return world.usable_from[m] is not None and world.usable_from[m] > world.week


def ready(world, m):
    """Whether the procedure is over."""
    return world.usable_from[m] is not None and world.usable_from[m] <= world.week


def claims(world):
    """More of the trade is claimed to be exempt, the longer and the higher a tariff with a margin is in force."""
    for m, measure in enumerate(world.given.scenario.measures.values()):
        level = measure.levels[world.in_force(m)]
        if measure.claims and level.grows:
            world.claimed[m] += level.rate
        world.stage[m] = sum(world.claimed[m] >= threshold.value for threshold in measure.claims)
