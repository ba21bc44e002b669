"""Dated forecasts: written once, scored when the record has grown."""

from datetime import date

import numpy as np
import pytest

from negotiation.scenario import read_scenario
from negotiation.scenario.record import read_record
from negotiation.study.errors import StudyError
from negotiation.study.held_out.ledger import foretold, scored, write_entry

MADE_ON = date(2025, 6, 30)


@pytest.fixture(scope="module")
def record():
    return read_record("us-canada-record-moves")


@pytest.fixture(scope="module")
def shorter(record):
    """The record as it was known on 15 June 2025, after 29 weeks."""
    known = record.observed.model_copy(
        update={"rates": tuple(rate for rate in record.observed.rates if rate.since < date(2025, 6, 16))}
    )
    moves = tuple(move for move in record.moves if move.date < date(2025, 6, 16))
    return record.model_copy(update={"weeks": 29, "moves": moves, "observed": known, "counterfactuals": {}})


@pytest.fixture(scope="module")
def entry(shorter):
    return foretold(shorter, read_scenario("us-canada-record"), 8, 40, 7, MADE_ON)


def test_a_forecast_begins_when_the_record_ends(entry, shorter):
    assert entry.until == date(2025, 6, 15)
    assert entry.weeks == len(entry.rates["us"]) == 8
    assert (entry.record_hash, entry.seed, entry.version) == (shorter.content_hash(), 7, "0.1.0")
    assert [len(chances) for chances in entry.chances.values()] == [2] * 7


def test_it_is_written_once(entry, tmp_path):
    write_entry(entry, tmp_path)
    with pytest.raises(StudyError, match="in the ledger already"):
        write_entry(entry, tmp_path)
    write_entry(entry.model_copy(update={"worlds": entry.worlds + 1}), tmp_path)  # another size is another forecast


def test_nothing_is_scored_before_the_record_has_grown(entry, shorter, tmp_path):
    write_entry(entry, tmp_path)
    assert [each.weeks for each in scored(tmp_path, shorter)] == [0]


def test_the_longer_record_scores_it(entry, record, tmp_path):
    """Canada's counter-tariffs stood from 16 June to 10 August: nothing changes was right for Canada to the last bit.

    The 35 % of 1 August came on what the USMCA does not cover, and fewer goods were outside: the US rate fell from
    12.61 to 10.68 in the week of 28 July and to 8.10 after, so that nothing changes was off by (1.93 + 4.51)/8 a week.
    """
    write_entry(entry, tmp_path)
    (found,) = scored(tmp_path, record)
    assert found.weeks == 8
    assert found.crps_unchanged["ca"] == pytest.approx(0.0, abs=1e-5)
    assert found.crps_unchanged["us"] == pytest.approx((1.933 + 4.510) / 8, abs=0.001)
    assert 0.0 < found.crps["us"] < 10.0


def test_worlds_that_all_say_what_came_score_nought(entry, record, tmp_path):
    """Put what followed in the place of what was foretold."""
    from negotiation.study.held_out.course import recorded

    rates = recorded(record).rates[29:37]
    told = {side: np.repeat(rates[:, [seat]], 100, axis=1).tolist() for seat, side in enumerate(record.sides)}
    write_entry(entry.model_copy(update={"rates": told}), tmp_path)
    (found,) = scored(tmp_path, record)
    assert found.crps == {"ca": pytest.approx(0.0), "us": pytest.approx(0.0)}
    assert found.within == {"50%": 1.0, "90%": 1.0}


def test_what_is_no_forecast_is_told_in_a_line(tmp_path):
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(StudyError, match="not a forecast"):
        scored(tmp_path, read_record("us-canada-record-moves"))
    with pytest.raises(StudyError, match="no forecasts"):
        scored(tmp_path / "empty", read_record("us-canada-record-moves"))


def test_a_forecast_of_another_dispute_is_named(entry, record, tmp_path):
    other = entry.model_copy(update={"rates": {"us": entry.rates["us"], "cn": entry.rates["ca"]}})
    file = write_entry(other, tmp_path)
    with pytest.raises(StudyError, match=f"{file.name}: foretells us, cn; the record is of"):
        scored(tmp_path, record)


def test_what_is_no_text_is_no_forecast(record, tmp_path):
    (tmp_path / "a.json").write_bytes(b"\xff\xfe")
    with pytest.raises(StudyError, match=r"a\.json: not a forecast"):
        scored(tmp_path, record)
