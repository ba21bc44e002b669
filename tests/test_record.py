"""The record of 2025: every dated move of it is a move in the game, made on its day by whom it was made."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from negotiation import Dispute, read_scenario
from negotiation.dispute.observed import weekly_rates
from negotiation.economy import REGIONS, SECTORS
from negotiation.scenario.calendar import week_of
from negotiation.scenario.counterfactual import counterfactual

ROOT = Path(__file__).resolve().parent.parent
NAME = "us-canada-record-moves"
SHARED = ROOT.parent / "shared" / "calibration"
TIMELINE = SHARED / "timeline_to_2025-09-01.json"
KINDS = {
    "threaten": {"threaten"}, "carry out": {"threat_carried_out"}, "postpone": {"threat_postponed"},
    "drop": {"threat_dropped"}, "impose": {"impose"}, "raise": {"raise", "impose"}, "exempt": {"exempt"},
    "lift": {"lift"}, "concede": {"concede"}, "propose summit": {"propose_summit"}, "summit": {"summit"},
    "suspend talks": {"suspend_talks"}, "resume talks": {"resume_talks"}, "event": {"event"},
    "court": {"ruling_stayed"},
}  # fmt: skip


@pytest.fixture(scope="module")
def scenario():
    return read_scenario(NAME)


@pytest.fixture(scope="module")
def played(scenario):
    """Three worlds of the record."""
    dispute = Dispute(scenario, 3)
    return dispute, dispute.finish()


@pytest.mark.skipif(not TIMELINE.is_file(), reason="the collected record is not beside the project")
def test_the_file_has_the_dates_actors_and_kinds_of_the_record(scenario):
    entries = json.loads(TIMELINE.read_text(encoding="utf-8"))
    told = [tuple(entry[name] for name in ("date", "actor", "kind")) for entry in entries]
    assert len(told) == 39
    assert [(move.date.isoformat(), move.actor, move.kind) for move in scenario.moves] == told
    assert all(move.checked for move, entry in zip(scenario.moves, entries, strict=True) if entry["checked"])


def test_every_move_is_made_in_its_week_by_its_author_in_every_world(scenario, played):
    """Nothing is left out and governments do nothing else; luck brings what it was told to."""
    _, block = played
    moves, asked = block.moves, Counter()
    for move in scenario.moves:
        for act in move.acts:
            author = "world" if act.who is None else act.who
            asked[week_of(scenario.first_day, move.date) + 1, author, act.act] += 1
    words = [[column.labels[code] for code in column.codes] for column in (moves.government, moves.kind)]
    for world in range(3):
        here = [
            (week, who, kind)
            for number, week, who, kind in zip(moves.world.tolist(), moves.week.tolist(), *words, strict=True)
            if number == world and kind not in ("demand", "border_incident")
        ]
        made = Counter(here)
        for (week, who, act), times in asked.items():
            assert sum(made[week, who, kind] for kind in KINDS[act]) == times, (week, who, act)
        assert len(here) == sum(asked.values())


def test_threats_end_as_in_the_record(played):
    """The US carried out five of six (general twice, energy, metals, cars), Canada one of two; none stands."""
    dispute, block = played
    for side, carried, dropped, postponed in (("us", 5, 1, 3), ("ca", 1, 1, 2)):
        for end, count in (("carried_out", carried), ("dropped", dropped), ("postponed", postponed)):
            assert block.worlds[f"threats_{side}_{end}"].tolist() == [count] * 3
    assert (dispute.state.threat_level == -1).all()


def test_the_rates_of_a_week_are_those_observed(scenario, played):
    """4 to 9 March 2025: three days at 25 %, three with goods exempt; metals a whole week at 25 % from 17 March."""
    dispute, block = played
    weekly = weekly_rates(scenario).tariffs
    us, ca, agri, metals = REGIONS.index("USA"), REGIONS.index("CAN"), SECTORS.index("AGRI"), SECTORS.index("METALS")
    assert weekly[14, us, ca, agri] == pytest.approx((3 * 0.25 + 3 * 0.139) / 7)
    assert weekly[16, us, ca, metals] == pytest.approx(0.25)
    assert weekly[:14].max() == 0.0
    rates = block.weeks[:, :, dispute.record.place["rate_us"]]
    assert not rates[:, :14].any()
    assert (rates[:, 14:] > 5.0).all()
    assert (np.ptp(rates, axis=0) == 0.0).all(), "observed in every world alike"


def test_without_retaliation_canada_levies_and_threatens_nothing(scenario):
    quiet = counterfactual(scenario, "never_retaliates")
    assert not weekly_rates(quiet).tariffs[:, REGIONS.index("CAN")].any()
    assert not [act for move in quiet.moves for act in move.acts if act.who == "ca" and act.measure]
    assert weekly_rates(quiet).tariffs[:, REGIONS.index("USA")].any()


def test_every_counterfactual_changes_rates_and_nothing_before_march(scenario):
    before = weekly_rates(scenario)
    for key in scenario.counterfactuals:
        after = weekly_rates(counterfactual(scenario, key))
        pairs = list(zip(before[:3], after[:3], strict=True))
        differs = [week for week in range(41) if any((one[week] != other[week]).any() for one, other in pairs)]
        assert differs, key
        assert differs[0] >= 14, key


def test_the_document_tells_every_move(scenario):
    text = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| 20")]
    assert [row.split("|")[1].strip() for row in rows] == [move.date.isoformat() for move in scenario.moves]
    for row, move in zip(rows, scenario.moves, strict=True):
        assert all(f"`{act.act}`" in row for act in move.acts), row
