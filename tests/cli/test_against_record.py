"""`negotiation backtest` and `calibrate` as the user meets them where they ask what cannot be."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("backtest", "--workers", "0"), "error: --workers: must be 1 or more, got 0\n"),
        (("backtest", "--until", "lately"), "error: --until: must be a day such as 2025-04-09, got 'lately'\n"),
        (("calibrate", "--budget", "10"), "error: --budget: must be 12000 or more, got 10\n"),
        (("calibrate", "--workers", "0"), "error: --workers: must be 1 or more, got 0\n"),
    ],
)
def test_what_cannot_be_asked(called, arguments, message):
    assert called(*arguments) == (2, "", message)


def test_going_on_needs_a_calibration_that_was_begun(called, tmp_path):
    """Nothing of a stranger's folder is touched."""
    pytest.importorskip("pyabc")
    assert called("calibrate", "--resume") == (2, "", "error: --resume: needs --out with the folder of a calibration\n")
    (tmp_path / "letter.txt").write_text("mine")
    code, _, err = called("calibrate", "--resume", "--out", str(tmp_path))
    assert (code, err.count("\n")) == (2, 1)
    assert "holds no calibration that was begun" in err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
