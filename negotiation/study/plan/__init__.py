"""What a study is: uncertainties, levers, outcomes, and the design that says which points are played."""

from negotiation.study.plan.design import Design
from negotiation.study.plan.factors import Lever, Uncertainty
from negotiation.study.plan.outcomes import Measured
from negotiation.study.plan.points import Point, points_of
from negotiation.study.plan.read import read_study, stated, with_worlds
from negotiation.study.plan.study import Study, Until

__all__ = [
    "Design", "Lever", "Measured", "Point", "Study", "Uncertainty", "Until", "points_of", "read_study", "stated",
    "with_worlds",
]  # fmt: skip
