// Tariffs each country puts on the other's trade, week by week.

import { along, apart, levels, line, path, picture, scale, text, ticks } from "./svg.js";
import { paint } from "./paint.js";
import { decimal, percentage, say } from "./words.js";

const HEIGHT = 240, LEFT = 56, TOP = 16, BOTTOM = 46, SIGN = 7.6;

/** rates: side -> percent by week; week: how far it is drawn, counted from 1; wide: in pixels. */
export function drawTariffs({ sides, countries, rates, weeks }, week, title, WIDTH) {
  const RIGHT = 18 + SIGN * Math.max(...sides.map((side) => countries[side].length));
  const svg = picture(WIDTH, HEIGHT, title, say("tariffs.reading"));
  const most = Math.max(5, ...sides.map((side) => Math.max(...rates[side])));
  const x = scale([1, Math.max(weeks, 2)], [LEFT, WIDTH - RIGHT]);
  const y = scale([0, most * 1.08], [HEIGHT - BOTTOM, TOP]);
  svg.append(...levels(ticks(0, most, 4), y, LEFT, WIDTH - RIGHT, (value) => percentage(value)),
    ...along(ticks(1, weeks, 6).filter((value) => value >= 1), x, HEIGHT - BOTTOM, (value) => decimal(value, 0)),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, say("week"), { class: "axis", "text-anchor": "middle" }));
  const last = Math.min(week, rates[sides[0]].length);
  const ends = sides.map((side) => y(rates[side][Math.max(last - 1, 0)] ?? 0));
  const places = apart(ends, 18, TOP + 8, HEIGHT - BOTTOM);
  sides.forEach((side, row) => {
    const place = paint(side);
    const points = rates[side].slice(0, last).map((rate, k) => [x(k + 1), y(rate)]);
    if (points.length === 0) return;
    svg.append(path(points, { class: `line side-${place}` }, true),
      text(Math.min(x(last), WIDTH - RIGHT) + 10, places[row] + 4, countries[side], { class: `label side-${place}` }));
  });
  if (last < weeks) svg.append(line(x(last), TOP, x(last), HEIGHT - BOTTOM, { class: "now" }));
  return svg;
}
