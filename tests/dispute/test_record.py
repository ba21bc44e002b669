"""The weekly record, column by column, of moments laid out by hand."""

import numpy as np
import pytest

from negotiation.dispute.record import Record, week_columns
from negotiation.dispute.standing import standings
from negotiation.dispute.state import LIMITED_DEAL
from negotiation.dispute.worth import COMPONENTS
from negotiation.model import Dispute
from negotiation.politics.coalition import JOINT, SOLIDARITY
from tests.dispute.cases import ALLY, CA, US, course_of, game_with, place_of, state_of

TWO = {"allies": {"mexico": ALLY, "japan": ALLY | {"regions": ["JPN"]}}}


def recorded(changes=None, **columns):
    """The first week's row of one world, by column."""
    game = game_with(changes)
    state = state_of(game, 1, **columns)
    record = Record(game, 1)
    record.write(course_of(game, state), standings(game, state), np.arange(1))
    return {column.name: float(entry) for column, entry in zip(record.columns, record.weeks[0, 0], strict=True)}


def test_columns_are_named_once_with_a_unit_and_a_range():
    columns = week_columns(game_with())
    assert len({column.name for column in columns}) == len(columns)
    assert all(column.unit and column.low < column.high for column in columns)


def test_what_the_economy_feels_is_told_of_each_country():
    felt = np.zeros((1, 2, len(COMPONENTS)))
    names = {"welfare": 1.0, "real_income": 2.0, "border_prices": 3.0, "revenue": 4.0, "jobs": -5.0}
    for name, value in names.items():
        felt[0, CA, COMPONENTS.index(name)] = value
    row = recorded(felt=felt)
    assert [row[f"{name}_ca"] for name in ("welfare", "real_income", "prices", "revenue", "jobs")] == [1, 2, 3, 4, -5]
    assert [row[f"{name}_us"] for name in ("welfare", "real_income", "prices", "revenue", "jobs")] == [0] * 5
    assert (row["rate_ca"], row["rate_us"]) == (0.0, pytest.approx(game_with().tables.rate[US, 2], rel=1e-6))


def test_what_governments_stand_for_is_told():
    row = recorded(aspiration=[[0.5, np.nan]], approval=[[0.7, 0.0, 0.4, 0.4]], threat_level=[[1, -1]])
    assert (row["aspiration_ca"], np.isnan(row["aspiration_us"])) == (0.5, True)
    assert (row["approval_ca"], row["approval_us"]) == (pytest.approx(0.5), pytest.approx(0.4))
    assert (row["threats_ca"], row["threats_us"]) == (0.0, 1.0)
    carried = [[[4.0, 0.0], [1.0, 0.0]]]  # of four, by the two bases: Canada believes half of all, the US an eighth
    row = recorded(carried=carried)
    assert (row["belief_ca"], row["belief_us"]) == (0.5, 0.125)


def test_what_no_deal_is_worth_is_told():
    row = recorded(threat_level=[[1, -1]])
    value = game_with().sides[CA].present_value[0]
    assert row["no_deal_ca"] == pytest.approx(value[2], rel=1e-6)  # the threatened rate is in force already


def test_offers_are_told_by_what_they_give_each_side_over_no_deal_at_the_start():
    game = game_with()
    package = place_of(game, [1, 1, 0, 1, 1])
    row = recorded(offer=[[-1, package]])
    for seat, key in ((CA, "ca"), (US, "us")):
        gain = game.sides[seat].package_worth[0, package] - game.sides[seat].present_value[0, 2]
        assert row[f"offer_us_to_{key}"] == pytest.approx(gain, rel=1e-6)
        assert np.isnan(row[f"offer_ca_to_{key}"])


def test_what_all_share_is_told():
    row = recorded(TWO, stance=[[JOINT, SOLIDARITY]], stress=[2.5], border=[1.5], talks=[2], settlement=[LIMITED_DEAL])
    names = ("stress", "border", "talks", "settlement", "joint_allies", "solidarity_allies", "open")
    assert [row[name] for name in names] == [2.5, 1.5, 2, 1, 1, 1, 1]


def test_an_ended_world_repeats_its_last_row_but_for_the_economy():
    block = Dispute(game_with(), 6, 3).finish()
    name = {column.name: place for place, column in enumerate(block.columns)}
    ended = np.flatnonzero(block.worlds["deal_week"] == block.worlds["deal_week"])
    assert ended.size
    world, week = int(ended[0]), int(block.worlds["deal_week"][ended[0]]) - 1
    after = block.weeks[world, week:]
    for column in ("approval_ca", "no_deal_us", "offer_us_to_ca", "open", "settlement"):
        assert np.array_equal(after[:, name[column]], np.full(len(after), after[0, name[column]]), equal_nan=True), (
            column
        )
    assert block.weeks[world, week - 1, name["rate_us"]] > 0.0
    assert (after[:, name["rate_us"]] == 0.0).all()
    assert np.abs(after[-1, name["real_income_ca"]]) < np.abs(after[0, name["real_income_ca"]])
    assert (after[:, name["open"]] == 0.0).all()
    assert (block.weeks[world, :week, name["open"]] == 1.0).all()


def test_every_week_of_every_world_is_told():
    block = Dispute(game_with(), 6, 3).finish()
    whole = [place for place, column in enumerate(block.columns) if not column.name.startswith(("offer", "aspiration"))]
    assert np.isfinite(block.weeks[:, :, whole]).all()
