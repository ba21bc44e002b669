"""A record replayed: the same luck with one thing changed; what is told of it; what cannot be replayed."""

import datetime
import json

import numpy as np
import pytest

from negotiation.economy import SECTORS, SERVICES
from negotiation.scenario import ScenarioError, read_scenario, validated
from negotiation.study.replay import QUANTITIES, RECORD, Played, Replay, events, replayed, with_record
from negotiation.study.replay_words import sentence

TEACHING = "teaching-first-numbers"
FIRST = datetime.date(2024, 11, 25)
ON = {"who": "us", "measure": "us_general"}
SOURCE = "assumption: a test's case"
QUIET = {"start.date": "25 November 2024", "start.levels.us_general": "0", "weeks": "8"}
QUIET |= {f"countries.{side}.strategy.{kind}": name for side in ("us", "ca")
          for kind, name in (("tactic", "silent"), ("doctrine", "none"))}  # fmt: skip


def levied(by, on, percent, week):
    """One rate on all goods from the first day of a week on."""
    goods = {sector: percent for sector in SECTORS if sector not in SERVICES}
    since = FIRST + datetime.timedelta(days=7 * week)
    return {"since": since, "importers": [by], "exporters": [on], "percent": goods, "source": SOURCE}


@pytest.fixture(scope="module")
def scenario():
    """25 % by the US from week 3, by Canada from week 5."""
    acts = [
        {"week": 3, "acts": [{"act": "impose", **ON, "level": 1}]},
        {"week": 5, "acts": [{"act": "impose", "who": "ca", "measure": "ca_consumer", "level": 1}]},
    ]
    what_if = {
        "as_it_was": {"name": "The same", "source": SOURCE},
        "never_retaliates": {"name": "Canada never retaliates", "without": "ca", "source": SOURCE},
    }
    rates = [levied("USA", "CAN", 25.0, 2), levied("CAN", "USA", 25.0, 4)]
    table = read_scenario(TEACHING, QUIET).model_dump()
    return validated(table | {"moves": acts, "observed": {"rates": rates}, "counterfactuals": what_if}, "test")


@pytest.fixture(scope="module")
def replay(scenario):
    return replayed(scenario, 6, 11, lambda stage, done, total: None)


def test_nothing_changed_is_the_record_bit_for_bit(replay):
    same = next(played for played in replay.played if played.key == "as_it_was")
    for column, band in replay.record.bands.items():
        assert band.tobytes() == same.bands[column].tobytes(), column
    assert same.totals == replay.record.totals


def test_what_if_has_the_same_luck_until_something_is_changed(replay):
    """Canada's tariff comes in week 5: until then publics, too, are the same; then it costs Canada real income."""
    other = next(played for played in replay.played if played.key == "never_retaliates")
    for column, band in replay.record.bands.items():
        np.testing.assert_array_equal(band[:, :4], other.bands[column][:, :4])
    assert replay.record.bands["rate_ca"][1].tolist() == pytest.approx([0.0] * 4 + [25.0] * 4, rel=1e-6)
    assert not other.bands["rate_ca"].any()
    assert other.last("real_income_ca") > replay.record.last("real_income_ca")


def test_acts_are_told_by_week(scenario):
    assert [(event.week, event.who, event.act, event.what) for event in events(scenario)] == [
        (2, "us", "impose", "us_general"), (4, "ca", "impose", "ca_consumer"),
    ]  # fmt: skip


def played(key, income, welfare, approval):
    """A course that ends with Canada at these figures and the US at none."""
    ends = {"real_income": income, "welfare": welfare, "approval": approval}
    bands = {f"{name}_{side}": np.full((3, 1), ends.get(name, 0.0) if side == "ca" else 0.0)
             for name in QUANTITIES for side in ("us", "ca")}  # fmt: skip
    return Played(key, "Canada never retaliates", bands, {})


def test_a_sentence_says_what_is_different(scenario):
    was, otherwise = played(RECORD, -0.75, -0.47, 0.55), played("x", -0.58, -0.55, 0.57)
    told = Replay(scenario, 6, 11, (datetime.date(2025, 9, 1),), (was, otherwise))
    assert sentence(told, was).replace("\u00a0%", " %") == (
        "By September 2025 tariffs and the threat of them had cost Canada 0.75 % of real income and the US 0.00 %; "
        "of welfare 0.47 % and 0.00 %"
    )
    assert sentence(told, otherwise).replace("\u00a0%", " %") == (
        "Canada never retaliates. Canada: real income +0.17 %, welfare −0.08 %, approval +2 points; "
        "the US hardly different"
    )
    assert " %" not in sentence(told, otherwise)  # no line ends before it


def test_the_shipped_record_is_found_by_its_dispute():
    assert with_record(read_scenario("us-canada-record")) == "us-canada-record-moves"
    assert with_record(read_scenario("us-canada-record-moves")) is None


def test_a_dispute_without_a_record_is_refused_in_a_line():
    with pytest.raises(ScenarioError) as refused:
        with_record(read_scenario(TEACHING))
    assert str(refused.value) == (
        "teaching-first-numbers: has no [[moves]] and no [[observed.rates]] to replay, nor has "
        "'teaching-first-numbers-moves'"
    )


@pytest.mark.slow
def test_the_command_writes_numbers_and_a_figure_for_each_course(scenario, tmp_path, capsys, monkeypatch):
    from negotiation.cli import main

    monkeypatch.setattr("negotiation.commands.replay.scenario_of", lambda name, changes: scenario)
    with pytest.raises(SystemExit) as ended:
        main(["replay", "anything", "--worlds", "3", "--out", str(tmp_path / "out"), "--json"])
    assert ended.value.code == 0
    summary = json.loads(capsys.readouterr().out)
    assert list(summary["courses"]) == ["record", "as_it_was", "never_retaliates"]
    assert "does not forecast" in summary["says"]
    assert len(summary["courses"]["record"]["weeks"]["rate_us"][1]) == 8
    figures = sorted(path.name for path in (tmp_path / "out" / "figures").glob("*.png"))
    assert figures == ["replay-0-record.png", "replay-1-as-it-was.png", "replay-2-never-retaliates.png"]
    weeks = (tmp_path / "out" / "weeks.csv").read_text().splitlines()
    assert len(weeks) == 1 + 3 * 8
