// Pictures by hand: scales, axes, labels that keep out of each other's way.

const SPACE = "http://www.w3.org/2000/svg";

/** An SVG element. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat());
  return made;
}

/** How wide a picture may be drawn: as wide as its place, so that its words keep their size; most: where it has room. */
export function room(place, most) {
  return Math.max(Math.min(place.clientWidth || most, most), 280);
}

/** Draw again when a window has changed its width. */
export function whenWidthChanges(draw) {
  let wide = window.innerWidth;
  let soon = 0;
  window.addEventListener("resize", () => {
    if (window.innerWidth === wide) return;
    wide = window.innerWidth;
    clearTimeout(soon);
    soon = setTimeout(draw, 150);
  });
}

let pictures = 0;

/** An empty picture with its message as title and how to read it as description. */
export function picture(width, height, title, reading) {
  pictures += 1;
  const id = `picture-${pictures}`;
  return shape("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${id}-title ${id}-reading`, class: "picture",
  }, shape("title", { id: `${id}-title` }, title), shape("desc", { id: `${id}-reading` }, reading));
}

/** From numbers to places: linear. */
export function scale([low, high], [from, to]) {
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** Round numbers between two, about so many. */
export function ticks(low, high, count = 5) {
  const span = high - low || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => span / each <= count + 0.5) ?? 10 * power;
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k += 1) found.push(Number((k * step).toFixed(10)));
  return found;
}

/** The bounds of numbers with a margin; nothing is never a bound. */
export function bounds(values, margin = 0.06) {
  const real = values.filter((value) => Number.isFinite(value));
  const low = Math.min(...real), high = Math.max(...real);
  const extra = (high - low || 1) * margin;
  return [low - extra, high + extra];
}

export function text(x, y, words, attributes = {}) {
  return shape("text", { x, y, ...attributes }, words);
}

export function line(x1, y1, x2, y2, attributes = {}) {
  return shape("line", { x1, y1, x2, y2, ...attributes });
}

/** A path through points; steps: whether it goes across before it goes up. */
export function path(points, attributes = {}, steps = false) {
  const words = points.map(([x, y], place) => {
    if (place === 0) return `M${x.toFixed(1)} ${y.toFixed(1)}`;
    return steps ? `H${x.toFixed(1)}V${y.toFixed(1)}` : `L${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return shape("path", { d: words.join(""), fill: "none", ...attributes });
}

/** Push labels apart: places in their order, at least a gap between neighbours, within bounds where they fit. */
export function apart(places, gap, low, high) {
  const order = places.map((place, index) => [place, index]).sort((a, b) => a[0] - b[0]);
  const spread = order.map(([place]) => place);
  for (let round = 0; round < 40; round += 1) {
    for (let k = 1; k < spread.length; k += 1) {
      const short = gap - (spread[k] - spread[k - 1]);
      if (short > 0) { spread[k - 1] -= short / 2; spread[k] += short / 2; }
    }
    for (let k = 0; k < spread.length; k += 1) spread[k] = Math.min(Math.max(spread[k], low), high);
  }
  const found = [];
  order.forEach(([, index], k) => { found[index] = spread[k]; });
  return found;
}

/** As many decimals as neighbouring ticks need to differ. */
export function decimalsOf(values) {
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) : 1;
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/** The left axis: rules and numbers. */
export function levels(values, y, left, right, format) {
  return values.map((value) => [
    line(left, y(value), right, y(value), { class: "rule" }),
    text(left - 8, y(value) + 4, format(value), { class: "tick", "text-anchor": "end" }),
  ]).flat();
}

/** The bottom axis: numbers. */
export function along(values, x, bottom, format) {
  return values.map((value) => text(x(value), bottom + 20, format(value), { class: "tick", "text-anchor": "middle" }));
}

/** Words broken into lines no longer than so many signs. */
export function broken(words, most) {
  const lines = [""];
  for (const word of words.replace(/ (?=%)/g, "\u00a0").split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
