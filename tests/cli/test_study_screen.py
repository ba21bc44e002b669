"""What a study shows on the terminal and in a document."""

from experiments.studies import table
from negotiation.commands.studies_screen import print_comparison, print_plan, print_study, shown
from negotiation.study.comparison import compared
from negotiation.study.field import Crew, play_study
from tests.study.points import BROKEN, SMALL, WEIGHT, small_study


def played(folder, **entries):
    return play_study(small_study(**entries), folder, Crew(block=100, engine=SMALL))


def test_an_estimate_says_how_far_its_interval_reaches():
    assert shown({"value": 0.25, "half_width": 0.0125}, True) == "25.0 ± 1.2 %"
    assert shown({"value": -0.2, "half_width": 0.01}, False) == "-0.200 ± 0.010"
    assert shown({"value": float("nan"), "half_width": float("nan")}, False) == "none"


def test_a_study_shows_what_was_left_out_and_what_failed(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    levers = {
        "weight": {"path": WEIGHT, "values": [5, BROKEN]},
        "first": {"path": "talks.first", "values": ["us", "uk"]},
    }
    print_study(played(tmp_path / "a", levers=levers))
    told = capsys.readouterr().out
    assert "Less the base (weight 5, first us), world by world" in told
    assert "point 1 was left out: small: talks.first: unknown country 'uk'; did you mean 'us'?" in told
    assert "point 2, worlds 100 to 199, failed: ZeroDivisionError: no world beyond 99" in told


def test_a_plan_names_the_points_left_out(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    print_plan(small_study(levers={"first": {"path": "talks.first", "values": ["us", "uk"]}}, until={
        "outcome": "deal", "half_width": 0.01}))  # fmt: skip
    told = capsys.readouterr().out
    assert "until deal is known to 0.01, at most 300 worlds each" in told
    assert "at most 300 worlds" in told
    assert "point 1 is left out: small: talks.first: unknown country 'uk'" in told


def test_a_comparison_of_studies_has_a_row_a_point(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    played(tmp_path / "a")
    played(tmp_path / "b", worlds=200)
    print_comparison(compared(tmp_path / "a", tmp_path / "b"), "a", "b")
    told = capsys.readouterr().out
    assert told.count("deal") == 2
    assert "200 worlds in common" in told


def test_a_documents_table_has_every_setting_and_what_luck_saves(tmp_path):
    told = table(played(tmp_path / "a"))
    assert told.splitlines()[0] == "| weight | deal | welfare us | welfare ca |"
    assert [line.split(" | ")[0] for line in told.splitlines()[2:4]] == ["| 5", "| 10"]
    assert told.endswith("welfare_us 100 %; welfare_ca 100 %.")


def test_no_number_is_cut_where_the_window_is_narrow(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    results = played(tmp_path / "a")
    print_study(results)
    told = capsys.readouterr().out
    assert "…" not in told
    deals = results.of("deal").set_index("weight")["value"]
    assert [f"{weight} {100 * deals[weight]:.1f} ±" in " ".join(told.split()) for weight in (5, 10)] == [True, True]


def test_a_plan_names_a_strategy_that_does_not_exist(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    doctrine = {"path": "countries.ca.strategy.doctrine", "values": ["grim", "targeted"]}
    print_plan(small_study(levers={"answer": doctrine}))
    assert "point 1 is left out: " in (told := capsys.readouterr().out)
    assert "unknown doctrine 'targeted'" in told
