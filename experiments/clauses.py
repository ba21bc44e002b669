"""The briefing's clauses: the parameter that carries each, its neutral setting, and the result the clause speaks of.

The results were named on 1,000 worlds of seed 2025; docs/briefing.md measures them on other luck.
"""

from collections.abc import Sequence
from typing import NamedTuple

from experiments.neutral import Change, put, with_levels, without_issue, without_measure

SCENARIO = "us-canada-briefing"


class Clause(NamedTuple):
    """clause: in the briefing's words, shortened; parameter: in the scenario file; neutral: what it is set to instead,
    in words; result: a key of RESULTS; changes: how it is set."""

    clause: str
    parameter: str
    neutral: str
    result: str
    changes: Sequence[Change]


def both(path: str, value: float) -> tuple[Change, ...]:
    """The same entry of both countries."""
    return tuple(put(f"countries.{side}.{path}", value) for side in ("us", "ca"))


CLAUSES = (
    Clause("Trump threatens tariffs", "start.threats.us_general", "no threat stands at the start", "US tariff",
           (put("start.threats", {}),)),
    Clause("of 25 % on Canadian imports", "measures.us_general.levels", "10 % is the highest level", "Canada's welfare",
           (with_levels("us_general", 2),)),
    Clause("against a US$1 trillion trade deficit", "countries.us.payoff.balance", "0", "US tariff",
           (put("countries.us.payoff.balance", 0.0),)),
    Clause("Carney: the era of deepening integration is over", "countries.ca.commitments.integration.made", "false",
           "long renewal", (put("countries.ca.commitments.integration.made", False),)),
    Clause("Carney vows counter-tariffs", "countries.ca.strategy.ratio", "0", "trade war",
           (put("countries.ca.strategy.ratio", 0.0),)),
    Clause("above all on energy exports", "measures.ca_energy", "out of play", "US prices",
           (without_measure("ca_energy"),)),
    Clause("the US demands stricter border measures", "start.threats.us_general.issue", "the threat demands nothing",
           "security", (put("start.threats.us_general.issue", None), put("start.threats.us_general.option", None))),
    Clause("which Carney calls exaggerated", "issues.border.options.*.value.ca", "Canada's price is the US's gain",
           "security",
           (put("issues.border.options.plan.value.ca", -0.12), put("issues.border.options.strict.value.ca", -0.22))),
    Clause("autos and steel among the trade at stake", "countries.*.organised_sectors", "wood and dairy only",
           "deals", both("organised_sectors", ("WOOD", "DAIRY"))),
    Clause("job losses", "countries.*.audience.pain, ratification.relief", "0", "Canada's approval",
           (*both("audience.pain", 0.0), *both("ratification.relief", 0.0))),
    Clause("higher consumer prices", "countries.*.payoff.border_prices, audience.price_pain", "0", "US tariff",
           (*both("payoff.border_prices", 0.0), *both("audience.price_pain", 0.0))),
    Clause("on the table: USMCA's renewal", "issues.usmca", "off the table", "deals", (without_issue("usmca"),)),
    Clause("the cultural exemption", "issues.culture", "off the table", "deals", (without_issue("culture"),)),
    Clause("softwood lumber", "issues.softwood, measures.us_lumber", "off the table and out of play", "US terms",
           (without_measure("us_lumber"), without_issue("softwood"))),
    Clause("dairy quotas", "issues.dairy", "off the table", "deals", (without_issue("dairy"),)),
    Clause("Carney rallies the G7", "countries.ca.conduct.asks_allies", "false", "joint retaliation",
           (put("countries.ca.conduct.asks_allies", False),)),
    Clause("the US insists on bilateral deals", "countries.us.conduct.divide", "0", "joint retaliation",
           (put("countries.us.conduct.divide", 0.0),)),
    Clause("that favour American workers", "countries.us.payoff.organised", "0", "sector tariffs kept",
           (put("countries.us.payoff.organised", 0.0),)),
    Clause("the leaders may meet, no date confirmed", "summit.chance, proposed, mediated", "0", "deals",
           (put("summit.chance", 0.0), put("summit.proposed", 0.0), put("summit.mediated", 0.0))),
    Clause("in Washington or Ottawa", "summit.venues", "Washington only", "deals", (put("summit.venues", ("us",)),)),
    Clause("both leaders want to avoid a full-blown conflict", "countries.*.conduct.stress_weight, payoff.approval",
           "0", "US tariff", (*both("conduct.stress_weight", 0.0), *both("payoff.approval", 0.0))),
    Clause("and face domestic demands", "countries.*.ratification.threshold", "0", "deals",
           both("ratification.threshold", 0.0)),
)  # fmt: skip
