"""A lesson as one file: words, styles, scripts and everything simulated are in it, and it asks for nothing."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import jinja2

from negotiation.classroom.lessons.bundle import STATIC, script_of
from negotiation.classroom.lessons.grid import cells
from negotiation.classroom.lessons.plan import Plan
from negotiation.classroom.lessons.texts import texts
from negotiation.classroom.words import Words, words_of

TEMPLATES = Path(__file__).parent.parent / "templates"
NEEDED = ("story.", "tariffs.", "frontier.", "outcomes.", "outcome.", "week", "watch.", "talks_at_end.", "the.", "of.")


def lesson_page(plan: Plan, language: str) -> str:
    """The page's HTML."""
    table = texts(language)
    own, shared = table["lessons"][str(plan.number)], table["page"]
    tongue = words_of(language)
    played = cells(plan, language)
    given = {
        "plan": {**asdict(plan), "dials": [_dial(dial, own) for dial in asdict(plan)["dials"]]},
        "cells": played,
        "order": ["us", "ca"],
        "quiz": [{"right": question["right"], "why": question["why"]} for question in own["quiz"]],
    }
    return _environment().get_template("lesson.html.j2").render(
        l=own, p=shared, plan=plan, tag=language, given=given, words=script_words(tongue, shared, own),
        style=_style(), script=script_of("lesson"), number=plan.number, dials=own["dials"],
        countries=played[0]["shared"]["countries"],
    )  # fmt: skip


def script_words(tongue: Words, shared: dict[str, Any], own: dict[str, Any]) -> dict[str, str]:
    """The words the script looks up: the classroom's pictures', the lessons', and this lesson's bets."""
    pictures = {
        key: text for key, text in tongue.under("script.").items() if key.removeprefix("script.").startswith(NEEDED)
    }
    ours = {f"script.{key}": text for key, text in shared.items() if isinstance(text, str)}
    bets = {f"script.bet.{key}": text for key, text in own.get("bets", {}).items()}
    return {**pictures, **ours, **bets}


def _dial(dial: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A dial as the script turns it: its name in words, and a label for every place."""
    told = own["dials"][dial["name"]]
    return {"name": dial["name"], "label": told["label"], "labels": told["values"], "usual": dial["usual"]}


def _style() -> str:
    """The classroom's styles and the lessons'."""
    return "\n".join((STATIC / f"{name}.css").read_text(encoding="utf-8") for name in ("classroom", "lesson"))


def _environment() -> jinja2.Environment:
    """Templates escape everything."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined
    )
