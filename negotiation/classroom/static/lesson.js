// A lesson's page: dials over settings that were played beforehand, one world told, quizzes. It asks nobody.

import { byId, element, fill } from "./dom.js";
import { drawFrontier } from "./frontier.js";
import { beginGame } from "./lesson-game.js";
import { drawOutcomes, ending, outcomeName } from "./outcomes.js";
import { drawStory } from "./story.js";
import { drawSweep } from "./sweep.js";
import { paint } from "./paint.js";
import { room, whenWidthChanges } from "./svg.js";
import { decimal, given, percent, say } from "./words.js";

const PACE = 600; // milliseconds a week
const { plan, cells, quiz } = given;
const state = { week: 1, timer: 0, places: plan.dials.map((dial) => dial.usual) };
const listeners = [];
const where = () => state.places.reduce((sum, place, k) => sum * plan.dials[k].labels.length + place, 0);
const told = () => ({ ...(cells[where()].shared ?? cells[0].shared), ...cells[where()].stories[Number(byId("world").value)] });
const countries = cells[0].shared.countries;

/** The setting on show: how its worlds end, what the lesson measures, and one of its stories. */
function turn() {
  plan.dials.forEach((dial, k) => {
    state.places[k] = Number(byId(`dial-${k}`).value);
    for (const copy of copies(k)) {
      byId(`${copy.id}-value`).textContent = dial.labels[state.places[k]];
      copy.setAttribute("aria-valuetext", dial.labels[state.places[k]]);
    }
  });
  const { outcomes, measures } = cells[where()];
  const most = outcomes[0];
  byId("outcomes-title").textContent = say("many.title", { worlds: plan.worlds, outcome: outcomeName(most.outcome, countries), share: percent(most.count / plan.worlds) });
  fill(byId("outcomes"), drawOutcomes({ outcomes, worlds: plan.worlds, countries }, told().outcome, byId("outcomes-title").textContent, room(byId("outcomes"), 620)));
  fill(byId("measures"), Object.entries(measures).map(([name, each]) => element("div", {},
    element("dt", {}, say(`measure.${name}`)), element("dd", {}, each ? say("estimate", { mean: short(each.mean, each.mean), half: short(each.half, each.mean) }) : say("no_estimate")))));
  sweep();
  byId("scrub").max = told().weeks;
  show(Math.min(state.week, told().weeks));
}

/** A number with as many decimals as its size deserves. */
const short = (value, size) => decimal(value, Math.abs(size) >= 10 ? 1 : 2);

function sweep() {
  const name = byId("measure").value;
  const title = say("sweep.title", { measure: say(`measure.${name}`) });
  byId("sweep-title").textContent = title;
  byId("sweep-reading").textContent = say(plan.dials.length === 1 ? "sweep.line" : "sweep.heat");
  fill(byId("sweep"), drawSweep(plan.dials, cells.map((each) => each.measures[name]), state.places, title, room(byId("sweep"), 620)));
}

function show(week) {
  const one = told(), side = byId("side").value;
  state.week = Math.min(Math.max(week, 1), one.weeks);
  byId("scrub").value = state.week;
  byId("scrub-value").textContent = say("week_of", { week: state.week, weeks: one.weeks });
  byId("ending").textContent = ending(one);
  fill(byId("story"), drawStory(one, side, state.week, say("watch.title", { country: countries[side] }), room(byId("story"), 1120)));
  const seen = one.moves.filter((move) => move.week <= state.week).reverse();
  fill(byId("moves"), seen.slice(0, 50).map((move) => element("li", { class: `by-${paint(move.who)}${move.week === state.week ? " now" : ""}` },
    element("span", { class: "when" }, say("week_number", { week: move.week })), " ", move.sentence)));
  fill(byId("frontier"), drawFrontier({ ...one, offers: one.offers.filter((offer) => offer.week <= state.week) }, say("watch.frontier_title"), room(byId("frontier"), 720)));
}

function pause() {
  clearInterval(state.timer);
  state.timer = 0;
  byId("run").textContent = say("watch.play");
}

function run() {
  if (state.timer) { pause(); return; }
  if (state.week >= told().weeks) show(1);
  byId("run").textContent = say("watch.pause");
  state.timer = setInterval(() => (state.week >= told().weeks ? pause() : show(state.week + 1)), PACE);
}

function to(week) { pause(); show(week); }

/** Before, only the score is kept; after, every answer is explained and the two scores stand side by side. */
const scores = {};
function check(event, when) {
  event.preventDefault();
  const answers = quiz.map((_, row) => document.querySelector(`input[name="${when}-${row}"]:checked`)?.value);
  const line = byId(`${when}-score`);
  line.hidden = false;
  if (answers.includes(undefined)) { line.textContent = say("quiz.all"); return; }
  scores[when] = answers.filter((answer, row) => Number(answer) === quiz[row].right).length;
  if (when === "before") { line.textContent = say("quiz.kept"); return; }
  quiz.forEach(({ right, why }, row) => {
    const place = byId(`after-${row}-why`);
    const hit = Number(answers[row]) === right;
    place.className = `why ${hit ? "right" : "wrong"}`;
    place.textContent = `${say(hit ? "quiz.right" : "quiz.wrong")} ${why}`;
  });
  line.textContent = say(scores.before === undefined ? "quiz.score" : "quiz.scores", { before: scores.before, after: scores.after, of: quiz.length });
}

function predicted() {
  const chosen = document.querySelector("input[name=prediction]:checked");
  const words = chosen ? document.querySelector(`label[for="${chosen.id}"]`).textContent : say("predict.none");
  byId("predicted").textContent = say("predict.yours", { words, because: byId("because").value });
}

/** Turn every copy of a dial: one stands in the game too, where a package is built. */
function turned(k, place) {
  for (const copy of copies(k)) copy.value = place;
  pause();
  redraw();
}

function redraw() {
  turn();
  listeners.forEach((each) => each());
}

const copies = (k) => document.querySelectorAll(`input[data-dial="${k}"]`);
plan.dials.forEach((_, k) => copies(k).forEach((copy) => copy.addEventListener("input", () => turned(k, copy.value))));
whenWidthChanges(redraw);
window.addEventListener("beforeprint", () => { document.querySelector("#note details").open = true; });
byId("world").addEventListener("change", turn);
byId("side").addEventListener("change", () => show(state.week));
byId("measure").addEventListener("change", sweep);
byId("scrub").addEventListener("input", (event) => to(Number(event.target.value)));
byId("first").addEventListener("click", () => to(1));
byId("back").addEventListener("click", () => to(state.week - 1));
byId("step").addEventListener("click", () => to(state.week + 1));
byId("last").addEventListener("click", () => to(told().weeks));
byId("run").addEventListener("click", run);
byId("prediction").addEventListener("input", predicted);
byId("prediction").addEventListener("submit", (event) => event.preventDefault());
for (const when of ["before", "after"]) byId(when).addEventListener("submit", (event) => check(event, when));
turn();
predicted();
beginGame(where, countries, (listener) => listeners.push(listener));
