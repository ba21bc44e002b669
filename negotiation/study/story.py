"""The words of a story: a sentence for every kind of move, a clause for every reason.

In a sentence {who} and {other} are the government that moves and the other one (or an ally, or the world at large),
{what} is the measure, issue, ally or legal basis, {value} the level, option or stance, {amount} the number the move
carries, {package} the terms on the table.
"""

SENTENCES = {
    "offer": "{who} proposes {package}",
    "accept": "{who} accepts the terms on the table",
    "deal": "A comprehensive deal enters into force: {package}",
    "limited_deal": "A limited deal enters into force: {package}",
    "voted_down": "The deal fails at home in {who}",
    "impose": "{who} imposes: {what}, {value}",
    "raise": "{who} raises: {what}, now {value}",
    "lower": "{who} lowers: {what}, now {value}",
    "lift": "{who} lifts: {what}",
    "exempt": "{who} exempts part of the trade: {what}, {value}",
    "pause": "{who} pauses for {amount} weeks: {what}",
    "threaten": "{who} threatens, in {amount} weeks: {what}, {value}",
    "threat_met": "{who} withdraws its threat: {what}",
    "threat_carried_out": "{who} carries out its threat: {what}, {value}",
    "threat_in_part": "{who} carries out its threat in part: {what}, {value}",
    "threat_postponed": "{who} postpones its threat: {what}",
    "threat_dropped": "{who} drops its threat: {what}",
    "concede": "{who} gives way without a deal: {what}, {value}",
    "demand": "{who} demands: {what}, {value}",
    "commit": "{who} commits itself in public",
    "break_promise": "{who} breaks a public promise",
    "suspend_talks": "{who} suspends the talks",
    "resume_talks": "The talks resume",
    "leave_talks": "{who} leaves the talks",
    "propose_summit": "{who} proposes a summit",
    "summit": "The leaders meet; host: {what}",
    "ask_allies": "{who} asks its allies for a common answer",
    "offer_ally": "{who} offers a separate deal: {what}",
    "stance": "{who} changes its stance: {value}",
    "court": "A court voids measures: {what}",
    "border_incident": "An incident at the border",
    "break_deal": "{who} leaves the limited deal",
    "sign": "A deal is signed and goes home, to be voted on in {amount} weeks: {package}",
    "refuse": "In {who}, a deal is refused: {what}",
    "assent": "{who} agrees: {what}, {value}",
    "withhold": "{who} does not agree: {what}, {value}",
    "event": "{what}",
}

CLAUSES = {
    "none": "",
    "opens": "to open the bargaining",
    "time_presses": "as time presses",
    "answers_concessions": "in answer to the other side's concessions",
    "seeks_fairness": "heading for a fair division",
    "stands_firm": "standing firm",
    "next_best": "the next best for itself",
    "good_enough": "as good as it can hope for",
    "retaliates": "in retaliation",
    "never_forgets": "it does not forgive",
    "pays": "because it gains by it",
    "presses_demand": "to press its demand",
    "keeps_its_word": "to keep its word",
    "half_way": "going half the way",
    "buys_time": "to buy time",
    "too_costly": "carrying it out would cost too much",
    "demand_met": "its demand is met",
    "avoids_harm": "to avoid harm",
    "weary": "weary of the dispute",
    "goodwill": "as a sign of goodwill",
    "answers_restraint": "in answer to restraint",
    "hit": "after being hit",
    "tempers_cooled": "tempers have cooled",
    "clock_ran_out": "its own deadline has passed",
    "seeks_help": "to gain weight",
    "divides": "to divide the other side's allies",
    "stands_by_friend": "standing by its friend",
    "looks_after_itself": "looking after itself",
    "offers_good_offices": "offering its good offices",
    "ruled_unlawful": "the law they rest on does not carry them",
    "support_at_home": "with the support it needs at home",
    "no_support_at_home": "for want of support",
    "leaders_meet": "",
    "news": "",
    "settled": "to settle",
    "script": "as its script has it",
    "person": "as its player decided",
    "markets_tremble": "with markets trembling",
}


def sentence(kind: str, reason: str, words: dict[str, str]) -> str:
    """One move told: what happened, and why. KeyError for a kind or a reason nobody has words for."""
    told = SENTENCES[kind].format_map(words).rstrip(" ,:")
    clause = CLAUSES[reason]
    return f"{told} – {clause}" if clause else told
