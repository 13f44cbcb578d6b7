// Elements and texts. Whatever comes from a text is put in as text, never as markup.

const LONGEST = 120;
const SVG = "http://www.w3.org/2000/svg";
let pictures = {};
let unseen = /(?!)/gu;

/** Tell which characters would not be seen, and what is shown for each. */
export function knowUnseen(known) {
  pictures = known;
  const codes = Object.keys(known).map((character) => `\\u{${character.codePointAt(0).toString(16)}}`);
  unseen = codes.length ? new RegExp(`[${codes.join("")}]`, "gu") : unseen;
}

/** Return a text in which every character is seen and none acts on the others. */
export function visible(text) {
  return text.replace(unseen, (character) => pictures[character]);
}

export function byId(id) {
  return document.getElementById(id);
}

/** Return a new element; `attributes` may have `class`, `text`, and any attribute; false and null are left out. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Return a new element of a drawing. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, { text, ...attributes }, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) made.textContent = text;
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** Return a name, whose direction does not reach outside of it. */
export function name(text, look = null) {
  return element("bdi", {
    class: look,
    text: shortened(text, LONGEST),
    title: text.length > LONGEST ? shortened(text, 2000) : null,
  });
}

/** Return the number with its noun: "1 relation", "2,000 relations". */
export function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

export function shortened(text, length) {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
