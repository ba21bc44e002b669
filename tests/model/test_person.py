"""A government played from outside moves by the same rules, and is told at once what it may not do."""

import pytest

from negotiation import Dispute, Person, ScenarioError, read_scenario

TEACHING = "teaching-first-numbers"
QUIET = {
    "start.levels.us_general": "0",
    "countries.us.strategy.doctrine": "none",
    "countries.us.strategy.tactic": "silent",
}


@pytest.fixture
def dispute():
    return Dispute(read_scenario(TEACHING, QUIET), classes={"ca": Person})


def moves_of(dispute):
    """What was noted of Canada: kind and reason."""
    told = dispute.finish().moves
    kinds = zip(told.government.codes, told.kind.codes, told.reason.codes, strict=True)
    sides = [told.government.labels[author] for author, *_ in kinds]
    return [
        (told.kind.labels[kind], told.reason.labels[reason])
        for side, kind, reason in zip(sides, told.kind.codes, told.reason.codes, strict=True)
        if side == "ca"
    ]


def test_a_person_does_what_it_is_told_once(dispute):
    person = dispute.government("ca")
    person.tell(act="impose", measure="ca_consumer", level="25 %")
    dispute.step()
    assert dispute.state.level[0].tolist() == [0, 1]
    dispute.step()
    person.tell(act="concede", issue="dairy", option="slice")
    person.tell(act="lift", measure="ca_consumer")
    dispute.step()
    assert dispute.state.level[0].tolist() == [0, 0]
    assert moves_of(dispute) == [("impose", "person"), ("concede", "person"), ("lift", "person")]


def test_two_moves_on_one_measure_are_made_one_after_the_other(dispute):
    person = dispute.government("ca")
    person.tell(act="impose", measure="ca_consumer", level=1)
    person.told.append(person.told[0].model_copy(update={"act": "lift", "level": None}))
    dispute.step()
    assert dispute.state.level[0].tolist() == [0, 0]
    assert moves_of(dispute) == [("impose", "person"), ("lift", "person")]


REFUSED = {
    "ca: unknown act 'impos'; did you mean 'impose'?": {"act": "impos"},
    "ca.measure: unknown measure 'ca_consumr'; did you mean 'ca_consumer'?": {
        "act": "lift", "measure": "ca_consumr"},
    "ca.level: must be a level of 'ca_consumer', 0 to 1, got 2": {
        "act": "impose", "measure": "ca_consumer", "level": 2},
    "ca: 'lift' is not open now: 'ca_consumer' is at this level already": {"act": "lift", "measure": "ca_consumer"},
    "ca: 'drop' is not open now: no threat stands on 'ca_consumer'": {"act": "drop", "measure": "ca_consumer"},
    "ca: 'resume talks' is not open now: the talks are not suspended": {"act": "resume talks"},
    "ca: 'accept' is not open now: the other side has offered nothing": {"act": "accept"},
    "ca: 'break deal' is not open now: no limited deal is in force": {"act": "break deal"},
    "ca: 'border incident' is luck's to bring, not a government's": {"act": "border incident", "who": None},
    "ca: 'concede' is not open now: 'quotas' or more of 'dairy' is in force already": {
        "act": "concede", "issue": "dairy", "option": "quotas"},
}  # fmt: skip


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_may_not_be_done_is_said_in_a_line(dispute, sentence):
    with pytest.raises(ScenarioError) as refused:
        dispute.government("ca").tell(**REFUSED[sentence])
    assert str(refused.value) == sentence.replace("ca: unknown act", "ca: act: unknown act")


def test_nothing_is_open_once_all_is_settled(dispute):
    dispute.state.open[:] = False
    with pytest.raises(ScenarioError, match="the dispute has ended"):
        dispute.government("ca").tell(act="leave talks")
