"""What a wrong entry is told: one line each, with the place, the rule, the value got and the nearest right thing."""

import pytest

from negotiation.scenario import ScenarioError, read_scenario

ISSUE = 'name = "digital rules"\nconceded_by = "ca"\n[issues.digital.options.a]\nname = "as it is"\n'
CASES = {
    # unknown keys, with the nearest known one
    'weekz = 3': "top level: unknown key 'weekz'; did you mean 'weeks'?",
    "[countries.us.payoff]\nwelfre = 1": "countries.us.payoff: unknown key 'welfre'; did you mean 'welfare'?",
    "[economy.phase_in]\nvalu = 1": "economy.phase_in: unknown key 'valu'; did you mean 'value'?",
    "[issues.dairy.options.slice]\nworth = {}": (
        "issues.dairy.options.slice: unknown key 'worth'; known: name, sets, value, security, needs, otherwise"
    ),
    # wrong types
    'name = 4': "name: must be text, got 4",
    "weeks = 30.5": "weeks: must be a whole number, got 30.5",
    "weeks = 'thirty'": "weeks: must be a whole number, got 'thirty'",
    "[countries.us]\nknown = 'perhaps'": "countries.us.known: must be true or false, got 'perhaps'",
    "name = true": "name: must be text, got true",
    "[economy.discount]\nvalue = 2025-03-04": "economy.discount.value: must be a number, got 2025-03-04",
    "economy = 4": "economy: must be a table, got 4",
    "issues = 4": "issues: must be a table, got 4",
    "[measures.us_general]\nsectors = 'AUTOS'": "measures.us_general.sectors: must be a list, got 'AUTOS'",
    "[measures.us_general]\nsectors = []": "measures.us_general.sectors: must have at least 1 entry, got 0",
    "[economy.discount]\nsource = ''": "economy.discount.source: must not be empty",
    "[issues.dairy.options.'Big Slice']\nname = 'x'": (
        "issues.dairy.options.Big Slice: must be lower-case letters, digits and underscores, a letter first, "
        "got 'Big Slice'"
    ),
    f"[issues.digital]\n{ISSUE}": "issues.digital.options: must have at least 2 entries, got 1",
    # one line, though the list it stands in is then not whole
    '[measures.us_general]\nlevels = [{ name = "none", rate = 0, exmpt = 1 }]': (
        "measures.us_general.levels.0: unknown key 'exmpt'; did you mean 'exempt'?"
    ),
    '[measures.us_general]\nlevels = [{ name = "none", rate = 0, exempt = 1.5 }]': (
        "measures.us_general.levels.0.exempt: must be a share, 0 to 1, or 'usmca MONTH', got 1.5"
    ),
    # out of range
    "weeks = 0": "weeks: must be greater than or equal to 1, got 0",
    "weeks = 1000": "weeks: must be less than or equal to 520, got 1000",
    "[economy.discount]\nvalue = -1": "economy.discount.value: must be greater than or equal to 0, got -1",
    "[countries.us.conduct.assurance]\nvalue = 1.2": (
        "countries.us.conduct.assurance.value: must be less than or equal to 1, got 1.2"
    ),
    '[start]\ntalks = "over"': "start.talks: must be 'talking' or 'suspended', got 'over'",
    '[countries.us.clock]\nearliest = 9\nlatest = 4\nsource = "assumption"': (
        "countries.us.clock.latest: must not come before earliest (9), got 4"
    ),
    # not a number
    "[countries.us.payoff.welfare]\nvalue = nan": "countries.us.payoff.welfare.value: must be a finite number, got nan",
    "[countries.us.payoff.organised]\nvalue = inf": (
        "countries.us.payoff.organised.value: must be a finite number, got inf"
    ),
    "[countries.us.conduct.assurance]\nvalue = nan": (
        "countries.us.conduct.assurance.value: must be a finite number, got nan"
    ),
    # what cannot be together
    "[bases.emergency.court_hazard]\nvalue = 0.8\n[bases.statute.court_hazard]\nvalue = 0.7": (
        "bases: their court_hazard must add up to 1 or less, got 1.5"
    ),
    "[provinces.alberta]\nname = 'Alberta'\nplaces = ['AB']\ncountry = 'mexico'": (
        "provinces.alberta.country: unknown country 'mexico'; known: us, ca"
    ),
    # what refers to nothing
    '[measures.us_general]\nsectors = ["AUTO"]': (
        "measures.us_general.sectors: unknown sector 'AUTO'; did you mean 'AUTOS'?"
    ),
    '[measures.us_general]\nbasis = "emergncy"': (
        "measures.us_general.basis: unknown basis 'emergncy'; did you mean 'emergency'?"
    ),
    '[measures.us_general]\nimposer = "usa"': "measures.us_general.imposer: unknown country 'usa'; did you mean 'us'?",
    '[countries.us]\nregion = "US"': "countries.us.region: unknown region 'US'; did you mean 'USA'?",
    '[countries.us]\nregion = "CAN"': "countries: must lie in different regions, got CAN, CAN",
    '[countries.us]\norganised_sectors = ["DAIRYS"]': (
        "countries.us.organised_sectors: unknown sector 'DAIRYS'; did you mean 'DAIRY'?"
    ),
    '[issues.dairy]\nconceded_by = "mx"': "issues.dairy.conceded_by: unknown country 'mx'; known: us, ca",
    '[issues.dairy.options.slice.value]\nmx = { value = 1, unit = "points", source = "assumption" }': (
        "issues.dairy.options.slice.value: unknown country 'mx'; known: us, ca"
    ),
    '[talks]\nfirst = "usa"': "talks.first: unknown country 'usa'; did you mean 'us'?",
    '[summit]\nvenues = ["washington"]': "summit.venues: unknown country 'washington'; known: us, ca",
    '[constituencies.farmers]\nsectors = ["AGRO"]': (
        "constituencies.farmers.sectors: unknown sector 'AGRO'; did you mean 'AGRI'?"
    ),
    "[constituencies.farmers.cares]\ndary = 2.0": (
        "constituencies.farmers.cares: unknown issue 'dary'; did you mean 'dairy'?"
    ),
    '[limited.farm]\nname = "farm"\nissues = ["dary"]': (
        "limited.farm.issues: unknown issue 'dary'; did you mean 'dairy'?"
    ),
    '[start.settled]\ndairy = "opned"': "start.settled.dairy.option: unknown option 'opned'; did you mean 'opening'?",
    "[start.belief.us]\nstatut = 0.2": "start.belief.us: unknown basis 'statut'; did you mean 'statute'?",
    '[economy]\nelasticities = "Shp"': "economy.elasticities: unknown source 'Shp'; did you mean 'Shap'?",
    '[constituencies.farmers]\nplaces = ["QC"]': (
        "constituencies.farmers.places: unknown place 'QC'; known: ND, ME, OH, SD, WI"
    ),
    '[measures.us_general]\nlevels = [{ name = "none", rate = 0 }, '
    '{ name = "high", rate = 25, exempt = "usmca 2025_4" }]': (
        "measures.us_general.levels.1.exempt: unknown month '2025_4'; did you mean '2025_04'?"
    ),
    # levels that do not exist
    "[issues.tariff.options.kept.sets]\nus_general = 3": (
        "issues.tariff.options.kept.sets.us_general: must be a level of 'us_general', 0 to 1, got 3"
    ),
    "[issues.tariff.options.kept.sets]\nus_generl = 1": (
        "issues.tariff.options.kept.sets: unknown measure 'us_generl'; did you mean 'us_general'?"
    ),
    "[start.levels]\nus_general = 4": "start.levels.us_general: must be a level of 'us_general', 0 to 1, got 4",
    "[start.threats.us_general]\nlevel = 4\ndue = 2": (
        "start.threats.us_general.level: must be a level of 'us_general', 0 to 1, got 4"
    ),
    '[measures.us_general]\nlevels = [{ name = "low", rate = 5 }, { name = "high", rate = 25 }]': (
        "measures.us_general.levels.0.rate: the first level must be 0, got 5"
    ),
    '[measures.us_general]\nlevels = [{ name = "a", rate = 0 }, { name = "b", rate = 25 }, '
    '{ name = "c", rate = 10 }]': (
        "measures.us_general.levels.2: must not tax less than the level before, got 'c' after 'b'"
    ),
    '[measures.us_general]\nlevels = [{ name = "a", rate = 0 }, { name = "b", rate = 25 }, '
    '{ name = "c", rate = 25, exempt = 0.1 }]': (
        "measures.us_general.levels.2: must not tax less than the level before, got 'c' after 'b'"
    ),
    # parts that do not fit together
    '[start.threats.us_general]\nlevel = 1\ndue = 2\nissue = "dairy"': (
        "start.threats.us_general.option: is missing; options of 'dairy': quotas, slice, opening"
    ),
    '[start.threats.us_general]\nlevel = 1\ndue = 2\noption = "slice"': (
        "start.threats.us_general.issue: is missing; 'slice' is an option of one"
    ),
    "[countries.us.types.typical]\nprobability = 0.5": "countries.us.types: probabilities must sum to 1, got 0.5",
    f'[issues.digital]\n{ISSUE}[issues.digital.options.b]\nname = "free"': (
        "issues.digital: nobody values it: no option has a value or sets a measure"
    ),
    f'[issues.digital]\n{ISSUE}[issues.digital.options.b]\nname = "free"\n'
    'value = { us = { value = 0, unit = "points", source = "assumption" } }': (
        "issues.digital: nobody values it: no option has a value or sets a measure"
    ),
    '[limited.all]\nname = "all"\nissues = ["tariff", "counter", "dairy", "border", "usmca"]': (
        "limited.all.issues: must leave an issue open, got all of them"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line"), CASES.items(), ids=[line.split(":")[0] for line in CASES.values()])
def test_a_wrong_entry_is_told_in_one_line(refused, text, line):
    assert refused(text) == [line]


def test_a_threat_of_less_than_is_in_force_already_is_refused():
    with pytest.raises(ScenarioError, match=r"us_metals\.level: must not be below start\.levels, 2, got 1"):
        read_scenario("us-canada-record", {"start.levels": "{ us_metals = 2 }"})
