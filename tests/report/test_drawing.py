"""What stands on a figure can be read: no words on other words, none beyond the rim."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from negotiation.charts.style import house_style
from negotiation.report.exhibit import Exhibit
from negotiation.report.exhibits import EXHIBITS, exhibits
from negotiation.report.exhibits.deal_time import deal_time
from negotiation.report.exhibits.jobs_prices import jobs_prices
from negotiation.report.exhibits.values import values
from negotiation.report.figures import drawn
from negotiation.report.run import Run, read_run

Build = Callable[[Run], Exhibit | None]
TOUCH = 1.0  # pixels: letters' boxes are drawn a little larger than their ink

EVERY_FIGURE = {
    "usual": {},
    "one world": {"worlds": 1, "outcomes": ["trade war"]},
    "long names": {"names": ("United Kingdoms of Elsewhere", "Grand Duchy of Nowhere"), "allies": ("liechtenstein",)},
}
ONE_FIGURE = {
    ("all agree", deal_time): {"worlds": 60, "outcomes": ["comprehensive deal"] * 60},
    ("nobody agrees", deal_time): {"worlds": 60, "outcomes": ["trade war"] * 60},
    ("nobody agrees", values): {"worlds": 60, "outcomes": ["trade war"] * 60},
    ("many sectors", jobs_prices): {"sectors": 30},
}
CASES = [(build, wishes) for wishes in EVERY_FIGURE.values() for build in EXHIBITS]
CASES += [(build, wishes) for (_, build), wishes in ONE_FIGURE.items()]
NAMES = [f"{build.__name__}-{case}" for case in EVERY_FIGURE for build in EXHIBITS]
NAMES += [f"{build.__name__}-{case}" for case, build in ONE_FIGURE]


def words_on(run: Run, exhibit: Exhibit, patch: pytest.MonkeyPatch) -> tuple[list[tuple[str, Bbox]], Bbox]:
    """Every text as it is drawn, with its box in pixels; and the sheet's own box."""
    found: list[tuple[str, Bbox]] = []
    draw = Text.draw

    def noted(text: Text, renderer: RendererBase) -> None:
        if text.get_visible() and text.get_text().strip():
            found.append((text.get_text(), Text.get_window_extent(text, renderer)))
        draw(text, renderer)

    patch.setattr(Text, "draw", noted)
    with house_style():
        figure = drawn(run, exhibit)
        FigureCanvasAgg(figure).draw()
    return found, figure.bbox


@pytest.mark.parametrize(("build", "wishes"), CASES, ids=NAMES)
def test_no_words_lie_on_others_or_beyond_the_rim(
    fake_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, build: Build, wishes: dict[str, object]
) -> None:
    run = read_run(fake_folder(**wishes))
    exhibit = build(run)
    assert exhibit is not None
    texts, sheet = words_on(run, exhibit, monkeypatch)
    for words, box in texts:
        assert box.x0 >= sheet.x0 - TOUCH, f"{words!r} leaves the sheet on the left"
        assert box.x1 <= sheet.x1 + TOUCH, f"{words!r} leaves the sheet on the right"
    for (words, box), (others, other) in combinations(texts, 2):
        common = Bbox.intersection(box, other)
        apart = common is None or common.width <= TOUCH or common.height <= TOUCH
        assert apart, f"{words!r} lies on {others!r}"


def test_every_exhibit_draws_without_numbers(fake_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    missing = ("gain_xa", "rate_xa", "jobs_percent_xb", "jobs_xa", "jobs_xa_sector_1", "prices_xb", "approval_xa")
    run = read_run(fake_folder(missing=missing))
    for exhibit in exhibits(run):
        assert words_on(run, exhibit, monkeypatch)[0]
