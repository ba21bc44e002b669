"""Every move and every reason has words."""

import string

import pytest

from negotiation.dispute.reasons import Kind, Reason
from negotiation.study.story import CLAUSES, SENTENCES, sentence

KNOWN = {"who", "other", "what", "value", "amount", "package"}


def test_every_kind_of_move_has_a_sentence():
    assert set(SENTENCES) == {kind.name.lower() for kind in Kind}


def test_every_reason_has_a_clause():
    assert set(CLAUSES) == {reason.name.lower() for reason in Reason}


@pytest.mark.parametrize("template", SENTENCES.values())
def test_sentences_ask_only_for_what_a_move_holds(template):
    assert {name for _, name, _, _ in string.Formatter().parse(template) if name} <= KNOWN


def test_a_move_is_told_with_its_reason():
    words = {"who": "Canada", "what": "Steel and cars", "value": "25 %"}
    assert sentence("impose", "retaliates", words) == "Canada imposes: Steel and cars, 25 % – in retaliation"


@pytest.mark.parametrize(("kind", "reason"), [("sulk", "none"), ("lift", "whim")])
def test_a_code_without_words_is_an_error(kind, reason):
    with pytest.raises(KeyError):
        sentence(kind, reason, {"who": "Canada", "what": "Steel"})
