"""The closed lists a story is told from: kinds of move, and the author's reason for each."""

from enum import IntEnum


class Kind(IntEnum):
    """What was done."""

    OFFER = 0
    ACCEPT = 1
    DEAL = 2
    LIMITED_DEAL = 3
    VOTED_DOWN = 4
    IMPOSE = 5
    RAISE = 6
    LOWER = 7
    LIFT = 8
    EXEMPT = 9
    PAUSE = 10
    THREATEN = 11
    THREAT_MET = 12
    THREAT_CARRIED_OUT = 13
    THREAT_IN_PART = 14
    THREAT_POSTPONED = 15
    THREAT_DROPPED = 16
    CONCEDE = 17
    COMMIT = 18
    BREAK_PROMISE = 19
    SUSPEND_TALKS = 20
    RESUME_TALKS = 21
    LEAVE_TALKS = 22
    PROPOSE_SUMMIT = 23
    SUMMIT = 24
    ASK_ALLIES = 25
    OFFER_ALLY = 26
    STANCE = 27
    COURT = 28
    BORDER_INCIDENT = 29
    BREAK_DEAL = 30
    DEMAND = 31
    SIGN = 32
    REFUSE = 33
    ASSENT = 34
    WITHHOLD = 35
    EVENT = 36
    CALL_ELECTION = 37
    ELECTION = 38
    NEW_LEADER = 39
    RULING_STAYED = 40
    RULING_OVERTURNED = 41
    LAPSE = 42
    OTHER_BASIS = 43
    PREPARE = 44
    OBJECT = 45
    CLAIMS_GROW = 46


class Reason(IntEnum):
    """Why it was done, as its author saw it."""

    NONE = 0
    OPENS = 1
    TIME_PRESSES = 2
    ANSWERS_CONCESSIONS = 3
    SEEKS_FAIRNESS = 4
    STANDS_FIRM = 5
    NEXT_BEST = 6
    GOOD_ENOUGH = 7
    RETALIATES = 8
    NEVER_FORGETS = 9
    PAYS = 10
    PRESSES_DEMAND = 11
    KEEPS_ITS_WORD = 12
    HALF_WAY = 13
    BUYS_TIME = 14
    TOO_COSTLY = 15
    DEMAND_MET = 16
    AVOIDS_HARM = 17
    WEARY = 18
    GOODWILL = 19
    ANSWERS_RESTRAINT = 20
    HIT = 21
    TEMPERS_COOLED = 22
    CLOCK_RAN_OUT = 23
    SEEKS_HELP = 24
    DIVIDES = 25
    STANDS_BY_FRIEND = 26
    LOOKS_AFTER_ITSELF = 27
    OFFERS_GOOD_OFFICES = 28
    RULED_UNLAWFUL = 29
    SUPPORT_AT_HOME = 30
    NO_SUPPORT_AT_HOME = 31
    LEADERS_MEET = 32
    NEWS = 33
    SETTLED = 34
    SCRIPT = 35
    PERSON = 36
    MARKETS_TREMBLE = 37
    CONFIDENCE_LOST = 38
    CALENDAR = 39
    APPEALS = 40
    FOUND_LAWFUL = 41
    LAW_RAN_OUT = 42
    OTHER_LAW = 43
    LOOKS_AHEAD = 44
    PAIN_AT_HOME = 45
    SAVES_TALKS = 46
    TIES_HANDS = 47
    MARGIN = 48
