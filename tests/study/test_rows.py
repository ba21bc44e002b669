"""Tables people can read, and read back."""

import numpy as np
import pytest

from negotiation.dispute.block import Categories
from negotiation.study.folder import FolderError
from negotiation.study.results import read_results, read_table
from negotiation.study.rows import csv_header, csv_rows, kinds_of

COLUMNS = {
    "world": np.array([0, 1, 2]),
    "outcome": Categories(np.array([1, 0, 1]), ("one-sided: us", 'a "deal", signed')),
    "welfare_us": np.array([0.1, np.nan, -1 / 3]),
    "rate_us": np.array([25.0, 1e-7, -0.0]),
}


def test_numbers_are_short_and_what_is_not_given_is_empty():
    assert csv_rows(COLUMNS).decode() == (
        '0,"a ""deal"", signed",0.1,25\n'
        '1,"one-sided: us",,1e-7\n'
        '2,"a ""deal"", signed",-0.3333333333333333,0\n'
    )  # fmt: skip


def test_what_is_written_reads_back_bit_for_bit(tmp_path):
    kinds = kinds_of(COLUMNS)
    (tmp_path / "t.csv").write_bytes(csv_header(tuple(kinds)) + csv_rows(COLUMNS))
    found = read_table(tmp_path / "t.csv", kinds)
    assert found["outcome"].tolist() == ['a "deal", signed', "one-sided: us", 'a "deal", signed']
    assert found["world"].tolist() == [0, 1, 2]
    assert np.array_equal(found["welfare_us"], COLUMNS["welfare_us"], equal_nan=True)


def test_words_that_look_like_numbers_stay_words(tmp_path):
    columns = {"issue_rate": Categories(np.array([0, 1]), ("025", "10"))}
    (tmp_path / "t.csv").write_bytes(csv_header(("issue_rate",)) + csv_rows(columns))
    assert read_table(tmp_path / "t.csv", kinds_of(columns))["issue_rate"].tolist() == ["025", "10"]


def test_a_row_cut_short_by_a_kill_is_left_out(tmp_path):
    kinds = kinds_of(COLUMNS)
    (tmp_path / "t.csv").write_bytes((csv_header(tuple(kinds)) + csv_rows(COLUMNS))[:-5])
    assert read_table(tmp_path / "t.csv", kinds)["world"].tolist() == [0, 1]


def test_a_folder_of_something_else_is_refused(tmp_path):
    with pytest.raises(FolderError, match="is not a results folder"):
        read_results(tmp_path)
