"""Every refusal is a sentence for people: one line, the place first, the value got, no word of the checker's own."""

import re

import pytest

from negotiation.scenario import ScenarioError, read_scenario, validated

JARGON = re.compile(
    r"input|type=|field|validat|pars|dictionary|tuple|instance|constrained|character|pattern|[A-Z][a-z]+ should|None",
)
LEVELS = "[measures.us_general]\nlevels = [{ name = 'none', rate = 0 }, "

WORDED = {
    "name = 4": ("name", "4"),
    "weeks = 0": ("weeks", "0"),
    "[economy.discount]\nvalue = -1": ("economy.discount.value", "-1"),
    "[countries.us.payoff.welfare]\nvalue = nan": ("countries.us.payoff.welfare.value", "nan"),
    "[countries.us.types.typical]\nprobability = nan": ("countries.us.types.typical.probability", "nan"),
    "[countries.us.types.typical]\ndemands = nan": ("countries.us.types.typical.demands", "nan"),
    LEVELS + "{ name = 'x', rate = nan }]": ("measures.us_general.levels.1.rate", "nan"),
    LEVELS + "{ name = 'x', rate = 5, exempt = 'all' }]": ("measures.us_general.levels.1.exempt", "all"),
    "[countries.us.types.typical]\ndemands = inf": ("countries.us.types.typical.demands", "inf"),
    "[constituencies.farmers.cares]\ndairy = nan": ("constituencies.farmers.cares.dairy", "nan"),
    "[constituencies.farmers]\nborder = nan": ("constituencies.farmers.border", "nan"),
    "[issues.dairy.options.slice]\nsecurity = nan": ("issues.dairy.options.slice.security", "nan"),
    "[economy]\nelasticities = 'caliendo'": ("economy.elasticities", "caliendo"),
    LEVELS + "{ name = 'x', rate = 5, exempt = 'usmca 1999_01' }]": ("measures.us_general.levels.1.exempt", "1999_01"),
    "[constituencies.farmers]\nplaces = ['Texas']": ("constituencies.farmers.places", "Texas"),
    "[start.threats.us_general]\nlevel = 1\ndue = 2\nissue = 'dairy'": ("start.threats.us_general.option", ""),
    "weeks = 'thirty'": ("weeks", "thirty"),
    "weeks = 30.5": ("weeks: must be", "30.5"),
    "[countries.us]\nknown = 'perhaps'": ("countries.us.known", "perhaps"),
    "[economy.discount]\nvalue = 'four'": ("economy.discount.value", "four"),
    "[economy]\ndiscount = 4": ("economy.discount", "4"),
    "economy = 4": ("economy", "4"),
    "[measures.us_general]\nsectors = 'AUTOS'": ("measures.us_general.sectors", "AUTOS"),
    "[economy.discount]\nsource = ''": ("economy.discount.source", ""),
    "[issues.digital]\nname = 'x'\nconceded_by = 'ca'\n[issues.digital.options.a]\nname = 'a'": (
        "issues.digital.options", "a",
    ),
    "[issues.dairy.options.'Big Slice']\nname = 'x'": ("issues.dairy.options.Big Slice", "Big Slice"),
    LEVELS + "{ name = 'x', rate = 5, exempt = 1.5 }]": ("measures.us_general.levels.1.exempt", "1.5"),
    "[measures.us_general]\nlevels = [{ name = 'none', rate = 0, exmpt = 1 }]": (
        "measures.us_general.levels.0", "exempt",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WORDED.items())
def test_a_refusal_is_one_line_for_people(refused, text, said):
    place, got = said
    (line,) = refused(text)
    assert line.startswith(place)
    assert got in line
    assert not JARGON.search(line), line


@pytest.mark.parametrize("value", [True, "30"])
def test_a_number_is_neither_a_word_nor_true(value):
    table = read_scenario("teaching-first-numbers").model_dump(mode="python")
    table["countries"]["us"]["payoff"]["welfare"]["value"] = value
    with pytest.raises(ScenarioError, match=r"countries\.us\.payoff\.welfare\.value: must be a number, got"):
        validated(table, "case.toml")
