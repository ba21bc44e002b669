"""The study shown in docs/studies.md is read, its Python runs, and its commands exist."""

import re
from pathlib import Path

import pytest

from negotiation.study.plan import points_of, read_study

DOCUMENT = (Path(__file__).resolve().parent.parent / "docs" / "studies.md").read_text(encoding="utf-8")


def test_the_example_is_a_study(tmp_path):
    (text,) = re.findall(r"```toml\n(.+?)```", DOCUMENT, flags=re.DOTALL)
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    study = read_study(tmp_path / "mine.toml")
    assert len(points_of(study)) == 3 * 2 * 16
    assert study.until.half_width == 0.01


@pytest.mark.slow
def test_the_python_runs():
    (block,) = re.findall(r"```python\n(.+?)```", DOCUMENT, flags=re.DOTALL)
    names: dict[str, object] = {}
    exec(block, names)
    assert len(names["results"].worlds) == 80


def test_pictures_are_there():
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", DOCUMENT)
    assert len(pictures) == 3
    assert [name for name in pictures if not (Path(__file__).resolve().parent.parent / "docs" / name).exists()] == []
