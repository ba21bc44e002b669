// What a player should know before deciding: threats, due dates, votes, why they are asked again.

import { say } from "./words.js";

/** [kind, sentence] pairs, the most pressing first. */
export function attention(card, sight, other, { debrief, clock }) {
  if (sight.over) return clock?.closed ? [] : [["news", say(debrief ? "notice.debrief" : "notice.wait")]];
  const lines = [];
  if (sight.roused) lines.push(["news", say(`roused.${sight.roused}`)]);
  for (const measure of sight.measures.filter((each) => each.threat)) {
    const known = card.measures.find((each) => each.key === measure.key);
    if (known.imposer === other) lines.push(["loss", threat(card, measure, known, other)]);
    else if (measure.threat.weeks_left <= 0) lines.push(["loss", say("notice.due", { measure: known.name })]);
  }
  if (sight.vote_due !== null) lines.push(["news", say("notice.signed", { week: sight.vote_due })]);
  if (sight.week === sight.weeks) lines.push(["loss", say("notice.last")]);
  return lines;
}

function threat(card, measure, known, other) {
  const { level, due, weeks_left: left, issue, option } = measure.threat;
  const asked = card.issues.find((each) => each.key === issue);
  const names = { country: card.countries[other], measure: known.name, level: known.levels[level], week: due };
  const when = say(left <= 0 ? "notice.now" : left === 1 ? "notice.next" : "notice.weeks", { weeks: left });
  if (!asked) return say("notice.threat", { ...names, when });
  return say("notice.demand", { ...names, when, issue: asked.name, option: asked.options.find((each) => each.key === option).name });
}
