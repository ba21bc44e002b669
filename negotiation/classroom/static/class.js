// The teacher's page: who waits, who plays whom, who holds up whom; after the reveal, every result on one frontier.

import { byId, element, fill } from "./dom.js";
import { drawFrontier } from "./frontier.js";
import { Line } from "./line.js";
import { room } from "./svg.js";
import { given, say, signed } from "./words.js";

const IDLE = 60; // seconds after which a wait is shown
const state = { clock: null, waits: [] };

const line = new Line(`/class/${given.code}/socket`, given.token, {
  told: (frame) => frame.type === "class" && heard(frame),
  shown: (sentence) => { byId("connection").textContent = sentence; byId("connection").hidden = !sentence; },
});

function heard(frame) {
  state.clock = { ...frame.clock, at: Date.now() };
  byId("joined").textContent = say("class.joined", { count: frame.joined });
  fill(byId("waiting"), frame.waiting.map((name) => element("li", {}, name)));
  byId("waiting-panel").hidden = frame.waiting.length === 0;
  state.up = frame.time_is_up;
  byId("pair").disabled = frame.waiting.length === 0 || frame.time_is_up || frame.closed;
  byId("run").hidden = frame.closed;
  for (const id of ["pause", "extend"]) byId(id).disabled = frame.revealed;
  state.ended = frame.closed || frame.revealed;
  byId("over").hidden = !frame.closed;
  byId("how").hidden = frame.closed;
  byId("pause").textContent = say(frame.clock.paused ? "class.resume" : "class.pause");
  byId("reveal").disabled = frame.pairs.length === 0 || frame.revealed || frame.closed;
  state.waits = [];
  fill(byId("pairs"), frame.pairs.map(row));
  byId("pairs-panel").hidden = frame.pairs.length === 0;
  byId("results-panel").hidden = !frame.results;
  if (frame.results) results(frame.results);
}

function row(pair) {
  return element("tr", { class: pair.over ? "over" : "" },
    pair.seats.map((seat) => element("td", {}, seatCell(pair, seat))),
    element("td", {}, say("week_of", { week: pair.week, weeks: pair.weeks })),
    waitCell(pair));
}

function seatCell(pair, seat) {
  const cell = [element("strong", {}, seat.name)];
  if (seat.computer) return cell;
  if (seat.standing_in) cell.push(" ", element("span", { class: "muted" }, say("class.stood_in")));
  else if (!seat.here) cell.push(" ", element("span", { class: "loss" }, say("class.away")));
  if (!pair.over) {
    const wish = seat.standing_in ? "give_back" : "take_over";
    cell.push(" ", element("button", { type: "button", class: "small second", on: { click: () => ask({ type: wish, game: pair.game, seat: seat.side }) } },
      say(`class.${wish}`), element("span", { class: "unseen" }, `: ${seat.name}`)));
  }
  return cell;
}

/** Who is waited for; the minutes go on counting while nothing happens. */
function waitCell(pair) {
  const cell = element("td", {}, pair.over ? say(`over.${pair.settlement}`) : waits(pair, pair.idle));
  if (!pair.over) state.waits.push([cell, pair]);
  return cell;
}

function waits(pair, idle) {
  const names = pair.seats.filter((seat) => seat.awaited).map((seat) => seat.name).join(", ");
  return idle >= IDLE ? say("class.holds_up", { names, minutes: Math.floor(idle / 60) }) : say("class.decides", { names });
}

function results(told) {
  const deals = told.dots.filter((dot) => dot.settlement === "comprehensive").length;
  const title = say("class.results", { deals, games: told.dots.length });
  byId("results-title").textContent = title;
  fill(byId("results"), drawFrontier({ ...told, packages: [], result: null }, title, room(byId("results"), 720)));
  fill(byId("results-rows"), told.dots.map((dot) => element("tr", {},
    element("td", {}, dot.names.filter(Boolean).join(" – ")), element("td", {}, say(`over.${dot.settlement}`)),
    dot.gains.map((gain) => element("td", { class: "number" }, signed(gain))),
    element("td", { class: "number" }, dot.again ? dot.again.map((gain) => signed(gain)).join(" / ") : "–"))));
}

async function ask(frame) {
  const answer = await line.ask(frame);
  byId("message").textContent = answer.type === "refused" ? answer.sentence : "";
}

function tick() {
  const { clock } = state;
  if (!clock) return;
  const gone = clock.paused ? 0 : (Date.now() - clock.at) / 1000;
  for (const [cell, pair] of state.waits) {
    const words = waits(pair, pair.idle + gone);
    if (cell.textContent !== words) cell.textContent = words;
  }
  const left = Math.max(Math.round((clock.left ?? 0) - gone), 0);
  byId("clock").textContent = clock.left === null ? say("clock.not_started") : state.ended ? say("clock.ended") : state.up ? say("clock.up")
    : clock.paused ? say("clock.paused") : say("clock.left", { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
}

byId("pair").addEventListener("click", () => ask({ type: "pair" }));
byId("pause").addEventListener("click", () => ask({ type: state.clock?.paused ? "resume" : "pause" }));
byId("extend").addEventListener("click", () => ask({ type: "extend", minutes: 5 }));
byId("reveal").addEventListener("click", () => { if (confirm(say("class.reveal_sure"))) ask({ type: "reveal" }); });
byId("close").addEventListener("click", () => { if (confirm(say("class.close_sure"))) ask({ type: "close" }); });
setInterval(tick, 500);
