"""Provinces with a measure of their own; the end of stage 8."""


def province_acts(world, number, settled_before, threatened):
    """Withdraw the measure under a threat or once something was given; impose it where it hurts enough."""
    province = world.given.provinces[number]
    m, moves = province.measure, province.moves
    for seat in (0, 1):
        if threatened[seat]:
            world.last_threat[seat] = world.week
    if m is None or world.bound[m]:
        return
    withdraw(world, number, gave(world, province, settled_before))
    loss = sum(weight * (world.income[c] + world.fear[1][c]) for c, weight in province.people.items())
    hurt = loss / sum(province.people.values()) <= -moves.pain.value
    may = not world.barred(m) and world.level[m] == 0 and world.rested[number] <= world.week
    if may and hurt and world.draw("home", 4 + number) < moves.chance.value:
        world.level[m], world.acted[number], world.hit[1 - province.seat] = moves.level, world.week, world.week


def gave(world, province, settled_before):
    """Whether its government gave an option alone this week, or a limited deal was made since the province acted."""
    changes = zip(world.given.issues, settled_before, world.settled, strict=True)
    return any(issue.conceded_by == province.seat and old != new for issue, old, new in changes)


def withdraw(world, number, eased):
    """Give in, and rest."""
    province, acted = world.given.provinces[number], world.acted[number]
    m = province.measure
    if world.level[m] == 0 or acted >= world.week:
        return
    limited = world.limited_week is not None and world.limited_week >= acted
    if world.last_threat[1 - province.seat] >= acted or eased or limited:
        world.level[m] = 0
        world.rested[number] = world.week + 1 + province.moves.rest.value
