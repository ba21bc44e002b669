"""The economy's commands as people call them: what is printed, saved and said of mistakes."""

import csv
import io
import json

import pytest

from negotiation.cli import main

TARIFFS = ("--us-on-ca", "25", "--us-on-ca", "energy=10", "--ca-on-us", "25")


@pytest.fixture
def called(capsys):
    """called(*arguments): exit code, output, errors of `negotiation economy ...`."""

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as leaving:
            main(["economy", *arguments])
        captured = capsys.readouterr()
        return int(leaving.value.code or 0), captured.out, captured.err

    return call


def numbers(text):
    """Values of a printed CSV by quantity, region, sector."""
    rows = csv.DictReader(io.StringIO(text))
    return {(row["quantity"], row["region"], row["sector"], row["unit"]): float(row["value"]) for row in rows}


def test_what_a_tariff_does_is_answered(called):
    """The worked numbers of docs/economy.md: Canada -1.55 and -2.89, the US -0.07 and -0.19."""
    code, out, err = called(*TARIFFS)
    assert (code, err) == (0, "")
    assert "US on Canada 25 %, energy 10 %; Canada on US 25 %" in out
    lines = {line.split()[0]: line.split()[1:3] for line in out.splitlines()[:14] if line.split()}
    assert lines["Canada"] == ["-1.55", "-2.89"]
    assert lines["US"] == ["-0.07", "-0.19"]


def test_the_csv_holds_numbers_alone(called):
    code, out, _ = called(*TARIFFS, "--csv")
    found = numbers(out)
    assert code == 0
    assert found["welfare", "CAN", "", "%"] == pytest.approx(-1.55, abs=0.005)
    assert found["jobs", "CAN", "AUTOS", "thousand"] < -40.0


def test_the_order_of_a_general_and_a_sectors_rate_does_not_matter(called):
    swapped = ("--us-on-ca", "energy=10", "--us-on-ca", "25", "--ca-on-us=25")
    assert numbers(called(*TARIFFS, "--csv")[1]) == numbers(called(*swapped, "--csv")[1])


def test_an_export_tax_is_the_sellers(called):
    """A 10 % Canadian export tax on energy to the US: welfare CA +0.14."""
    found = numbers(called("--ca-export-tax-on-us", "energy=10", "--csv")[1])
    assert found["welfare", "CAN", "", "%"] == pytest.approx(0.14, abs=0.02)


def test_a_border_cost_hurts_both_sides(called):
    found = numbers(called("--us-border-cost-on-ca", "5", "--csv")[1])
    assert found["welfare", "USA", "", "%"] < 0.0
    assert found["welfare", "CAN", "", "%"] < 0.0


def test_a_variant_changes_the_answer(called):
    plain, other = (numbers(called(*TARIFFS, "--csv", *more)[1]) for more in ((), ("--variant", "no-inputs")))
    assert other["welfare", "CAN", "", "%"] > plain["welfare", "CAN", "", "%"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "error: economy: no tariff given; say for example --us-on-ca 25, or see --help"),
        (("--us-on-cz", "3"), "error: --us-on-cz: unknown country 'cz'; did you mean"),
        (("--us-on-ca",), "error: --us-on-ca: must be a percentage above -100, or SECTOR=percentage, got 'nothing'"),
        (("--us-on-ca", "enrgy=3"), "error: --us-on-ca: unknown sector 'enrgy'; did you mean 'energy'?"),
        (("--us-on-ca", "-300"), "error: --us-on-ca: must be a percentage above -100"),
        (("--us-on-us", "3"), "error: --us-on-us: a country levies nothing on itself"),
        (("--us-on-ca", "5", "--variant", "balance"), "error: --variant: unknown 'balance'; did you mean 'balanced'?"),
        (("optimal", "--country", "eu"), "error: --country: must be one country, got 'eu', which is 4"),
        (("optimal", "--country", "us", "--against", "us"), "error: --against: a country levies nothing on itself"),
        (("nash", "--countries", "us"), "error: --countries: needs two or more, got 'us'"),
        (("nash", "--countries", "us,xx"), "error: --countries: unknown country 'xx'"),
        (("validate", "--tables", "nowhere"), "error: nowhere: no published_truth_public.json there; it needs"),
        (("--us-on-ca", "5", "--figure", "x/y.png"), "error: x/y.png: No such file or directory"),
    ],
)
def test_a_mistake_is_one_line(called, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    code, _, err = called(*arguments)
    assert code == 2
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_the_best_tariff_is_printed(called):
    code, out, _ = called("optimal", "--country", "us", "--against", "ca")
    assert code == 0
    assert out.startswith("United States on Canada: 13.0 %")


def test_nash_tariffs_are_printed_and_as_csv(called):
    assert "Canada on US: 10.3 %" in called("nash", "--countries", "us,ca")[1]
    found = numbers(called("nash", "--countries", "us,ca", "--csv")[1])
    assert found["rate", "USA", "AUTOS", "%"] == pytest.approx(13.4, abs=0.05)
    assert found["rate", "USA", "SERV", "%"] == 0.0


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("--us-on-ca", "25"), "economy.png"),
        (("--mx-on-jp", "25"), "economy.png"),
        (("optimal", "--country", "us", "--against", "ca"), "economy-optimal.png"),
        (("nash", "--countries", "us,ca"), "economy-nash.png"),
    ],
)
def test_a_figure_is_saved_under_its_usual_name(called, tmp_path, monkeypatch, arguments, name):
    monkeypatch.chdir(tmp_path)
    code, out, _ = called(*arguments, "--figure")
    assert code == 0
    assert out.endswith(f"Figure: {name}\n")
    assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


def test_the_sensitivity_table_has_a_row_for_every_assumption(called):
    code, out, _ = called(*TARIFFS, "--sensitivity")
    assert code == 0
    assert len(out.splitlines()) == 2 + 3 + 5
    assert "| elasticities × 1 | -0.07 | -1.55 | -0.19 | -2.89 |" in out


@pytest.fixture
def one_case(tmp_path):
    """one_case(published): a folder whose only case is T. Tombe's, with this number."""

    def folder(published: str) -> str:
        case = {"id": "tombe10_none_CA", "comparability": "B", "source": "Canadian Chamber of Commerce", "unit": "%"}
        case |= {"scenario": "US 10% on all imports, no retaliation", "variable": "real income", "region": "CAN"}
        case |= {"published": published, "suggested_tolerance": 0.3}
        (tmp_path / "published_truth_public.json").write_text(json.dumps({"cases": [case]}))
        return str(tmp_path)

    return folder


def test_a_published_number_that_fits_is_said_to_fit(called, one_case):
    code, out, _ = called("validate", "--tables", one_case("-0.9..-1.0"))
    assert code == 0
    assert "1 of 1 within tolerance." in out


def test_a_published_number_that_does_not_fit_is_told_by_the_exit_code(called, one_case):
    """Ours is -0.94: 1.06 from -2, whatever the tolerance of 0.3 says."""
    code, out, _ = called("validate", "--tables", one_case("-2"), "--csv")
    row = next(csv.DictReader(io.StringIO(out)))
    assert code == 1
    assert (row["fits"], row["differ."]) == ("NO", "+1.057")
