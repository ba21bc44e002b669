// Moves away from the table: measures, threats, concessions, promises, talks, allies.

import { byId, choice, element, fill, tick } from "./dom.js";
import { say } from "./words.js";

const NOTHING = "";
const WEEKS = [1, 2, 3, 4, 6, 8, 12];
const ANSWERS = ["carry_out", "in_part", "postpone", "drop"];

/** The empty form; `showAway` fills it in week by week. */
export function awayForm(card) {
  return ["due", "measures", "threat", "concede", "talks", "diplomacy"].map((part) =>
    element("fieldset", { id: `away-${part}` }, element("legend", {}, say(`away.${part}`)), element("div", { class: "fields" })));
}

/** What can be done this week; what was chosen before is forgotten when the week is new. */
export function showAway(card, sight, fresh) {
  if (!fresh) return;
  put("due", due(card, sight));
  put("measures", measures(card, sight));
  put("threat", threat(card, sight));
  put("concede", concession(card, sight));
  put("talks", talks(sight));
  put("diplomacy", diplomacy(card, sight));
}

function put(part, fields) {
  const box = byId(`away-${part}`);
  fill(box.querySelector(".fields"), fields);
  box.hidden = fields.length === 0;
}

function own(card, sight) {
  return sight.measures.map((now) => ({ ...card.measures.find((each) => each.key === now.key), ...now }))
    .filter((measure) => measure.imposer === card.side);
}

function due(card, sight) {
  return own(card, sight).filter((measure) => measure.threat && measure.threat.weeks_left <= 0).map((measure) =>
    choice(`due-${measure.key}`, say("due.label", { measure: measure.name, level: measure.levels[measure.threat.level] }),
      ANSWERS.map((answer) => [answer, say(`due.${answer}`)]), "carry_out"));
}

function measures(card, sight) {
  return own(card, sight).map((measure) => {
    if (measure.bound) return element("p", { class: "muted" }, say("measure.bound", { measure: measure.name, level: measure.levels[measure.level] }));
    const barred = measure.barred_until !== null;
    const levels = measure.levels.map((level, place) => [String(place), place === measure.level ? say("measure.stays", { level }) : level])
      .filter(([place]) => !barred || Number(place) <= measure.level);
    const box = choice(`level-${measure.key}`, measure.name, levels, String(measure.level), { "data-now": measure.level });
    if (barred) box.append(element("small", {}, say("measure.barred", { week: measure.barred_until })));
    return box;
  });
}

function threat(card, sight) {
  const free = own(card, sight).filter((measure) => !measure.bound && measure.barred_until === null && !measure.threat
    && measure.level < measure.levels.length - 1);
  if (free.length === 0) return [];
  const targets = free.flatMap((measure) => measure.levels.map((level, place) => [`${measure.key}:${place}`, `${measure.name}, ${level}`])
    .filter((_, place) => place > measure.level));
  return [
    choice("threat-target", say("threat.target"), [[NOTHING, say("nothing")], ...targets], NOTHING),
    choice("threat-weeks", say("threat.weeks"), WEEKS.map((weeks) => [String(weeks), say("weeks", { weeks })]), "4"),
    choice("threat-demand", say("threat.demand"), [[NOTHING, say("threat.no_demand")], ...concessions(card, sight, (issue) => issue.by !== card.side)], NOTHING),
  ];
}

/** What a side could still give, as "issue:option" and words. */
function concessions(card, sight, whose) {
  return card.issues.filter(whose).flatMap((issue) => {
    const now = issue.options.findIndex((option) => option.key === sight.settled[issue.key]);
    return issue.options.map((option) => [`${issue.key}:${option.key}`, `${issue.name}: ${option.name}`]).filter((_, place) => place > now);
  });
}

function concession(card, sight) {
  const open = concessions(card, sight, (issue) => issue.by === card.side);
  return open.length ? [choice("concede", say("concede.label"), [[NOTHING, say("nothing")], ...open], NOTHING)] : [];
}

function talks(sight) {
  const wishes = { talking: ["suspend", "walk_away"], suspended: ["resume", "walk_away"], ended: [] }[sight.talks];
  const fields = wishes.length ? [choice("talks-wish", say("talks.label"),
    [[NOTHING, say("talks.leave")], ...wishes.map((wish) => [wish, say(`talks.${wish}`)])], NOTHING)] : [];
  if (sight.settlement === "limited") fields.push(tick("break-deal", say("talks.break_deal")));
  if (!sight.proposed_summit) fields.push(tick("summit", say("talks.summit")));
  return fields;
}

function diplomacy(card, sight) {
  const fields = [];
  if (card.allies.length) {
    fields.push(tick("ask", say("allies.ask"), { checked: sight.asked_allies }));
    fields.push(choice("divide", say("allies.divide"), [[NOTHING, say("nothing")], ...card.allies.map((ally) => [ally.key, ally.name])], NOTHING));
  }
  for (const promise of card.commitments.filter((each) => !sight.promised.includes(each.key))) {
    fields.push(tick(`promise-${promise.key}`, say("promise", { words: promise.words })));
  }
  return fields;
}

const chosen = (id) => byId(id)?.value || null;
const ticked = (id) => byId(id)?.checked === true;
const pair = (words) => words.split(":");

/** The form as the server wants it. */
export function readAway(card) {
  const away = { set: {}, due: {}, commit: [], divide: [], summit: ticked("summit"), ask: ticked("ask"), break_deal: ticked("break-deal") };
  for (const measure of card.measures) {
    const level = byId(`level-${measure.key}`);
    if (level && level.value !== level.dataset.now) away.set[measure.key] = Number(level.value);
    if (byId(`due-${measure.key}`)) away.due[measure.key] = byId(`due-${measure.key}`).value;
  }
  if (chosen("threat-target")) {
    const [measure, level] = pair(chosen("threat-target"));
    const [issue, option] = chosen("threat-demand") ? pair(chosen("threat-demand")) : [];
    away.threat = { measure, level: Number(level), weeks: Number(chosen("threat-weeks")), issue, option };
  }
  if (chosen("concede")) {
    const [issue, option] = pair(chosen("concede"));
    away.concede = { issue, option };
  }
  if (chosen("talks-wish")) away.talks = { do: chosen("talks-wish"), weeks: 2 };
  if (chosen("divide")) away.divide.push(chosen("divide"));
  for (const promise of card.commitments) if (ticked(`promise-${promise.key}`)) away.commit.push(promise.key);
  return away;
}
