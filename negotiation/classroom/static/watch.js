// Watching one world: the server tells it once; play, step, rewind and scrub happen here.

import { byId, element, fill } from "./dom.js";
import { drawFrontier } from "./frontier.js";
import { drawOutcomes, ending, outcomeName } from "./outcomes.js";
import { drawStory } from "./story.js";
import { drawTariffs } from "./tariffs.js";
import { paint } from "./paint.js";
import { room, whenWidthChanges } from "./svg.js";
import { decimal, given, percent, say } from "./words.js";

const PACE = 600; // milliseconds a week
const state = { told: null, week: 1, timer: 0, wish: 0, side: null };
const settings = new Map(new URLSearchParams(location.search));
for (const key of ["lang"]) settings.delete(key);

/** The address says all that is needed to see the same again. */
function address() {
  const query = new URLSearchParams(settings);
  query.set("scenario", given.scenario);
  query.set("seed", byId("seed").value);
  query.set("world", byId("world").value);
  return query;
}

async function fetched(path, query) {
  const answer = await fetch(`${path}?${query}`, { headers: { accept: "application/json" } });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.sentence);
  return told;
}

async function load() {
  state.wish += 1;
  const wish = state.wish;
  const query = address();
  history.replaceState(null, "", `/watch?${query}`);
  byId("message").textContent = say("watch.playing");
  try {
    const told = await fetched("/watch/story", query);
    if (wish !== state.wish) return;
    state.told = told;
    state.side ??= told.sides[0];
    byId("message").textContent = "";
    byId("stage").hidden = false;
    byId("scrub").max = told.weeks;
    byId("ending").textContent = ending(told);
    frontier();
    byId("many-panel").hidden = true;
    show(Math.min(state.week, told.weeks));
  } catch (error) {
    if (wish === state.wish) byId("message").textContent = error.message;
  }
}

function frontier() {
  const { told } = state;
  fill(byId("frontier"), drawFrontier({ ...told, result: told.result, offers: told.offers }, say("watch.frontier_title"), room(byId("frontier"), 720)));
}

function show(week) {
  const { told } = state;
  state.week = Math.min(Math.max(week, 1), told.weeks);
  byId("scrub").value = state.week;
  byId("scrub-value").textContent = say("week_of", { week: state.week, weeks: told.weeks });
  const title = say("watch.title", { country: told.countries[state.side] });
  fill(byId("story"), drawStory(told, state.side, state.week, title, room(byId("story"), 1120)));
  fill(byId("tariff-picture"), drawTariffs({ ...told, rates: rates(told) }, state.week, say("tariffs.title"), room(byId("tariff-picture"), 560)));
  lines(told);
}

function rates(told) {
  return Object.fromEntries(told.sides.map((side) => [side, told.record[`rate_${side}`]]));
}

/** The moves so far, the newest first; those of the week on show stand out. */
function lines(told) {
  const seen = told.moves.filter((move) => move.week <= state.week).reverse();
  fill(byId("history"), seen.slice(0, 60).map((move) => element("li", {
    class: `by-${paint(move.who)}${move.week === state.week ? " now" : ""}`,
  }, element("span", { class: "when" }, say("week_number", { week: move.week })), " ", move.sentence)));
  byId("quiet").hidden = seen.length > 0;
}

function play() {
  if (state.timer) { pause(); return; }
  if (state.week >= state.told.weeks) show(1);
  byId("play").textContent = say("watch.pause");
  state.timer = setInterval(() => {
    if (state.week >= state.told.weeks) pause();
    else show(state.week + 1);
  }, PACE);
}

function pause() {
  clearInterval(state.timer);
  state.timer = 0;
  byId("play").textContent = say("watch.play");
}

function move(week) {
  pause();
  if (state.told) show(week);
}

async function many() {
  byId("many").disabled = true;
  byId("message").textContent = say("watch.counting", { worlds: given.worlds });
  try {
    const query = address();
    query.delete("world");
    const told = await fetched("/watch/distribution", query);
    byId("message").textContent = "";
    byId("many-panel").hidden = false;
    const most = told.outcomes[0];
    byId("many-title").textContent = say("watch.many_title", { worlds: told.worlds, outcome: outcomeName(most.outcome, told.countries), share: percent(most.count / told.worlds) });
    fill(byId("outcomes"), drawOutcomes(told, state.told?.outcome, byId("many-title").textContent, room(byId("outcomes"), 760)));
    fill(byId("many-cost"), state.told.sides.map((side) => element("p", {}, say("watch.many_cost", {
      country: state.told.countries[side], middle: decimal(told.welfare[side].middle), low: decimal(told.welfare[side].low), high: decimal(told.welfare[side].high),
    }))));
  } catch (error) {
    byId("message").textContent = error.message;
  } finally {
    byId("many").disabled = false;
  }
}

let soon = 0;
function turned(event) {
  const dial = event.target;
  if (!dial.dataset.dial) return;
  const shown = byId(`${dial.id}-value`);
  if (shown) shown.textContent = decimal(Number(dial.value), dial.dataset.decimals ?? 2);
  if (dial.value === dial.dataset.usual) settings.delete(dial.dataset.dial);
  else settings.set(dial.dataset.dial, dial.value);
  clearTimeout(soon);
  soon = setTimeout(load, 250);
}

/** Dials as the address says. */
function setDials() {
  for (const dial of document.querySelectorAll("[data-dial]")) {
    if (settings.has(dial.dataset.dial)) dial.value = settings.get(dial.dataset.dial);
    const shown = byId(`${dial.id}-value`);
    if (shown) shown.textContent = decimal(Number(dial.value), dial.dataset.decimals ?? 2);
  }
  for (const key of ["seed", "world"]) {
    if (settings.has(key)) byId(key).value = settings.get(key);
    settings.delete(key);
  }
  settings.delete("scenario");
}

setDials();
whenWidthChanges(() => { if (state.told) { show(state.week); frontier(); } });
byId("dials").addEventListener("input", turned);
byId("play").addEventListener("click", play);
byId("first").addEventListener("click", () => move(1));
byId("back").addEventListener("click", () => move(state.week - 1));
byId("step").addEventListener("click", () => move(state.week + 1));
byId("last").addEventListener("click", () => move(state.told?.weeks ?? 1));
byId("scrub").addEventListener("input", (event) => move(Number(event.target.value)));
byId("many").addEventListener("click", many);
byId("side").addEventListener("change", (event) => { state.side = event.target.value; if (state.told) show(state.week); });
byId("another").addEventListener("click", () => { byId("world").value = Number(byId("world").value) + 1; load(); });
for (const id of ["seed", "world"]) byId(id).addEventListener("change", load);
byId("reset").addEventListener("click", () => {
  settings.clear();
  for (const dial of document.querySelectorAll("[data-dial]")) dial.value = dial.dataset.usual;
  setDials();
  load();
});
load();
