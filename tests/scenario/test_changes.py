"""--set PATH=VALUE."""

import pytest

from negotiation.scenario import read_scenario
from tests.scenario.conftest import BASE


def set_to(path, value):
    """The teaching case with one entry set."""
    return read_scenario(BASE, {path: value})


def test_a_number_set_on_a_quantity_keeps_its_unit_and_names_the_change_as_source():
    before, after = (each.countries["us"].payoff.organised for each in (read_scenario(BASE), set_to(
        "countries.us.payoff.organised", "2.5")))  # fmt: skip
    assert (before.value, after.value, after.unit) == (10.0, 2.5, before.unit)
    assert after.source == "set by the user; was 10"
    assert not after.assumed


def test_a_number_set_on_a_quantitys_value_names_the_change_as_source_too():
    after = set_to("countries.us.payoff.organised.value", "2.5").countries["us"].payoff.organised
    assert (after.value, after.source) == (2.5, "set by the user; was 10")


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("weeks", "12", lambda case: case.weeks == 12),
        ("title", "a word or two", lambda case: case.title == "a word or two"),
        ("countries.ca.strategy.tactic", "micro", lambda case: case.countries["ca"].strategy.tactic == "micro"),
        ("countries.ca.known", "false", lambda case: case.countries["ca"].known is False),
        ("measures.us_general.levels.1.rate", "30", lambda case: case.measures["us_general"].levels[1].rate == 30.0),
        ("packages", "50", lambda case: case.packages == 50),
        ("start.levels.ca_consumer", "1", lambda case: case.start.levels["ca_consumer"] == 1),
        ("start.settled.border", "strict", lambda case: case.start.settled == {"border": "strict"}),
        ("summit.venues", '["us", "ca"]', lambda case: case.summit.venues == ("us", "ca")),
    ],
)
def test_numbers_words_flags_lists_and_what_the_file_left_out_can_be_set(path, value, found):
    assert found(set_to(path, value))


def test_nothing_else_changes():
    before, after = dict(read_scenario(BASE).quantities()), dict(set_to("news.border_fading", "0.5").quantities())
    assert [path for path in before if before[path] != after[path]] == ["news.border_fading"]


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("week", "10", "--set week: unknown key 'week'; did you mean 'weeks'?"),
        (
            "countries.us.payof.welfare", "1",
            "--set countries.us.payof.welfare: unknown key 'payof'; did you mean 'payoff'?",
        ),
        ("weeks.number", "3", "--set weeks.number: nothing lies below it"),
        (
            "measures.us_general.levels.9.rate", "30",
            "--set measures.us_general.levels.9.rate: unknown key '9'; none is defined",
        ),
        (
            "start.levels.us_generl", "1",
            "--set start.levels.us_generl: unknown measure 'us_generl'; did you mean 'us_general'?",
        ),
        ("start.settled.bordr", "plan", "--set start.settled.bordr: unknown issue 'bordr'; did you mean 'border'?"),
        ("start.settled.border", "plans", "start.settled.border.option: unknown option 'plans'; did you mean 'plan'?"),
        ("issues.dairy.options.slice", "3", "issues.dairy.options.slice: must be a table, got 3"),
        ("weeks", "0", "weeks: must be greater than or equal to 1, got 0"),
        (
            "countries.us.payoff.welfare", "nan",
            "countries.us.payoff.welfare.value: must be a finite number, got nan",
        ),
        ("talks.first", "usa", "talks.first: unknown country 'usa'; did you mean 'us'?"),
    ],
)  # fmt: skip
def test_a_wrong_path_or_value_is_told_in_one_line(refused, path, value, line):
    assert refused("", {path: value}) == [line]
