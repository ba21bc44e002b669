"""What a user did wrong, said in one line."""

from collections.abc import Iterable
from difflib import get_close_matches


class ScenarioError(ValueError):
    """A scenario that cannot be used; its text is one line per fault: file: path: rule and the value got."""

    def __init__(self, faults: str | Iterable[str]) -> None:
        self.faults = (faults,) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(self.faults))


def unknown(kind: str, got: str, known: Iterable[str]) -> str:
    """The sentence for a name that is not known, with the nearest one that is."""
    names = list(dict.fromkeys(known))
    near = get_close_matches(got, names, n=1, cutoff=0.5)
    hint = f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(names)}" if names else "; none is defined"
    return f"unknown {kind} '{got}'{hint}"
