"""`negotiation advise` as the user meets it."""

import json

import pytest


@pytest.mark.slow
def test_the_command(called, tmp_path):
    figure = tmp_path / "moves.png"
    line = ["advise", "teaching-first-numbers", "--week", "3", "--world", "2", "--rollouts", "4"]
    line += ["--figure", str(figure)]
    code, out, err = called(*line, "--json")
    found = json.loads(out)
    assert (code, err, figure.exists()) == (0, "", True)
    assert (found["for"], found["week"], found["world"], found["rollouts"]) == ("ca", 3, 2, 4)
    code, out, _ = called(*line)
    assert code == 0
    assert "As its strategy has it" in out or "as its strategy has it" in out


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--for", "mx", "error: --for: unknown country 'mx'; known: us, ca\n"),
        ("--week", "53", "error: --week: must be between 1 and 30, got 53\n"),
        ("--rollouts", "1", "error: --rollouts: must be between 2 and 100000, got 1\n"),
    ],
)
def test_what_cannot_be_asked(called, option, value, message):
    assert called("advise", "teaching-first-numbers", option, value) == (2, "", message)


def test_a_world_that_has_ended_needs_no_advice(called):
    code, _, err = called("advise", "teaching-first-numbers", "--week", "29", "--world", "0", "--rollouts", "2",
                          "--set", "countries.ca.strategy.tactic=principled",
                          "--set", "countries.us.strategy.tactic=principled")  # fmt: skip
    assert code == 2
    assert err.startswith("error: --week: world 0 has its comprehensive deal in week ")
