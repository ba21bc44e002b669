"""Numbers in plain English are true."""

import pytest

from negotiation.report.wording import disputes, listed, named, percent, plain, signed


@pytest.mark.parametrize(
    ("count", "worlds", "words"),
    [
        (0, 1, "no dispute"),
        (1, 1, "the one dispute played"),
        (0, 500, "no dispute"),
        (1500, 1500, "all 1,500 disputes"),
        (200, 500, "two in five disputes"),
        (412, 1000, "about two in five disputes"),
        (370, 1000, "37\u00a0% of the disputes"),
        (7, 1000, "0.7\u00a0% of the disputes"),
        (999, 1000, "all disputes but one"),
        (9970, 10000, "99.7\u00a0% of the disputes"),
        (2, 10000, "fewer than 0.1\u00a0% of the disputes"),
        (9998, 10000, "more than 99.9\u00a0% of the disputes"),
    ],
)
def test_a_count_of_disputes_in_words(count: int, worlds: int, words: str) -> None:
    assert disputes(count, worlds).words == words


def test_about_never_hides_more_than_two_and_a_half_points() -> None:
    simple = {"one in five": 0.2, "one in four": 0.25, "a third": 1 / 3, "two in five": 0.4, "half": 0.5}
    for count in range(1, 600):
        words = disputes(count, 1000).words
        for name, fraction in simple.items():
            if words.removeprefix("about ").startswith(name):
                assert abs(count / 1000 - fraction) <= 0.025


def test_the_verb_agrees() -> None:
    assert disputes(100, 1000).does("ends", "end") == "one in ten disputes ends"
    assert disputes(500, 1000).does("ends", "end") == "half of the disputes end"


def test_small_numbers_keep_a_decimal_and_minus_is_minus() -> None:
    assert [plain(value) for value in (0.04, 3.14, -3.14, 9.96, 1234.5)] == ["0", "3.1", "−3.1", "10", "1,234"]
    assert percent(12.3) == "12\u00a0%"
    assert [signed(value) for value in (0.5, -0.5, 0.001, -0.001)] == ["+0.50", "−0.50", "0", "0"]


def test_names_and_lists_read_as_english() -> None:
    assert [named(name) for name in ("United States", "Canada")] == ["the United States", "Canada"]
    assert [listed(parts) for parts in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
