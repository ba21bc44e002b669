"""The figure of a study shows what its tables say."""

import matplotlib

from negotiation.charts.settings import places
from negotiation.charts.style import house_style
from negotiation.report.study_figure import drawn, estimates, write_study_figure
from negotiation.study.field import Crew, play_study
from tests.study.points import SMALL, small_study

matplotlib.use("agg")


def results(folder, **entries):
    second = {"choices": {"calm": {"countries.ca.payoff.organised": 1}, "keen": {"countries.ca.payoff.organised": 2}}}
    levers = {"weight": {"path": "countries.us.payoff.organised", "values": [5, 10]}, "canada": second}
    return play_study(small_study(levers=levers, base={"weight": 10}, **entries), folder, Crew(engine=SMALL))


def test_groups_are_parted_by_white():
    assert places(("a", "a", "b", "c")).tolist() == [0.0, 1.0, 2.7, 4.4]


def test_dots_stand_at_the_estimates(tmp_path):
    found = results(tmp_path / "a")
    with house_style():
        figure = drawn(found, estimates(found), "A message")
    deals = figure.axes[0]
    assert deals.get_title(loc="left") == "deal"
    assert [label.get_text() for label in deals.get_yticklabels()] == ["calm", "keen", "calm", "keen"]
    dots = [line.get_xdata().tolist() for line in deals.lines if len(line.get_xdata()) == 4]
    assert dots == [[100 * value for value in found.of("deal")["value"]]]


def test_it_is_saved_with_the_study_and_nothing_without_levers(tmp_path):
    assert write_study_figure(results(tmp_path / "a")) == tmp_path / "a" / "figures" / "settings.png"
    drawn_by = {"weight": {"path": "countries.us.payoff.organised", "low": 1, "high": 9}}
    doubt = play_study(
        small_study(levers={}, uncertainties=drawn_by, design={"states": 2}), tmp_path / "b", Crew(engine=SMALL)
    )
    assert write_study_figure(doubt) is None
