"""Where one world stands, and how it starts."""

from math import floor, nan
from types import SimpleNamespace

from tests.referee.given import FLOWS

TALKING, SUSPENDED, ENDED = range(3)
NO_DEAL, LIMITED, COMPREHENSIVE, BROKEN = range(4)
NEUTRAL, SOLIDARITY, JOINT, SEPARATE, MEDIATION = range(5)
STANCES = ("neutral", "solidarity", "joint retaliation", "separate deal", "mediation")
MET, CARRIED_OUT, IN_PART, POSTPONED, DROPPED = range(5)
LONG_AGO = -1000


class World:
    """Everything that changes; pairs are by seat."""

    def __init__(self, given, luck):
        self.given, self.luck = given, luck
        self.week, self.open, self.rows = 0, True, []
        measures = len(given.measures)
        self.level, self.paused_until, self.barred_until = [0] * measures, [0] * measures, [0] * measures
        self.bound, self.threat = [False] * measures, [None] * measures
        self.settled = [0] * len(given.issues)
        self.committed = [[word.made for word in side.commitments] for side in given.sides]
        self.talks, self.talks_resume = TALKING, 0
        self.offer, self.opening, self.agreed = [None, None], [None, None], None
        self.made, self.seen, self.age, self.aspiration = [0, 0], [0, 0], [0.0, 0.0], [nan, nan]
        self.type = [drawn_type(given.sides[seat], luck.start[seat]) for seat in (0, 1)]
        self.clock = [drawn_clock(given, seat, luck.start[2 + seat], self.type[seat]) for seat in (0, 1)]
        self.belief = [first_belief(given.sides[1 - seat], self.type[1 - seat]) for seat in (0, 1)]
        self.carried, self.believed_from = [[], []], [[], []]
        self.asked, self.proposed = [False, False], [False, False]
        self.summits, self.meeting, self.host = 0, False, None
        self.settlement, self.package, self.deal_week, self.limited_week = NO_DEAL, None, None, None
        self.threats_ended, self.failed, self.once = [[0] * 5, [0] * 5], [0, 0], [0.0, 0.0]
        self.refusals, self.signed, self.vote_due = [[0] * len(side.chambers) for side in given.sides], None, None
        self.standing, self.toss_up = [None, None], None
        rest_on_law(self)
        be_calm(self)
        lay_out_start(self)

    def draw(self, channel, place):
        """This week's luck."""
        return getattr(self.luck, channel)[place][self.week]

    def in_force(self, m):
        """The level of a measure that counts this week."""
        return 0 if self.paused_until[m] > self.week else self.level[m]

    def barred(self, m):
        """Whether courts still bar a measure."""
        return self.barred_until[m] > self.week

    def free(self, seat):
        """A government's measures that no deal binds."""
        return [m for m in self.given.sides[seat].own if not self.bound[m]]

    def rate(self, seat, code=None):
        """What a government's measures add to the other's goods, percent."""
        return self.given.rate[seat][self.code if code is None else code]

    def value(self, seat, code, kind=None):
        """What lasting rates are worth to a government, or to one of its types."""
        return self.given.sides[seat].value[self.type[seat] if kind is None else kind][code]

    def with_level(self, m, level):
        """The code of rates if one measure stood at another level."""
        return self.code + (level - self.in_force(m)) * self.given.measures[m].stride

    def patience_used(self, seat):
        """Tactics' time, from 0 to 1."""
        deadline = min(self.clock) if self.given.scenario.information == "known" else self.clock[seat]
        return min(self.age[seat] / min(deadline, self.given.weeks), 1.0)

    def broken(self, seat, options):
        """The standing commitments of a government that options, by issue, would break."""
        words = self.given.sides[seat].commitments
        return [n for n, word in enumerate(words) if self.committed[seat][n] and options[word.issue] > word.most]

    def cost_of_breaking(self, seat, options):
        """Points lost once by breaking commitments."""
        if True not in self.committed[seat]:
            return 0.0
        return sum(self.given.sides[seat].commitments[n].cost for n in self.broken(seat, options))

    def worth_of_options(self, seat, kind, options):
        """Points of options, by issue; None is left open."""
        worth = self.given.sides[seat].worth
        return sum(worth[issue][kind][option] for issue, option in enumerate(options))

    def believed(self, seat, by_type):
        """A number of the other side, weighted by what a government believes of its type."""
        return sum(share * number for share, number in zip(self.belief[seat], by_type, strict=True))

    def heed(self, seat):
        """How much more prices and approval count as an election is near."""
        rules, week = self.given.sides[seat].election, self.election[seat]
        return rules.heed.value if rules and week is not None and week - self.week <= rules.eve.value else 0.0

    def find_code(self):
        """The code of the rates in force, allies included."""
        own = sum(self.in_force(m) * measure.stride for m, measure in enumerate(self.given.measures))
        own += sum(measure.stride * (measure.top + 1) * self.stage[m] for m, measure in enumerate(self.given.measures))
        allies = zip(self.given.allies, self.stance, strict=True)
        self.code = own + sum(ally.stride * level_of(ally, stance) for ally, stance in allies)

    def end_threat(self, m, ending):
        """A threat is over."""
        self.threat[m] = None
        self.threats_ended[self.given.measures[m].imposer][ending] += 1

    def end_threats_met(self):
        """Threats whose demand is in force end."""
        for m, threat in enumerate(self.threat):
            if threat and threat.issue is not None and self.settled[threat.issue] >= threat.option:
                self.appeased[1 - self.given.measures[m].imposer] = self.week
                self.end_threat(m, MET)


def level_of(ally, stance):
    """Where an ally stands in the code of rates."""
    return 2 if stance == SEPARATE and ally.deal else int(stance == JOINT)


def rest_on_law(world):
    """Measures rest on the basis the file names; no appeal is pending."""
    given = world.given
    world.claimed, world.stage = [0.0] * len(given.measures), [0] * len(given.measures)
    world.eased, world.conceded = [LONG_AGO, LONG_AGO], [LONG_AGO, LONG_AGO]
    world.basis = [measure.basis for measure in given.measures]
    world.usable_from = [None if given.bases[basis].speed else 0 for basis in world.basis]
    world.weeks_in_force, world.renewal = [0] * len(world.basis), [None] * len(world.basis)
    world.appeal_due = [None] * len(given.bases)


def be_calm(world):
    """Nothing felt yet, nobody hit, allies neutral."""
    groups, allies = world.given.groups, len(world.given.allies)
    world.approval, world.income = [group.base for group in groups], [0.0] * len(groups)
    world.rally, world.grievance, world.resentment = [0.0, 0.0], [0.0, 0.0], [0.0] * len(groups)
    world.assurance = [side.conduct.assurance for side in world.given.sides]
    world.stop = None
    world.appeased, world.level_before, world.settled_before = [None, None], list(world.level), list(world.settled)
    trusts = [side.trust for side in world.given.sides]
    world.broken_deals = [trust.breaks * trust.weight if trust else 0.0 for trust in trusts]
    world.deals_counted = [trust.weight if trust else 0.0 for trust in trusts]
    world.fear = [[0.0] * len(FLOWS) for _ in (0, 1)], [0.0] * len(groups)
    world.adapted, world.adapted_to = 0.0, 0.0
    world.felt = [[0.0] * len(FLOWS) for _ in (0, 1)]
    world.total = [[0.0] * len(FLOWS) for _ in (0, 1)]
    world.stance, world.drift, world.offered = [NEUTRAL] * allies, [0.0] * allies, [False] * allies
    world.rate_peak, world.rate_sum, world.joint_peak = [0.0, 0.0], [0.0, 0.0], 0
    world.stress, world.border, world.hit, world.calm = 0.0, 0.0, [LONG_AGO, LONG_AGO], [0, 0]


def drawn_type(side, draw):
    """The first type whose cumulated probability exceeds the draw."""
    total = 0.0
    for kind, probability in enumerate(side.prior[:-1]):
        total += probability
        if total > draw:
            return kind
    return len(side.prior) - 1


def drawn_clock(given, seat, draw, kind):
    """The private deadline, week."""
    clock = given.sides[seat].clock
    if clock is None:
        return given.weeks + 1
    week = clock.earliest + floor(draw * (clock.latest - clock.earliest + 1))
    return max(week + given.sides[seat].types[kind].clock, 1)


def first_belief(other, truth):
    """What a government holds of the other's type at the start."""
    return [float(kind == truth) for kind in range(len(other.prior))] if other.known else list(other.prior)


def lay_out_start(world):
    """What the scenario's [start] says."""
    given, start = world.given, world.given.scenario.start
    scenario = given.scenario
    measures, issues, allies = list(scenario.measures), list(scenario.issues), list(scenario.allies)
    for key, level in start.levels.items():
        world.level[measures.index(key)] = level
    for key, option in start.settled.items():
        world.settled[issues.index(key)] = list(scenario.issues[key].options).index(option)
    for key, threat in start.threats.items():
        issue = None if threat.issue is None else issues.index(threat.issue)
        option = None if issue is None else list(scenario.issues[threat.issue].options).index(threat.option)
        world.threat[measures.index(key)] = new_threat(threat.level, threat.due, issue, option)
    world.usable_from = [0 if world.level[m] or world.threat[m] else week for m, week in enumerate(world.usable_from)]
    for key, stance in start.stances.items():
        world.stance[allies.index(key)] = STANCES.index(stance)
    if start.talks == "suspended":
        world.talks = SUSPENDED
    for seat, side in enumerate(given.sides):
        for key, basis in zip(scenario.bases, given.bases, strict=True):
            world.carried[seat].append(start.belief.get(side.key, {}).get(key, basis.belief) * basis.weight)
            world.believed_from[seat].append(basis.weight)
    world.find_code()


def new_threat(level, due, issue, option):
    """A threat to set a measure to a level in a week unless an issue is settled at an option or beyond."""
    return SimpleNamespace(level=level, due=due, issue=issue, option=option, postponed=0)
