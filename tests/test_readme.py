"""The README's Python runs, its commands exist, and its table of scenarios is complete."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from negotiation.cli import main
from negotiation.scenario import read_scenario, shipped

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^negotiation (.+?)(?:  +#.*)?$", README, flags=re.MULTILINE)


@pytest.mark.slow
def test_the_python_runs():
    blocks = re.findall(r"```python\n(.+?)```", README, flags=re.DOTALL)
    names: dict[str, object] = {"__name__": "readme"}
    for block in blocks:
        exec(block, names)
    assert len(names["tariffs"]) > 0


ENDLESS = [line for line in COMMANDS if line.startswith("serve")]  # tests/classroom starts them


@pytest.mark.parametrize("line", ENDLESS)
def test_a_command_that_never_ends_knows_its_options(line, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*line.split(), "--help"])
    assert ended.value.code == 0
    assert all(word.split("=")[0] in capsys.readouterr().out for word in line.split() if word.startswith("--"))


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in COMMANDS if line not in ENDLESS])
def test_a_command_works(line, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    few = ["--worlds", "4", "--out", str(tmp_path / "out"), "--quiet"] if line.startswith("run") else []
    with pytest.raises(SystemExit) as ended:
        main([*line.split(), *few])
    assert ended.value.code == 0
    assert capsys.readouterr().err == ""


def test_every_shipped_scenario_is_in_the_table():
    assert [name for name, _, _ in shipped() if f"| `{name}` |" not in README] == []


def test_the_guesses_are_counted():
    numbers = [number for _, number in read_scenario("us-canada-briefing").quantities()]
    guesses = sum(number.assumed for number in numbers)
    assert f"{guesses} of the default\nscenario's {len(numbers)} numbers are guesses" in README


def test_links_lead_somewhere():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (Path(__file__).resolve().parent.parent / link).exists()] == []


def test_the_package_imports_lightly():
    heavy = "import sys, negotiation; print([m for m in ('mesa', 'numpy', 'pydantic') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "[]\n"
