// All packages by what they give each side; frontier, reference points, the way the talks went, and where they ended.

import { along, bounds, levels, line, path, picture, scale, shape, text, ticks } from "./svg.js";
import { paint } from "./paint.js";
import { decimal, say, signed } from "./words.js";

const WIDTH = 720, HEIGHT = 560, LEFT = 70, RIGHT = 24, TOP = 20, BOTTOM = 60;

/** numbers: sides, countries, frontier, packages, nash, kalai, result, offers, dots (of a class), again. */
export function drawFrontier(numbers, title) {
  const [first, second] = numbers.sides;
  const svg = picture(WIDTH, HEIGHT, title, say("frontier.reading"));
  const marked = [numbers.nash, numbers.kalai, numbers.result, [0, 0], ...numbers.frontier,
    ...(numbers.offers ?? []).map((offer) => offer.gains), ...(numbers.dots ?? []).map((dot) => dot.gains)].filter(Boolean);
  const x = scale(bounds(marked.map((point) => point[0])), [LEFT, WIDTH - RIGHT]);
  const y = scale(bounds(marked.map((point) => point[1])), [HEIGHT - BOTTOM, TOP]);
  const inside = ([a, b]) => x(a) >= LEFT && x(a) <= WIDTH - RIGHT && y(b) >= TOP && y(b) <= HEIGHT - BOTTOM;
  svg.append(...zone(x, y), ...axes(numbers, marked, x, y, first, second));
  for (const point of (numbers.packages ?? []).filter(inside)) svg.append(dot(x, y, point, 2, "faint"));
  svg.append(path(numbers.frontier.map(([a, b]) => [x(a), y(b)]), { class: "frontier" }));
  for (const side of numbers.sides) svg.append(...walk(numbers, side, x, y));
  svg.append(...landmarks(numbers, x, y));
  return svg;
}

function zone(x, y) {
  return [
    shape("rect", { x: x(0), y: TOP, width: Math.max(WIDTH - RIGHT - x(0), 0), height: Math.max(y(0) - TOP, 0), class: "zone" }),
    line(x(0), TOP, x(0), HEIGHT - BOTTOM, { class: "walk-away" }),
    line(LEFT, y(0), WIDTH - RIGHT, y(0), { class: "walk-away" }),
    text(WIDTH - RIGHT - 6, TOP + 16, say("frontier.zone"), { class: "label deal", "text-anchor": "end" }),
  ];
}

function axes(numbers, marked, x, y, first, second) {
  const over = ticks(...bounds(marked.map((point) => point[0]), 0), 6);
  const up = ticks(...bounds(marked.map((point) => point[1]), 0), 6);
  return [
    ...levels(up, y, LEFT, WIDTH - RIGHT, (value) => decimal(value, 1)),
    ...along(over, x, HEIGHT - BOTTOM, (value) => decimal(value, 1)),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, say("frontier.gain", { country: numbers.countries[first] }),
      { class: "axis", "text-anchor": "middle" }),
    text(16, (TOP + HEIGHT - BOTTOM) / 2, say("frontier.gain", { country: numbers.countries[second] }),
      { class: "axis", "text-anchor": "middle", transform: `rotate(-90 16 ${(TOP + HEIGHT - BOTTOM) / 2})` }),
  ];
}

function walk(numbers, side, x, y) {
  const place = paint(side);
  const points = (numbers.offers ?? []).filter((offer) => offer.who === side && offer.gains).map((offer) => offer.gains);
  if (points.length === 0) return [];
  return [
    path(points.map(([a, b]) => [x(a), y(b)]), { class: `offers side-${place}` }),
    ...points.map((point) => dot(x, y, point, 4, `side-${place}`)),
  ];
}

function landmarks(numbers, x, y) {
  const named = [
    ["nash", numbers.nash, say("frontier.nash")],
    ["kalai", same(numbers.nash, numbers.kalai) ? null : numbers.kalai, say("frontier.kalai")],
    ["result", numbers.result, say(numbers.deal ? "frontier.deal" : "frontier.ended")],
    ["missed", numbers.missed?.gains, say("frontier.missed")],
  ].filter(([, point]) => point);
  if (same(numbers.nash, numbers.kalai) && named[0]) named[0][2] = say("frontier.both_points");
  for (const kind of ["missed", "nash"]) {
    const one = named.find(([name]) => name === kind);
    const over = named.find(([name, point]) => one && name !== kind && same(point, one[1]));
    if (over) { over[2] = `${over[2]}, ${one[2]}`; named.splice(named.indexOf(one), 1); }
  }
  const made = [];
  const taken = [];
  for (const place of numbers.dots ?? []) made.push(titled(dot(x, y, place.gains, 6, `class-dot ${place.settlement}`), place.names.filter(Boolean).join(" – ")));
  for (const place of numbers.dots ?? []) if (place.again) made.push(line(x(place.gains[0]), y(place.gains[1]), x(place.again[0]), y(place.again[1]), { class: "again" }), dot(x, y, place.again, 5, "class-dot again"));
  if (!numbers.result) named.push(["start", [0, 0], say("frontier.no_deal")]);
  for (const [kind, point, words] of named) {
    made.push(dot(x, y, point, kind === "result" ? 9 : 6, kind));
    made.push(label(x(point[0]), y(point[1]), words, kind, taken));
  }
  return made;
}

/** A label beside its point: on the side with room, moved down or up where another one is. */
function label(x, y, words, kind, taken) {
  const wide = words.length * 7.4;
  const left = x + 12 + wide > WIDTH - RIGHT;
  let up = y - 8;
  const from = left ? x - 12 - wide : x + 12;
  while (taken.some(([a, b, c]) => Math.abs(up - b) < 18 && from < a + c && a < from + wide)) up += up < HEIGHT / 2 ? 18 : -18;
  taken.push([from, up, wide]);
  return text(left ? x - 12 : x + 12, up, words, { class: `label ${kind}`, "text-anchor": left ? "end" : "start" });
}

function dot(x, y, [a, b], radius, kind) {
  return shape("circle", { cx: x(a).toFixed(1), cy: y(b).toFixed(1), r: radius, class: `dot ${kind}` });
}

function titled(made, words) {
  made.append(shape("title", {}, words));
  return made;
}

const same = (one, other) => Boolean(one && other) && Math.hypot(one[0] - other[0], one[1] - other[1]) < 1e-9;

/** The same numbers as words, for a table under the picture. */
export function frontierRows(numbers) {
  return [["nash", numbers.nash], ["kalai", numbers.kalai], [numbers.deal ? "deal" : "ended", numbers.result]]
    .filter(([, point]) => point)
    .map(([kind, point]) => [say(`frontier.${kind}`), ...point.map((value) => signed(value))]);
}
