"""What does not fit is refused before it starts."""

import pytest

from negotiation.study.capacity import CapacityError, amount, check_disk, check_memory
from negotiation.study.ensemble import play
from negotiation.study.task import digest_of


@pytest.fixture
def sample(small_block):
    return digest_of(small_block(range(1)), 1)


def test_more_worlds_than_the_disk_holds(sample, tmp_path):
    with pytest.raises(CapacityError, match=r"worlds need about .* of disk; '.*' has .* free: play at most [\d,]+$"):
        check_disk(tmp_path, 10**14, 1000, sample)


def test_the_number_it_names_does_fit(sample, tmp_path, monkeypatch):
    free = 10**9
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    with pytest.raises(CapacityError) as refused:
        check_disk(tmp_path, 10**9, 0, sample)
    fits = int(str(refused.value).rsplit(" ", 1)[1].replace(",", ""))
    check_disk(tmp_path, fits, 0, sample)


def test_more_workers_than_memory_holds(sample):
    with pytest.raises(CapacityError, match=r"100000 workers need about .* of memory; .* use fewer --workers"):
        check_memory(100_000, 1024, sample)


def test_a_refused_run_leaves_no_folder(small_ensemble, tmp_path):
    with pytest.raises(CapacityError):
        play(small_ensemble(10**14), tmp_path / "huge")
    assert not (tmp_path / "huge").exists()


@pytest.mark.parametrize(
    ("size", "said"),
    [(250_000, "250 kB"), (2_500_000, "2 MB"), (1_250_000_000, "1.2 GB"), (3 * 10**12, "3.0 TB")],
)
def test_bytes_as_people_say_them(size, said):
    assert amount(size) == said
