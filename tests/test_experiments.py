"""Every question's study plays from its file to its table, small; every answer and picture that is named is there."""

import re
from pathlib import Path

import pytest

from experiments.__main__ import EXPERIMENTS
from experiments.studies import ANSWERS, table
from negotiation.study.plan import read_study, stated

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_answered(name, tmp_path):
    asked = read_study(name).model_dump(by_alias=True, exclude_unset=True)
    design = {**asked.get("design", {}), **({"states": 2} if "states" in asked.get("design", {}) else {})}
    results = stated({**asked, "worlds": 3, "design": design}, name).run(out=tmp_path / "a")
    assert results.points["error"].tolist() == [""] * len(results.points)
    assert len(results.failures) == 0
    lines = table(results).splitlines()
    assert len(lines) == 2 + results.points["setting"].nunique() + 2
    assert lines[-1].startswith("Variance of the differences that the same luck saves: ")


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_told_and_drawn(name):
    told = (ROOT / "docs" / ANSWERS[name].document).read_text(encoding="utf-8")
    _, start, rest = told.partition(f"<!-- {name} -->")
    assert start
    assert "| --- |" in rest.partition(f"<!-- end of {name} -->")[0]
    assert f"pictures/{name}.png" in told
    assert (ROOT / "docs" / "pictures" / f"{name}.png").exists()


def test_links_of_the_experiments_lead_somewhere():
    for document in ("experiments/README.md", "docs/questions.md"):
        place = ROOT / document
        links = re.findall(r"\]\(([^)#]+)", place.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (place.parent / link).exists()] == []


def test_every_command_of_the_experiments_is_one():
    told = (ROOT / "experiments" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"python -m experiments\.(\w+)", told))
    assert named >= set(EXPERIMENTS)
    assert [name for name in named if not (ROOT / "experiments" / f"{name}.py").exists()] == []
    assert set(re.findall(r"experiments\.studies ([a-z-]+)", told)) == set(ANSWERS)
