// The debrief: the frontier with the way the talks went, what was missed, what the tariffs cost, and five more minutes.

import { byId, element, fill } from "./dom.js";
import { drawFrontier, frontierRows } from "./frontier.js";
import { Line } from "./line.js";
import { builder, readOffer, setOffer } from "./offer.js";
import { drawTariffs } from "./tariffs.js";
import { paint } from "./paint.js";
import { room } from "./svg.js";
import { decimal, given, say, signed } from "./words.js";

const card = given.card;
const state = { numbers: null, second: null };

async function load() {
  const answer = await fetch(`/game/${given.key}/debrief.json`, { headers: { accept: "application/json" } });
  const numbers = await answer.json();
  if (!answer.ok) { byId("message").textContent = numbers.sentence; return; }
  state.numbers = numbers;
  show(numbers);
}

function show(numbers) {
  const [first, second] = numbers.sides;
  const place = numbers.sides.indexOf(numbers.side);
  byId("headline").textContent = say(numbers.deal ? "debrief.deal" : "debrief.no_deal",
    { gain: signed(numbers.result[place]), other: signed(numbers.result[1 - place]), country: numbers.countries[numbers.sides[1 - place]] });
  fill(byId("frontier"), drawFrontier(numbers, byId("headline").textContent, room(byId("frontier"), 720)));
  fill(byId("points"), frontierRows(numbers).map(([name, ...values]) => element("tr", {}, element("th", { scope: "row" }, name), values.map((value) => element("td", { class: "number" }, value)))));
  byId("missed").textContent = numbers.missed
    ? say("debrief.missed", { words: numbers.missed.words, mine: signed(numbers.missed.better[numbers.side]), theirs: signed(numbers.missed.better[numbers.sides[1 - place]]) })
    : say("debrief.nothing_missed");
  byId("no-terms").hidden = numbers.terms.length > 0;
  fill(byId("terms"), numbers.terms.map((term) => element("div", {}, element("dt", {}, term.issue), element("dd", {}, term.option))));
  fill(byId("cost"), numbers.sides.map((side) => element("p", {}, say(numbers.cost[side].percent < -0.005 ? "debrief.cost" : numbers.cost[side].percent > 0.005 ? "debrief.brought" : "debrief.cost_nothing",
    { country: numbers.countries[side], percent: decimal(Math.abs(numbers.cost[side].percent), 2), billions: decimal(Math.abs(numbers.cost[side].usd_bn), 1) }))));
  byId("points-note").textContent = say(numbers.nash ? "debrief.points" : "debrief.no_points");
  setOffer(card, numbers.settled);
  reckon();
  byId("tariff-picture").hidden = numbers.rates[first].length < 2;
  fill(byId("tariff-picture"), drawTariffs({ ...numbers, weeks: numbers.weeks }, numbers.rates[first].length, say("tariffs.title"), room(byId("tariff-picture"), 560)));
  fill(byId("history"), numbers.moves.map((move) => element("li", { class: `by-${paint(move.who)}` },
    element("span", { class: "when" }, say("week_number", { week: move.week })), " ", move.sentence)));
  fill(byId("kinds"), [first, second].map((side) => element("p", {}, say("debrief.kind", { country: numbers.countries[side], kind: numbers.types[side] }))));
}

const line = new Line(`/game/${given.key}/socket`, given.token, {
  told: (frame) => { if (frame.type === "snapshot") { state.second = frame.second; state.at = Date.now(); showSecond(); reckon(); } },
  shown: (sentence) => { byId("connection").textContent = sentence; byId("connection").hidden = !sentence; },
});

function showSecond() {
  const { second, numbers } = state;
  if (!second || !numbers) { byId("second-state").textContent = ""; return; }
  const place = numbers.sides.indexOf(numbers.side);
  const other = numbers.sides[1 - place];
  if (second.agreed !== null) {
    const gains = Object.values(second.offers).find((offer) => offer.package === second.agreed).gains;
    byId("second-state").textContent = say("second.agreed", { mine: signed(gains[place]), theirs: signed(gains[1 - place]), before: signed(numbers.result[place]) });
    fill(byId("frontier"), drawFrontier({ ...numbers, dots: [{ gains: numbers.result, again: gains, names: [], settlement: "" }] }, byId("headline").textContent, room(byId("frontier"), 720)));
  } else if (second.declined.includes(numbers.side)) byId("second-state").textContent = say("second.declined");
  else byId("second-state").textContent = second.offers[other] ? proposed(second.offers[other], place) : say("second.waiting");
  byId("second-accept").hidden = !second.offers[other] || second.agreed !== null;
  byId("second-offer").disabled = second.agreed !== null;
}

/** Their package in words, and what it gives both. */
function proposed(offer, place) {
  const { numbers } = state;
  const changes = card.issues.filter((issue) => offer.options[issue.key] !== numbers.settled[issue.key])
    .map((issue) => `${issue.name}: ${issue.options.find((option) => option.key === offer.options[issue.key]).name}`);
  return say("second.offered", { words: changes.join("; ") || say("second.same"), ...compared(offer.gains, place) });
}

const compared = (gains, place) => ({ mine: signed(gains[place]), theirs: signed(gains[1 - place]),
  before: signed(state.numbers.result[place]), other: signed(state.numbers.result[1 - place]) });

/** What the package in the builder would have given both: nothing is hidden any more. */
let wish = 0;
async function reckon() {
  if (!state.numbers) return;
  wish += 1;
  const own = wish;
  const answer = await line.ask({ type: "reckon", options: readOffer(card) });
  if (own !== wish || answer.type === "cut") return;
  const place = state.numbers.sides.indexOf(state.numbers.side);
  const box = byId("second-worth");
  box.textContent = answer.type === "reckoned" ? say("second.worth", compared(answer.gains, place)) : answer.sentence ?? "";
  const better = answer.gains?.every((gain, seat) => gain > state.numbers.result[seat] + 0.005);
  box.className = `appraisal ${better ? "gain" : ""}`;
  if (better) box.append(" ", element("strong", {}, say("second.better")));
}

function tick() {
  const { second } = state;
  byId("second-clock").hidden = !second || second.left === null || second.agreed !== null;
  if (byId("second-clock").hidden) return;
  const left = Math.max(Math.round(second.left - (Date.now() - state.at) / 1000), 0);
  byId("second-clock").textContent = left === 0 ? say("clock.up") : say("clock.left", { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
}

async function ask(frame) {
  const answer = await line.ask({ type: "second", ...frame });
  byId("message").textContent = answer.type === "refused" ? answer.sentence : "";
}

fill(byId("builder"), builder({ ...card, limited: [] }, reckon));
setInterval(tick, 500);
byId("second-offer").addEventListener("click", () => ask({ do: "offer", options: readOffer(card) }));
byId("second-accept").addEventListener("click", () => {
  const other = state.numbers.sides.find((side) => side !== state.numbers.side);
  ask({ do: "accept", package: state.second.offers[other].package });
});
load();
