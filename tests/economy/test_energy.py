"""What a tax on energy does at the pump, and to its producers."""

import csv
import io

import pytest

from negotiation.cli import main
from negotiation.commands.energy import energy_of
from negotiation.economy.pump_prices import FuelRegion, cents_a_litre, fuel_regions, pump_price_change

MIDWEST = FuelRegion("Midwest", "USA", "CAN", 0.73, 143.0, 0.75, 1.0, "a test's case")
PRAIRIES = FuelRegion("Prairies", "CAN", "CAN", 1.0, 143.0, 0.75, 0.5, "a test's case")


def test_a_tenth_on_crude_at_60_dollars_a_barrel_by_hand():
    # 143 cents a gallon x 10 % x 73 % from Canada x 75 % borne by buyers
    assert pump_price_change(MIDWEST, 0.1) == pytest.approx(7.829, abs=1e-3)
    # at home a quarter is borne, so that crude costs 3.575 cents less, of which half reaches the pump
    assert pump_price_change(PRAIRIES, 0.1) == pytest.approx(-1.7875)
    assert cents_a_litre(3.785411784, 1.37) == pytest.approx(1.37)


def test_buyers_pay_more_and_sellers_less_the_higher_the_duty():
    for region in fuel_regions():
        low, high = pump_price_change(region, 0.1), pump_price_change(region, 0.25)
        assert (0.0 <= low <= high) if region.country == "USA" else (high <= low <= 0.0)


def test_the_region_that_lives_most_on_canadian_crude_pays_most_of_those_that_refine_it():
    changes = {region.name: pump_price_change(region, 0.1) for region in fuel_regions() if region.country == "USA"}
    assert changes["Midwest"] > changes["Rocky Mountains"] > changes["West Coast"] > changes["Gulf Coast"] > 0.0


def test_every_share_says_where_it_is_from():
    for region in fuel_regions():
        assert region.source
        assert all(0.0 <= share <= 1.0 for share in (region.share, region.buyers_bear, region.at_pump))


def test_a_tariff_an_export_tax_and_a_cut_do_the_same_at_the_pump_but_not_to_canada():
    tariff, tax = energy_of([("--us-on-ca", "energy=10")]), energy_of([("--ca-export-tax-on-us", "energy=10")])
    assert [cents for _, cents in tariff.pumps] == pytest.approx([cents for _, cents in tax.pumps])
    by_name = [{name: last for name, _, last in answer.losses} for answer in (tariff, tax)]
    assert by_name[0]["Canada, welfare"] < 0.0 < by_name[1]["Canada, welfare"]
    assert max(each["Alberta's energy sector"] for each in by_name) < 0.0  # whose price at home that is


def test_alberta_loses_less_at_first_while_buyers_cannot_turn_elsewhere():
    losses = {name: (first, last) for name, first, last in energy_of(None).losses}
    first, last = losses["Alberta's energy sector"]
    assert last < first < 0.0
    assert first < losses["Canada's energy sector"][0]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 0, "Midwest"),
        (("--us-on-ca", "energy=25", "--csv"), 0, "quantity,place,value,unit"),
        (("--us-on-ca", "autos=25"), 2, "nothing on energy between the US and Canada"),
    ],
)
def test_the_command_answers_or_says_what_is_missing_in_one_line(arguments, code, says, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["economy", "energy", *arguments])
    captured = capsys.readouterr()
    assert int(leaving.value.code or 0) == code
    assert says in (captured.out if code == 0 else captured.err)
    if code:
        assert captured.err.count("\n") == 1
    if "--csv" in arguments:
        rows = {row["place"]: float(row["value"]) for row in csv.DictReader(io.StringIO(captured.out))}
        assert rows["Midwest"] == pytest.approx(2.5 * 7.829, abs=0.01)


@pytest.mark.slow
def test_the_figure_is_drawn(tmp_path):
    from negotiation.commands.energy_figure import headline, save_energy

    save_energy(energy_of(None), tmp_path / "energy.png")
    assert (tmp_path / "energy.png").stat().st_size > 10_000
    assert headline(energy_of(None)).startswith("Fuel costs 8 cents a gallon more in the Midwest")
