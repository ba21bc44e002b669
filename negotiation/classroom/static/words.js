// The page's words, in its language, as the server put them in the page.

const read = (id) => {
  const element = document.getElementById(id);
  return element ? JSON.parse(element.textContent) : {};
};

export const words = read("words");
export const given = read("given");

/** The text of a key, its {names} filled in; {the country} and {of country} as the language says it. */
export function say(key, names = {}) {
  const text = words[`script.${key}`] ?? key;
  return text.replace(/\{(the |The |of )?(\w+)\}/g, (whole, how, name) => {
    if (!(name in names)) return whole;
    const called = how ? words[`script.${how.trim().toLowerCase()}.${names[name]}`] ?? String(names[name]) : String(names[name]);
    return how === "The " ? called[0].toUpperCase() + called.slice(1) : called;
  });
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
