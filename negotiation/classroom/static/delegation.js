// The page of somebody who speaks for a constituency or an ally.

import { byId, element, fill } from "./dom.js";
import { showHome } from "./home.js";
import { Line } from "./line.js";
import { paint } from "./paint.js";
import { given, percentage, say } from "./words.js";

const card = given.card;
const STANCES = ["neutral", "solidarity", "joint retaliation", "separate deal", "mediation"];
const UNSAID = "";
const ally = card.kind === "ally";
const PARTS = ["measure", "objects", "votes"];

const line = new Line(`/game/${given.key}/delegation/socket`, given.token, {
  told: (frame) => frame.type === "snapshot" && show(frame.sight),
  shown: (sentence) => { byId("connection").textContent = sentence; byId("connection").hidden = !sentence; },
});

function show(sight) {
  byId("week").textContent = say("week_of", { week: sight.week, weeks: sight.weeks });
  byId("talks").textContent = say(`talks.${sight.talks}`, { week: sight.talks_resume });
  byId("turn").textContent = sight.over ? say(`over.${sight.settlement}`) : "";
  showHome(card, sight);
  fill(byId("history"), [...sight.moves].reverse().map((move) => element("li", { class: `by-${paint(move.who)}` },
    element("span", { class: "when" }, say("week_number", { week: move.week })), " ", move.sentence)));
  byId("asked").textContent = sight.wish === null ? say("delegation.unsaid") : say("delegation.said", { wish: inWords(sight.wish) });
}

function inWords(wish) {
  if (card.kind === "premier") return Object.keys(wish).map((part) => byId(`wish-${part}`).querySelector(`[value=${wish[part]}]`).textContent).join(", ");
  return ally ? say(`stance.${wish}`) : percentage(wish);
}

async function ask(wish) {
  const answer = await line.ask({ type: "wish", wish });
  byId("message").textContent = answer.type === "refused" ? answer.sentence : answer.type === "cut" ? say("line.not_sent") : "";
}

if (ally) {
  fill(byId("wish"), [UNSAID, ...STANCES].map((stance) => element("option", { value: stance }, stance === UNSAID ? say("delegation.leave") : say(`stance.${stance}`))));
  byId("wish").addEventListener("change", (event) => ask(event.target.value || null));
} else if (card.kind === "premier") {
  const chosen = () => Object.fromEntries(PARTS.filter((part) => byId(`wish-${part}`)?.value).map((part) => [part, byId(`wish-${part}`).value]));
  for (const part of PARTS) byId(`wish-${part}`)?.addEventListener("change", () => ask(chosen()));
} else {
  const told = () => { byId("wish-value").textContent = percentage(Number(byId("wish").value)); };
  const send = () => ask(byId("speaks").checked ? Number(byId("wish").value) : null);
  byId("wish").addEventListener("input", told);
  byId("wish").addEventListener("change", () => { byId("speaks").checked = true; send(); });
  byId("speaks").addEventListener("change", send);
  told();
}
