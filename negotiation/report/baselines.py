"""What anybody could have said without the model, beside what it says; and where it says no more than they do.

Source: Brier (1950), the mean squared error of a chance, here of each forecaster in the model's own worlds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from negotiation.analysis.baselines import COIN, NASH, NOTHING
from negotiation.report.wording import signed
from negotiation.study.screen import outcome_words
from negotiation.study.statistics import share

MODEL = "This model"
COMPREHENSIVE, LIMITED, WAR = "comprehensive deal", "limited deal", "trade war"
EVENTS = {
    "a comprehensive deal": (COMPREHENSIVE,), "any deal": (COMPREHENSIVE, LIMITED), "a trade war": (WAR,),
}  # fmt: skip
PERCENT, HALF = 100.0, 0.5
NAMES = {NOTHING: "Nothing changes", NASH: "The Nash point, week 1", COIN: "A coin toss"}


@dataclass(frozen=True)
class Said:
    """What one forecaster says of one thing, in words. value: the number; low, high: the model's 95 % interval."""

    of: str
    value: float
    low: float
    high: float
    words: str


@dataclass(frozen=True)
class Baselines:
    """heads: who foretells; rows: what, and what each says of it; no_better: baselines and what they say as much of."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    no_better: tuple[tuple[str, str], ...]


def baselines_of(summary: Mapping[str, Any]) -> Baselines | None:
    """What a run's summary says of them; none for a run that was not given any."""
    found = summary.get("reference", {}).get("baselines")
    if not found:
        return None
    model = {each.of: each for each in (*_events(summary), *_welfare(summary))}
    others = {NAMES[name]: dict(_foretold(found[name], summary)) for name in (NOTHING, NASH) if found.get(name)}
    others[NAMES[COIN]] = dict.fromkeys(EVENTS, HALF)
    rows = [
        (of, (each.words, *(_words(each, said.get(of)) for said in others.values()))) for of, each in model.items()
    ]
    both = ((name, of, number) for name, said in others.items() for of, number in said.items() if of in model)
    no_better = tuple((name, of) for name, of, number in both if _holds(model[of], number))
    return Baselines((MODEL, *others), tuple(rows), no_better)


def _events(summary: Mapping[str, Any]) -> Iterator[Said]:
    """The model's shares of worlds."""
    for name, outcomes in EVENTS.items():
        count = sum(summary["outcomes"].get(outcome, {}).get("count", 0) for outcome in outcomes)
        part, low, high = share(count, summary["worlds"])
        words = f"{PERCENT * part:.1f} % ({PERCENT * low:.1f} to {PERCENT * high:.1f}) [{_error(part, part)}]"
        yield Said(name, part, low, high, words)


def _welfare(summary: Mapping[str, Any]) -> Iterator[Said]:
    """The model's mean welfare."""
    for side, country in summary["countries"].items():
        found = summary["means"].get(f"welfare_{side}")
        if found and None not in (found["low"], found["high"]):
            words = f"{signed(found['mean'], 3)} ({signed(found['low'], 3)} to {signed(found['high'], 3)})"
            yield Said(_of_welfare(country), found["mean"], found["low"], found["high"], words)


def _foretold(baseline: Mapping[str, Any], summary: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """What a baseline says of each thing: 0 or 1 of what happens, a number of welfare."""
    for name, outcomes in EVENTS.items():
        yield name, float(baseline["outcome"] in outcomes)
    for side, value in baseline["welfare"].items():
        if summary["means"].get(f"welfare_{side}"):
            yield _of_welfare(summary["countries"][side]), value


def _of_welfare(country: Mapping[str, str]) -> str:
    """What a country's welfare is called."""
    return f"welfare, {country['name']}"


def _words(model: Said, said: float | None) -> str:
    """A baseline's forecast, with its error where the model is right."""
    if said is None:
        return "nothing"
    return f"{PERCENT * said:.0f} % [{_error(said, model.value)}]" if model.of in EVENTS else signed(said, 3)


def _error(said: float, happens: float) -> str:
    """The mean squared error of a chance where something happens in that share of worlds."""
    return f"{happens * (1.0 - said) ** 2 + (1.0 - happens) * said**2:.2f}"


def _holds(model: Said, said: float) -> bool:
    """Whether the baseline's number lies in the model's interval: then the model says no more than it does."""
    return model.low <= said <= model.high


def no_better_sentence(found: Baselines) -> str:
    """Where the model says no more than what anybody could have said."""
    if not found.no_better:
        return "On each of these counts the model says something else than all of them, beyond its 95 % interval."
    told = [f"'{name[0].lower() + name[1:]}' on {of}" for name, of in found.no_better]
    return f"The model does not beat {_listed(told)}: it says no more, as their numbers lie within its 95 % interval."


def spoken(summary: Mapping[str, Any]) -> str:
    """One line for the terminal; empty for a run without baselines."""
    found = baselines_of(summary)
    if found is None:
        return ""
    reference = summary["reference"]["baselines"]
    ends = [
        f"{NAMES[name][0].lower() + NAMES[name][1:]}: {outcome_words(reference[name]['outcome'], summary['countries'])}"
        for name in (NOTHING, NASH)
        if reference.get(name)
    ]
    return f"Without a model: {'; '.join(ends)}; a coin toss: half. {no_better_sentence(found)}"


def _listed(words: Sequence[str]) -> str:
    """With commas and a last 'nor'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])}, nor {words[-1]}"
