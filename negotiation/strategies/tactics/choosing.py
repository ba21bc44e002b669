"""Offers chosen by looking through every comprehensive package: by similarity, or by an opponent model.

Axes: R worlds, P packages, I issues, O options. Where no package counts, the accommodating offer stands in.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from negotiation.bargaining.scores import NONE, Scores, first_best, likeness_of, similarity, sum_of_options
from negotiation.bargaining.tactics.frequency import Frequency, believed_by_option, heard, nothing_heard
from negotiation.bargaining.tactics.wants import Want
from negotiation.dispute.decision import Decision
from negotiation.dispute.reasons import Reason
from negotiation.dispute.view import View
from negotiation.strategies.tactics.aspiration import bargain_for
from negotiation.strategies.tactics.sitting import AtDispute

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class TradeOff:
    """Hold out for what the want says and offer, of what is worth about that, what is most like the other's last offer.

    width: share of the way from no deal to the best package that still counts as indifferent. Issues count evenly;
    options of an issue lie on a scale from how things stand to the most that can be asked.
    Source: Faratin, Sierra & Jennings (2002), trade-offs by similarity.
    """

    want: Want
    width: float = 0.05

    def at_table(self, view: View) -> Decision:
        """Bargain for what is wanted, along the level."""
        seat = AtDispute(view)
        least = seat.points(self.want.wanted(seat))
        decision = bargain_for(view, least, Reason.SEEKS_FAIRNESS)
        return _with_choice(view, decision, least, least + self.width * seat.gap, _likeness(view))


@dataclass(frozen=True)
class Modelling:
    """Hold out for what the want says and offer what a frequency model believes the other to like most.

    The model counts the options in the offers remembered, so that it forgets older ones.
    Source: van Krimpen, Looije & Hajizadeh (2013), HardHeaded, its opponent model.
    """

    want: Want
    model: Frequency

    def at_table(self, view: View) -> Decision:
        """Bargain for what is wanted, as the model believes."""
        seat = AtDispute(view)
        least = seat.points(self.want.wanted(seat))
        decision, believed = bargain_for(view, least, Reason.TIME_PRESSES), estimate(view, self.model)
        packages = view.catalogue.options
        return _with_choice(view, decision, least, np.full(len(least), np.inf), _believed(packages, believed))


def estimate(view: View, model: Frequency) -> Floats:
    """What each option is believed to add to the other's utility from its remembered offers, (R, I, O)."""
    received, options = view.heard.received, view.catalogue.every_option
    memory = nothing_heard(view.catalogue.counts, len(received))
    before = np.full(len(received), NONE)
    for package in received.T:
        memory = heard(memory, (options[before], before != NONE), (options[package], package != NONE), model)
        before = package
    return believed_by_option(memory)


def _believed(packages: NDArray[np.int64], believed: Floats) -> Scores:
    return lambda some: sum_of_options(packages, believed[some])


def _likeness(view: View) -> Scores:
    """Similarity of every package to the other's standing one; an issue that leaves open counts nothing."""
    catalogue, counts = view.catalogue, view.catalogue.counts
    alike = likeness_of(counts, [np.linspace(0.0, 1.0, count).tolist() for count in counts])
    asked = catalogue.every_option[view.offered]
    weights = np.where(asked >= 0, 1.0 / len(counts), 0.0)
    return lambda some: similarity(catalogue.options, asked[some], weights[some], alike)


def _with_choice(view: View, decision: Decision, least: Floats, most: Floats, scores: Scores) -> Decision:
    """The decision with the package of highest score among those worth least to most (R,) points that pass at home.

    Before the other has spoken, and where none counts, the decision's own stands.
    """
    catalogue, least = view.catalogue, np.maximum(least, view.no_deal)

    def counts(some: slice) -> NDArray[np.bool_]:
        worth = catalogue.worth(some)
        return (worth >= least[some, None]) & (worth <= most[some, None]) & catalogue.passes(some)

    chosen = first_best(counts, scores, len(least), len(catalogue.options))
    usual = chosen if decision.package is None else decision.package
    return replace(decision, package=np.where((chosen != NONE) & (view.offered != NONE), chosen, usual))
