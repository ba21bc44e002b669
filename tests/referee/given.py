"""What of a dispute stays the same while it is played, as plain lists and numbers."""

from types import SimpleNamespace

FAST = ("revenue", "border_prices")
FLOWS = ("welfare", "real_income", "organised", "revenue", "balance", "border_prices", "unity", "jobs")


def plain(part):
    """One part of a scenario with every quantity replaced by its number."""
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return SimpleNamespace(**{name: getattr(field, "value", field) for name, field in fields.items()})


class Given:
    """A game's tables as lists; codes of rates, packages, measures, issues and bases are counted in file order."""

    def __init__(self, game):
        scenario, packages = game.scenario, game.packages
        self.scenario, self.weeks = scenario, scenario.weeks
        self.measures = [
            SimpleNamespace(imposer=imposer, basis=basis, top=top, stride=stride)
            for imposer, basis, top, stride in zip(
                game.imposer.tolist(), game.basis.tolist(), game.top.tolist(), game.strides.tolist(), strict=True
            )
        ]
        self.issues = [
            SimpleNamespace(conceded_by=scenario.sides.index(issue.conceded_by), options=len(issue.options))
            for issue in scenario.issues.values()
        ]
        lay_out_home(self, game)
        self.statutory = game.rates.tolist()
        self.bases = [plain(basis) for basis in scenario.bases.values()]
        self.allies = [plain(ally) for ally in scenario.allies.values()]
        for ally, stride in zip(self.allies, game.ally_strides.tolist(), strict=True):
            ally.friend, ally.stride = scenario.sides.index(ally.friend), stride
            ally.deal = ally.deal and plain(ally.deal)
        self.groups = [plain(group) for group in scenario.constituencies.values()]
        for group in self.groups:
            group.seat = scenario.sides.index(group.country)
        self.economy, self.limits, self.news = plain(scenario.economy), plain(scenario.outcome), plain(scenario.news)
        self.economy.short_run = self.economy.short_run and plain(self.economy.short_run)
        if game.gap:
            self.gap = game.gap.components.transpose(1, 2, 0).tolist(), game.gap.income.T.tolist()
        self.economy.fear = self.economy.fear and plain(self.economy.fear)
        self.talks, self.summit, self.first = plain(scenario.talks), plain(scenario.summit), game.first
        self.options, self.package_code = packages.options.tolist(), packages.code.tolist()
        self.whole, self.fixes, self.levels = packages.whole, packages.fixes.tolist(), packages.levels.tolist()
        self.flows, self.income = game.tables.components.tolist(), game.tables.income.tolist()
        self.rate, self.joining = game.tables.rate.tolist(), game.tables.joining.tolist()
        self.settling, self.mediation = game.tables.settling.tolist(), scenario.mediation and plain(scenario.mediation)
        self.sides = [side_of(self, game, seat) for seat in (0, 1)]


def lay_out_home(given, game):
    """Options that need an ally, and provinces with what they block."""
    scenario = game.scenario
    given.needs = {
        (i, o): SimpleNamespace(
            ally=list(scenario.allies).index(option.needs),
            otherwise=list(issue.options).index(option.otherwise) if option.otherwise else 0,
        )
        for i, issue in enumerate(scenario.issues.values())
        for o, option in enumerate(issue.options.values())
        if option.needs
    }
    given.provinces = [province_of(game, number) for number in range(len(scenario.provinces))]
    blocked = {m for province in given.provinces for m in province.blocks}
    for m, measure in enumerate(given.measures):
        measure.blocked = m in blocked
    given.ally_welfare = game.tables.ally_welfare.tolist()


def side_of(given, game, seat):
    """One side's tables and numbers."""
    side, country = game.sides[seat], game.sides[seat].country
    commitments = [
        SimpleNamespace(
            issue=list(game.scenario.issues).index(word.issue),
            most=list(game.scenario.issues[word.issue].options).index(word.most),
            cost=word.cost.value,
            made=word.made,
        )
        for word in country.commitments.values()
    ]
    parts = ("learning", "peace", "breaking", "trust", "vows")
    minds = {name: getattr(country, name) and plain(getattr(country, name)) for name in parts}
    known = country.known or game.scenario.information == "known"
    return SimpleNamespace(
        **minds, alignment=side.alignment.tolist(),
        key=side.key, prior=side.prior.tolist(), types=list(country.types.values()), known=known,
        clock=country.clock, strategy=plain(country.strategy), audience=plain(country.audience),
        conduct=plain(country.conduct), ratification=plain(country.ratification), payoff=plain(country.payoff),
        commitments=commitments, value=side.present_value.tolist(), worth=[table.tolist() for table in side.worth],
        package_worth=side.package_worth.tolist(), peak=side.peak.tolist(), home=side.home.tolist(),
        satisfaction=side.satisfaction.tolist(), groups=side.groups.tolist(),
        influence=(side.influence / side.influence.sum()).tolist(), mean_weights=game.mean_weights[seat].tolist(),
        election=country.election, prices=price_values(game, seat),
        chambers=[chamber_of(game, chamber) for chamber in side.chambers], gains=game.gains[seat].tolist(),
        own=[
            m
            for m, measure in enumerate(given.measures)
            if measure.imposer == seat and m not in [province.measure for province in given.provinces]
        ],
    )  # fmt: skip


def province_of(game, number):
    """A province: its people's weights by constituency, its own measure, and those it stands against."""
    scenario = game.scenario
    province, measures = list(scenario.provinces.values())[number], list(scenario.measures)
    people = {
        c: group.influence.value
        for c, (name, group) in enumerate(scenario.constituencies.items())
        if group.country == province.country
        and (name in province.constituencies or set(province.places) & set(group.places))
    }
    against = {measures.index(key): stance for key, stance in province.stands_against.items()}
    return SimpleNamespace(
        seat=scenario.sides.index(province.country), people=people, moves=province.moves,
        measure=measures.index(province.moves.measure) if province.moves else None,
        blocks=[m for m, stance in against.items() if stance == "blocks"],
        resists=[m for m, stance in against.items() if stance == "resists"],
        objection=province.objection.value if province.objection else 0.0,
    )  # fmt: skip


def price_values(game, seat):
    """What the prices at each code of rates are worth, points."""
    economy, payoff = game.scenario.economy, game.sides[seat].country.payoff
    growth = 1.0 + economy.discount.value / 100.0
    years = sum(growth ** (-week / 52) / 52 for week in range(1, economy.window.value + 1))
    flow = game.tables.components[seat][FLOWS.index("border_prices")].tolist()
    return [payoff.border_prices.value * years * each for each in flow]


def chamber_of(game, chamber):
    """A further institution: its numbers, its people's shares by constituency, and the packages it must agree to."""
    rules, scenario = plain(chamber.given), game.scenario
    total = sum(chamber.voice.tolist())
    rules.people = {c: weight / total for c, weight in enumerate(chamber.voice.tolist()) if weight > 0.0}
    rules.support = chamber.support.tolist()
    rules.elected = rules.kind in ("legislature", "confidence")
    least = [
        (list(scenario.issues).index(issue), list(scenario.issues[issue].options).index(option))
        for issue, option in rules.agrees_to.items()
    ]
    rules.asked = [
        (rules.deals == "all" or (rules.deals == "comprehensive") == (p < game.packages.whole))
        and (not least or any(options[issue] >= option for issue, option in least))
        for p, options in enumerate(game.packages.options.tolist())
    ]
    return rules
