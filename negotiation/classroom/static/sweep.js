// One measure over every setting of one dial, or of two: a line with its uncertainty, or a heat map.

import { broken, levels, line, path, picture, scale, shape, text, ticks, bounds } from "./svg.js";
import { decimal, say } from "./words.js";

const WIDTH = 560, HEIGHT = 330, LEFT = 66, RIGHT = 20, TOP = 14, BOTTOM = 86;
const LOW = [247, 251, 255], HIGH = [8, 69, 122];

/** Every estimate at its place. dials: labels and label; estimates: mean and half by cell; here: places on show. */
export function drawSweep(dials, estimates, here, title) {
  return dials.length === 1 ? along(dials[0], estimates, here[0], title) : heat(dials, estimates, here, title);
}

function along(dial, estimates, here, title) {
  const svg = picture(WIDTH, HEIGHT, title, say("sweep.line"));
  const x = scale([0, dial.labels.length - 1], [LEFT + 34, WIDTH - RIGHT - 34]);
  const known = estimates.map((each, place) => [place, each]).filter(([, each]) => each);
  const y = scale(bounds([0, ...known.flatMap(([, { mean, half }]) => [mean - half, mean + half])]), [HEIGHT - BOTTOM, TOP]);
  svg.append(...levels(ticks(...bounds([0, ...known.map(([, each]) => each.mean)], 0), 5), y, LEFT, WIDTH - RIGHT, short));
  svg.append(path(known.map(([place, each]) => [x(place), y(each.mean)]), { class: "along" }));
  for (const [place, { mean, half }] of known) {
    svg.append(line(x(place), y(mean - half), x(place), y(mean + half), { class: "whisker" }),
      shape("circle", { cx: x(place), cy: y(mean), r: place === here ? 8 : 5.5, class: place === here ? "point here" : "point" }));
  }
  dial.labels.forEach((label, place) => svg.append(...lines(label, x(place), HEIGHT - BOTTOM + 20, 11)));
  svg.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, dial.label, { class: "axis", "text-anchor": "middle" }));
  return svg;
}

function heat([first, second], estimates, here, title) {
  const svg = picture(WIDTH, HEIGHT, title, say("sweep.heat"));
  const wide = first.labels.length, high = second.labels.length, left = 118;
  const real = estimates.filter(Boolean).map((each) => each.mean);
  const shade = scale([Math.min(...real), Math.max(...real)], [0, 1]);
  const across = (WIDTH - left - 8) / wide, down = (HEIGHT - BOTTOM - TOP - 16) / high;
  estimates.forEach((each, cell) => {
    const place = [Math.floor(cell / high), cell % high];
    const depth = each ? shade(each.mean) : 0;
    const at = [left + place[0] * across, TOP + 16 + (high - 1 - place[1]) * down];
    const shown = place[0] === here[0] && place[1] === here[1];
    svg.append(shape("rect", { x: at[0] + 1.5, y: at[1] + 1.5, width: across - 3, height: down - 3, fill: colour(depth), class: shown ? "cell here" : "cell" }),
      text(at[0] + across / 2, at[1] + down / 2 + 5, each ? short(each.mean) : "–", { class: "cell-value", "text-anchor": "middle", style: `fill: ${depth > 0.55 ? "#fff" : "#1a2332"}` }));
  });
  first.labels.forEach((label, place) => svg.append(...lines(label, left + (place + 0.5) * across, HEIGHT - BOTTOM + 20, 12)));
  second.labels.forEach((label, place) => {
    const rows = broken(label, 15);
    rows.forEach((row, k) => svg.append(text(left - 8, TOP + 20 + (high - 0.5 - place) * down + 15 * (k - (rows.length - 1) / 2), row, { class: "tick", "text-anchor": "end" })));
  });
  svg.append(text((left + WIDTH) / 2, HEIGHT - 6, first.label, { class: "axis", "text-anchor": "middle" }),
    text(4, TOP + 6, second.label, { class: "axis" }));
  return svg;
}

const lines = (label, x, y, most) => broken(label, most).map((row, k) => text(x, y + 15 * k, row, { class: "tick", "text-anchor": "middle" }));
const short = (value) => decimal(value, Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 2 ? 1 : 2);
const colour = (depth) => `rgb(${LOW.map((low, k) => Math.round(low + depth * (HIGH[k] - low))).join(" ")})`;
