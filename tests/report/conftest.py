"""A results folder that no dispute left behind: every number in it is invented, to test what is done with numbers."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from negotiation.report import write_report

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
OUTCOMES = ("comprehensive deal", "limited deal", "no tariffs", "one-sided: xa", "standoff", "trade war")
OUTCOME_CHANCES = (0.37, 0.11, 0.04, 0.08, 0.13, 0.27)
STANCES = ("neutral", "solidarity", "joint retaliation", "separate deal", "mediation")
STANCE_CHANCES = (0.4, 0.25, 0.15, 0.15, 0.05)
SCALES = {"xa": 4.0, "xb": 1.0}  # the first country is four times as large
RECORDED = 100  # worlds


@dataclass(frozen=True)
class Fake:
    """What to invent: outcomes fixes every world's; names are the two countries'; missing columns hold NaN."""

    worlds: int = 200
    weeks: int = 52
    sectors: int = 11
    allies: Sequence[str] = ("uk", "japan", "mexico", "germany", "france", "italy")
    outcomes: Sequence[str] = ()
    names: tuple[str, str] = ("Fakeland", "Testonia")
    title: str = "An invented dispute (test)"
    description: str = "Nobody quarrels here."
    missing: Sequence[str] = ()
    summary: Mapping[str, object] = field(default_factory=dict)
    tried: bool = True  # whether its guesses were


def write_fake(folder: Path, fake: Fake) -> Path:
    """Write the four files the report reads."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng(7)
    columns = {**_endings(fake, chance), **_consequences(fake, chance)}
    columns |= {name: np.full(fake.worlds, np.nan) for name in fake.missing if name in columns}
    with (folder / "worlds.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    _write_weeks(folder, fake, chance, columns)
    (folder / "summary.json").write_text(json.dumps(_summary(fake, columns)), encoding="utf-8")
    (folder / "manifest.json").write_text(json.dumps(_manifest(fake, columns)), encoding="utf-8")
    if fake.tried:
        (folder / "uncertainty.json").write_text(json.dumps(_uncertainty()), encoding="utf-8")
    return folder


def _endings(fake: Fake, chance: np.random.Generator) -> dict[str, np.ndarray]:
    size = fake.worlds
    outcome = np.asarray(fake.outcomes or chance.choice(OUTCOMES, size, p=OUTCOME_CHANCES))
    comprehensive, limited = outcome == "comprehensive deal", outcome == "limited deal"
    settled = comprehensive | limited
    share, slack = chance.choice([0.1, 0.3, 0.45, 0.6, 0.8], size), chance.choice([0.0, 0.1, 0.25], size)
    return {
        "world": np.arange(size),
        "outcome": outcome,
        "settlement": np.select([comprehensive, limited], ["comprehensive", "limited"], "none"),
        "deal_week": np.where(comprehensive, chance.integers(5, fake.weeks + 1, size), np.nan),
        "limited_week": np.where(limited, chance.integers(3, fake.weeks + 1, size), np.nan),
        "gain_xa": np.where(settled, 1.4 * share - slack, np.nan),
        "gain_xb": np.where(settled, 1.1 * (1 - share * share) - slack, np.nan),
        "frontier_distance": np.where(settled, slack, np.nan),
    }


def _consequences(fake: Fake, chance: np.random.Generator) -> dict[str, np.ndarray]:
    size = fake.worlds
    columns: dict[str, np.ndarray] = {}
    for country, scale in SCALES.items():
        for sector in range(fake.sectors):
            columns[f"jobs_{country}_sector_{sector}"] = scale * (chance.gamma(2.0, 2.0, size) - 2.0 * sector)
        columns[f"jobs_{country}"] = scale * chance.normal(-50, 20, size)
        columns[f"jobs_percent_{country}"] = chance.normal(-0.8 / scale, 0.2, size)
        columns[f"prices_{country}"] = chance.gamma(2.0, 0.4 / scale, size)
        columns[f"approval_{country}"] = chance.uniform(0.3, 0.6, size)
    return columns | {f"ally_{ally}": chance.choice(STANCES, size, p=STANCE_CHANCES) for ally in fake.allies}


def _write_weeks(folder: Path, fake: Fake, chance: np.random.Generator, columns: Mapping[str, np.ndarray]) -> None:
    shape = (fake.worlds, fake.weeks)
    signed = np.fmin(columns["deal_week"], columns["limited_week"])[:, None]
    goes_on = ~(signed <= np.arange(1, fake.weeks + 1))
    record = {}
    for country, top in (("xa", 25.0), ("xb", 12.0)):
        steps = chance.choice([-2.5, 2.5, 5.0], shape, p=(0.3, 0.4, 0.3)) * (chance.random(shape) < 0.15)
        record[f"rate_{country}"] = np.clip(2.0 + np.cumsum(steps, axis=-1), 0, top) * goes_on
        record[f"approval_{country}"] = 0.47 + np.cumsum(chance.normal(-0.001, 0.008, shape), axis=-1)
    joined = np.cumsum(chance.random(shape) < 0.03, axis=-1).clip(0, len(fake.allies))
    record |= {"joint_allies": joined, "solidarity_allies": joined // 2}
    record |= {name: np.full(shape, np.nan) for name in fake.missing if name in record}
    stacked = np.stack(list(record.values()), axis=-1).astype(np.float32)
    np.savez(
        folder / "weeks.npz",
        record=stacked[:RECORDED],
        columns=np.asarray(list(record)),
        units=np.asarray([""] * len(record)),
        mean=stacked.mean(axis=0),
        levels=np.asarray(LEVELS),
        quantiles=np.quantile(stacked, LEVELS, axis=0),
    )


def _manifest(fake: Fake, columns: Mapping[str, np.ndarray]) -> dict[str, object]:
    kinds = {name: "words" if column.dtype.kind in "UO" else "number" for name, column in columns.items()}
    guessed = {"value": 1.0, "unit": "points", "source": "assumption: made up"}
    known = {"value": 2.0, "unit": "percent", "source": "Nobody (1900)"}
    return {
        "command": ["negotiation", "run", "invented", "--worlds", "200"],
        "versions": {"python": "3.11", "negotiation": "0.1.0"},
        "columns": kinds,
        "scenario": {"description": fake.description, "weights": {"a": guessed, "b": [guessed, known]}},
    }


def _uncertainty() -> dict[str, object]:
    over = {"share": 0.3, "low": 0.2, "high": 0.4, "state_low": 0.05, "state_high": 0.8}
    part = {"alone": {"share": 0.25, "low": 0.1, "high": 0.4}, "together": {"share": 0.5, "low": 0.4, "high": 0.6}}
    kinds = ("deal", "any_deal", "trade_war", "welfare_xa", "welfare_xb")
    return {
        "guesses": {"a": [1, 2]}, "states": 12, "worlds": 60, "shares": dict.fromkeys(OUTCOMES, over),
        "variance": {kind: dict.fromkeys(("decisions", "guesses", "luck"), part) for kind in kinds},
    }  # fmt: skip


def _summary(fake: Fake, columns: Mapping[str, np.ndarray]) -> dict[str, object]:
    across = np.linspace(-0.3, 1.4, 18)
    frontier = np.column_stack([across, 1.1 * (1 - np.square(across / 1.4))])
    packages = frontier[np.arange(700) % 18] - np.random.default_rng(3).gamma(1.5, 0.4, (700, 2))
    labels, counts = np.unique(columns["outcome"], return_counts=True)
    return {
        "scenario": {"name": "invented", "title": fake.title, "hash": "c0ffee" * 8},
        "seed": 11,
        "worlds": fake.worlds,
        "weeks": fake.weeks,
        "outcomes": {
            str(label): {"count": int(count), "share": int(count) / fake.worlds}
            for label, count in zip(labels, counts, strict=True)
        },
        "reference": {
            "unit": "points",
            "sides": ["xa", "xb"],
            "frontier": frontier.tolist(),
            "packages": packages.tolist(),
            "nash": [0.7, 0.825],
            "kalai_smorodinsky": [0.78, 0.76],
            "no_deal": [0.0, 0.0],
        },
        "countries": {
            "xa": {"name": fake.names[0], "currency": "USD"},
            "xb": {"name": fake.names[1], "currency": "TST"},
        },
        "ally_names": {ally: ally.title() for ally in fake.allies},
        **fake.summary,
    }


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A results folder with its report, of a scenario whose words are markup, mathematics and signs no font has."""
    words = "<script>alert('x')</script> & $x_1$ & --> 中文 \x01"
    fake = Fake(title=words, description=words, names=("<b>One</b>", "Two & <i>"), allies=("uk", "italy"))
    folder = write_fake(tmp_path_factory.mktemp("hostile"), fake)
    write_report(folder)
    return folder


@pytest.fixture
def fake_folder(tmp_path: Path) -> Callable[..., Path]:
    """Make an invented results folder with the wishes given."""

    def make(**wishes: object) -> Path:
        return write_fake(tmp_path / "results", Fake(**wishes))  # type: ignore[arg-type]  # wishes are Fake's own

    return make
