// The story of one run: the offers as one side values them above, the ladder of hostile moves below.

import { along, apart, bounds, broken, levels, line, path, picture, scale, shape, text, ticks } from "./svg.js";
import { notes } from "./story-notes.js";
import { paint } from "./paint.js";
import { decimal, say } from "./words.js";

const UPPER = [28, 296], LOWER = [384, 574], HEIGHT = 630;
const ROOMY = 700; // from this width on there is a margin for labels at the right
const SIGN = 7.6; // a letter's width
const RUNGS = ["talks", "stopped", "threat", "one_sided", "both", "allies"];

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

/** told: one world as the server tells it; side: whose values; week: how far it is drawn, from 1; wide: in pixels. */
export function drawStory(told, side, week, title, wide) {
  const svg = picture(wide, HEIGHT, title, say("story.reading"));
  const roomy = wide >= ROOMY;
  const beside = margin(told, side, week);
  const frame = { roomy, wide, left: roomy ? 150 : 112, right: wide - (roomy ? 18 + SIGN * longest(beside) : 14), bottom: LOWER[1] };
  const x = scale([1, Math.max(told.weeks, 2)], [frame.left, frame.right]);
  svg.append(...dance(told, side, week, x, frame, beside), ...ladder(told, week, x, frame),
    ...along(ticks(1, told.weeks, roomy ? 8 : 5).filter((value) => value >= 1), x, LOWER[1], (value) => decimal(value, 0)),
    text((frame.left + frame.right) / 2, HEIGHT - 12, say("week"), { class: "axis", "text-anchor": "middle" }),
    line(x(week), UPPER[0], x(week), LOWER[1], { class: "now" }));
  return svg;
}

/** What is named beside the plot, or under it where it has no margin: words, kind, and the value it stands at. */
function margin(told, side, week) {
  const place = told.sides.indexOf(side), last = week - 1;
  const floor = told.walk_away[side][last], ceiling = best(told, place)[last];
  const deal = told.signed && told.signed.week <= week ? told.signed : null;
  return [
    { words: say("story.walk_away", { country: told.countries[side] }), kind: `side-${paint(side)}`, at: floor },
    ...(ceiling !== null && ceiling > floor ? [{ words: say("story.zone"), kind: "zone-label", at: (floor + ceiling) / 2 }] : []),
    ...(deal ? [{ words: say("story.deal", { week: deal.week }), kind: "deal strong", at: deal.gains[place] }] : []),
  ];
}

const longest = (labels) => Math.max(...labels.map(({ words }) => words.length));

function dance(told, side, week, x, frame, beside) {
  const place = told.sides.indexOf(side);
  const offers = told.offers.filter((offer) => offer.gains);
  const floor = told.walk_away[side];
  const deal = told.signed && told.signed.week <= week ? told.signed : null;
  const ceiling = best(told, place);
  const every = [...offers.map((offer) => offer.gains[place]), ...floor, 0, ...(told.signed ? [told.signed.gains[place]] : [])];
  const y = scale(bounds(every, 0.1), [UPPER[1], UPPER[0]]);
  const made = [...zone(floor, ceiling, week, x, y),
    ...levels(ticks(...bounds(every, 0), 5), y, frame.left, frame.right, (value) => decimal(value, 1)),
    text(22, (UPPER[0] + UPPER[1]) / 2, say("story.value", { country: told.countries[side] }),
      { class: "axis", "text-anchor": "middle", transform: `rotate(-90 22 ${(UPPER[0] + UPPER[1]) / 2})` })];
  const until = floor.slice(0, week).map((value, k) => [x(k + 1), y(value)]);
  made.push(path(until, { class: `floor side-${paint(side)}` }, true));
  const paths = told.sides.map((author) => walked(told, author, offers, place, week, x, y)).filter(Boolean);
  made.push(...paths.flatMap((each) => each.drawn), ...names(told, paths, frame));
  if (deal) made.push(shape("circle", { cx: x(deal.week), cy: y(deal.gains[place]), r: 11, class: "ring" }));
  return [...made, ...labelled(beside, y, frame)];
}

/** The words of the margin at their height; without a margin, under the plot with a sign of what they name. */
function labelled(labels, y, frame) {
  if (frame.roomy) {
    const places = apart(labels.map(({ at }) => Math.min(Math.max(y(at), UPPER[0]), UPPER[1])), 19, UPPER[0] + 4, UPPER[1]);
    return labels.map(({ words, kind }, k) => text(frame.right + 10, places[k] + 4, words, { class: `label ${kind}` }));
  }
  return labels.flatMap(({ words, kind }, k) => {
    const [left, middle] = [8, UPPER[1] + 20 + 19 * k];
    const sign = kind.startsWith("deal") ? shape("circle", { cx: left + 11, cy: middle, r: 6, class: "ring thin" })
      : kind === "zone-label" ? shape("rect", { x: left, y: middle - 6, width: 22, height: 12, class: "zone" })
        : line(left, middle, left + 22, middle, { class: `floor ${kind}` });
    return [sign, text(left + 30, middle + 5, words, { class: `label ${kind}` })];
  });
}

/** The most a side can get, week by week, of what the other prefers to no deal; null where there is nothing. */
function best(told, place) {
  const theirs = told.walk_away[told.sides[1 - place]];
  return theirs.map((least) => {
    const open = told.frontier.filter((point) => point[1 - place] >= least).map((point) => point[place]);
    return open.length ? Math.max(...open) : null;
  });
}

/** The zone of agreement, week by week: from what one has without a deal to the best the other would sign. */
function zone(floor, ceiling, week, x, y) {
  const made = [];
  for (let k = 0; k < week; k += 1) {
    if (ceiling[k] === null || ceiling[k] <= floor[k]) continue;
    const from = x(k + 1), to = k + 1 < week ? x(k + 2) : x(k + 1);
    const top = Math.max(y(ceiling[k]), UPPER[0]);
    made.push(shape("rect", { x: from, y: top, width: Math.max(to - from, 0) + 0.4, height: Math.max(y(floor[k]) - top, 0), class: "zone" }));
  }
  return made;
}

/** One side's offers so far: the path, its dots, and where its name may go. */
function walked(told, author, offers, place, week, x, y) {
  const number = paint(author);
  const seen = offers.filter((offer) => offer.who === author && offer.week <= week);
  if (seen.length === 0) return null;
  const points = seen.map((offer) => [x(offer.week), y(offer.gains[place])]);
  const last = Math.max(x(Math.min(told.ended, week)), points.at(-1)[0]);
  return {
    author, number, first: points[0],
    drawn: [path([...points, [last, points.at(-1)[1]]], { class: `line side-${number}` }, true),
      ...points.map(([a, b]) => shape("circle", { cx: a, cy: b, r: 4.5, class: `dot side-${number}` }))],
  };
}

/** Each path's name at its beginning, away from the other path. */
function names(told, paths, frame) {
  const high = Math.min(...paths.map((each) => each.first[1]));
  return paths.map(({ author, number, first }) => {
    const above = paths.length < 2 || first[1] === high;
    const words = say("story.offers", { country: told.countries[author] });
    const from = Math.min(first[0], frame.right - SIGN * words.length);
    return text(from, first[1] + (above ? -12 : 22), words, { class: `label strong side-${number}` });
  });
}

function ladder(told, week, x, frame) {
  const y = scale([0, RUNGS.length - 1], [LOWER[1] - 8, LOWER[0]]);
  const height = rungs(told);
  const made = RUNGS.map((rung, k) => {
    const words = broken(say(`story.rung.${rung}`), frame.roomy ? 30 : 15);
    return [line(frame.left, y(k), frame.right, y(k), { class: "rule" }),
      ...words.map((each, row) => text(frame.left - 10, y(k) + 4 + 14 * (row - (words.length - 1) / 2), each, { class: "tick", "text-anchor": "end" }))];
  }).flat();
  const points = height.slice(0, week).map((rung, k) => [x(k + 1), y(rung)]);
  made.push(path(points, { class: "ladder" }, true));
  const turns = [];
  for (let k = 0; k < week; k += 1) {
    const before = k === 0 ? 0 : height[k - 1];
    const move = height[k] === before ? null : cause(told, k + 1, height[k] > before);
    if (height[k] === before || (k === 0 && !move)) continue;
    const number = move ? paint(move.who) : -1;
    made.push(shape("circle", { cx: x(k + 1), cy: y(height[k]), r: 6, class: `dot ${number >= 0 ? `side-${number}` : "world"}` }));
    if (move) turns.push({ at: [x(k + 1), y(height[k])], words: move.brief, climbs: height[k] > before });
  }
  return [...made, ...notes(turns, points, frame)];
}

const UP = new Set(["threaten", "impose", "raise", "threat_carried_out", "threat_in_part", "suspend_talks", "leave_talks", "break_deal", "join"]);
const DOWN = new Set(["lift", "threat_dropped", "threat_met", "concede", "resume_talks", "limited_deal", "deal", "court", "stance"]);
const SUDDEN = new Set(["threaten", "join", "limited_deal", "deal", "stance"]); // seen in the week they happen

/** The move that changed the rung: this week's, or of the week before, whose measures are in force now. */
function cause(told, week, climbs) {
  const kind = (move) => (move.joins ? "join" : move.kind);
  const fit = told.moves.filter((move) => (climbs ? UP : DOWN).has(kind(move)) && move.brief);
  const now = fit.filter((move) => move.week === week);
  return now.findLast((move) => SUDDEN.has(kind(move))) ?? fit.findLast((move) => move.week === week - 1) ?? now.at(-1);
}
