// The page a game is played on: hears how things stand, shows it, sends what the player decides.

import { attention } from "./attention.js";
import { awayForm, chosenAway, readAway, showAway } from "./away.js";
import { byId, element, fill } from "./dom.js";
import { showHome } from "./home.js";
import { Line } from "./line.js";
import { appraisal, builder, offerBox, readOffer, setOffer } from "./offer.js";
import { paint } from "./paint.js";
import { decimal, given, say, signed } from "./words.js";

// What one has ordered oneself is no news; how it ended is.
const ORDERED = new Set(["offer", "accept", "impose", "raise", "lower", "lift", "exempt", "pause", "threaten", "demand", "concede", "commit",
  "ask_allies", "offer_ally", "propose_summit", "suspend_talks", "resume_talks", "leave_talks", "break_deal", "threat_carried_out",
  "threat_in_part", "threat_postponed", "threat_dropped"]);
const card = given.card;
const other = card.sides.find((side) => side !== card.side);
const state = { sight: null, known: 0, appraised: null, wish: 0, clock: null, debrief: false, since: [] };

const line = new Line(`/game/${given.key}/socket`, given.token, {
  hello: () => ({ moves: state.known }),
  told: (frame) => frame.type === "snapshot" && heard(frame),
  shown: (sentence) => {
    byId("connection").textContent = sentence;
    byId("connection").hidden = !sentence;
    lock();
  },
});

function heard(frame) {
  const before = state.sight;
  const fresh = before !== null && before.week !== frame.sight.week;
  Object.assign(state, { sight: frame.sight, clock: frame.clock && { ...frame.clock, at: Date.now() }, here: frame.here, debrief: frame.debrief });
  state.known = frame.sight.moves_before + frame.sight.moves.length;
  const news = before === null || before.week !== frame.sight.week || before.stage !== frame.sight.stage;
  show(news, fresh);
  if (frame.debrief && frame.sight.over) byId("debrief").hidden = false;
}

function show(news, fresh) {
  const { sight } = state;
  showStatus(sight);
  fill(byId("offers"), offerBox(card, sight, other), offerBox(card, sight, card.side));
  showAway(card, sight, news);
  if (news && state.told) state.since = [];
  state.since.push(...(state.told ? sight.moves.filter((move) => move.who !== card.side || !ORDERED.has(move.kind)) : []));
  const notices = [...attention(card, sight, other, state).map(([kind, words]) => element("p", { class: kind }, words)), sinceThen()];
  fill(byId("attention"), notices);
  if (fresh && state.told) scrollTo({ top: 0 });
  showHome(card, sight);
  byId("walk-away").textContent = decimal(sight.walk_away);
  if (news) for (const old of byId("history").querySelectorAll(".now")) old.classList.remove("now");
  for (const move of sight.moves) {
    byId("history").prepend(element("li", { class: `by-${paint(move.who)}${state.told ? " now" : ""}` },
      element("span", { class: "when" }, say("week_number", { week: move.week })), " ", move.sentence));
  }
  byId("quiet").hidden = byId("history").childElementCount > 0;
  sight.moves = [];
  state.told = true;
  if (sight.week > 1) byId("how-to").open = state.how ?? false;
  showPlan();
  showChat(sight.chat);
  lock();
  if (news) ask();
}

/** What others have done since the last decision. */
function sinceThen() {
  if (state.since.length === 0) return null;
  return element("div", { class: "news" }, element("strong", {}, say("notice.since")),
    element("ul", {}, state.since.map((move) => element("li", {}, move.sentence))));
}

/** What will happen this week besides the answer at the table. */
function showPlan() {
  const rounds = chosenAway();
  const words = (lines, place) => say(place === 0 ? "plan.first" : "plan.then", { moves: lines.join("; ") });
  fill(byId("plan"), rounds.map((lines, place) => element("li", {}, words(lines, place))));
}

function showStatus(sight) {
  const yours = sight.awaits.includes(card.side);
  const passes = sight.passes_until !== null && !sight.over;
  byId("week").textContent = say("week_of", { week: sight.week, weeks: sight.weeks });
  const waits = sight.awaits.map((side) => `${card.people[side]} (${card.countries[side]})`).join(", ");
  const turn = state.clock?.paused && !sight.over ? say("turn.paused") : sight.over ? say(`over.${sight.settlement}`)
    : yours ? say(sight.stage === "table" ? (sight.planned ? "turn.round" : "turn.table") : "turn.away")
      : sight.standing_in.includes(card.side) ? say("turn.stood_in")
        : passes ? say("turn.passing", { week: sight.passes_until, who: waits }) : say("turn.waiting", { who: waits });
  if (byId("turn").textContent !== turn) byId("turn").textContent = turn;
  byId("turn").className = yours ? "yours" : "";
  document.querySelector(".game").classList.toggle("over", sight.over);
  byId("how-to").hidden = sight.over;
  byId("talks").hidden = sight.over;
  byId("talks").textContent = say(`talks.${sight.talks}`, { week: sight.talks_resume });
  byId("return").hidden = !sight.standing_in.includes(card.side) || sight.over;
}

/** Nothing can be sent while the line is down or somebody else decides. */
function lock() {
  const { sight } = state;
  const down = !byId("connection").hidden;
  const yours = Boolean(sight) && !down && sight.awaits.includes(card.side) && !state.clock?.paused;
  const table = yours && sight.stage === "table";
  for (const id of ["accept", "offer"]) byId(id).hidden = sight?.stage === "away";
  byId("accept").disabled = !table || !sight.offers[other];
  byId("offer").disabled = !table;
  byId("hold").disabled = !yours;
  byId("pass").disabled = !yours;
  byId("stop").hidden = !sight || sight.passes_until === null || sight.over;
  byId("say").disabled = down;
  byId("hold").textContent = say(sight?.stage === "away" ? "do.end" : "do.hold");
}

async function send(table, weeks = null) {
  const { sight } = state;
  const frame = { type: "move", week: sight.week - 1 };
  if (weeks !== null) frame.pass = weeks;
  if (sight.stage === "table") frame.table = table;
  frame.away = readAway(card);
  byId("message").textContent = "";
  for (const id of ["accept", "offer", "hold", "pass"]) byId(id).disabled = true;
  const answer = await line.ask(frame);
  if (answer.type === "refused") byId("message").textContent = answer.sentence;
  if (answer.type === "cut") byId("message").textContent = say("line.not_sent");
  if (answer.type !== "done") lock();
}

/** What the package in the builder would be worth: the server reckons, as it alone knows the rules. */
async function ask() {
  state.wish += 1;
  const wish = state.wish;
  const answer = await line.ask({ type: "appraise", options: readOffer(card) });
  if (wish !== state.wish) return;
  fill(byId("appraisal"), answer.type === "appraised" ? appraisal(card, answer) : answer.sentence ?? "");
}

let pause = 0;
function askSoon() {
  clearTimeout(pause);
  pause = setTimeout(ask, 80);
}

function showChat(lines) {
  const box = byId("chat");
  if (box.childElementCount === lines.length) return;
  fill(box, lines.map((said) => element("li", { class: `by-${paint(said.seat)}` },
    element("strong", {}, card.people[said.seat]), " ", said.words)));
  box.scrollTop = box.scrollHeight;
}

async function talk(event) {
  event.preventDefault();
  const words = byId("say").value.trim();
  if (!words) return;
  const answer = await line.ask({ type: "say", words });
  if (answer.type === "done") byId("say").value = "";
  else byId("message").textContent = answer.sentence ?? say("line.not_sent");
}

function tick() {
  const { clock } = state;
  const box = byId("clock");
  byId("class-over").hidden = !clock?.closed;
  box.hidden = !clock || clock.left === null || clock.closed;
  if (box.hidden) return;
  const gone = clock.paused ? 0 : (Date.now() - clock.at) / 1000;
  const left = Math.max(Math.round(clock.left - gone), 0);
  const shown = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  box.textContent = clock.paused ? say("clock.paused") : say("clock.left", { time: shown });
}

fill(byId("builder"), builder(card, askSoon));
fill(byId("away"), awayForm(card, showPlan));
byId("how-to").querySelector("summary").addEventListener("click", () => { state.how = !byId("how-to").open; });
byId("accept").addEventListener("click", () => {
  const offer = state.sight.offers[other];
  if (offer.gain >= 0 || confirm(say("accept.worse", { gain: signed(offer.gain) }))) send({ do: "accept", package: offer.package });
});
byId("offer").addEventListener("click", () => send({ do: "offer", options: readOffer(card) }));
byId("hold").addEventListener("click", () => send({ do: "hold" }));
byId("pass").addEventListener("click", () => send({ do: "hold" }, Number(byId("weeks").value)));
byId("stop").addEventListener("click", () => line.ask({ type: "stop" }));
byId("copy").addEventListener("click", () => {
  const offer = state.sight?.offers[other];
  if (offer) { setOffer(card, offer.options); ask(); }
});
byId("return").addEventListener("click", () => line.ask({ type: "return" }));
byId("chat-form").addEventListener("submit", talk);
setInterval(tick, 500);
