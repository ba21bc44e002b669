"""The state of R worlds: every quantity that changes, worlds first.

Axes: R worlds, G governments, M measures, I issues, B legal bases, C constituencies, A allies, K types, J components.
"""

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

NONE = -1
NEVER = -1
TALKING, SUSPENDED, ENDED = range(3)
NO_DEAL, LIMITED_DEAL, COMPREHENSIVE_DEAL, BROKEN_DEAL = range(4)
REMEMBERED = 12  # offers of each government; a year of talks with six summits hears some seventy
THREAT_ENDS = ("met", "carried_out", "in_part", "postponed", "dropped")
MET, CARRIED_OUT, IN_PART, POSTPONED, DROPPED = range(5)


@dataclass
class State:
    """Where R worlds stand in a week.

    Measures: level (R, M); paused_until, barred_until (R, M) week from which it is in force or may be used again;
    bound (R, M) fixed by a limited deal; level_before (R, M) the last of them; code (R,) of the rates in
    force, allies included.
    Claims: claimed (R, M) percent-weeks of margin so far; stage (R, M) of exemption reached.
    Law: basis (R, M) a measure rests on; usable_from (R, M) week from which its procedure allows it, -1 not begun;
    weeks_in_force (R, M) on this basis; appeal_due (R, B) week of the final ruling, -1 none; renewal_level (R, M) to
    return to on another basis, 0 none, in the week renewal_due (R, M).
    Threats on a measure: threat_level (R, M), -1 none; threat_due (R, M) week; threat_issue, threat_option (R, M) the
    demand; threat_postponed (R, M) times; last_threat (R, G) week.
    Table: settled (R, I) option in force; settled_before (R, I) what was before the last limited deal; committed (R, G)
    bitmask; talks (R,); talks_resume (R,) week; stop_issue, stop_option (R,) the demand they were stopped over, -1
    none; offer (R, G) standing package, -1 none; opening_worth (R, G) of the
    other's first offer to g, points, NaN before it; offers (R, G, N) the last N packages each put forward, one a turn,
    the latest last, -1 before the first; place (R, G) offers made; seen (R, G) different offers received;
    age (R, G) rounds since the start, the tactics' clock; aspiration (R, G) points; left (R, G) has left the talks.
    Private: type, clock (R, G). Beliefs of g about the other: type_belief, one (R, K) per government; carried,
    seen_threats (R, G, B) counts with the prior; assurance (R, G); appeased (R, G) week
    in which g last met a demand, -1 for never or since broken; broken_deals, deals_counted (R, G) with the prior.
    Home: approval (R, C); rally, grievance (R, G), resentment (R, C) shares; felt (R, G, J) components phased in;
    income (R, C) percent, phased in; fear (R, F) percent that believed threats take, no column without fear;
    adapted (R,) share of the way that trade has gone to the long run, adapted_to (R,) percent, the rates it had before.
    World: stance (R, A); leaning (R, A); asked (R, G); offered (R, A); stress, border (R,); hit (R, G) week of the last
    new measure against g; calm (R, G) weeks since own last move on measures; eased (R, G) week of own last easing of
    measures; conceded (R, G) week of the last option given without a deal.
    Diplomacy: proposed (R, G) a summit was proposed; summits (R,) held; venue (R,) seat of the last one's host, -1
    elsewhere.
    Sums: total (R, G, J) component-years so far; rate_peak, rate_sum (R, G) percent, percent-weeks; joint_peak (R,).
    Elections: mandate (R, G) share added to the support a deal needs since the last one; election (R, G) week of the
    next, -1 none; called (R, G) week in which it was called, voted (R, G) week of the last.
    Provinces: acted (R, V) week in which one imposed its own measure; rested (R, V) week from which it may.
    Institutions: refusals, one (R, N) per government, how often each further institution refused; signed (R,) package
    waiting for its vote, -1 none; vote_due (R,) week of that vote.
    Course: open (R,) still played; settlement (R,); package (R,) last ratified, -1 none; deal_week, limited_week (R,);
    ever_deal (R,); threats_ended (R, G, 5); failed (R, G) ratifications; once (R, G) points lost once.
    """

    week: int
    open: Flags
    level: Integers
    paused_until: Integers
    barred_until: Integers
    bound: Flags
    level_before: Integers
    code: Integers
    claimed: Floats
    stage: Integers
    basis: Integers
    usable_from: Integers
    weeks_in_force: Integers
    appeal_due: Integers
    renewal_level: Integers
    renewal_due: Integers
    threat_level: Integers
    threat_due: Integers
    threat_issue: Integers
    threat_option: Integers
    threat_postponed: Integers
    last_threat: Integers
    settled: Integers
    settled_before: Integers
    committed: Integers
    talks: Integers
    talks_resume: Integers
    stop_issue: Integers
    stop_option: Integers
    offer: Integers
    opening_worth: Floats
    offers: Integers
    place: Integers
    seen: Integers
    age: Floats
    aspiration: Floats
    left: Flags
    type: Integers
    clock: Integers
    type_belief: list[Floats]
    carried: Floats
    seen_threats: Floats
    assurance: Floats
    appeased: Integers
    broken_deals: Floats
    deals_counted: Floats
    approval: Floats
    rally: Floats
    grievance: Floats
    resentment: Floats
    felt: Floats
    income: Floats
    fear: Floats
    adapted: Floats
    adapted_to: Floats
    stance: Integers
    leaning: Floats
    asked: Flags
    offered: Flags
    stress: Floats
    border: Floats
    hit: Integers
    calm: Integers
    eased: Integers
    conceded: Integers
    proposed: Flags
    summits: Integers
    venue: Integers
    total: Floats
    rate_peak: Floats
    rate_sum: Floats
    joint_peak: Integers
    settlement: Integers
    package: Integers
    deal_week: Integers
    limited_week: Integers
    ever_deal: Flags
    threats_ended: Integers
    failed: Integers
    once: Floats
    mandate: Floats
    election: Integers
    called: Integers
    voted: Integers
    acted: Integers
    rested: Integers
    refusals: list[Integers]
    signed: Integers
    vote_due: Integers

    def copy(self) -> "State":
        """The same worlds, to play on differently."""
        return deepcopy(self)

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        return len(self.open)
