// How many worlds end how.

import { line, picture, scale, shape, text } from "./svg.js";
import { percent, say } from "./words.js";

const WIDTH = 720, LEFT = 210, RIGHT = 90, ROW = 38;
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
  return say("watch.ending", { outcome, when, talks: say(`talks_at_end.${told.talks}`) });
}

/** outcomes: outcome and count; mine: the outcome of the world that is watched. */
export function drawOutcomes({ outcomes, worlds, countries }, mine, title) {
  const height = outcomes.length * ROW + 24;
  const svg = picture(WIDTH, height, title, say("outcomes.reading"));
  const x = scale([0, Math.max(...outcomes.map((each) => each.count))], [LEFT, WIDTH - RIGHT]);
  svg.append(line(LEFT, 6, LEFT, height - 12, { class: "rule" }));
  outcomes.forEach(({ outcome, count }, row) => {
    const top = 10 + row * ROW;
    svg.append(
      text(LEFT - 10, top + 19, outcomeName(outcome, countries), { class: outcome === mine ? "label strong" : "label", "text-anchor": "end" }),
      shape("rect", { x: LEFT, y: top, width: Math.max(x(count) - LEFT, 1), height: ROW - 12, class: `bar ${KINDS[outcome] ?? "conflict"}` }),
      text(x(count) + 8, top + 19, percent(count / worlds), { class: "label" }));
    if (outcome === mine) svg.append(text(x(count) + 52, top + 19, "◂", { class: "label strong", "aria-hidden": "true" }));
  });
  return svg;
}
