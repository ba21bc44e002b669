// What one plays in a lesson's page: build a package, choose in five worlds, or bet on them.

import { byId, choice, element, fill } from "./dom.js";
import { drawFrontier } from "./frontier.js";
import { outcomeName } from "./outcomes.js";
import { room } from "./svg.js";
import { given, say, signed } from "./words.js";

const { plan, cells } = given;

/** Begin the lesson's game. where(): the cell on show; change(listener): told when a dial is turned. */
export function beginGame(where, countries, change) {
  const game = byId("game");
  if (plan.play === "builder") {
    game.className = "build";
    build(game, where, countries);
    change(() => build(game, where, countries));
  } else {
    rounds(game, countries);
  }
}

/** A package, option by option; what it gives both sides over no deal is looked up. */
function build(game, where, countries) {
  const { terms, shared = cells[0].shared } = cells[where()];
  const said = element("p", { class: "headline", role: "status" });
  const figure = element("div", { class: "figure" });
  const before = [...game.querySelectorAll("select")].map((select) => Number(select.value));
  const selects = terms.issues.map((issue, row) => choice(`term-${row}`,
    say("build.issue", { issue: issue.name, country: countries[issue.by] }), issue.options.map((name, place) => [String(place), name]),
    String(Math.min(before[row] ?? 0, issue.options.length - 1))));
  const look = () => {
    const gains = terms.packages[selects.map((each) => each.querySelector("select").value).join(",")];
    const names = shared.sides.map((side) => countries[side]);
    const both = gains.every((gain) => gain > 0);
    const better = Object.values(terms.packages).some((other) => other[0] > gains[0] && other[1] > gains[1]);
    const words = { first: names[0], second: names[1], a: signed(gains[0]), b: signed(gains[1]) };
    const verdict = both ? say(better ? "build.both_better" : "build.both_best", words) : say(gains.some((gain) => gain > 0) ? "build.one" : "build.neither", words);
    const possible = Object.values(terms.packages).filter((other) => other[0] > 0 && other[1] > 0).length;
    said.textContent = `${verdict} ${say("build.zone", { count: possible, all: Object.keys(terms.packages).length })}`;
    fill(figure, drawFrontier({ ...shared, result: gains, offers: [], deal: false }, say("build.title"), room(figure, 640)));
  };
  fill(game, element("div", { class: "terms" }, element("div", { class: "issues" }, selects), said), figure);
  game.oninput = look;
  look();
}

/** Five worlds: choose how to bargain, or bet on how it goes; then see. */
function rounds(game, countries) {
  const kept = { round: 0, score: 0 };
  const list = element("div", {});
  const total = element("p", { class: "headline", role: "status" });
  fill(game, list, total);
  const next = () => {
    if (kept.round >= cells[0].rounds.length) {
      total.textContent = say(`${plan.play}.total`, { score: plan.play === "choose" ? signed(kept.score) : kept.score, rounds: kept.round });
      list.append(element("button", { type: "button", class: "second", on: { click: () => rounds(game, countries) } }, say("play.again")));
      return;
    }
    const row = kept.round;
    const told = element("p", { role: "status" });
    const answers = plan.play === "choose" ? plan.dials[0].labels : plan.bets.map((bet) => say(`bet.${bet}`));
    const buttons = answers.map((words, place) => element("button", { type: "button", class: "second", on: { click: () => answer(place) } }, words));
    const answer = (place) => {
      buttons.forEach((button, k) => { button.disabled = true; button.classList.toggle("chosen", k === place); if (k === place) button.setAttribute("aria-pressed", "true"); });
      told.textContent = plan.play === "choose" ? chosen(row, place, kept, countries) : betted(row, place, kept, countries);
      kept.round += 1;
      next();
    };
    list.append(element("div", { class: "round" }, element("p", { class: "strong" }, say(`${plan.play}.ask`, { round: row + 1 })),
      element("div", { class: "buttons" }, buttons), told));
  };
  next();
}

const RIVALS = [2, 0, 4, 1, 3]; // how the other side bargains, round by round; nobody says so beforehand

function chosen(row, place, kept, countries) {
  const high = plan.dials[1].labels.length, rival = RIVALS[row] % high;
  const gains = plan.dials[0].labels.map((_, mine) => cells[mine * high + rival].rounds[row].gains.ca ?? 0);
  kept.score += gains[place];
  const best = gains.indexOf(Math.max(...gains));
  return say("choose.told", { gain: signed(gains[place]), rival: plan.dials[1].labels[rival], best: plan.dials[0].labels[best], most: signed(gains[best]), country: countries.us });
}

function betted(row, place, kept, countries) {
  const cell = plan.dials.reduce((sum, dial) => sum * dial.labels.length + dial.usual, 0);
  const { pays, outcome } = cells[cell].rounds[row];
  const right = plan.bets[place] === pays;
  kept.score += right ? 1 : 0;
  const told = say(right ? "bet.right" : "bet.wrong", { what: say(`bet.${pays}`) });
  return pays !== "none" ? told : `${told} ${say("bet.ends", { outcome: outcomeName(outcome, countries) })}`;
}
