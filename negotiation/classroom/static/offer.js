// Packages: the two offers on the table, the builder of one's own, and what it would be worth.

import { byId, choice, element } from "./dom.js";
import { paint } from "./paint.js";
import { decimal, percent, say, signed } from "./words.js";

const EVERYTHING = "";
const field = (issue) => `option-${issue}`;

/** The builder: what to settle, and an option for every issue, each with what it is worth to oneself. */
export function builder(card, changed) {
  const scopes = [[EVERYTHING, say("scope.everything")], ...card.limited.map((deal) => [deal.key, deal.name])];
  const scope = card.limited.length ? [choice("scope", say("scope"), scopes, EVERYTHING, { on: { change: () => { narrow(card); changed(); } } })] : [];
  const row = (issue) => choice(field(issue.key), issue.name, issue.options.map((option) =>
    [option.key, `${option.name}${worth(issue, option)}`]), issue.options[0].key, { on: { change: changed } });
  const group = (title, issues) => element("fieldset", { class: "issues" }, element("legend", {}, say(title)), issues.map(row));
  const theirs = card.issues.filter((issue) => issue.by !== card.side);
  const ours = card.issues.filter((issue) => issue.by === card.side);
  return [...scope, group("builder.theirs", theirs), group("builder.ours", ours)];
}

function worth(issue, option) {
  if (issue.tariff && option.worth === 0) return "";
  return `  (${signed(option.worth)})`;
}

/** A deal on some issues leaves the others out. */
function narrow(card) {
  const chosen = byId("scope").value;
  const deal = card.limited.find((each) => each.key === chosen);
  for (const issue of card.issues) byId(field(issue.key)).disabled = Boolean(deal) && !deal.issues.includes(issue.key);
}

/** The options chosen, of the issues to be settled. */
export function readOffer(card) {
  const open = card.issues.filter((issue) => !byId(field(issue.key)).disabled);
  return Object.fromEntries(open.map((issue) => [issue.key, byId(field(issue.key)).value]));
}

/** Put a package into the builder. */
export function setOffer(card, options) {
  if (byId("scope")) {
    const deal = card.limited.find((each) => each.issues.length === Object.keys(options).length && each.issues.every((key) => key in options));
    byId("scope").value = deal ? deal.key : EVERYTHING;
    narrow(card);
  }
  for (const [issue, option] of Object.entries(options)) byId(field(issue)).value = option;
}

/** What a package would bring: its value, the gain over walking away, support at home. */
export function appraisal(card, told) {
  const better = told.gain >= 0;
  const lines = [element("p", { class: better ? "gain" : "loss" },
    element("strong", {}, say("worth.value", { value: decimal(told.value) })), " ",
    say(better ? "worth.better" : "worth.worse", { gain: decimal(Math.abs(told.gain)) }))];
  for (const key of told.breaks) {
    const promise = card.commitments.find((each) => each.key === key);
    if (promise) lines.push(element("p", { class: "loss" }, say("worth.breaks", { words: promise.words })));
  }
  if (told.need !== null) lines.push(gauge(card.institution, told));
  for (const vote of told.votes) lines.push(gauge(card.chambers[vote.key], vote));
  return lines;
}

/** Support at home against what ratification needs. */
export function gauge(institution, told) {
  const words = told.chance > 0.9 ? "ratify.likely" : told.chance < 0.1 ? "ratify.fails" : "ratify.open";
  const bar = element("div", { class: "gauge", "aria-hidden": "true" }, element("span", { class: "level" }), element("span", { class: "mark" }));
  bar.style.setProperty("--level", `${100 * Math.min(Math.max(told.support, 0), 1)}%`);
  bar.style.setProperty("--mark", `${100 * Math.min(Math.max(told.need, 0), 1)}%`);
  return element("div", { class: "ratify" }, bar,
    element("p", {}, say(words, { institution, support: percent(told.support), need: percent(told.need) })));
}

/** One of the two offers on the table. */
export function offerBox(card, sight, side) {
  const offer = sight.offers[side];
  const mine = side === card.side;
  const title = mine ? say("offer.yours") : say("offer.theirs", { who: card.people[side], country: card.countries[side] });
  const box = element("section", { class: `offer-box side-${paint(side)}` }, element("h3", {}, title));
  if (!offer) {
    box.append(element("p", { class: "muted" }, say(mine ? "offer.none_yours" : "offer.none_theirs")));
    return box;
  }
  const settled = card.issues.filter((issue) => issue.key in offer.options);
  box.append(element("dl", {}, settled.map((issue) => element("div", {}, element("dt", {}, issue.name),
    element("dd", {}, issue.options.find((option) => option.key === offer.options[issue.key]).name)))));
  if (offer.limited) box.append(element("p", { class: "muted" }, say("offer.limited")));
  box.append(...appraisal(card, offer));
  return box;
}
