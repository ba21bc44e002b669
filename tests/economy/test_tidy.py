"""An economy from a folder of tables: the shipped one, and what is said of a bad one."""

import shutil

import numpy as np
import pytest

from negotiation.economy import SERVICES, TableError, default_tables, read_tables
from negotiation.economy.calibration import TABLES


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped tables, to spoil."""
    for path in TABLES.glob("*.csv"):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


def test_the_shipped_tables_are_the_default_economy(folder):
    ours = read_tables(folder, SERVICES)
    assert np.array_equal(ours.flows, default_tables().flows)
    assert ours.services == SERVICES


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        (
            "flows.csv",
            "USA,USA,AGRI,606150,0",
            "USA,USA,AGRI,-1,0",
            "flows: importer USA, exporter USA, sector AGRI: must",
        ),
        (
            "flows.csv",
            "USA,USA,AGRI,606150,0",
            "USA,USB,AGRI,1,0",
            "flows.csv: line 2, exporter: unknown name 'USB'; did",
        ),
        (
            "flows.csv",
            "USA,USA,AGRI,606150,0",
            "USA,USA,AGRI,much,0",
            "flows.csv: line 2, net_flow_usd_mn: must be a number",
        ),
        (
            "flows.csv",
            "USA,USA,AGRI,606150,0\n",
            "",
            "flows: importer USA, exporter USA, sector AGRI: must be a finite number",
        ),
        ("gdp.csv", "CAN,2142500\n", "", "flows.csv: line 15, exporter: unknown name 'CAN'"),
        ("gdp.csv", "gdp_usd_mn", "money", "gdp.csv: line 2: needs a column 'gdp_usd_mn', got region, money"),
        (
            "value_added_shares.csv",
            "USA,AGRI,0.42681",
            "USA,AGRI,1.2",
            "value_added_shares: region USA, sector AGRI: must not",
        ),
    ],
)
def test_a_bad_table_is_named(folder, name, before, after, message):
    text = (folder / name).read_text()
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1))
    with pytest.raises(TableError) as failure:
        read_tables(folder)
    assert str(failure.value).startswith(message)


def test_a_missing_table_is_named(folder):
    (folder / "input_shares.csv").unlink()
    with pytest.raises(TableError, match=r"input_shares\.csv: No such file"):
        read_tables(folder)


def test_the_model_says_what_it_changed(economy, twins):
    assert any(sentence.startswith("final demand below zero set to zero: 1.9") for sentence in economy.changes)
    assert twins.changes == ()
