// All packages by what they give each side; frontier, reference points, the way the talks went, and where they ended.

import { along, bounds, broken, decimalsOf, levels, line, path, picture, scale, shape, text, ticks } from "./svg.js";
import { paint } from "./paint.js";
import { decimal, say, signed } from "./words.js";

const LEFT = 66, RIGHT = 14, TOP = 20, BOTTOM = 58; // pixels around the plot
const SIGN = 7.5, ROW = 17; // a letter's width, a line's height

/** numbers: sides, countries, frontier, packages, nash, kalai, result, offers, dots (of a class), again; wide: in pixels. */
export function drawFrontier(numbers, title, wide) {
  const high = Math.min(Math.max(Math.round(wide * 0.78), 320), 540);
  const frame = { wide, high, right: wide - RIGHT, bottom: high - BOTTOM };
  const svg = picture(wide, high, title, say("frontier.reading"));
  const marked = [numbers.nash, numbers.kalai, numbers.result, [0, 0], ...numbers.frontier,
    ...(numbers.offers ?? []).map((offer) => offer.gains), ...(numbers.dots ?? []).map((dot) => dot.gains)].filter(Boolean);
  const x = scale(bounds(marked.map((point) => point[0])), [LEFT, frame.right]);
  const y = scale(bounds(marked.map((point) => point[1])), [frame.bottom, TOP]);
  const inside = ([a, b]) => x(a) >= LEFT && x(a) <= frame.right && y(b) >= TOP && y(b) <= frame.bottom;
  svg.append(...zone(x, y, frame), ...axes(numbers, marked, x, y, frame));
  for (const point of (numbers.packages ?? []).filter(inside)) svg.append(dot(x, y, point, 2, "faint"));
  svg.append(path(numbers.frontier.map(([a, b]) => [x(a), y(b)]), { class: "frontier" }));
  for (const side of numbers.sides) svg.append(...walk(numbers, side, x, y));
  svg.append(...landmarks(numbers, marked, x, y, frame));
  return svg;
}

function zone(x, y, frame) {
  const wide = Math.max(frame.right - x(0), 0);
  return [
    shape("rect", { x: x(0), y: TOP, width: wide, height: Math.max(y(0) - TOP, 0), class: "zone" }),
    line(x(0), TOP, x(0), frame.bottom, { class: "walk-away" }),
    line(LEFT, y(0), frame.right, y(0), { class: "walk-away" }),
    ...zoneWords(x, frame).lines.map((each, row) => text(frame.right - 6, TOP + 16 + ROW * row, each, { class: "label deal", "text-anchor": "end" })),
  ];
}

/** What the zone is called, in the lines it has room for, and the box they fill. */
function zoneWords(x, frame) {
  const lines = broken(say("frontier.zone"), Math.max(Math.floor((frame.right - x(0)) / SIGN), 12));
  const wide = SIGN * Math.max(...lines.map((each) => each.length));
  return { lines, box: { left: frame.right - 6 - wide, right: frame.right, top: TOP, bottom: TOP + 6 + ROW * lines.length } };
}

function axes(numbers, marked, x, y, frame) {
  const [first, second] = numbers.sides;
  const over = ticks(...bounds(marked.map((point) => point[0]), 0), frame.wide < 500 ? 4 : 6);
  const up = heights(marked);
  const middle = (TOP + frame.bottom) / 2;
  return [
    ...levels(up, y, LEFT, frame.right, (value) => decimal(value, decimalsOf(up))),
    ...along(over, x, frame.bottom, (value) => decimal(value, decimalsOf(over))),
    text((LEFT + frame.right) / 2, frame.high - 10, say("frontier.gain", { country: numbers.countries[first] }), { class: "axis", "text-anchor": "middle" }),
    text(15, middle, say("frontier.gain", { country: numbers.countries[second] }), { class: "axis", "text-anchor": "middle", transform: `rotate(-90 15 ${middle})` }),
  ];
}

/** The values written along the left axis. */
const heights = (marked) => ticks(...bounds(marked.map((point) => point[1]), 0), 6);

function walk(numbers, side, x, y) {
  const place = paint(side);
  const points = (numbers.offers ?? []).filter((offer) => offer.who === side && offer.gains).map((offer) => offer.gains);
  if (points.length === 0) return [];
  return [
    path(points.map(([a, b]) => [x(a), y(b)]), { class: `offers side-${place}` }),
    ...points.map((point) => dot(x, y, point, 4, `side-${place}`)),
  ];
}

function landmarks(numbers, marked, x, y, frame) {
  const made = [];
  for (const place of numbers.dots ?? []) made.push(titled(dot(x, y, place.gains, 6, `class-dot ${place.settlement}`), place.names.filter(Boolean).join(" – ")));
  for (const place of numbers.dots ?? []) if (place.again) made.push(line(x(place.gains[0]), y(place.gains[1]), x(place.again[0]), y(place.again[1]), { class: "again" }), dot(x, y, place.again, 5, "class-dot again"));
  const named = points(numbers);
  const taken = named.map(({ at }) => ({ left: x(at[0]) - 9, right: x(at[0]) + 9, top: y(at[1]) - 9, bottom: y(at[1]) + 9 }));
  taken.push(zoneWords(x, frame).box, ...heights(marked).map((value) => ({ left: 20, right: LEFT, top: y(value) - 9, bottom: y(value) + 6 })));
  const crossed = crossings(numbers.frontier, x, y);
  for (const { kind, at } of named) made.push(dot(x, y, at, kind === "result" ? 9 : 6, kind));
  for (const { kind, at, words } of named) made.push(...label([x(at[0]), y(at[1])], words, kind, taken, crossed, frame));
  return made;
}

/** The named points; those that fall together share a label, of which each word stands in a line of its own. */
function points(numbers) {
  const found = [];
  const both = same(numbers.nash, numbers.kalai);
  for (const [kind, at, words] of [
    ["result", numbers.result, say(!numbers.deal ? "frontier.ended" : numbers.side ? "frontier.deal" : "frontier.the_deal")],
    ["missed", numbers.missed?.gains, say("frontier.missed")],
    ["nash", numbers.nash, say(both ? "frontier.both_points" : "frontier.nash")],
    ["kalai", both ? null : numbers.kalai, say("frontier.kalai")],
    ["start", numbers.result ? null : [0, 0], say("frontier.no_deal")],
  ]) {
    if (!at) continue;
    const there = found.find((each) => same(each.at, at));
    if (there) there.words.push(words);
    else found.push({ kind, at, words: [words] });
  }
  return found;
}

/** A label beside its point: the first place that is free of other labels and points, if need be on the frontier. */
function label([x, y], words, kind, taken, crossed, frame) {
  const lines = words.flatMap((each) => (frame.wide < 500 ? broken(each.replace("–", "– "), 13) : [each]));
  const wide = SIGN * Math.max(...lines.map((each) => each.length)), high = ROW * lines.length;
  const places = [[12, -high - 2], [12, 6], [12, -high / 2], [-12 - wide, 6], [-12 - wide, -high - 2], [-12 - wide, -high / 2], [12, -2 * high - 6], [-12 - wide, high + 8], [12, high + 8]]
    .map(([dx, dy]) => ({ left: x + dx, right: x + dx + wide, top: y + dy, bottom: y + dy + high }))
    .filter((box) => box.left >= 24 && box.right <= frame.right + 6 && box.top >= 0 && box.bottom <= frame.bottom + 10)
    .sort((one, other) => Number(one.left < LEFT) - Number(other.left < LEFT)); // over the axis only where there is no other place
  const free = places.filter((box) => !taken.some((other) => meet(box, other)));
  const box = free.find((each) => each.left >= LEFT && !crossed.some(([a, b]) => a > each.left && a < each.right && b > each.top && b < each.bottom)) ?? free[0] ?? places[0];
  if (!box) return [];
  taken.push(box);
  const end = box.left < x;
  return lines.map((each, row) => text(end ? box.right : box.left, box.top + ROW * (row + 0.78), each, { class: `label ${kind}`, "text-anchor": end ? "end" : "start" }));
}

/** Points along the frontier close enough together that no label slips between them. */
function crossings(frontier, x, y) {
  return frontier.slice(1).flatMap(([a, b], k) => {
    const [from, to] = [[x(frontier[k][0]), y(frontier[k][1])], [x(a), y(b)]];
    const count = Math.max(Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 6), 1);
    return Array.from({ length: count + 1 }, (_, i) => [from[0] + (i / count) * (to[0] - from[0]), from[1] + (i / count) * (to[1] - from[1])]);
  });
}

function dot(x, y, [a, b], radius, kind) {
  return shape("circle", { cx: x(a).toFixed(1), cy: y(b).toFixed(1), r: radius, class: `dot ${kind}` });
}

function titled(made, words) {
  made.append(shape("title", {}, words));
  return made;
}

const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const same = (one, other) => Boolean(one && other) && Math.hypot(one[0] - other[0], one[1] - other[1]) < 1e-9;

/** The same numbers as words, for a table under the picture. */
export function frontierRows(numbers) {
  return [["nash", numbers.nash], ["kalai", numbers.kalai], [numbers.deal ? "deal" : "ended", numbers.result]]
    .filter(([, point]) => point)
    .map(([kind, point]) => [say(`frontier.${kind}`), ...point.map((value) => signed(value))]);
}
