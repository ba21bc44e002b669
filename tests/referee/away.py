"""Away from the table: both governments' moves carried out, stage 8."""

from types import SimpleNamespace

from tests.referee.home import break_words, consents
from tests.referee.law import begin, ready
from tests.referee.learning import learn_from_concession, learn_from_ending
from tests.referee.minds import word_broken
from tests.referee.provinces import province_acts
from tests.referee.relief import pause
from tests.referee.script import scripted
from tests.referee.threats import favour, grievance_of_dropping
from tests.referee.world import BROKEN, CARRIED_OUT, DROPPED, ENDED, IN_PART, LIMITED, POSTPONED, SUSPENDED, TALKING

POSTPONEMENT = 4


def carry_out(world, decisions):
    """What both decided, in order, turn by turn; the week counts once."""
    before = list(world.settled)
    world.calm = [weeks + 1 for weeks in world.calm]
    decisions, later_turns = scripted(world, decisions)
    threatened = act(world, decisions)
    for turn in later_turns:
        threatened = [one or other for one, other in zip(threatened, act(world, turn), strict=True)]
    later(world, decisions)
    for number in range(len(world.given.provinces)):
        province_acts(world, number, before, threatened)
    shake(world, threatened)


def act(world, decisions):
    """One turn of both; who threatened."""
    for seat, decision in enumerate(decisions):
        concede(world, seat, decision)
    world.end_threats_met()
    for seat, decision in enumerate(decisions):
        for m, ending in sorted(decision.endings.items()):
            if world.threat[m]:
                end_due(world, seat, m, (ending, decision.put_off.get(m)))
        break_deal(world, seat, decision)
        set_levels(world, seat, decision)
        pause(world, seat, decision)
    threatened = [threaten(world, seat, decision) for seat, decision in enumerate(decisions)]
    diplomacy(world, decisions)
    talks(world, decisions)
    return threatened


def concede(world, seat, decision):
    """Give one option alone."""
    if decision.concede is None:
        return
    issue, option = decision.concede
    now = [world.in_force(m) for m in range(len(world.given.measures))]
    if option > world.settled[issue] and not consents(world, (issue, option), now):
        option = world.given.needs[issue, option].otherwise
    if option > world.settled[issue]:
        given_up = [-1] * len(world.settled)
        given_up[issue] = option
        break_words(world, seat, given_up)
        learn_from_concession(world, seat, issue, option)
        world.settled[issue] = option
        world.conceded[seat] = world.week


def break_deal(world, seat, decision):
    """Leave a limited deal."""
    if not decision.break_deal or world.settlement != LIMITED:
        return
    given, side, victim = world.given, world.given.sides[seat], world.given.sides[1 - seat]
    world.settlement, world.bound = BROKEN, [False] * len(world.bound)
    for issue, option in enumerate(given.options[world.package]):
        if option >= 0:
            world.settled[issue] = world.settled_before[issue]
    world.grievance[seat] += side.audience.broken_promise
    world.once[seat] -= side.breaking.cost
    if victim.trust:
        world.broken_deals[1 - seat] += 1.0
        world.once[1 - seat] -= victim.trust.reliance


def end_due(world, seat, m, decided):
    """End a threat that was due, or answered early, as decided: how, and by how many weeks it is put off."""
    threat, (ending, weeks) = world.threat[m], decided
    if world.bound[m] or world.barred(m) or not ready(world, m) or (ending == POSTPONED and threat.postponed == 2):
        ending = DROPPED
    learn_from_ending(world, seat, m, ending)
    if ending == POSTPONED:
        due = threat.due + POSTPONEMENT if weeks is None else world.week + weeks
        threat.due, threat.postponed = due, threat.postponed + 1
        world.threats_ended[seat][POSTPONED] += 1
        return
    half = (world.level[m] + threat.level) // 2
    if ending == IN_PART and half <= world.level[m]:
        ending = DROPPED
    if ending == DROPPED:
        blame(world, seat, m)
        world.once[seat] -= world.given.sides[seat].conduct.reputation
    reach = {CARRIED_OUT: threat.level, IN_PART: half}
    if ending in reach:
        world.paused_until[m] = 0
    change(world, m, max(reach.get(ending, 0), world.level[m]))
    remember(world, m, {CARRIED_OUT: 1.0, IN_PART: 0.5, DROPPED: 0.0}[ending])
    world.end_threat(m, ending)


def blame(world, seat, m):
    """What people make of a dropped threat."""
    side = world.given.sides[seat]
    if side.audience.own_view is None:
        world.grievance[seat] += grievance_of_dropping(world, seat, m)
        return
    for c in side.groups:
        loss = 1.0 - side.audience.leniency * (1.0 - favour(world, seat, m, c))
        world.resentment[c] += side.audience.dropped_threat * loss


def remember(world, m, share):
    """The other side learns how far threats on this basis are carried out."""
    other = 1 - world.given.measures[m].imposer
    world.carried[other][world.basis[m]] += share
    world.believed_from[other][world.basis[m]] += 1.0


def set_levels(world, seat, decision):
    """Set measures; threats that are overtaken end."""
    for m, level in decision.levels.items():
        if world.bound[m] or (level > world.level[m] and world.barred(m)):
            continue
        if level > world.level[m] and begin(world, m) > world.week:
            continue
        change(world, m, level)
        if world.threat[m] and level >= world.threat[m].level:
            world.threat[m] = None


def change(world, m, level):
    """A measure moves; the other is hit if it rises."""
    imposer = world.given.measures[m].imposer
    if level > world.level[m]:
        world.hit[1 - imposer] = world.week
        for province in world.given.provinces:
            for c in province.people if m in province.resists else ():
                world.approval[c] = max(world.approval[c] - province.objection, 0.0)
    if level != world.level[m]:
        world.calm[imposer] = 0
    if level < world.level[m]:
        world.eased[imposer] = world.week
    world.level[m] = level


def threaten(world, seat, decision):
    """Whether a government makes a threat."""
    if decision.threat is None:
        return False
    m, threat = decision.threat
    may = not (world.bound[m] or world.barred(m) or world.threat[m])
    if not may or threat.level <= world.level[m]:
        return False
    threat.due = max(threat.due, begin(world, m))
    world.threat[m] = threat
    return True


def diplomacy(world, decisions):
    """Commitments, requests and proposals."""
    for seat, decision in enumerate(decisions):
        for n in decision.commit:
            world.committed[seat][n] = True
        world.asked[seat] = world.asked[seat] if decision.ask is None else decision.ask
        world.proposed[seat] = world.proposed[seat] or decision.summit
        if decision.divide:
            world.offered = [True] * len(world.offered)


def talks(world, decisions):
    """Suspend the talks or leave them; of two suspensions the longer counts."""
    if world.talks == TALKING:
        world.talks_resume = 0
    for seat, decision in enumerate(decisions):
        if decision.suspend:
            until = world.week + 1 + world.given.sides[seat].conduct.suspension
            world.talks, world.talks_resume = SUSPENDED, max(world.talks_resume, until)
        elif decision.stop:
            weeks = world.given.talks.stop.weeks.value
            resume = max(world.talks_resume, world.week + 1 + weeks)
            world.talks, world.talks_resume, world.stop = SUSPENDED, resume, decision.stop
    if any(decision.leave for decision in decisions):
        world.talks = ENDED


def later(world, decisions):
    """What is done later in the week: giving in to a stop of the talks, vows."""
    for seat, decision in enumerate(decisions):
        concede(world, seat, SimpleNamespace(concede=decision.gives))
    world.end_threats_met()
    for seat, decision in enumerate(decisions):
        for n in decision.vows:
            world.committed[seat][n] = True


def shake(world, threatened):
    """Markets tremble and people rally."""
    news = world.given.news
    hit = [week == world.week for week in world.hit]
    blows = sum(hit) + sum(threatened)
    world.stress += blows * max(1.0 + news.stress_noise * world.draw("news", 2), 0.0) * news.stress_jump
    for seat in (0, 1):
        if hit[seat] or threatened[1 - seat]:
            world.rally[seat] += world.given.sides[seat].audience.rally
            judge_peace(world, seat)


def judge_peace(world, seat):
    """A blow soon after a demand was met lowers assurance, once."""
    peace, met = world.given.sides[seat].peace, world.appeased[seat]
    if peace and met is not None and 0 < world.week - met <= peace.weeks:
        world.assurance[seat] *= 1.0 - peace.breach
        word_broken(world, 1 - seat)
        world.appeased[seat] = None
