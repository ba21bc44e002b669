// Elements without markup: text goes in as text, so that a name can never become a tag.

/** A new element. attributes: name -> value; `on` maps events to listeners; children: elements or text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Put these children in the place of an element's own. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

/** A select with a label. choices: [value, text] pairs. */
export function choice(id, label, choices, chosen, attributes = {}) {
  const select = element("select", { id, name: id, ...attributes },
    choices.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  return element("div", { class: "field" }, element("label", { for: id }, label), select);
}

/** A checkbox with a label. */
export function tick(id, label, attributes = {}) {
  return element("div", { class: "tick" },
    element("input", { type: "checkbox", id, name: id, ...attributes }), element("label", { for: id }, label));
}
