// Moves away from the table: measures, threats, concessions, promises, talks, allies. What is in the form happens at
// the week's end; a round of moves can be put before it, so that several follow one another in the same week.

import { byId, choice, element, fill, tick } from "./dom.js";
import { say } from "./words.js";

const NOTHING = "";
const WEEKS = [1, 2, 3, 4, 6, 8, 12];
const ANSWERS = ["carry_out", "in_part", "postpone", "drop"];
const PARTS = ["due", "measures", "threat", "concede", "talks", "diplomacy", "promises"];
const OPEN = new Set(["due"]);
const MOST_ROUNDS = 4;
const state = { before: [] };

/** The empty form; `showAway` fills it in week by week. changed: called whenever something is chosen. */
export function awayForm(card, changed) {
  const parts = PARTS.map((part) => element("details", { id: `away-${part}`, open: OPEN.has(part) },
    element("summary", {}, say(`away.${part}`), " ", element("span", { class: "chosen" })), element("div", { class: "fields" })));
  const later = element("div", { class: "buttons" },
    element("button", { type: "button", id: "later", class: "small second", disabled: true, on: { click: () => { keepRound(card); changed(); } } }, say("later.keep")),
    element("button", { type: "button", id: "at-once", class: "small second", hidden: true, on: { click: () => { state.before = []; told(card); changed(); } } }, say("later.forget")));
  for (const part of parts) part.addEventListener("change", () => { told(card); changed(); });
  return [...parts, later];
}

/** What can be done this week; what was chosen before is forgotten when the week is new. */
export function showAway(card, sight, fresh) {
  if (!fresh) return;
  state.before = [];
  put("due", due(card, sight));
  put("measures", measures(card, sight));
  put("threat", threat(card, sight));
  put("concede", concession(card, sight));
  put("talks", talks(card, sight));
  put("diplomacy", diplomacy(card, sight));
  put("promises", promises(card, sight));
  if (urgent(card, sight)) byId("away-due").open = true;
  told(card);
}

function put(part, fields) {
  const box = byId(`away-${part}`);
  fill(box.querySelector(".fields"), fields);
  box.hidden = fields.length === 0;
}

function own(card, sight) {
  return sight.measures.map((now) => ({ ...card.measures.find((each) => each.key === now.key), ...now }))
    .filter((measure) => measure.imposer === card.side && !measure.province);
}

const urgent = (card, sight) => own(card, sight).some((measure) => measure.threat && measure.threat.weeks_left <= 0);

/** Every own threat that stands: one that is due must be answered, another may be. */
function due(card, sight) {
  return own(card, sight).filter((measure) => measure.threat && !measure.bound).flatMap((measure) => {
    const { level, weeks_left: left, postponed } = measure.threat;
    const ways = ANSWERS.filter((answer) => (answer !== "in_part" || level - measure.level > 1) && (answer !== "postpone" || postponed < 2));
    const answers = ways.map((answer) => [answer, say(`due.${answer}`)]);
    const words = say(left <= 0 ? "due.label" : "due.early", { measure: measure.name, level: measure.levels[level], weeks: left });
    const chosen = left <= 0 ? "carry_out" : NOTHING;
    return [
      choice(`due-${measure.key}`, words, left <= 0 ? answers : [[NOTHING, say("due.stands")], ...answers], chosen, { "data-usual": chosen }),
      ways.includes("postpone") ? choice(`due-weeks-${measure.key}`, say("due.weeks"), weeksOf(WEEKS), "4", { "data-with": `due-${measure.key}=postpone` }) : null,
    ];
  });
}

const weeksOf = (list) => list.map((weeks) => [String(weeks), say(weeks === 1 ? "week_one" : "weeks", { weeks })]);

function measures(card, sight) {
  return own(card, sight).flatMap((measure) => {
    if (measure.bound) return [element("p", { class: "muted" }, say("measure.bound", { measure: measure.name, level: measure.levels[measure.level] }))];
    const shut = measure.barred_until !== null || measure.blocked;
    const levels = measure.levels.map((level, place) => [String(place), place === measure.level ? say("measure.stays", { level }) : level])
      .filter(([place]) => !shut || Number(place) <= measure.level);
    const box = choice(`level-${measure.key}`, measure.name, levels, String(measure.level), { "data-usual": measure.level });
    if (measure.barred_until !== null) box.append(element("small", {}, say("measure.barred", { week: measure.barred_until })));
    else if (measure.blocked) box.append(element("small", {}, say("measure.blocked", { province: measure.blocked })));
    else if (measure.prepares > 0) box.append(element("small", {}, say("measure.prepares", { weeks: measure.prepares })));
    const pause = measure.level > 0 ? choice(`pause-${measure.key}`, say("measure.pause", { measure: measure.name }),
      [[NOTHING, say("measure.no_pause")], ...weeksOf(WEEKS)], NOTHING) : null;
    return [box, pause];
  });
}

function threat(card, sight) {
  const free = own(card, sight).filter((measure) => !measure.bound && measure.barred_until === null && !measure.blocked && !measure.threat
    && measure.level < measure.levels.length - 1);
  if (free.length === 0) return [];
  const targets = free.flatMap((measure) => measure.levels.map((level, place) => [`${measure.key}:${place}`, `${measure.name}, ${level}`])
    .filter((_, place) => place > measure.level));
  return [
    choice("threat-target", say("threat.target"), [[NOTHING, say("nothing")], ...targets], NOTHING),
    choice("threat-weeks", say("threat.weeks"), weeksOf(WEEKS), "4", { "data-with": "threat-target" }),
    choice("threat-demand", say("threat.demand"), [[NOTHING, say("threat.no_demand")], ...theirs(card, sight)], NOTHING, { "data-with": "threat-target" }),
  ];
}

/** What a side could still give, as "issue:option" and words. */
function concessions(card, sight, whose) {
  return card.issues.filter(whose).flatMap((issue) => {
    const now = issue.options.findIndex((option) => option.key === sight.settled[issue.key]);
    return issue.options.map((option) => [`${issue.key}:${option.key}`, `${issue.name}: ${option.name}`]).filter((_, place) => place > now);
  });
}

const theirs = (card, sight) => concessions(card, sight, (issue) => issue.by !== card.side);

function concession(card, sight) {
  const open = concessions(card, sight, (issue) => issue.by === card.side);
  return open.length ? [choice("concede", say("concede.label"), [[NOTHING, say("nothing")], ...open], NOTHING)] : [];
}

function talks(card, sight) {
  const wishes = { talking: ["suspend", "walk_away"], suspended: ["resume", "walk_away"], ended: [] }[sight.talks];
  const fields = wishes.length ? [choice("talks-wish", say("talks.label"),
    [[NOTHING, say("talks.leave")], ...wishes.map((wish) => [wish, say(`talks.${wish}`)])], NOTHING)] : [];
  if (wishes.includes("suspend")) {
    fields.push(choice("talks-weeks", say("talks.for"), weeksOf(WEEKS), "2", { "data-with": "talks-wish=suspend" }));
    const demands = theirs(card, sight);
    if (demands.length) fields.push(choice("talks-demand", say("talks.until"), [[NOTHING, say("threat.no_demand")], ...demands], NOTHING, { "data-with": "talks-wish=suspend" }));
  }
  if (sight.talks !== "ended" && !sight.proposed_summit) fields.push(tick("summit", say("talks.summit")));
  if (sight.settlement === "limited") fields.push(tick("break-deal", say("talks.break_deal")));
  return fields;
}

function diplomacy(card, sight) {
  if (card.allies.length === 0) return [];
  return [tick("ask", say("allies.ask"), { checked: sight.asked_allies, "data-usual": String(sight.asked_allies) }),
    ...card.allies.filter((ally) => sight.allies[ally.key] !== "separate deal").map((ally) => tick(`divide-${ally.key}`, say("allies.divide", { ally: ally.name })))];
}

function promises(card, sight) {
  return card.commitments.filter((each) => !sight.promised.includes(each.key))
    .map((promise) => tick(`promise-${promise.key}`, say("promise", { words: promise.words })));
}

const chosen = (id) => byId(id)?.value || null;
const ticked = (id) => byId(id)?.checked === true;
const pair = (words) => words.split(":");

/** The form as the server wants it, with the rounds of moves that come before it. */
export function readAway(card) {
  const rounds = [...state.before.map((round) => round.order), readRound(card)];
  return rounds.reduceRight((later, round) => (later === null ? round : { ...round, later }), null);
}

function readRound(card) {
  const away = { set: {}, pause: {}, due: {}, commit: [], divide: [], summit: ticked("summit"), ask: ticked("ask"), break_deal: ticked("break-deal") };
  for (const measure of card.measures) {
    const level = byId(`level-${measure.key}`);
    if (level && level.value !== level.dataset.usual) away.set[measure.key] = Number(level.value);
    if (chosen(`pause-${measure.key}`)) away.pause[measure.key] = Number(chosen(`pause-${measure.key}`));
    const answer = state.before.length === 0 && chosen(`due-${measure.key}`);
    if (answer) away.due[measure.key] = answer === "postpone" ? { do: answer, weeks: Number(chosen(`due-weeks-${measure.key}`)) } : answer;
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
  if (chosen("talks-wish")) {
    const suspends = chosen("talks-wish") === "suspend";
    const [issue, option] = suspends && chosen("talks-demand") ? pair(chosen("talks-demand")) : [];
    away.talks = { do: chosen("talks-wish"), weeks: suspends ? Number(chosen("talks-weeks")) : 0, issue, option };
  }
  for (const ally of card.allies) if (ticked(`divide-${ally.key}`)) away.divide.push(ally.key);
  for (const promise of card.commitments) if (ticked(`promise-${promise.key}`)) away.commit.push(promise.key);
  return away;
}

/** Everything chosen in a part of the form, in words. */
function wordsOf(part) {
  const lines = [];
  if (part === "due" && state.before.length > 0) return lines; // answered in the first round
  for (const field of byId(`away-${part}`).querySelectorAll("select, input")) {
    const [other, value] = (field.dataset.with ?? "").split("=");
    if (other && (value ? chosen(other) !== value : !chosen(other))) continue;
    const name = field.labels[0].textContent;
    if (field.type === "checkbox" && field.checked && field.dataset.usual !== "true") lines.push(name);
    if (field.tagName === "SELECT" && field.value !== (field.dataset.usual ?? NOTHING)) lines.push(say("chosen.field", { name, choice: field.selectedOptions[0].textContent }));
    if (field.tagName === "SELECT" && field.dataset.usual === "carry_out" && field.value === "carry_out") lines.push(say("chosen.field", { name, choice: field.selectedOptions[0].textContent }));
  }
  return lines;
}

/** Everything that will happen away from the table, in words, round by round. */
export function chosenAway() {
  return [...state.before.map((round) => round.words), PARTS.flatMap(wordsOf)].filter((words) => words.length > 0);
}

/** Show what goes with what, and how much is chosen where it is folded away. */
function told(card) {
  for (const field of byId("away").querySelectorAll("[data-with]")) {
    const [other, value] = field.dataset.with.split("=");
    field.closest(".field").hidden = value ? chosen(other) !== value : !chosen(other);
  }
  for (const part of PARTS) {
    const count = wordsOf(part).filter(Boolean).length;
    byId(`away-${part}`).querySelector(".chosen").textContent = count ? say("chosen.count", { count }) : "";
  }
  const moves = PARTS.flatMap(wordsOf).length > 0;
  byId("later").disabled = !moves || state.before.length >= MOST_ROUNDS - 1;
  byId("at-once").hidden = state.before.length === 0;
  byId("away-due").hidden = state.before.length > 0 || byId("away-due").querySelector("select") === null;
}

/** What is in the form happens first; an empty form follows, for later in the same week. */
function keepRound(card) {
  state.before.push({ order: readRound(card), words: PARTS.flatMap(wordsOf) });
  for (const field of byId("away").querySelectorAll("select")) field.value = field.dataset.usual ?? field.options[0].value;
  for (const field of byId("away").querySelectorAll("input")) field.checked = false;
  told(card);
}
