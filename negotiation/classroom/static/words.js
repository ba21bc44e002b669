// The page's words, in its language, as the server put them in the page.

const read = (id) => {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : {};
};

export const words = read("words");
export const given = read("given");

/** The text of a key, its {names} filled in. */
export function say(key, names = {}) {
  const text = words[`script.${key}`] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in names ? String(names[name]) : whole));
}

const language = document.documentElement.lang;

/** A number with so many decimals, in the page's language. */
export function decimal(value, decimals = 2) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value)
    .replace("-", "−").replace("\u00a0", "\u202f");
}

/** The same with its sign. */
export function signed(value, decimals = 2) {
  const text = decimal(value, decimals);
  return value >= 0.5 * 10 ** -decimals ? `+${text}` : text;
}

const SIGN = language.startsWith("fr") ? "\u202f%" : "\u00a0%"; // French sets it off by a narrow space; no line begins with it

/** A number of percent. */
export const percentage = (value, decimals = 0) => decimal(value, decimals) + SIGN;

/** A share as percent. */
export const percent = (share) => percentage(100 * share);
