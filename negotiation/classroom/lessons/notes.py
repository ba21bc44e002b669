"""The teachers' notes to print; `python -m negotiation.classroom.lessons.notes` writes them to docs/lessons."""

from pathlib import Path
from typing import Any

from negotiation.classroom.lessons.plan import LESSONS, plan_of
from negotiation.classroom.lessons.texts import texts
from negotiation.classroom.words import languages

DOCS = Path(__file__).resolve().parents[3] / "docs" / "lessons"
PARTS = ("plan50", "plan75", "wrong", "debrief")


def note(number: int, language: str) -> str:
    """One lesson's note in Markdown."""
    own, page = texts(language)["lessons"][str(number)], texts(language)["page"]
    told, tag = own["note"], language.split("-")[0]
    lines = [f"# {page['brand']} {number}. {own['title']}", "", f"*{own['question']}*", "", told["aim"], ""]
    lines += [f"**{page['note.start']}**", "", f"    negotiation serve --lan --lesson {number}"]
    lines += [f"    negotiation lesson build {number} --language {tag}", "", *own["case"], ""]
    for part in PARTS:
        mark = "1." if part.startswith("plan") else "-"
        lines += [f"## {page[f'note.{part}']}", "", *(f"{mark} {words}" for words in told[part]), ""]
    lines += [f"## {page['note.picture']}", "", told["picture"], "", f"## {page['note.quiz']}", ""]
    return "\n".join(lines + [line for row, asked in enumerate(own["quiz"], 1) for line in _asked(row, asked)])


def _asked(row: int, asked: dict[str, Any]) -> list[str]:
    """One question, the right answer in bold."""
    answers = [f"**{words}**" if place == asked["right"] else words for place, words in enumerate(asked["options"])]
    return [f"{row}. {asked['ask']}", *(f"   - {words}" for words in answers), f"   - *{asked['why']}*", ""]


def note_files() -> dict[Path, str]:
    """Every note by its place below docs/lessons: English beside README, other languages in a folder each."""
    found = {}
    for language in languages():
        folder = DOCS if language == "en" else DOCS / language.split("-")[0]
        for number in LESSONS:
            found[folder / f"{number}-{plan_of(number).slug}.md"] = note(number, language)
    return found


if __name__ == "__main__":
    for path, words in note_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
