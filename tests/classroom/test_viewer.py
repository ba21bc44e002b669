"""The researcher's page: the same Dispute, made from sliders and a seed box that hands back text."""

import inspect
from importlib.util import find_spec

import numpy as np
import pytest
from typer.testing import CliRunner

from negotiation.cli import app
from negotiation.commands.view import NEEDED, SETTINGS
from negotiation.model import play_block
from tests.classroom.cases import case

ABSENT = [name for name in NEEDED if find_spec(name) is None]
viewer = pytest.mark.skipif(bool(ABSENT), reason=f"no viewer: {', '.join(ABSENT)} not installed (negotiation[viz])")


@pytest.mark.skipif(not ABSENT, reason="the extra is installed")
def test_without_the_extra_one_line_says_what_to_install():
    answer = CliRunner().invoke(app, ["view"])
    assert answer.exit_code == 2
    assert "install with: pip install 'negotiation[viz]'" in answer.output + answer.stderr


def test_nobody_is_told_and_nothing_comes_from_elsewhere():
    assert SETTINGS["SOLARA_TELEMETRY_MIXPANEL_ENABLE"] == "False"
    assert SETTINGS["SOLARA_ASSETS_PROXY"] == "True"


@viewer
@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Solara's own
def test_the_page_plays_the_dispute_that_ensembles_play(monkeypatch):
    from negotiation.classroom.viewer import SCENARIO, Watched, figure, parameters

    monkeypatch.setenv(SCENARIO, "teaching-first-numbers")
    watched = Watched(seed="7", world=3)
    while watched.running:
        watched.step()
    engine = Watched(seed=7).game
    block = play_block(engine, 7, range(3, 4), 0)
    lived = watched.week  # a deal ends the page's model; the ensemble's record goes on to the horizon
    assert lived > 1
    assert np.array_equal(watched.record.weeks[:, :lived], block.weeks[:, :lived], equal_nan=True)
    assert case().sides == engine.scenario.sides
    sliders = {key: each["value"] for key, each in parameters().items()}
    assert set(sliders) == {"seed", "world", *(key for key in sliders if "__" in key)}
    turned = Watched(**{**sliders, "ca__pace": 0.9})
    assert turned.game.scenario.countries["ca"].strategy.pace.value == 0.9
    assert len(figure(watched).axes[0].lines) == 2


@viewer
@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Solara's own
def test_every_browser_has_a_model_of_its_own_and_no_console():
    from negotiation.classroom import viewer as page

    assert not [name for name, each in vars(page).items() if isinstance(each, page.Dispute)]
    assert "CommandConsole" not in inspect.getsource(page)


@viewer
@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Solara's own
def test_the_page_tells_the_moves_as_the_story_of_one_world_does(monkeypatch):
    """A fresh page has nothing to tell; after ten weeks it tells those weeks, the newest first."""
    from negotiation.classroom.viewer import SCENARIO, Watched, figure, story
    from negotiation.study.telling import played_world, told_weeks

    monkeypatch.setenv(SCENARIO, "teaching-first-numbers")
    watched = Watched(seed=7, world=3)
    assert story(watched) == []
    assert [len(axes.lines) for axes in figure(watched).axes] == [2, 2, 2]
    for _ in range(10):
        watched.step()
    world = played_world(watched.game.scenario, 7, 3, lambda *_: None)
    expected = [
        (f"Week {week.week}", words) for week in told_weeks(world) if week.week <= 10 for _, words in week.moves
    ]
    assert len(expected) > 3
    assert story(watched) == expected[::-1]
    assert [line.get_xdata().size for line in figure(watched).axes[0].lines] == [10, 10]
