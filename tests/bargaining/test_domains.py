"""Domains: what they are worth, files read and written, and what is said of bad ones."""

import json
from dataclasses import replace

import numpy as np
import pytest

from negotiation.bargaining.domains import Domain, DomainError, Issue, Profile, read_domain, write_domain

from .classic import FOLDER, NAMES, NEEDS_DOMAINS, classic
from .small import pie, two_issues

SPACE = """<utility_space><objective><issue index="1" name="price" type="discrete">
<item index="1" value="low" evaluation="{low}"/><item index="2" value="{name}" evaluation="4"/></issue>
<weight index="{weighted}" value="1.0"/></objective>{more}</utility_space>"""
TEMPLATE = """<negotiation_template><utility_space><objective><issue index="1" name="price" type="{kind}">
<item index="2" value="high"/><item index="1" value="low"/></issue></objective></utility_space></negotiation_template>
"""
GOOD = {"low": "1", "name": "high", "weighted": "1", "more": ""}


def write_files(folder, kind="discrete", **changed):
    (folder / "domain.xml").write_text(TEMPLATE.format(kind=kind))
    (folder / "a.xml").write_text(SPACE.format(**GOOD))
    (folder / "b.xml").write_text(SPACE.format(**{**GOOD, **changed}))
    return folder


def test_utility_by_hand():
    # Bread half, wine all: .75 x 2/4 + .25 x 4/4 and .25 x .5 + .75 x 0.
    domain = two_issues()
    package = domain.packages.tolist().index([1, 2])
    assert domain.utilities[package] == pytest.approx([0.625, 0.125])
    assert domain.options_of(package) == ("half", "all")


def test_an_issue_worth_nothing_adds_nothing():
    side = Profile("side", (0.5, 0.5), ((0.0, 0.0), (1.0, 2.0)))
    domain = Domain("d", (Issue("a", ("x", "y")), Issue("b", ("x", "y"))), (side, replace(side, name="other")))
    assert domain.utilities[:, 0] == pytest.approx([0.25, 0.5, 0.25, 0.5])


def test_discount_by_hand():
    # The first side's utility halves over the whole time: .8 x .5^.5; the second's stays.
    worth = two_issues().discounted([[0.8, 0.8]], [0.5])
    assert worth[0] == pytest.approx([0.8 * 2**-0.5, 0.8])


def test_disagreement_is_the_reservation_or_the_worst_package():
    assert two_issues().disagreement == pytest.approx([0.1, 0.0])


def test_items_are_ordered_by_index(tmp_path):
    domain = read_domain(write_files(tmp_path))
    assert domain.issues[0].options == ("low", "high")
    assert domain.utilities[:, 0] == pytest.approx([0.25, 1.0])


@pytest.mark.parametrize("name", ["d.toml", "folder"])
@pytest.mark.parametrize("domain", [pie(4), two_issues()], ids=["pie", "two issues"])
def test_what_is_written_is_read_again(tmp_path, domain, name):
    write_domain(domain, tmp_path / name)
    found = read_domain(tmp_path / name)
    names = [side.name.removesuffix(".xml") for side in found.profiles]
    assert names == [side.name for side in domain.profiles]
    assert found.utilities.tolist() == domain.utilities.tolist()
    assert [issue.scale for issue in found.issues] == [issue.scale for issue in domain.issues]
    assert found.profiles[0].discount == domain.profiles[0].discount


def test_genius_is_not_written_over(tmp_path):
    write_domain(pie(2), tmp_path)
    with pytest.raises(DomainError, match="holds XML files already"):
        write_domain(pie(2), tmp_path)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"low": "cheap"}, r"b\.xml: <item index='1' value='low'>: evaluation is a number; got 'cheap'"),
        ({"low": "-1"}, r"b\.xml: an evaluation is at least 0; got -1"),
        (
            {"name": "hihg"},
            r"b\.xml: <issue index='1' name='price'>: options as in the domain: low, high; got low, hihg",
        ),
        ({"weighted": "2"}, r"b\.xml: <weight index='1'>: every issue has a weight"),
        ({"more": '<discount_factor value="1.5"/>'}, r"b\.xml: a discount is above 0 and at most 1; got 1\.5"),
        ({"more": "<reservation/>"}, r"b\.xml: <reservation>: has no value"),
        ({"more": "<open"}, r"b\.xml: not XML"),
        (
            {"kind": "integer"},
            r"domain\.xml: <issue index='1' name='price'>: only discrete issues are read; got 'integer'",
        ),
    ],
)
def test_bad_xml_is_named_by_file_and_element(tmp_path, changed, sentence):
    with pytest.raises(DomainError, match=sentence):
        read_domain(write_files(tmp_path, **changed))


def test_a_folder_without_a_domain_is_named(tmp_path):
    with pytest.raises(DomainError, match="a folder holds one domain file; got 0"):
        read_domain(tmp_path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DomainError, match=r"nowhere\.toml: no such file"):
        read_domain(tmp_path / "nowhere.toml")


PLAIN = """name = "d"
[issues]
price = ["low", "high"]
[profiles.a]
weights = { price = 1.0 }
evaluations.price = { low = 1, high = 2 }
[profiles.b]
weights = { price = 1.0 }
evaluations.price = { low = 2, high = 1 }
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("high = 1", "hihg = 1", r"profiles\.b: evaluations\.price: unknown 'hihg'; did you mean 'high'\?"),
        ("{ price = 1.0 }", "{ }", r"profiles\.a: weights: 'price' must be stated"),
        ("{ price = 1.0 }", "{ price = true }", r"profiles\.a: weights\.price: must be a number; got True"),
        ('["low", "high"]', '["low", "low"]', r"issues\.price: an option is named once; got low"),
        ("[profiles.b]", "[profile.b]", r"keys: unknown 'profile'; did you mean 'profiles'\?"),
        ('name = "d"', "", "keys: 'name' must be stated"),
        ('name = "d"', "name =", "not TOML"),
    ],
)
def test_bad_toml_is_named_by_file_and_key(tmp_path, old, new, sentence):
    file = tmp_path / "d.toml"
    file.write_text(PLAIN.replace(old, new))
    with pytest.raises(DomainError, match=r"d\.toml: " + sentence):
        read_domain(file)


@NEEDS_DOMAINS
@pytest.mark.parametrize("name", NAMES)
def test_classic_domains_are_read_as_described(name):
    described = json.loads((FOLDER / name / "domain.json").read_text(encoding="utf-8"))
    domain = classic(name)
    assert [(issue.name, list(issue.options)) for issue in domain.issues] == [
        (issue["name"], issue["values"]) for issue in described["issues"]
    ]
    for side, party in zip(domain.profiles, described["parties"], strict=True):
        assert (side.name, list(side.weights)) == (party["file"], party["weights"])
        assert [list(row) for row in side.evaluations] == party["evaluations"]
        assert (side.reservation, side.discount) == (party["reservation"], party["discount"])


@NEEDS_DOMAINS
@pytest.mark.parametrize("name", NAMES)
def test_classic_domains_survive_writing(tmp_path, name):
    domain = classic(name)
    for path in (tmp_path / name, tmp_path / "plain.toml"):
        write_domain(domain, path)
        assert read_domain(path) == domain


def test_a_thousand_packages_have_a_thousand_utilities():
    domain = pie(99)
    assert domain.utilities.shape == (100, 2)
    assert np.allclose(domain.utilities.sum(axis=-1), 1.0)
