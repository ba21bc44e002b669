"""A results folder becomes figures and one page that needs nothing else."""

import csv
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from negotiation.report import write_report
from negotiation.report.exhibits.outcomes import outcome_shares
from negotiation.report.page import page as page_of
from negotiation.report.run import read_run
from negotiation.report.stories import Story, stories
from negotiation.study.folder import FolderError
from negotiation.study.telling import ToldWeek

NAMES = ("outcomes", "guesses", "tariffs", "deal_time", "values", "jobs_prices", "approval", "allies")
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """What a page is made of: elements left open, every attribute, the words outside style sheets."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="session")
def page(hostile_report: Path) -> Page:
    return Page((hostile_report / "report.html").read_text(encoding="utf-8"))


def test_every_figure_is_there_three_times(hostile_report: Path) -> None:
    found = {path.name for path in (hostile_report / "figures").iterdir()}
    assert found == {f"{name}.{kind}" for name in NAMES for kind in ("svg", "png", "csv")}


def test_figures_fill_a_projector(hostile_report: Path) -> None:
    with Image.open(hostile_report / "figures" / "outcomes.png") as picture:
        assert picture.size == (1920, 1080)


def test_the_csv_holds_what_the_worlds_say(hostile_report: Path) -> None:
    with (hostile_report / "figures" / "outcomes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with (hostile_report / "worlds.csv").open(encoding="utf-8", newline="") as lines:
        outcomes = [row["outcome"] for row in csv.DictReader(lines)]
    told = {row["outcome"]: int(row["worlds"]) for row in rows}
    assert told["Trade war"] == outcomes.count("trade war")
    assert [float(row["low_percent"]) for row in rows] == [
        bar.low for bar in outcome_shares(read_run(hostile_report)).bars
    ]


def test_every_element_is_closed(page: Page) -> None:
    assert page.open == []


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    fetching = [value for _, name, value in page.attributes if name.split(":")[-1] in ("src", "href", "srcset", "data")]
    assert [value for value in fetching if not value.startswith(("#", "data:image/png"))] == []
    assert not {"script", "iframe", "object", "embed", "link", "b", "i"} & set(page.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


def test_the_style_sheet_fetches_nothing(hostile_report: Path) -> None:
    text = (hostile_report / "report.html").read_text(encoding="utf-8")
    assert "@import" not in text
    assert [part for part in text.split("url(")[1:] if not part.startswith("#")] == []


def test_hostile_words_are_read_as_words(page: Page) -> None:
    assert any("<script>alert('x')</script>" in words for words in page.words)


def test_every_figure_can_be_read_aloud(page: Page) -> None:
    labels = [value for tag, name, value in page.attributes if tag == "svg" and name == "aria-label"]
    assert len(labels) == len(NAMES)
    assert all(label.endswith(".") for label in labels)


def test_no_two_elements_share_a_name(page: Page) -> None:
    names = [value for _, name, value in page.attributes if name == "id"]
    assert len(names) == len(set(names))


def test_every_reference_within_the_page_finds_its_element(page: Page) -> None:
    names = {value for _, name, value in page.attributes if name == "id"}
    wanted = {value[1:] for _, name, value in page.attributes if name in ("href", "xlink:href") and value[:1] == "#"}
    assert wanted <= names


def test_the_page_counts_the_guesses(page: Page) -> None:
    assert "holds 3 empirical numbers; 2 of them" in " ".join("".join(page.words).split())


def test_the_page_says_how_to_run_it_again_and_that_it_is_no_forecast(page: Page) -> None:
    words = "".join(page.words)
    assert "negotiation run invented --worlds 200" in words
    assert "Not a forecast" in words


def test_the_same_folder_gives_the_same_bytes(hostile_report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    for name in ("worlds.csv", "weeks.npz", "summary.json", "manifest.json", "uncertainty.json"):
        (again / name).write_bytes((hostile_report / name).read_bytes())
    write_report(again)
    for path in [again / "report.html", *(again / "figures").iterdir()]:
        assert path.read_bytes() == (hostile_report / path.relative_to(again)).read_bytes(), path.name


def test_an_svg_is_whole_and_carries_no_date(hostile_report: Path) -> None:
    for name in NAMES:
        text = (hostile_report / "figures" / f"{name}.svg").read_text(encoding="utf-8")
        ElementTree.fromstring(text)
        assert "dc:date" not in text


def test_a_folder_without_a_run_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="holds no finished run"):
        write_report(tmp_path)


def test_means_and_issues_are_told_where_the_summary_has_them(fake_folder: Callable[..., Path]) -> None:
    means = {f"jobs_{country}": {"mean": -50.2, "low": -60.0, "high": -40.0} for country in ("xa", "xb")}
    issues = {"cheese": {"free": 0.25, "closed": 0.75}}
    folder = fake_folder(
        worlds=5, allies=(), summary={"means": means, "issues": issues, "issue_names": {"cheese": "Cheese"}}
    )
    write_report(folder)
    words = " ".join(" ".join(Page((folder / "report.html").read_text(encoding="utf-8")).words).split())
    assert "Jobs that have left shrinking sectors at the end, thousand −50 (−60 to −40) −50 (−60 to −40)" in words
    assert "Cheese 75 % closed · 25 % free" in words


def test_a_world_is_told_with_its_reasons_and_its_words_escaped(fake_folder: Callable[..., Path]) -> None:
    run = read_run(fake_folder(worlds=3, allies=()))
    told = Story(
        2, "trade war", "trade war; talks over", [ToldWeek(7, "tariffs 25 %", (("xa", "<i>Fakeland</i> hits"),))]
    )
    parsed = Page(page_of(run, [], {}, [told]))
    words = " ".join(" ".join(parsed.words).split())
    assert "World 2: trade war" in words
    assert "Week 7 <i>Fakeland</i> hits. tariffs 25 %" in words
    assert parsed.open == []


def test_a_scenario_this_version_does_not_know_is_not_told(fake_folder: Callable[..., Path]) -> None:
    assert stories(read_run(fake_folder(worlds=3))) == []
