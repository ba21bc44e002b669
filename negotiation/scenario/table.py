"""What the two sides deal in: legal bases, measures, issues with their options, and limited deals."""

from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat, field_validator

from negotiation.scenario.credibility import Stop
from negotiation.scenario.quantity import Fraction, Id, NonNegative, Part, Positive, Quantity, Share, Weeks, Words
from negotiation.scenario.separate_deals import SeparateDeal


class Stay(Part):
    """What an appeal does for a measure a court has ruled against.

    chance: that the ruling is stayed, so that the measure remains; appeal: weeks until the final ruling; voided: chance
    that it upholds the first one.
    """

    chance: Fraction
    appeal: Weeks
    voided: Fraction


class Basis(Part):
    """The law a measure rests on: how often courts void it, how long it then stays barred, how far it is believed.

    belief: prior share of threats on this basis that are carried out; weight: how many threats that prior is worth;
    speed: weeks between the decision to use it and the first day a measure may be in force; duration: weeks after
    which a measure lapses; stay: what appeals do; substitute: the basis a voided or lapsed measure moves to.
    Left out: at once, for good, no appeals, none.
    """

    name: Words
    court_hazard: Fraction
    barred: Weeks
    belief: Fraction
    weight: Positive
    speed: Weeks | None = None
    duration: Weeks | None = None
    stay: Stay | None = None
    substitute: Id | None = None


class Level(Part):
    """One setting of a measure: its rate in percent, and the part of trade exempt from it.

    exempt: a share of trade in every sector, or the name of a table of shares by sector ("usmca 2025_07"); grows: the
    tables that take its place, in turn, as more of the trade is claimed to be exempt (see `Measure.claims`).
    """

    name: Words
    rate: Annotated[float, Field(ge=0.0, le=300.0)]
    exempt: Share | str = 0.0
    grows: tuple[str, ...] = ()

    @field_validator("exempt", mode="before")
    @classmethod
    def share_or_month(cls, exempt: Any) -> Any:
        """Neither a share nor the name of a table is refused in one line, not in one for each."""
        is_share = isinstance(exempt, int | float) and not isinstance(exempt, bool) and 0.0 <= exempt <= 1.0
        if not is_share and not isinstance(exempt, str):
            raise ValueError(f"must be a share, 0 to 1, or 'usmca MONTH', got {exempt}")
        return exempt


class Measure(Part):
    """A tariff instrument; levels go from nothing upwards, in steps; rates in percent.

    claims: percent-weeks of margin (weeks in force at a level that `grows`, times its rate) after which each next stage
    of exemption is reached: the higher the rate, the faster.
    """

    name: Words
    imposer: Id
    sectors: Annotated[tuple[str, ...], Field(min_length=1)]
    kind: Literal["tariff", "export tax", "cut"] = "tariff"
    stacking: Literal["highest", "added"] = "highest"
    basis: Id
    levels: Annotated[tuple[Level, ...], Field(min_length=1, max_length=8)]
    claims: Annotated[tuple[Positive, ...], Field(max_length=4)] = ()
    source: Words


class Option(Part):
    """One way to settle an issue: the measures' levels it fixes and what it is worth to each country a year, points.

    needs: the ally without whose consent it does not take effect; otherwise: the option that holds then, the first
    unless named.
    """

    name: Words
    sets: dict[Id, int] = {}
    value: dict[Id, Quantity] = {}
    security: FiniteFloat = 0.0
    needs: Id | None = None
    otherwise: Id | None = None


class Issue(Part):
    """One thing to settle. The first option is how things stand; later ones ask more of the side that concedes."""

    name: Words
    conceded_by: Id
    options: Annotated[dict[Id, Option], Field(min_length=2, max_length=6)]


class Limited(Part):
    """A deal on these issues only; the others stay open."""

    name: Words
    issues: Annotated[tuple[Id, ...], Field(min_length=1)]


class Talks(Part):
    """How the table works: who speaks first, how many rounds a week, and what stopping talks over a demand does."""

    first: Id
    rounds: Annotated[int, Field(ge=1, le=10)] = 1
    cooling: Weeks
    stop: Stop | None = None


class Summit(Part):
    """A leaders' meeting: weekly chance that it takes place, what proposals and mediation add, rounds, audience."""

    chance: Fraction
    proposed: Fraction
    mediated: Fraction
    rounds: Annotated[int, Field(ge=0, le=20)]
    venues: tuple[Id, ...]
    host_advantage: Fraction


class News(Part):
    """What comes from outside: border incidents, market stress after announcements."""

    border_incident: Fraction
    border_fading: Fraction
    border_shock: NonNegative
    stress_jump: NonNegative
    stress_fading: Fraction
    stress_noise: NonNegative


class Assent(Part):
    """How an ally answers when an option needs it: chance that it agrees where nothing is at stake for it; gain: added
    for a percent of real income that the deal's rates bring it; stance: added where it stands by its friend or
    mediates, taken off where it has a separate deal."""

    chance: Fraction
    gain: NonNegative
    stance: NonNegative


class Ally(Part):
    """A third country or bloc that sets one tariff, and what moves its stance.

    regions: of the trade model; voices: who speaks in it; friend: whom it may side with; sectors and rate: of its
    tariff on the other country if it joins; welfare, solidarity, company, request: how much its own gain from joining
    (percent of real income), the tariffs on its friend (percent), the share of allies that joined and a request move
    it; leaning: where it stands; lean_noise, lean_keeping: weekly shock and memory; settles: chance to take a separate
    deal that is offered; deal: what it holds, without which a separate deal is a stance and nothing else; assent: how
    it answers where an option needs it.
    """

    name: Words
    regions: Annotated[tuple[str, ...], Field(min_length=1)]
    voices: tuple[str, ...] = ()
    friend: Id
    rate: Annotated[float, Field(ge=0.0, le=300.0)]
    sectors: Annotated[tuple[str, ...], Field(min_length=1)]
    leaning: Quantity
    welfare: NonNegative
    solidarity: NonNegative
    company: NonNegative
    request: NonNegative
    lean_noise: NonNegative
    lean_keeping: Fraction
    settles: Fraction
    mediates: Fraction
    deal: SeparateDeal | None = None
    assent: Assent | None = None


class Constituency(Part):
    """A domestic group: where and in what it works, its influence, and what it cares for more than others do.

    sectors: empty for people who see the deal as the whole country does; places: rows of the regions table;
    influence: weight among the country's constituencies; cares: multiplier on issues' values; border: approval lost
    with a border incident, share.
    """

    name: Words
    country: Id
    sectors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    influence: Positive
    base: Fraction
    cares: dict[Id, FiniteFloat] = {}
    border: FiniteFloat = 0.0
