"""The economy felt, week by week: stage 2."""

from tests.referee.given import FAST, FLOWS
from tests.referee.world import JOINT

WEEKS_A_YEAR = 52


def economy(world):
    """Stage 2."""
    world.find_code()
    given, slow = world.given, 1.0 / world.given.economy.phase_in
    note_new_rates(world)
    if given.economy.fear:
        fear(world, given.economy.fear)
    for seat in (0, 1):
        for j, name in enumerate(FLOWS):
            speed = 1.0 if name in FAST else slow
            world.felt[seat][j] += (flow_now(world, seat, j) - world.felt[seat][j]) * speed
            world.total[seat][j] += (world.felt[seat][j] + world.fear[0][seat][j]) / WEEKS_A_YEAR
        world.rate_peak[seat] = max(world.rate_peak[seat], world.rate(seat))
        world.rate_sum[seat] += world.rate(seat)
    world.joint_peak = max(world.joint_peak, world.stance.count(JOINT))
    world.income = [felt + (income_now(world, c) - felt) * slow for c, felt in enumerate(world.income)]
    if given.economy.short_run:
        world.adapted += (1.0 - world.adapted) / given.economy.short_run.weeks


def note_new_rates(world):
    """What trade had adapted to counts as far as the rates were there before."""
    now, before = world.rate(0) + world.rate(1), world.adapted_to
    world.adapted *= min(now, before) / max(now, before) if max(now, before) > 0.0 else 1.0
    world.adapted_to = now


def flow_now(world, seat, j):
    """What a flow goes to, between the short run and the long."""
    flow = world.given.flows[seat][j][world.code]
    if not world.given.economy.short_run:
        return flow
    return flow + (1.0 - world.adapted) * world.given.gap[0][seat][j][world.code]


def income_now(world, c):
    """What a constituency's income goes to, between the short run and the long."""
    income = world.given.income[c][world.code]
    if not world.given.economy.short_run:
        return income
    return income + (1.0 - world.adapted) * world.given.gap[1][c][world.code]


def fear(world, rules):
    """What believed threats take from incomes and jobs; it fades where none stand."""
    for seat, felt in enumerate(world.fear[0]):
        for j in (FLOWS.index(name) for name in ("real_income", "organised", "jobs")):
            felt[j] += (rules.share * believed_loss(world, world.given.flows[seat][j]) - felt[j]) / rules.weeks
    for c, felt in enumerate(world.fear[1]):
        world.fear[1][c] += (rules.share * believed_loss(world, world.given.income[c]) - felt) / rules.weeks


def believed_loss(world, flow):
    """What a flow would lose if the threats that stand were carried out, each as far as its target believes."""
    loss = 0.0
    for m, threat in enumerate(world.threat if world.open else ()):
        if threat:
            measure = world.given.measures[m]
            change = flow[world.with_level(m, max(threat.level, world.in_force(m)))] - flow[world.code]
            other = 1 - measure.imposer
            share = world.carried[other][world.basis[m]] / world.believed_from[other][world.basis[m]]
            loss += share * min(change, 0.0)
    return loss
