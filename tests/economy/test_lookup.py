"""Every combination solved once: the same as solving it, kept on disk, rebuilt when damaged."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from negotiation.economy import EquilibriumTable, RateGrid, Setting, cache_directory, lookup, solve_grid
from negotiation.economy.cache import store

FOCUS = (1, 0)


@pytest.fixture
def grid():
    """North's tariff at three levels, South's export tax at two: 6 combinations between the twins."""
    tariffs = tuple((Setting("tariff", (0,), (1,), (rate,), "highest"),) for rate in (0.1, 0.25))
    tax = (Setting("export tax", (0,), (1,), (0.05,), "highest"), Setting("iceberg", (0,), (1,), (0.02,), "added"))
    return RateGrid((((), *tariffs), ((), tax)), regions=2, sectors=1)


@pytest.fixture
def solved_chunks(monkeypatch):
    """Counts the chunks that are solved rather than read."""
    chunks = []
    solve_chunk = lookup.solve_chunk

    def counted(model, grid, focus, chunk):
        chunks.append(chunk)
        return solve_chunk(model, grid, focus, chunk)

    monkeypatch.setattr(lookup, "solve_chunk", counted)
    return chunks


def same(one: EquilibriumTable, other: EquilibriumTable) -> bool:
    names = [field.name for field in fields(EquilibriumTable)]
    return all(getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in names)


def test_a_looked_up_equilibrium_is_the_solved_one(twins, grid):
    table = solve_grid(twins, grid, FOCUS, cache=None)
    code = int(grid.code(np.array([2, 1])))
    rates = np.zeros((3, 2, 2, 1))
    rates[:, 0, 1, 0] = (0.25, 0.05, 0.02)
    found = twins.solve(*rates)
    assert table.welfare[code].tobytes() == found.welfare[0].tobytes()
    assert table.revenue[code].tobytes() == found.revenue[0].tobytes()
    assert table.jobs[code].tobytes() == found.jobs[0, [1, 0]].tobytes()
    assert table.balance[code, 0, 1] == found.balance[0, 1, 0]


def test_effective_rates_are_those_added(twins, grid):
    """One good: North (second in focus) adds 25 % on South; South's export tax and trade cost add 5 + 2 %."""
    table = solve_grid(twins, grid, FOCUS, cache=None)
    assert table.effective_rate[5] == pytest.approx(np.array([[0.0, 0.0], [25.0, 0.0]]))
    assert table.export_rate[5] == pytest.approx(np.array([[0.0, 0.0], [7.0, 0.0]]))


def test_effective_rates_weigh_goods_by_base_trade_and_leave_services_out(economy):
    metals = economy.sectors.index("METALS")
    rates = tuple(0.25 if sector == metals else 0.0 for sector in range(len(economy.sectors)))
    grid = RateGrid((((Setting("tariff", (0,), (1,), rates, "highest"),),),), 11, 13)
    table = solve_grid(economy, grid, (0, 1), cache=None)
    trade = economy.base.flows[0, 1]
    assert table.effective_rate[0, 0, 1] == pytest.approx(25.0 * trade[metals] / trade[:-1].sum())


def test_chunks_and_workers_change_no_bit(twins, grid, monkeypatch):
    whole = solve_grid(twins, grid, FOCUS, cache=None)
    monkeypatch.setattr(lookup, "CHUNK", 2)
    assert same(whole, solve_grid(twins, grid, FOCUS, cache=None))
    assert same(whole, solve_grid(twins, grid, FOCUS, cache=None, workers=2))


def test_progress_is_told(twins, grid, monkeypatch):
    monkeypatch.setattr(lookup, "CHUNK", 4)
    told = []
    solve_grid(twins, grid, FOCUS, None, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 6), (4, 6), (6, 6)]


def test_what_was_solved_is_read(twins, grid, tmp_path, solved_chunks):
    first = solve_grid(twins, grid, FOCUS, tmp_path)
    second = solve_grid(twins, grid, FOCUS, tmp_path)
    assert len(solved_chunks) == 1
    assert same(first, second)
    assert second.jobs.flags["C_CONTIGUOUS"]
    assert [path.suffix for path in tmp_path.iterdir()] == [".npz"]


def test_another_grid_or_focus_is_not_read(twins, grid, tmp_path, solved_chunks):
    solve_grid(twins, grid, FOCUS, tmp_path)
    solve_grid(twins, grid, (0, 1), tmp_path)
    solve_grid(twins, RateGrid(grid.axes[:1], 2, 1), FOCUS, tmp_path)
    assert len(solved_chunks) == 3


def test_a_result_that_moves_is_not_read(twins, grid, monkeypatch):
    """The name of a table holds the bits of some of its equilibria: whatever moves one of them moves the name."""
    before = lookup.table_key(twins, grid, FOCUS)
    described = lookup.described
    assert lookup.table_key(twins, grid, FOCUS) == before

    def moved(*question):
        arrays = described(*question)
        return arrays | {"welfare": np.nextafter(arrays["welfare"], 1.0)}

    monkeypatch.setattr(lookup, "described", moved)
    assert lookup.table_key(twins, grid, FOCUS) != before


@pytest.mark.parametrize("damage", [b"", b"not a table", None])
def test_a_damaged_file_is_solved_again_and_mended(twins, grid, tmp_path, solved_chunks, damage):
    whole = solve_grid(twins, grid, FOCUS, tmp_path)
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes()[:-100] if damage is None else damage)
    assert same(whole, solve_grid(twins, grid, FOCUS, tmp_path))
    assert same(whole, solve_grid(twins, grid, FOCUS, tmp_path))
    assert len(solved_chunks) == 2


def test_one_flipped_byte_is_noticed(twins, grid, tmp_path, solved_chunks):
    whole = solve_grid(twins, grid, FOCUS, tmp_path)
    file = next(tmp_path.iterdir())
    content = bytearray(file.read_bytes())
    place = content.find(whole.welfare.tobytes())
    content[place + 20] ^= 1
    file.write_bytes(content)
    assert same(whole, solve_grid(twins, grid, FOCUS, tmp_path))
    assert len(solved_chunks) == 2


def test_arrays_of_another_shape_are_not_taken(twins, grid, tmp_path, solved_chunks):
    solve_grid(twins, grid, FOCUS, tmp_path)
    file = next(tmp_path.iterdir())
    store(file, {field.name: np.zeros(3) for field in fields(EquilibriumTable)})
    assert solve_grid(twins, grid, FOCUS, tmp_path).welfare.shape == (6, 2)


def test_a_directory_that_cannot_be_written_is_no_error(twins, grid, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    table = solve_grid(twins, grid, FOCUS, blocked / "cache")
    assert table.welfare.shape == (6, 2)


def test_a_table_cannot_be_changed(twins, grid):
    with pytest.raises(ValueError, match="read-only"):
        solve_grid(twins, grid, FOCUS, cache=None).welfare[0, 0] = 1.0


def test_the_cache_directory_follows_the_environment(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("NEGOTIATION_CACHE", "/chosen")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache_directory() == Path("/chosen")
    monkeypatch.delenv("NEGOTIATION_CACHE")
    assert cache_directory() == Path("/xdg/negotiation")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_directory() == Path.home() / ".cache" / "negotiation"


def test_the_room_needs_neither_scipy_nor_numba():
    check = (
        "import sys, negotiation.economy as e; e.default_economy(); assert not {'scipy', 'numba'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", check], check=True, cwd=Path(__file__).parents[2])
