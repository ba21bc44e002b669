"""The week in its nine stages, and the facts at the end."""

from math import exp, nan

from tests.referee.away import carry_out
from tests.referee.doctrines import decide
from tests.referee.economy import economy
from tests.referee.elections import elections, set_calendar
from tests.referee.given import FLOWS
from tests.referee.habits import with_habits
from tests.referee.home import ratification
from tests.referee.law import claims, law
from tests.referee.standing import take_stock
from tests.referee.table import table
from tests.referee.world import (
    COMPREHENSIVE,
    JOINT,
    LIMITED,
    MEDIATION,
    NEUTRAL,
    SEPARATE,
    SOLIDARITY,
    SUSPENDED,
    TALKING,
    World,
)  # fmt: skip


def play(given, luck):
    """One world from its first week to its last."""
    world = World(given, luck)
    set_calendar(world)
    for _ in range(given.weeks):
        play_week(world)
    return world


def play_week(world):
    """One week; a closed world only feels its economy."""
    if world.open:
        news(world)
        for seat in (0, 1):
            elections(world, seat)
    economy(world)
    if world.open:
        world.approval = [approval_after(world, c) for c in range(len(world.approval))]
        forget(world)
        world.stance = [stance_after(world, a) for a in range(len(world.stance))]
        world.offered = [False] * len(world.offered)
        summit(world)
        table(world)
        ratification(world)
    world.find_code()
    if world.open:
        carry_out(world, [with_habits(world, seat, decide(world, seat)) for seat in (0, 1)])
    record(world)
    if world.open:
        world.age = [age + 1.0 for age in world.age]
    world.week += 1


def news(world):
    """Stage 1."""
    told = world.given.news
    incident = world.draw("chances", 0) < told.border_incident
    world.border = world.border * (1.0 - told.border_fading) + incident
    world.stress = world.stress * (1.0 - told.stress_fading)
    law(world)
    claims(world)


def approval_after(world, c):
    """Stage 3, one constituency."""
    group = world.given.groups[c]
    seat, now = group.seat, world.approval[c]
    audience = world.given.sides[seat].audience
    prices = world.felt[seat][FLOWS.index("border_prices")]
    pressure = world.rally[seat] - world.grievance[seat] - audience.price_pain * prices
    pressure -= world.border * world.given.news.border_shock * group.border
    pressure -= world.resentment[c]
    target = group.base + audience.pain * (world.income[c] + world.fear[1][c]) + pressure
    luck = audience.shock * world.draw("news", seat) + audience.poll * world.draw("polls", c)
    return min(max(now + audience.reversion * (target - now) + luck, 0.0), 1.0)


def forget(world):
    """Rallies and grievances fade."""
    for seat in (0, 1):
        audience = world.given.sides[seat].audience
        world.rally[seat] *= 1.0 - audience.rally_fading
        world.grievance[seat] *= 1.0 - audience.forgetting
        for c in world.given.sides[seat].groups:
            world.resentment[c] *= 1.0 - audience.forgetting


def stance_after(world, a):
    """Stage 4, one ally; the others' stances are last week's."""
    ally = world.given.allies[a]
    world.drift[a] = ally.lean_keeping * world.drift[a] + ally.lean_noise * world.draw("allies", a)
    if world.stance[a] == SEPARATE:
        return SEPARATE
    rate = world.rate(1 - ally.friend)
    others = sum(stance == JOINT for b, stance in enumerate(world.stance) if b != a)
    readiness = ally.leaning + world.drift[a] + ally.welfare * world.given.joining[a][world.code]
    readiness += ally.solidarity * rate + ally.company * others / max(len(world.stance) - 1, 1)
    readiness += ally.request * world.asked[ally.friend]
    if readiness > 1.0 and rate > 0.0:
        return JOINT
    return without_joining(world, a, readiness)


def without_joining(world, a, readiness):
    """The stance of an ally that does not join."""
    ally, dealing = world.given.allies[a], world.draw("dealings", a)
    if world.offered[a] and dealing < chance_to_settle(world, a):
        return SEPARATE
    if world.talks != TALKING and (1.0 - dealing < ally.mediates or world.stance[a] == MEDIATION):
        return MEDIATION
    return SOLIDARITY if readiness > 0.0 else NEUTRAL


def chance_to_settle(world, a):
    """The chance that an ally takes the separate deal it is offered."""
    ally = world.given.allies[a]
    if not ally.deal:
        return ally.settles
    appeal = ally.welfare * world.given.settling[a][world.code]
    appeal += ally.deal.pressure * max(ally.deal.threatened - ally.deal.after, 0.0)
    appeal -= ally.solidarity * world.rate(1 - ally.friend) + ally.request * world.asked[ally.friend]
    odds = ally.settles * exp(appeal)
    return odds / (1.0 - ally.settles + odds)


def summit(world):
    """Stage 5."""
    met = world.stop is not None and world.settled[world.stop[0]] >= world.stop[1]
    if world.talks == SUSPENDED and (met or world.talks_resume <= world.week):
        world.talks = TALKING
    if world.talks == TALKING:
        world.stop = None
    rules = world.given.summit
    chance = rules.chance + rules.proposed * sum(world.proposed) + rules.mediated * (MEDIATION in world.stance)
    world.meeting, world.host = world.draw("chances", 1) < chance, None
    if world.meeting:
        meet(world, rules)
    for seat in (0, 1):
        take_stock(world, seat)


def meet(world, rules):
    """Leaders meet."""
    world.summits += 1
    world.proposed = [False, False]
    if world.talks == SUSPENDED:
        world.talks = TALKING
    if rules.venues:
        venue = rules.venues[int(world.draw("chances", 2) * len(rules.venues))]
        world.host = world.given.scenario.sides.index(venue)


def record(world):
    """Stage 9: this week's row, column name -> number."""
    row = {}
    for seat, side in enumerate(world.given.sides):
        felt = {name: world.felt[seat][j] + world.fear[0][seat][j] for j, name in enumerate(FLOWS)}
        if world.given.economy.fear:
            row[f"fear_{side.key}"] = world.fear[0][seat][FLOWS.index("real_income")]
        row |= {f"{name}_{side.key}": felt[name] for name in ("welfare", "real_income", "revenue", "jobs")}
        row |= {f"prices_{side.key}": felt["border_prices"], f"rate_{side.key}": world.rate(seat)}
    closed_before = not world.open and world.deal_week < world.week
    world.rows.append({**world.rows[-1], **row} if closed_before else row | politics(world))


def politics(world):
    """The columns of the row that stand still once a world has closed."""
    row = {"stress": world.stress, "border": world.border, "talks": world.talks, "settlement": world.settlement}
    row |= {"joint_allies": world.stance.count(JOINT), "solidarity_allies": world.stance.count(SOLIDARITY)}
    row["open"] = world.open
    for seat, side in enumerate(world.given.sides):
        standing = world.standing[seat]
        shares = [c / n for c, n in zip(world.carried[seat], world.believed_from[seat], strict=True)]
        row |= {f"approval_{side.key}": standing.approval, f"no_deal_{side.key}": standing.no_deal}
        row |= {f"aspiration_{side.key}": world.aspiration[seat], f"belief_{side.key}": sum(shares) / len(shares)}
        row[f"threats_{side.key}"] = sum(world.threat[m] is not None for m in side.own)
        for taker in world.given.sides:
            package = world.offer[seat]
            row[f"offer_{side.key}_to_{taker.key}"] = nan if package is None else taker.gains[package]
    return row


def final_facts(world):
    """How a world ended: column name -> number or word, as in the results' rows."""
    scenario = world.given.scenario
    weeks = {"deal_week": world.deal_week, "limited_week": world.limited_week}  # counted from 1 in the results
    facts = {"outcome": headline(world)} | {name: None if week is None else week + 1 for name, week in weeks.items()}
    facts |= {f"issue_{key}": option for key, option in settled_options(scenario, world)}
    for seat, side in enumerate(world.given.sides):
        earned = [w * t for w, t in zip(side.mean_weights, world.total[seat], strict=False)]
        facts |= {f"payoff_{side.key}": sum(earned) + world.once[seat], f"payoff_{side.key}_once": world.once[seat]}
        for place, end in enumerate(("met", "carried_out", "in_part", "postponed", "dropped")):
            facts[f"threats_{side.key}_{end}"] = world.threats_ended[seat][place]
        facts[f"ratifications_failed_{side.key}"] = world.failed[seat]
        facts[f"type_{side.key}"] = list(scenario.countries[side.key].types)[world.type[seat]]
        facts |= {f"clock_{side.key}": world.clock[seat], f"rate_end_{side.key}": world.rate(seat)}
        facts |= {f"rate_peak_{side.key}": world.rate_peak[seat]}
        facts |= {f"rate_mean_{side.key}": world.rate_sum[seat] / world.given.weeks}
    stances = ("neutral", "solidarity", "joint retaliation", "separate deal", "mediation")
    facts |= {f"ally_{key}": stances[world.stance[a]] for a, key in enumerate(scenario.allies)}
    return facts | {"joint_allies_peak": world.joint_peak, "summits": world.summits, "border_index": world.border}


def settled_options(scenario, world):
    """Issue and option in force, by their names."""
    return [(key, list(issue.options)[world.settled[i]]) for i, (key, issue) in enumerate(scenario.issues.items())]


def headline(world):
    """The outcome in a word, by precedence."""
    limits, first, second = world.given.limits, *world.given.scenario.sides
    rates = [world.rate(seat) for seat in (0, 1)]
    in_force = [rate >= limits.in_force for rate in rates]
    if world.settlement == COMPREHENSIVE:
        return "comprehensive deal"
    if world.settlement == LIMITED:
        return "limited deal"
    if not any(in_force):
        return "no tariffs"
    if not all(in_force):
        return f"one-sided: {first if in_force[0] else second}"
    return "trade war" if min(rates) >= limits.war else "standoff"
