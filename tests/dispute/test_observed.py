"""Observed rates: felt as levels would be, between the levels' steps, and as the mean of a week's days."""

import datetime

import numpy as np
import pytest

from negotiation import Dispute, Person, ScenarioError, read_scenario
from negotiation.dispute.observed import weekly_rates
from negotiation.economy import REGIONS, SECTORS, SERVICES
from negotiation.scenario import validated

TEACHING = "teaching-first-numbers"
FIRST = datetime.date(2024, 11, 25)
GOODS = [sector for sector in SECTORS if sector not in SERVICES]
US, CA = REGIONS.index("USA"), REGIONS.index("CAN")
QUIET = {"us": Person, "ca": Person}  # nobody tells them anything


def levied(percent, week=0, day=0, by="USA", on="CAN"):
    """A rate on all goods from a day on, but for sectors left out."""
    since = FIRST + datetime.timedelta(days=7 * week + day)
    rates = percent if isinstance(percent, dict) else dict.fromkeys(GOODS, percent)
    return {
        "since": since, "importers": [by], "exporters": [on], "source": "assumption: a test's case",
        "percent": dict.fromkeys(GOODS, 0.0) | rates,
    }  # fmt: skip


def scenario_with(*rates, until=None, **changes):
    """The teaching case from a day on, under observed rates."""
    table = read_scenario(TEACHING, {"start.date": "25 November 2024", "weeks": "6"} | changes).model_dump()
    return validated(table | {"observed": {"until": until, "rates": rates} if rates else None}, "test")


def test_rates_observed_as_levels_levy_them_are_felt_alike_bit_for_bit():
    measure = read_scenario(TEACHING).measures["us_general"]
    percent = dict.fromkeys(measure.sectors, measure.levels[1].rate)
    in_force = scenario_with()
    observed = scenario_with(levied(percent), **{"start.levels.us_general": "0"})
    one, other = (Dispute(each, 3, classes=QUIET).finish() for each in (in_force, observed))
    for column in ("rate_us", "rate_ca", "welfare_us", "welfare_ca", "prices_us", "jobs_ca", "approval_ca"):
        place = [each.name for each in one.columns].index(column)
        assert one.weeks[:, :, place].tobytes() == other.weeks[:, :, place].tobytes(), column
    for column in ("welfare_ca", "payoff_ca_unity", "sector_income_ca_AUTOS", "jobs_us_METALS", "rate_end_us"):
        np.testing.assert_array_equal(one.worlds[column], other.worlds[column])


def test_a_week_counts_its_days():
    """25 % from Thursday of week 2: four days of seven; then 35 % from Monday of week 4."""
    weekly = weekly_rates(scenario_with(levied(25.0, 2, 3), levied(35.0, 4)))
    assert weekly.tariffs[:, US, CA, 0].tolist() == pytest.approx([0.0, 0.0, 0.25 * 4 / 7, 0.25, 0.35, 0.35])
    assert not weekly.tariffs[:, CA, US].any()


def test_after_the_last_day_the_levels_count_again():
    scenario = scenario_with(levied(10.0), until=FIRST + datetime.timedelta(days=20))
    dispute = Dispute(scenario, classes=QUIET)
    weeks = dispute.finish().weeks[0, :, dispute.record.place["rate_us"]]
    assert weeks[:3].tolist() == pytest.approx([10.0] * 3)
    assert (weeks[3:] == weeks[3]).all()
    assert weeks[3] == pytest.approx(dispute.game.tables.rate[dispute.government("us").seat, dispute.state.code[0]])
    assert weeks[3] != pytest.approx(10.0)


def test_a_higher_observed_tariff_costs_the_other_more():
    ends = [Dispute(scenario_with(levied(rate)), classes=QUIET).finish().worlds["real_income_ca"][0] for rate in (5, 9)]
    assert ends[1] < ends[0] < 0.0


BAD = {
    "observed.rates.1.since: must not come before the rates above it, got 2024-11-28": (levied(5, 1), levied(5, 0, 3)),
    "observed.rates.0.since: must lie in the dispute, 6 weeks from 2024-11-25, got 2025-01-06": (levied(5, 6),),
    "observed.rates.0.importers: unknown region 'USS'; did you mean 'USA'?": (levied(5, by="USS"),),
    "observed.rates.0.percent: unknown sector 'MILK'; known: " + ", ".join(GOODS): (levied({"MILK": 5.0}),),
    "observed.rates.0.percent: has no rate for CHEM; every goods sector is stated, 0 where none falls": (
        {**levied(5), "percent": {sector: 1.0 for sector in GOODS if sector != "CHEM"}},),
    "observed.rates.0.percent.CHEM: must be less than or equal to 300, got 301.0": (levied({"CHEM": 301.0}),),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_record_is_refused_in_a_line(fault):
    with pytest.raises(ScenarioError) as refused:
        scenario_with(*BAD[fault])
    assert str(refused.value) == f"test: {fault}"
