"""How a government eases its own measures for reasons: market stress, or the other side's giving way."""

from negotiation.scenario.quantity import NonNegative, Part, Weeks


class Relief(Part):
    """When and how a government eases; left out, it never does for these reasons.

    stress: index of market stress above which it eases; pause: weeks for which it pauses a measure, 0 to lower one by a
    level instead; rest: weeks without easing after any easing; concessions: also in the week after the other side gave
    way alone; exempts: rather exempts part of the trade at the same rate, where a measure has such a level.
    """

    stress: NonNegative
    pause: Weeks
    rest: Weeks
    concessions: bool = False
    exempts: bool = False
