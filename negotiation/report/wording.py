"""Numbers in plain English; whatever the result, the sentence must be true."""

from collections.abc import Sequence
from typing import NamedTuple

MINUS = "−"
EXACT = 0.005  # a share this near a simple fraction is called by its name
NEAR = 0.025  # and this near with 'about'
LEAST = 0.1  # percent: a rarer thing is only called rare

# fraction: words, words before 'disputes', whether one of them is meant
_FRACTIONS: tuple[tuple[float, str, bool], ...] = (
    (1 / 10, "one in ten disputes", True),
    (1 / 5, "one in five disputes", True),
    (1 / 4, "one in four disputes", True),
    (1 / 3, "a third of the disputes", False),
    (2 / 5, "two in five disputes", False),
    (1 / 2, "half of the disputes", False),
    (3 / 5, "three in five disputes", False),
    (2 / 3, "two thirds of the disputes", False),
    (3 / 4, "three quarters of the disputes", False),
    (4 / 5, "four in five disputes", False),
    (9 / 10, "nine in ten disputes", False),
)

# First words of names that English gives an article.
_WITH_ARTICLE = ("United", "European", "Republic", "Netherlands", "Philippines", "Bahamas", "Gambia", "Kingdom")


class Subject(NamedTuple):
    """Who does something: the words in lower case, and whether the verb is singular."""

    words: str
    singular: bool

    def does(self, singular: str, plural: str) -> str:
        """The subject with its verb."""
        return f"{self.words} {singular if self.singular else plural}"


def disputes(count: int, worlds: int) -> Subject:
    """So many of the simulated disputes, as people say it."""
    if worlds == 1:
        return Subject("the one dispute played" if count else "no dispute", True)
    if count in (0, worlds):
        return Subject("no dispute" if count == 0 else f"all {worlds:,} disputes", count == 0)
    if count == worlds - 1:
        return Subject("all disputes but one", False)
    share = count / worlds
    fraction, words, singular = min(_FRACTIONS, key=lambda simple: abs(simple[0] - share))
    if abs(fraction - share) <= EXACT:
        return Subject(words, singular)
    if abs(fraction - share) <= NEAR:
        return Subject(f"about {words}", singular)
    return Subject(f"{_rare(100 * share)}\u00a0% of the disputes", False)


def _rare(value: float) -> str:
    """A percentage that is neither 0 nor 100, and does not read so."""
    if value < LEAST or value > 100 - LEAST:
        return "fewer than 0.1" if value < LEAST else "more than 99.9"
    return f"{value:.1f}" if value < 10 or value > 99 else f"{value:.0f}"


def percent(value: float) -> str:
    """A percentage: whole from 10 up, else with one decimal."""
    return f"{plain(value)}\u00a0%"


def plain(value: float, least: float = 0.05) -> str:
    """A number as short as its size allows, with a true minus sign."""
    if abs(value) < least:
        return "0"
    text = f"{value:,.0f}" if abs(value) >= 9.95 else f"{value:.1f}"
    return text.replace("-", MINUS)


def signed(value: float, decimals: int = 2) -> str:
    """A number with its sign, 0 without one."""
    text = f"{value:+,.{decimals}f}"
    return "0" if not text.strip("+-0.,") else text.replace("-", MINUS)


def named(name: str) -> str:
    """A country's name inside a sentence, with the article English wants."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def listed(parts: Sequence[str]) -> str:
    """One, two and three."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
