"""The words of the pages: one file per language under `strings`, looked up by key; a missing one falls back to English.

A file has `language`, `words` (key -> text, with {names} to fill in), `articles` and `owners` (a country -> the US,
of the US), `names` (an English name of the scenario -> its translation; `thing: option` where an option is called
otherwise beside one thing), and, but for English, `sentences` and `clauses` for the story's kinds of move and reasons.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation.study.story import CLAUSES, SENTENCES

FOLDER = Path(__file__).parent / "strings"
ENGLISH = "en"


@dataclass(frozen=True)
class Words:
    """One language. `tag` is what the page says of itself (en, fr-CA)."""

    tag: str
    language: str
    words: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, str] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    def say(self, key: str, **words: object) -> str:
        """The text of a key, filled in, {the country} and {of country} as people say; the key if there is none."""
        text = self.words.get(key, key)
        return text.format_map(self._called(words)) if words else text

    def _called(self, words: dict[str, object]) -> dict[str, str]:
        """Every word by its name; with its article, within a sentence and at its beginning; as an owner."""
        found: dict[str, str] = {}
        for name, word in words.items():
            whole, owner = self.articles.get(str(word), str(word)), self.owners.get(str(word), str(word))
            found |= {name: str(word), f"the {name}": whole, f"The {name}": whole[:1].upper() + whole[1:]}
            found[f"of {name}"] = owner
        return found

    def name(self, words: str) -> str:
        """What a thing of the scenario is called in this language."""
        return self.names.get(words, words)

    def within(self, thing: str, words: str) -> str:
        """What an option or level is called beside the thing it belongs to, where languages agree in gender."""
        return self.names.get(f"{thing}: {words}", self.name(words))

    def sentence(self, kind: str, reason: str, words: dict[str, str]) -> str:
        """One move told: what happened, and why."""
        told = self.sentences.get(kind, SENTENCES.get(kind, kind)).format_map(words).rstrip(" ,:")
        clause = self.clauses.get(reason, CLAUSES.get(reason, ""))
        return f"{told} – {clause}" if clause else told

    def refusal(self, key: str, told: Mapping[str, object]) -> str:
        """Why something was refused; what is named in it is named in this language too."""
        named = {each: self.words.get(f"what.{word}", self.name(str(word))) for each, word in told.items()}
        return self.say(f"refused.{key}", **named)

    def number(self, value: float) -> str:
        """A number with two decimals, as this language writes it."""
        return f"{value:.2f}".replace("-", "−").replace(".", self.words["number.mark"])

    def signed(self, value: float) -> str:
        """The same with its sign."""
        return f"+{self.number(value)}" if value >= 0 else self.number(value)

    def under(self, prefix: str) -> dict[str, str]:
        """Every text whose key begins so, for a page's script."""
        called = {f"script.the.{name}": text for name, text in self.articles.items()}
        called |= {f"script.of.{name}": text for name, text in self.owners.items()}
        return {key: text for key, text in (self.words | called).items() if key.startswith(prefix)}


@lru_cache
def languages() -> dict[str, str]:
    """Every language there is a file for: tag -> its own name, English first."""
    found = {path.stem: str(_file(path.stem)["language"]) for path in sorted(FOLDER.glob("*.json"))}
    return {ENGLISH: found[ENGLISH], **found}


@lru_cache
def words_of(tag: str) -> Words:
    """The words of a language; English for a tag nobody has a file for."""
    if tag not in languages():
        tag = ENGLISH
    table, english = _file(tag), _file(ENGLISH)
    return Words(
        tag=tag,
        language=str(table["language"]),
        words={**english["words"], **table["words"]},
        names=dict(table.get("names", {})),
        sentences=dict(table.get("sentences", {})),
        clauses=dict(table.get("clauses", {})),
        articles=dict(table.get("articles", {})),
        owners=dict(table.get("owners", {})),
    )


def _file(tag: str) -> dict[str, Any]:
    """One file of strings."""
    table: dict[str, Any] = json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8"))
    return table
