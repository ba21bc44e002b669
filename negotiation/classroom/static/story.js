// The story of one run: the offers as one side values them above, the ladder of hostile moves below.

import { along, apart, bounds, broken, levels, line, path, picture, scale, shape, text, ticks } from "./svg.js";
import { paint } from "./paint.js";
import { decimal, say } from "./words.js";

const WIDTH = 980, LEFT = 150, RIGHT = 212, UPPER = [24, 290], LOWER = [380, 570], HEIGHT = 630;
const RUNGS = ["talks", "stopped", "threat", "one_sided", "both", "allies"];
const LOUD = new Set(["threaten", "impose", "raise", "lift", "threat_carried_out", "threat_in_part", "threat_dropped",
  "concede", "suspend_talks", "leave_talks", "resume_talks", "limited_deal", "deal", "break_deal", "court", "stance", "threat_met"]);

/** How far up the ladder every week stands. */
export function rungs(told) {
  const { record, sides } = told;
  return record[`rate_${sides[0]}`].map((_, week) => {
    const taxed = sides.filter((side) => record[`rate_${side}`][week] >= 1).length;
    if (record.joint_allies[week] > 0) return 5;
    if (taxed === 2) return 4;
    if (taxed === 1) return 3;
    if (sides.some((side) => record[`threats_${side}`][week] > 0)) return 2;
    return record.talks[week] > 0 && record.open[week] > 0 ? 1 : 0;
  });
}

/** told: one world as the server tells it; side: whose values; week: how far it is drawn, from 1. */
export function drawStory(told, side, week, title) {
  const svg = picture(WIDTH, HEIGHT, title, say("story.reading"));
  const x = scale([1, Math.max(told.weeks, 2)], [LEFT, WIDTH - RIGHT]);
  svg.append(...dance(told, side, week, x), ...ladder(told, week, x),
    ...along(ticks(1, told.weeks, 8).filter((value) => value >= 1), x, LOWER[1], (value) => decimal(value, 0)),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, say("week"), { class: "axis", "text-anchor": "middle" }),
    line(x(week), UPPER[0], x(week), LOWER[1], { class: "now" }));
  return svg;
}

function dance(told, side, week, x) {
  const place = told.sides.indexOf(side);
  const offers = told.offers.filter((offer) => offer.gains);
  const floor = told.walk_away[side];
  const deal = told.signed;
  const every = [...offers.map((offer) => offer.gains[place]), ...floor, 0, ...(deal ? [deal.gains[place]] : [])];
  const y = scale(bounds(every), [UPPER[1], UPPER[0]]);
  const made = [...levels(ticks(...bounds(every, 0), 5), y, LEFT, WIDTH - RIGHT, (value) => decimal(value, 1)),
    text(26, (UPPER[0] + UPPER[1]) / 2, say("story.value", { country: told.countries[side] }),
      { class: "axis", "text-anchor": "middle", transform: `rotate(-90 26 ${(UPPER[0] + UPPER[1]) / 2})` })];
  const until = floor.slice(0, week).map((value, k) => [x(k + 1), y(value)]);
  made.push(path(until, { class: `floor side-${paint(side)}` }, true));
  const labels = [[until.at(-1)[1], say("story.walk_away", { country: told.countries[side] }), `side-${paint(side)}`]];
  told.sides.forEach((author) => {
    const number = paint(author);
    const seen = offers.filter((offer) => offer.who === author && offer.week <= week);
    if (seen.length === 0) return;
    const points = seen.map((offer) => [x(offer.week), y(offer.gains[place])]);
    const last = told.ended < week ? told.ended : week;
    made.push(path([...points, [Math.max(x(last), points.at(-1)[0]), points.at(-1)[1]]], { class: `line side-${number}` }, true),
      ...points.map(([a, b]) => shape("circle", { cx: a, cy: b, r: 4.5, class: `dot side-${number}` })));
    labels.push([points.at(-1)[1], say("story.offers", { country: told.countries[author] }), `side-${number} strong`]);
  });
  if (deal && deal.week <= week) {
    made.push(shape("circle", { cx: x(deal.week), cy: y(deal.gains[place]), r: 11, class: "ring" }));
    labels.push([y(deal.gains[place]), say("story.deal", { week: deal.week }), "deal strong"]);
  }
  const places = apart(labels.map(([where]) => where), 19, UPPER[0] + 4, UPPER[1]);
  labels.forEach(([, words, kind], k) => made.push(text(WIDTH - RIGHT + 12, places[k] + 4, words, { class: `label ${kind}` })));
  return made;
}

function ladder(told, week, x) {
  const y = scale([0, RUNGS.length - 1], [LOWER[1] - 8, LOWER[0]]);
  const height = rungs(told);
  const made = RUNGS.map((rung, k) => [
    line(LEFT, y(k), WIDTH - RIGHT, y(k), { class: "rule" }),
    text(LEFT - 10, y(k) + 4, say(`story.rung.${rung}`), { class: "tick", "text-anchor": "end" }),
  ]).flat();
  const points = height.slice(0, week).map((rung, k) => [x(k + 1), y(rung)]);
  made.push(path(points, { class: "ladder" }, true));
  const turns = [];
  for (let k = 0; k < week; k += 1) {
    const before = k === 0 ? 0 : height[k - 1];
    if (height[k] === before) continue;
    const move = cause(told, k + 1);
    const place = move ? paint(move.who) : -1;
    made.push(shape("circle", { cx: x(k + 1), cy: y(height[k]), r: 6, class: `dot ${place >= 0 ? `side-${place}` : "world"}` }));
    if (move) turns.push({ at: [x(k + 1), y(height[k])], words: move.brief, climbs: height[k] > before });
  }
  return [...made, ...notes(turns)];
}

/** A note at every turn that has room for one; climbs come first. */
function notes(turns) {
  const taken = [];
  const made = [];
  for (const { at: [left, base], words } of [...turns].sort((a, b) => Number(b.climbs) - Number(a.climbs))) {
    const whole = broken(words, 26);
    const lines = whole.length > 2 ? [whole[0], `${whole[1]} …`] : whole;
    const wide = 7.2 * Math.max(...lines.map((each) => each.length));
    const from = Math.min(left + 9, WIDTH - wide);
    const top = base - 14 - 15 * lines.length;
    if (taken.some(([l, t, r, b]) => from < r && l < from + wide && top < b && t < base)) continue;
    taken.push([from, top, from + wide, base]);
    lines.forEach((each, row) => made.push(text(from, base - 10 - 15 * (lines.length - 1 - row), each, { class: "note" })));
  }
  return made;
}

/** The move that changed the rung: this week's, or of the week before, whose measures are in force now. */
function cause(told, week) {
  const loud = told.moves.filter((move) => LOUD.has(move.kind));
  return loud.findLast((move) => move.week === week && move.kind.startsWith("threaten"))
    ?? loud.findLast((move) => move.week === week - 1) ?? loud.findLast((move) => move.week === week);
}
