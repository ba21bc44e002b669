// Notes at the turns of the ladder, where there is room for them: not on one another, and not on the ladder.

import { broken, text } from "./svg.js";

const HIGH = 15, SIGN = 7; // a line's height and a sign's width in pixels

/** turns: at, words, climbs; points: the ladder's, week by week; climbs are noted first. */
export function notes(turns, points, frame) {
  const taken = [];
  const made = [];
  const bars = segments(points);
  for (const { at, words, climbs } of [...turns].sort((a, b) => Number(b.climbs) - Number(a.climbs))) {
    const lines = shortened(broken(words, frame.roomy ? 26 : 17));
    const size = [SIGN * Math.max(...lines.map((each) => each.length)), HIGH * lines.length];
    const box = corners(at, size, climbs).find((each) => fits(each, frame) && ![...taken, ...bars].some((other) => meet(each, other)));
    if (!box) continue;
    taken.push(box);
    const end = box.anchor === "end";
    lines.forEach((each, row) => made.push(text(end ? box.right : box.left, box.top + HIGH * (row + 0.8), each, { class: "note", "text-anchor": box.anchor })));
  }
  return made;
}

const shortened = (lines) => (lines.length > 2 ? [lines[0], `${lines[1]} …`] : lines);

/** Where a note may stand beside its turn, best first: a climb comes from below left, a fall from above left. */
function corners([x, y], [wide, high], climbs) {
  const left = { left: x - 9 - wide, right: x - 9, anchor: "end" };
  const right = { left: x + 9, right: x + 9 + wide, anchor: "start" };
  const above = { top: y - 7 - high, bottom: y - 7 }, below = { top: y + 6, bottom: y + 6 + high };
  const over = { top: y - 9 - high, bottom: y - 9 };
  return climbs ? [{ ...left, ...above }, { ...right, ...over }, { ...right, ...below }] : [{ ...right, ...over }, { ...right, ...below }, { ...left, ...below }];
}

/** The ladder as boxes. */
function segments(points) {
  return points.slice(1).flatMap(([x, y], k) => {
    const [a, b] = points[k];
    return [{ left: a, right: x, top: b - 2, bottom: b + 2 }, { left: x - 2, right: x + 2, top: Math.min(b, y), bottom: Math.max(b, y) }];
  });
}

const fits = (box, frame) => box.left >= frame.left && box.bottom <= frame.bottom && box.right <= (frame.roomy ? frame.wide : frame.right + 8);
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
