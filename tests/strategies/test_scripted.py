"""Scripts: dated moves made by a government, in any number of worlds, alone or before another strategy."""

import numpy as np
import pytest

from negotiation import Dispute, ScenarioError, Script, read_scenario
from negotiation.strategies.turns import turns_by_week

TEACHING = "teaching-first-numbers"
DATED = {"start.date": "25 November 2024"}
FREE = {"start.levels.us_general": "0"}
ALONE = FREE | {f"countries.{side}.strategy.tactic": "silent" for side in ("us", "ca")}
ALONE = ALONE | {f"countries.{side}.strategy.doctrine": "none" for side in ("us", "ca")}
THREATEN = {"act": "threaten", "who": "us", "measure": "us_general", "level": "25 %", "weeks": 2}


def played(moves, changes=None, worlds=1, **options):
    """A dispute under a script, played to its end, and its moves as (week, who, kind, what, value, reason)."""
    dispute = Dispute(
        Script(moves).on(read_scenario(TEACHING, ALONE if changes is None else changes)), worlds, **options
    )
    block = dispute.finish()
    told = block.moves
    words = [[column.labels[code] for code in column.codes] for column in (
        told.government, told.kind, told.what, told.value, told.reason)]  # fmt: skip
    return dispute, list(zip(told.world.tolist(), told.week.tolist(), *words, strict=True))


def of_governments(moves):
    """What governments did in the first world: week, who, kind, what."""
    return [each[1:5] for each in moves if each[0] == 0 and each[2] in ("us", "ca")]


def test_a_script_alone_makes_its_moves_and_no_other():
    _, moves = played([
        {"week": 3, "acts": [{**THREATEN, "issue": "border", "option": "plan"}]},
        {"week": 5, "acts": [{"act": "carry out", "who": "us", "measure": "us_general"}]},
        {"week": 5, "acts": [{"act": "impose", "who": "ca", "measure": "ca_consumer", "level": 1}]},
        {"week": 8, "acts": [{"act": "concede", "who": "ca", "issue": "dairy", "option": "slice"}]},
        {"week": 9, "acts": [{"act": "lift", "who": "us", "measure": "us_general"}]},
        {"week": 9, "acts": [{"act": "leave talks", "who": "ca"}]},
    ])  # fmt: skip
    assert of_governments(moves) == [
        (3, "us", "threaten", "us_general"), (3, "us", "demand", "border"),
        (5, "ca", "impose", "ca_consumer"), (5, "us", "threat_carried_out", "us_general"),
        (8, "ca", "concede", "dairy"), (9, "us", "lift", "us_general"), (9, "ca", "leave_talks", ""),
    ]  # fmt: skip
    assert {each[-1] for each in moves if each[3] != "demand" and each[2] in ("us", "ca")} == {"script"}


def test_a_script_is_the_same_in_every_world():
    dispute, _ = played([{"week": 2, "acts": [{"act": "impose", "who": "us", "measure": "us_general", "level": 1}]}],
                        worlds=5)  # fmt: skip
    assert dispute.state.level[:, 0].tolist() == [1] * 5


def test_what_a_script_leaves_open_the_strategy_decides():
    """The other moves of the same luck go on: the strategy's own threats are still made."""
    script = [{"week": 4, "acts": [{"act": "concede", "who": "ca", "issue": "dairy", "option": "slice"}]}]
    _, moves = played(script, FREE, worlds=30)
    reasons = {each[-1] for each in moves}
    assert "script" in reasons
    assert len(reasons - {"script", "none", "news"}) > 3
    conceded = [each for each in moves if each[1:6] == (4, "ca", "concede", "dairy", "slice")]
    assert 0 < len(conceded) <= 30


def test_without_moves_nothing_is_scripted():
    plain = Dispute(read_scenario(TEACHING), 40).finish()
    empty = Dispute(Script([]).on(read_scenario(TEACHING)), 40).finish()
    assert plain.weeks.tobytes() == empty.weeks.tobytes()


def test_an_offer_is_made_and_accepted():
    terms = {"tariff": "lifted", "counter": "given_up", "dairy": "slice"}
    dispute, moves = played([
        {"week": 2, "acts": [{"act": "offer", "who": "us", "terms": terms}]},
        {"week": 3, "acts": [{"act": "accept", "who": "ca"}]},
    ], ALONE | {f"countries.{side}.ratification.threshold": "0" for side in ("us", "ca")})  # fmt: skip
    assert [each[1:4] for each in moves] == [
        (2, "us", "offer"), (3, "ca", "accept"), (3, "world", "deal")]  # fmt: skip
    assert dispute.state.settled[0].tolist() == [1, 1, 1, 0, 0]


def test_events_happen_when_they_are_told_to_and_at_no_other_time():
    event = {"unit": "share", "source": "assumption: a test's case", "value": 0.1}
    dispute, moves = played([
        {"week": 3, "acts": [{"act": "summit", "host": "ca"}]},
        {"week": 5, "acts": [{"act": "event", "name": "resignation", "who": "ca", "approval": event}]},
    ], ALONE | {"summit.chance": "0.5", "summit.venues": "['us', 'ca']"}, worlds=20)  # fmt: skip
    assert [each[1:6] for each in moves if each[3] == "summit" and each[0] == 7] == [(3, "world", "summit", "ca", "")]
    assert dispute.state.summits.tolist() == [1] * 20
    assert [each[1:5] for each in moves if each[3] == "event" and each[0] == 7] == [(5, "ca", "event", "resignation")]


def test_an_event_moves_approval_by_what_it_says():
    """The week's news is only added to: ten points of approval, everybody alike, in that week."""
    given = {"unit": "share", "source": "assumption: a test's case", "value": 0.1}
    event = {"act": "event", "name": "resignation", "who": "ca", "approval": given}
    (told, _), (plain, _) = (played([{"week": 5, "acts": [act]}], worlds=3) for act in (
        event, {"act": "event", "name": "resignation"}))  # fmt: skip
    place = told.record.place["approval_ca"]
    rise = told.record.weeks[:, :, place] - plain.record.weeks[:, :, place]
    np.testing.assert_allclose(rise[:, 3:5], [[0.0, 0.1]] * 3, atol=1e-6)


def test_moves_of_a_later_day_come_later_in_the_week():
    """Threatened on Monday, surcharge lifted and threat dropped on Tuesday; an older threat is answered first."""
    scenario = read_scenario(TEACHING, DATED | ALONE)
    on = {"who": "us", "measure": "us_general"}
    script = Script([
        {"date": "2025-03-03", "acts": [{"act": "impose", "who": "ca", "measure": "ca_consumer", "level": 1}]},
        {"date": "2025-03-04", "acts": [
            {"act": "threaten", **on, "level": 1, "weeks": 1}, {"act": "lift", "who": "ca", "measure": "ca_consumer"}]},
        {"date": "2025-03-04", "acts": [{"act": "drop", **on}]},
        {"date": "2025-03-05", "acts": [{"act": "carry out", **on}]},
    ])  # fmt: skip
    ((week, turns),) = turns_by_week(script.on(scenario)).items()
    assert week == 14
    names = [sorted((who, act.act) for who, acts in turn.items() for act in acts) for turn in turns]
    assert names == [
        [("ca", "impose"), ("us", "carry out")], [("ca", "lift"), ("us", "threaten")], [("us", "drop")],
    ]  # fmt: skip


BAD = {
    "moves.0.acts.0.measure: unknown measure 'us_genral'; did you mean 'us_general'?": {"measure": "us_genral"},
    "moves.0.acts.0.measure: 'ca_consumer' is a measure of 'ca', not of 'us'": {"measure": "ca_consumer"},
    "moves.0.acts.0.level: must be a level of 'us_general', 0 to 1, got 7": {"level": 7},
    "moves.0.acts.0.level: unknown level '25'; did you mean '25 %'?": {"level": "25"},
    "moves.0.acts.0.option: unknown option 'plann'; did you mean 'plan'?": {"issue": "border", "option": "plann"},
    "moves.0.acts.0.act: unknown act 'threatn'; did you mean 'threaten'?": {"act": "threatn"},
    "moves.0.acts.0: 'threaten' needs weeks or until, one of them": {"weeks": None},
    "moves.0.acts.0.host: 'threaten' has no such entry": {"host": "ca"},
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_act_is_refused_in_a_line(fault):
    with pytest.raises(ScenarioError) as refused:
        Script([{"week": 3, "acts": [{**THREATEN, **BAD[fault]}]}]).on(read_scenario(TEACHING))
    assert str(refused.value) == f"script: {fault}"


def test_faults_of_a_file_name_the_line(tmp_path):
    file = tmp_path / "script.toml"
    file.write_text(
        "# two moves\n"
        + "".join(
            f"[[moves]]\nweek = {week}\nacts = [{{ act = 'leave talks', who = 'us' }}]\n\n" for week in (9, 4, 31)
        )
    )
    with pytest.raises(ScenarioError) as refused:
        Script.read(file).on(read_scenario(TEACHING))
    assert str(refused.value).splitlines() == [
        "script.toml: line 6: moves.1: must not come before the move above it, got week 4",
        "script.toml: line 10: moves.2: must lie in the dispute, week 1 to 30, got week 31",
    ]


def test_days_need_a_day_to_count_from():
    with pytest.raises(ScenarioError, match=r"moves.0.date: needs a scenario that starts on a day"):
        Script([{"date": "2025-03-04", "acts": [THREATEN]}]).on(read_scenario(TEACHING))
