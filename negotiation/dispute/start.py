"""The first morning: the state of every world before its first week."""

import numpy as np
from numpy.typing import NDArray

from negotiation.dispute.fear import width_of_fear
from negotiation.dispute.game import Game
from negotiation.dispute.luck import Luck
from negotiation.dispute.state import NEVER, NONE, REMEMBERED, SUSPENDED, TALKING, State
from negotiation.dispute.trust import prior_counts
from negotiation.dispute.worth import COMPONENTS
from negotiation.politics.coalition import JOINT, STANCES
from negotiation.scenario.countries import Country
from negotiation.scenario.start import StandingThreat

Integers = NDArray[np.int64]
LONG_AGO = -1000  # weeks; so that nothing seems recent at the start


def opening_state(game: Game, luck: Luck) -> State:
    """R worlds before their first week; only types, clocks and what the scenario's [start] says differ from calm."""
    worlds = len(luck.start)
    scenario = game.scenario
    measures, issues, bases = len(scenario.measures), len(scenario.issues), len(scenario.bases)
    types = np.stack([_type(game, seat, luck) for seat in (0, 1)], axis=-1)

    def counts(*shape: int) -> Integers:
        return np.zeros((worlds, *shape), np.int64)

    def numbers(*shape: int) -> NDArray[np.float64]:
        return np.zeros((worlds, *shape))

    def flags(*shape: int) -> NDArray[np.bool_]:
        return np.zeros((worlds, *shape), np.bool_)

    state = State(
        week=0,
        open=~flags(),
        level=counts(measures),
        paused_until=counts(measures),
        barred_until=counts(measures),
        bound=flags(measures),
        level_before=counts(measures),
        code=counts(),
        claimed=numbers(measures),
        stage=counts(measures),
        basis=counts(measures) + game.basis,
        usable_from=counts(measures) + np.where(game.bases.speed[game.basis] > 0, NONE, 0),
        weeks_in_force=counts(measures),
        appeal_due=counts(bases) + NONE,
        renewal_level=counts(measures),
        renewal_due=counts(measures),
        threat_level=counts(measures) + NONE,
        threat_due=counts(measures) + NEVER,
        threat_issue=counts(measures) + NONE,
        threat_option=counts(measures) + NONE,
        threat_postponed=counts(measures),
        last_threat=counts(2) + LONG_AGO,
        settled=counts(issues),
        settled_before=counts(issues),
        committed=counts(2),
        talks=counts() + (SUSPENDED if scenario.start.talks == "suspended" else TALKING),
        talks_resume=counts(),
        stop_issue=counts() + NONE,
        stop_option=counts() + NONE,
        offer=counts(2) + NONE,
        opening_worth=numbers(2) + np.nan,
        offers=counts(2, REMEMBERED) + NONE,
        place=counts(2),
        seen=counts(2),
        age=numbers(2),
        aspiration=numbers(2) + np.nan,
        left=flags(2),
        type=types,
        clock=np.stack([_clock(game, seat, luck, types[:, seat]) for seat in (0, 1)], axis=-1),
        type_belief=[prior_belief(game, seat, types) for seat in (0, 1)],
        carried=numbers(2, bases),
        seen_threats=numbers(2, bases),
        assurance=numbers(2) + np.array([side.country.conduct.assurance.value for side in game.sides]),
        appeased=counts(2) + NEVER,
        broken_deals=numbers(2) + np.array([prior_counts(game, seat)[0] for seat in (0, 1)]),
        deals_counted=numbers(2) + np.array([prior_counts(game, seat)[1] for seat in (0, 1)]),
        approval=numbers(len(scenario.constituencies))
        + np.array([group.base.value for group in scenario.constituencies.values()]),
        rally=numbers(2),
        grievance=numbers(2),
        resentment=numbers(len(scenario.constituencies)),
        felt=numbers(2, len(COMPONENTS)),
        income=numbers(len(scenario.constituencies)),
        fear=numbers(width_of_fear(game)),
        adapted=numbers(),
        adapted_to=numbers(),
        stance=counts(len(scenario.allies)),
        leaning=numbers(len(scenario.allies)),
        asked=flags(2),
        offered=flags(len(scenario.allies)),
        stress=numbers(),
        border=numbers(),
        hit=counts(2) + LONG_AGO,
        calm=counts(2),
        eased=counts(2) + LONG_AGO,
        conceded=counts(2) + LONG_AGO,
        proposed=flags(2),
        summits=counts(),
        venue=counts() + NONE,
        total=numbers(2, len(COMPONENTS)),
        rate_peak=numbers(2),
        rate_sum=numbers(2),
        joint_peak=counts(),
        settlement=counts(),
        package=counts() + NONE,
        deal_week=counts() + NEVER,
        limited_week=counts() + NEVER,
        ever_deal=flags(),
        threats_ended=counts(2, 5),
        failed=counts(2),
        once=numbers(2),
        mandate=numbers(2),
        election=counts(2) + np.array([_first_election(side.country) for side in game.sides]),
        called=counts(2) + NEVER,
        voted=counts(2) + LONG_AGO,
        acted=counts(len(scenario.provinces)) + NEVER,
        rested=counts(len(scenario.provinces)),
        refusals=[counts(len(side.chambers)) for side in game.sides],
        signed=counts() + NONE,
        vote_due=counts() + NEVER,
    )
    _lay_out_start(game, state)
    return state


def codes_in_force(game: Game, state: State) -> Integers:
    """The code of the rates in force this week, allies included, (R,)."""
    in_force = np.where(state.paused_until > state.week, 0, state.level)
    own: Integers = np.einsum("rm,m->r", in_force, game.strides)
    if game.claims_grow:
        own = own + np.einsum("rm,m->r", state.stage, game.stage_strides)
    if game.deals_have_content:
        return own + _allied(game, state)
    joined = state.stance == JOINT
    allied: Integers = np.einsum("ra,a->r", joined, game.ally_strides)
    return own + allied


def _allied(game: Game, state: State) -> Integers:
    """What allies that joined or settled add to the code of the rates, (R,)."""
    code = np.zeros(state.worlds, np.int64)
    for place, by_stance in enumerate(game.stance_codes):
        code += by_stance[state.stance[:, place]]
    return code


def _type(game: Game, seat: int, luck: Luck) -> Integers:
    """Which type a government is, (R,), drawn from the prior."""
    ladder = np.cumsum(game.sides[seat].prior)[:-1]
    return np.searchsorted(ladder, luck.start[:, seat].astype(np.float64), side="right").astype(np.int64)


def _clock(game: Game, seat: int, luck: Luck, types: Integers) -> Integers:
    """A government's private deadline, week, (R,), shifted by its type; without one, after the horizon."""
    country = game.sides[seat].country
    clock, shift = country.clock, np.array([kind.clock for kind in country.types.values()])
    if clock is None:
        return np.full(len(luck.start), game.scenario.weeks + 1, np.int64)
    span = clock.latest - clock.earliest + 1
    week = clock.earliest + np.floor(luck.start[:, 2 + seat].astype(np.float64) * span).astype(np.int64)
    shifted: Integers = np.maximum(week + shift[types], 1)
    return shifted


def _first_election(country: Country) -> int:
    """The week of the election on the calendar, -1 for none."""
    scheduled = country.election.week if country.election else None
    return NEVER if scheduled is None else scheduled - 1


def prior_belief(game: Game, seat: int, types: Integers) -> NDArray[np.float64]:
    """What a government believes of the other's type, (R, K): the prior, or the truth where types are known."""
    other = game.sides[1 - seat]
    if other.country.known or game.scenario.information == "known":
        return np.eye(len(other.prior))[types[:, 1 - seat]]
    return np.tile(other.prior, (len(types), 1))


def _lay_out_start(game: Game, state: State) -> None:
    """Put the scenario's [start] into a state, in place."""
    scenario, start = game.scenario, game.scenario.start
    measures, issues = list(scenario.measures), list(scenario.issues)
    for measure, level in start.levels.items():
        state.level[:, measures.index(measure)] = level
    for measure, threat in start.threats.items():
        _threaten(game, state, measures.index(measure), threat)
    for issue, option in start.settled.items():
        state.settled[:, issues.index(issue)] = list(scenario.issues[issue].options).index(option)
    for ally, stance in start.stances.items():
        state.stance[:, list(scenario.allies).index(ally)] = STANCES.index(stance)
    for seat, side in enumerate(game.sides):
        for bit, commitment in enumerate(side.country.commitments.values()):
            state.committed[:, seat] += (1 << bit) * commitment.made
        for place, (key, basis) in enumerate(scenario.bases.items()):
            share = start.belief.get(side.key, {}).get(key, basis.belief.value)
            state.carried[:, seat, place] = share * basis.weight.value
            state.seen_threats[:, seat, place] = basis.weight.value
    state.usable_from[(state.level > 0) | (state.threat_level != NONE)] = 0
    state.code = codes_in_force(game, state)


def _threaten(game: Game, state: State, m: int, threat: StandingThreat) -> None:
    """Let a threat stand on a measure, in place."""
    issues = game.scenario.issues
    state.threat_level[:, m], state.threat_due[:, m] = threat.level, threat.due
    if threat.issue is not None and threat.option is not None:
        state.threat_issue[:, m] = list(issues).index(threat.issue)
        state.threat_option[:, m] = list(issues[threat.issue].options).index(threat.option)
    state.last_threat[:, game.imposer[m]] = 0
