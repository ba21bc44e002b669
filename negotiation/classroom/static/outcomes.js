// How many worlds end how.

import { broken, line, picture, scale, shape, text } from "./svg.js";
import { percent, say } from "./words.js";

const ROW = 36, LINE = 15, SIGN = 8.8; // pixels: a bar with its gap, a line of its name, a letter
const KINDS = { "comprehensive deal": "deal", "limited deal": "limited", "no tariffs": "truce" };

/** What a way to end is called: "one-sided: us" names the country that has tariffs on. */
export function outcomeName(outcome, countries) {
  const [kind, side] = outcome.split(": ");
  return say(`outcome.${kind}`, { country: countries[side] ?? "" });
}

/** How the world ends, in a sentence. */
export function ending(told) {
  const outcome = outcomeName(told.outcome, told.countries);
  const when = told.signed ? say("watch.when", { week: told.signed.week }) : "";
  if (told.outcome === "comprehensive deal") return say("watch.ending_deal", { outcome, when });
  return say("watch.ending", { outcome, when, talks: say(`talks_at_end.${told.talks}`) });
}

/** outcomes: outcome and count; mine: the outcome of the world that is watched; wide: in pixels. */
export function drawOutcomes({ outcomes, worlds, countries }, mine, title, wide) {
  const most = wide < 500 ? 17 : 34;
  const names = outcomes.map(({ outcome }) => broken(outcomeName(outcome, countries), most));
  const down = Math.max(ROW, LINE * Math.max(...names.map((rows) => rows.length)) + 6);
  const height = outcomes.length * down + 24;
  const svg = picture(wide, height, title, say("outcomes.reading"));
  const left = 14 + SIGN * Math.max(...names.flat().map((each) => each.length));
  const here = say("outcomes.here");
  const x = scale([0, Math.max(...outcomes.map((each) => each.count))], [left, wide - 60 - (wide < 500 ? 0 : SIGN * (here.length + 1))]);
  svg.append(line(left, 6, left, height - 12, { class: "rule" }));
  outcomes.forEach(({ outcome, count }, row) => {
    const top = 10 + row * down + (down - ROW) / 2;
    const share = percent(count / worlds);
    const strong = outcome === mine ? "label strong" : "label";
    svg.append(
      ...names[row].map((each, k) => text(left - 10, top + 17 + LINE * (k - (names[row].length - 1) / 2), each, { class: strong, "text-anchor": "end" })),
      shape("rect", { x: left, y: top, width: Math.max(x(count) - left, 1), height: ROW - 12, class: `bar ${KINDS[outcome] ?? "conflict"}` }),
      text(x(count) + 8, top + 17, outcome === mine && wide >= 500 ? `${share} ${here}` : share, { class: strong }));
  });
  return svg;
}
