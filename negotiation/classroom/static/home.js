// At home and abroad: tariffs in force, threats, approval by constituency, allies' stances.

import { byId, element, fill } from "./dom.js";
import { paint } from "./paint.js";
import { decimal, percent, say } from "./words.js";

export function showHome(card, sight) {
  fill(byId("tariffs"), card.sides.map((side) => tariffs(card, sight, side)));
  fill(byId("approval"), card.sides.map((side) => approval(card, sight, side)));
  byId("allies-panel").hidden = card.allies.length === 0;
  fill(byId("allies"), card.allies.map((ally) => element("li", {}, element("span", {}, ally.name),
    element("span", { class: "muted" }, say(`stance.${sight.allies[ally.key]}`)))));
  const open = card.issues.filter((issue) => issue.options[0].key !== sight.settled[issue.key]);
  byId("settled-panel").hidden = open.length === 0;
  fill(byId("settled"), open.map((issue) => element("li", {}, element("span", {}, issue.name),
    element("span", { class: "muted" }, issue.options.find((option) => option.key === sight.settled[issue.key]).name))));
}

function tariffs(card, sight, side) {
  const whose = sight.measures.map((now) => ({ ...card.measures.find((each) => each.key === now.key), ...now }))
    .filter((measure) => measure.imposer === side);
  return element("section", { class: `side-${paint(side)}` },
    element("h3", {}, say("tariffs.of", { country: card.countries[side], rate: decimal(sight.rates[side], 1) })),
    element("ul", { class: "pairs" }, whose.map((measure) => element("li", {},
      element("span", {}, measure.province ? say("measure.province", { measure: measure.name, province: measure.province }) : measure.name), element("span", { class: measure.level ? "strong" : "muted" }, inForce(measure)),
      measure.threat ? element("span", { class: "threat" }, threat(card, measure)) : null))));
}

function inForce(measure) {
  if (measure.paused_until !== null) return say("measure.paused", { level: measure.levels[measure.level], week: measure.paused_until });
  return measure.levels[measure.level];
}

function threat(card, measure) {
  const { level, due, issue, option } = measure.threat;
  const asked = card.issues.find((each) => each.key === issue);
  const demand = asked ? say("threat.unless", { issue: asked.name, option: asked.options.find((each) => each.key === option).name }) : "";
  return `${say("threat.standing", { level: measure.levels[level], week: due })} ${demand}`;
}

function approval(card, sight, side) {
  const groups = card.groups.filter((group) => group.country === side);
  return element("section", { class: `side-${paint(side)}` },
    element("h3", {}, say("approval.of", { country: card.countries[side], share: percent(sight.approval[side]) })),
    element("ul", { class: "bars" }, groups.map((group) => bar(group.name, sight.groups[group.key]))));
}

function bar(name, share) {
  const made = element("span", { class: "bar", "aria-hidden": "true" });
  made.style.setProperty("--level", `${100 * share}%`);
  return element("li", {}, element("span", {}, name), element("span", { class: "number" }, percent(share)), made);
}
