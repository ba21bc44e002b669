"""The shipped tables: complete, rounded, adding up, and saying where they come from."""

import re

import numpy as np
import pytest

from negotiation.economy import (
    REGIONS,
    SECTORS,
    default_tables,
    economy_names,
    elasticities_by_source,
    employment,
    employment_sources,
    regional_exposures,
    usmca_claim_shares,
    value_added,
)
from negotiation.economy.calibration import TABLES


def test_elasticities_are_the_median_of_eight_sources():
    """Services: seven sources say 4.00 and one 8.35. Dairy: the middle two of eight are 3.57 and 4.00."""
    sources = elasticities_by_source()
    assert len(sources) == 8
    chosen = dict(zip(SECTORS, default_tables().elasticities, strict=True))
    assert chosen["SERV"] == 4.0
    assert chosen["DAIRY"] == pytest.approx((3.57 + 4.0) / 2)


def test_us_goods_imports_from_canada_are_those_of_the_census(economy):
    """USD 411.7 billion in 2024."""
    assert default_tables().flows[0, 1, :-1].sum() / 1e3 == pytest.approx(411.7, rel=0.01)


def test_the_base_adds_up(economy):
    base = economy.base
    assert np.abs(base.shares.sum(axis=1) - 1.0).max() < 1e-12
    assert np.abs(base.final_shares.sum(axis=1) - 1.0).max() < 1e-12
    assert value_added(economy).sum(axis=1) == pytest.approx(np.ones(len(REGIONS)))
    assert base.deficits.sum() == pytest.approx(0.0, abs=1e-6 * base.gdp.sum())
    used = np.einsum("isk,ik->is", base.input_shares, base.sales)
    final = base.final_shares * base.income[:, None]
    assert used + final == pytest.approx(base.spending, rel=1e-9)


def test_numbers_have_at_most_five_significant_digits():
    for path in TABLES.glob("*.csv"):
        for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)?(?=[,\n])", path.read_text()):
            digits = number.split("e")[0].replace(".", "").strip("0")
            assert len(digits) <= 5, (path.name, number)


def test_employment_adds_up_to_the_totals_and_names_every_source():
    jobs, sources = employment(), employment_sources()
    assert jobs["USA"].sum() == pytest.approx(161_000, rel=1e-3)
    assert jobs["CAN"].sum() == pytest.approx(20_200, rel=1e-3)
    assert jobs["CAN"][SECTORS.index("AUTOS")] == 125.0
    assert len(sources) == 2 * len(SECTORS)
    assert all("unchecked" in source for source in sources.values())


def test_regional_exposures_name_unit_and_source():
    exposures = {exposure.code: exposure for exposure in regional_exposures()}
    assert exposures["NB"].share == 0.38
    assert exposures["NB"].unit == "exports to partner / provincial GDP"
    assert exposures["ND"].partner == "CAN"
    assert all(exposure.source for exposure in exposures.values())


def test_usmca_claims_rose_in_july_2025():
    claims = usmca_claim_shares()
    wood = SECTORS.index("WOOD")
    assert (claims["2025_06"][wood], claims["2025_07"][wood]) == (0.197, 0.989)
    assert claims["2024"][SECTORS.index("SERV")] == 0.0


def test_names_are_in_the_order_of_the_arrays(economy):
    assert economy_names() == (economy.regions, economy.sectors) == (REGIONS, SECTORS)
