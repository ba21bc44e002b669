// One measure over every setting of one dial, or of two: a line with its uncertainty, or a heat map.

import { broken, decimalsOf, levels, line, path, picture, scale, shape, text, ticks, bounds } from "./svg.js";
import { decimal, say } from "./words.js";

const LEFT = 56, RIGHT = 14, TOP = 14, PLOT = 230; // pixels
const SIGN = 7.4, ROW = 15;
const LOW = [250, 252, 255], HIGH = [86, 152, 205]; // dark ink can be read on both

/** Every estimate at its place. dials: labels and label; estimates: mean and half by cell; here: places on show. */
export function drawSweep(dials, estimates, here, title, wide) {
  return dials.length === 1 ? along(dials[0], estimates, here[0], title, wide) : heat(dials, estimates, here, title, wide);
}

function along(dial, estimates, here, title, wide) {
  const gap = (wide - LEFT - RIGHT) / dial.labels.length;
  const names = dial.labels.map((label) => broken(label, Math.max(Math.floor(gap / SIGN), 5)));
  const tight = names.some((rows) => rows.some((each) => SIGN * each.length > gap));
  const drop = tight ? ROW * Math.max(...names.filter((_, place) => place % 2 === 0).map((rows) => rows.length)) : 0; // of every other label
  const bottom = TOP + PLOT, high = bottom + 34 + drop + ROW * Math.max(...names.map((rows) => rows.length));
  const svg = picture(wide, high, title, say("sweep.line"));
  const x = scale([0, dial.labels.length - 1], [LEFT + gap / 2, wide - RIGHT - gap / 2]);
  const known = estimates.map((each, place) => [place, each]).filter(([, each]) => each);
  const y = scale(bounds([0, ...known.flatMap(([, { mean, half }]) => [mean - half, mean + half])]), [bottom, TOP]);
  const marks = ticks(...bounds([0, ...known.map(([, each]) => each.mean)], 0), 5);
  svg.append(...levels(marks, y, LEFT, wide - RIGHT, (value) => decimal(value, decimalsOf(marks))));
  svg.append(path(known.map(([place, each]) => [x(place), y(each.mean)]), { class: "along" }));
  for (const [place, { mean, half }] of known) {
    svg.append(line(x(place), y(mean - half), x(place), y(mean + half), { class: "whisker" }),
      shape("circle", { cx: x(place), cy: y(mean), r: place === here ? 8 : 5.5, class: place === here ? "point here" : "point" }));
  }
  names.forEach((rows, place) => svg.append(...lines(rows, x(place), bottom + 20 + (place % 2 ? drop : 0))));
  svg.append(text((LEFT + wide - RIGHT) / 2, high - 6, dial.label, { class: "axis", "text-anchor": "middle" }));
  return svg;
}

function heat([first, second], estimates, here, title, wide) {
  const most = wide < 420 ? 9 : 15;
  const sides = second.labels.map((label) => broken(label, most));
  const left = 14 + SIGN * Math.max(...sides.flat().map((each) => each.length));
  const across = (wide - left - 4) / first.labels.length, down = 46;
  const feet = first.labels.map((label) => broken(label, Math.max(Math.floor(across / SIGN), 5)));
  const top = 28, bottom = top + down * second.labels.length;
  const high = bottom + 34 + ROW * Math.max(...feet.map((rows) => rows.length));
  const svg = picture(wide, high, title, say("sweep.heat"));
  const real = estimates.filter(Boolean).map((each) => each.mean);
  const shade = scale([Math.min(...real), Math.max(...real)], [0, 1]);
  let framed = null;
  estimates.forEach((each, cell) => {
    const place = [Math.floor(cell / sides.length), cell % sides.length];
    const depth = each ? shade(each.mean) : 0;
    const at = [left + place[0] * across, top + (sides.length - 1 - place[1]) * down];
    if (place[0] === here[0] && place[1] === here[1]) framed = at;
    svg.append(shape("rect", { x: at[0] + 1.5, y: at[1] + 1.5, width: across - 3, height: down - 3, fill: colour(depth), class: "cell" }),
      text(at[0] + across / 2, at[1] + down / 2 + 5, each ? short(each.mean) : "–", { class: "cell-value", "text-anchor": "middle" }));
  });
  svg.append(shape("rect", { x: framed[0], y: framed[1], width: across, height: down, class: "here" }));
  feet.forEach((rows, place) => svg.append(...lines(rows, left + (place + 0.5) * across, bottom + 18, across < 60 ? "tick small" : "tick")));
  sides.forEach((rows, place) => {
    const middle = bottom - (place + 0.5) * down + 5;
    rows.forEach((row, k) => svg.append(text(left - 8, middle + ROW * (k - (rows.length - 1) / 2), row, { class: "tick", "text-anchor": "end" })));
  });
  const half = SIGN * first.label.length / 2;
  svg.append(text(Math.min((left + wide) / 2, wide - half), high - 6, first.label, { class: "axis", "text-anchor": "middle" }), text(2, 14, second.label, { class: "axis" }));
  return svg;
}

const lines = (rows, x, y, kind = "tick") => rows.map((row, k) => text(x, y + ROW * k, row, { class: kind, "text-anchor": "middle" }));
const short = (value) => decimal(value, Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 2 ? 1 : 2);
const colour = (depth) => `rgb(${LOW.map((low, k) => Math.round(low + depth * (HIGH[k] - low))).join(" ")})`;
