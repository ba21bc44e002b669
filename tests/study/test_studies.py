"""Studies played: the same bytes whoever plays and however often they are stopped; nothing is lost."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from negotiation.study.ensemble import EnsembleError
from negotiation.study.errors import StudyError
from negotiation.study.field import Crew, play_study, read_study_results
from negotiation.study.interrupts import Interrupted
from tests.study import points

bytes_in, crew, small_study = points.bytes_in, points.crew, points.small_study


def test_the_worked_study(tmp_path):
    """Luck below 0.25 or 0.5 gives a deal: all deals under the lower weight are deals under the higher one."""
    results = play_study(small_study(), tmp_path / "a", crew())
    luck = np.array([np.random.default_rng([1, world]).random() for world in range(300)])
    few, many = (luck < 0.25).mean(), (luck < 0.5).mean()
    deals = results.of("deal")
    assert deals["weight"].tolist() == [5, 10]
    assert deals["value"].tolist() == pytest.approx([few, many])
    assert ((deals["low"] < deals["value"]) & (deals["value"] < deals["high"])).all()
    apart = results.differences.set_index("outcome")
    assert apart.loc["deal", "value"] == pytest.approx(many - few)
    assert apart.loc["welfare_us", "value"] == pytest.approx(5.0)
    assert apart.loc["welfare_us", "variance_saved"] == pytest.approx(1.0)  # the same luck at both: nothing is left


def test_own_luck_saves_no_variance(tmp_path):
    results = play_study(small_study(luck="own", worlds=2000), tmp_path / "a", crew(block=4096))
    saved = results.differences.set_index("outcome").loc["welfare_us", "variance_saved"]
    assert abs(saved) < 4 / np.sqrt(2000)  # a correlation of nothing, within four standard errors


@pytest.mark.parametrize("block", [1, 17, 4096])
def test_block_size_changes_no_byte(tmp_path, block):
    play_study(small_study(worlds=100), tmp_path / "a", crew())
    play_study(small_study(worlds=100), tmp_path / "b", crew(block=block))
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_any_executor_and_order_changes_no_byte(tmp_path):
    play_study(small_study(), tmp_path / "a", crew())
    with ThreadPoolExecutor(3) as threads:
        play_study(small_study(), tmp_path / "b", crew(workers=3, block=16, executor=threads))
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def stopping_after(blocks, error):
    played = []

    def play_some(game, seed, worlds, logged):
        if len(worlds) > 1:
            if len(played) == blocks:
                raise error
            played.append(worlds)
        return points.play_block(game, seed, worlds, logged)

    return play_some


@pytest.mark.parametrize("blocks", [0, 3, 7])
def test_a_study_stopped_and_gone_on_with_is_the_same(tmp_path, blocks):
    play_study(small_study(), tmp_path / "whole", crew())
    with pytest.raises(Interrupted, match=r"of 600 worlds are finished, in '.*': go on with --resume"):
        play_study(small_study(), tmp_path / "a", crew(play_block=stopping_after(blocks, KeyboardInterrupt())))
    unfinished = read_study_results(tmp_path / "a")
    assert unfinished.manifest["complete"] is False
    assert len(unfinished.worlds) == min(blocks, 5) * 60 + max(blocks - 5, 0) * 60
    play_study(small_study(), tmp_path / "a", crew(block=50), resume=True)
    assert bytes_in(tmp_path / "whole") == bytes_in(tmp_path / "a")


def test_more_worlds_later_are_the_same_as_at_once(tmp_path):
    play_study(small_study(), tmp_path / "whole", crew())
    play_study(small_study(worlds=130), tmp_path / "a", crew())
    played = []

    def noting(game, seed, worlds, logged):
        played.append(worlds)
        return points.play_block(game, seed, worlds, logged)

    play_study(small_study(), tmp_path / "a", crew(play_block=noting), resume=True)
    assert min(worlds.start for worlds in played if len(worlds) > 1) == 130
    assert bytes_in(tmp_path / "whole") == bytes_in(tmp_path / "a")


def test_a_finished_study_plays_nothing(tmp_path):
    first = play_study(small_study(), tmp_path / "a", crew())
    never = crew(play_block=stopping_after(0, AssertionError("played")))
    again = play_study(small_study(), tmp_path / "a", never, resume=True)
    assert again.outcomes.equals(first.outcomes)
    assert again.manifest == first.manifest


def test_a_failing_block_is_a_row_and_the_study_goes_on(tmp_path):
    levers = {"weight": {"path": points.WEIGHT, "values": [5, points.BROKEN]}}
    results = play_study(small_study(levers=levers), tmp_path / "a", crew(block=100))
    assert results.failures.to_numpy().tolist() == [
        [1, 100, 199, "ZeroDivisionError: no world beyond 99"], [1, 200, 299, "ZeroDivisionError: no world beyond 99"]
    ]  # fmt: skip
    assert results.of("deal")["worlds"].tolist() == [300, 100]
    assert results.manifest["failed_blocks"] == 2
    assert results.differences["worlds"].tolist() == [100] * 3  # the pairs there are


def test_a_failed_block_is_tried_again_on_resume(tmp_path):
    study = small_study()
    play_study(study, tmp_path / "a", crew(play_block=stopping_after(3, ZeroDivisionError("once"))))
    assert len(read_study_results(tmp_path / "a").failures) > 0
    play_study(study, tmp_path / "a", crew(), resume=True)
    play_study(study, tmp_path / "b", crew())
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_a_point_that_is_no_scenario_is_a_row(tmp_path):
    levers = {"first": {"path": "talks.first", "values": ["us", "uk"]}}
    results = play_study(small_study(levers=levers), tmp_path / "a", crew())
    errors = results.points["error"].tolist()
    assert errors[0] == ""
    assert errors[1].startswith("small: talks.first: unknown country 'uk'")
    assert results.outcomes["point"].unique().tolist() == [0]


def test_a_study_without_any_scenario_is_refused(tmp_path):
    levers = {"first": {"path": "talks.first", "values": ["uk"]}}
    with pytest.raises(StudyError, match="no point makes a scenario; the first: small: talks"):
        play_study(small_study(levers=levers), tmp_path / "a", crew())
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (
            {"outcomes": {"w": {"column": "welfare_uk"}}},
            "outcomes.w: unknown column 'welfare_uk'; did you mean 'w",
        ),
        (
            {"outcomes": {"w": {"column": "outcome", "is": "trade wars"}}},
            "outcomes.w.is: unknown word 'trade wars'; did you mean 'trade war'",
        ),
        ({"outcomes": {"w": {"column": "outcome"}}}, "outcomes.w: column 'outcome' holds words; say is ="),
        ({"outcomes": {"w": {"column": "welfare_us", "is": "x"}}}, "outcomes.w.is: column 'welfare_us' holds numbers"),
        ({"columns": ["type_u"]}, "columns: unknown column 'type_u'; did you mean 'type_us'"),
    ],
)
def test_an_outcome_nobody_has_is_refused_before_anything_is_written(tmp_path, entries, sentence):
    with pytest.raises(StudyError, match=sentence):
        play_study(small_study(**entries), tmp_path / "a", crew())
    assert not (tmp_path / "a").exists()


def test_no_workers_are_refused():
    with pytest.raises(EnsembleError, match="workers: must be 1 or more, got 0"):
        Crew(0)


def test_tables_are_tidy_and_xarray_holds_every_world(tmp_path):
    results = play_study(small_study(columns=["type_us"]), tmp_path / "a", crew())
    assert results.worlds.columns.tolist() == ["point", "world", "deal", "welfare_us", "welfare_ca", "type_us"]
    assert results.worlds["type_us"].isin(["soft", "hard"]).all()
    cube = results.to_xarray()
    assert dict(cube.sizes) == {"point": 2, "world": 300}
    assert cube["weight"].to_numpy().tolist() == [5, 10]
    assert cube["deal"].mean("world").to_numpy() == pytest.approx(results.of("deal")["value"])


def test_differences_are_taken_within_a_state_and_then_averaged(tmp_path):
    drawn = {"second": {"path": "countries.ca.payoff.organised", "low": 0.0, "high": 1.0}}
    study = small_study(worlds=50, uncertainties=drawn, design={"states": 3}, base={"weight": 10})
    results = play_study(study, tmp_path / "a", crew())
    apart = results.differences[results.differences["outcome"] == "welfare_us"]
    assert list(zip(apart["point"], apart["base"], strict=True)) == [(0, 3), (1, 4), (2, 5)]
    over = results.settings.set_index(["of", "setting", "outcome"])
    assert over.loc[("difference", 0, "welfare_us"), "value"] == pytest.approx(-5.0)
    assert over.loc[("value", 1, "deal"), "states"] == 3
    # What is drawn does nothing, so that the states differ in nothing: all that is uncertain is the worlds they share.
    deals = results.worlds.set_index("point").loc[3, "deal"]
    assert over.loc[("value", 1, "deal"), "half_width"] == pytest.approx(1.96 * deals.std() / 50**0.5, rel=0.001)
    assert over.loc[("difference", 0, "welfare_us"), "half_width"] == pytest.approx(0.0, abs=1e-12)


def test_python_leaves_nothing_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("negotiation.study.field.run.Crew", lambda workers, executor: crew(workers, executor=executor))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    results = small_study().run()
    assert len(results.worlds) == 600
    assert list(tmp_path.iterdir()) == []


def test_a_study_stops_when_enough_is_known(tmp_path):
    """Deals in a quarter of worlds: 1.96^2 x 3/16 / 0.02^2 = 1,801; in half of them 2,401: two and three looks."""
    until = {"outcome": "deal", "half_width": 0.02}
    results = play_study(small_study(worlds=5000, until=until), tmp_path / "a", crew(block=4096))
    deals = results.of("deal")
    assert deals["worlds"].tolist() == [2000, 3000]
    assert deals["stopped"].tolist() == ["known", "known"]
    assert (deals["half_width"] <= 0.02).all()
    assert results.differences["worlds"].tolist() == [2000] * 3
    with ThreadPoolExecutor(2) as threads:
        play_study(small_study(worlds=5000, until=until), tmp_path / "b", crew(2, 300, threads))
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_a_budget_that_runs_out_is_said(tmp_path):
    until = {"outcome": "deal", "half_width": 0.01}
    results = play_study(small_study(worlds=1500, until=until), tmp_path / "a", crew(block=4096))
    assert results.of("deal")["stopped"].tolist() == ["budget ran out"] * 2
    assert results.of("deal")["worlds"].tolist() == [1500] * 2
