// The fragment of the address: what is selected and filtered, so that it can be copied and come back to.

import { FRESH, same } from "./filters.js";

const LISTS = ["types", "kinds", "polarity", "modality"];

/** Return the state as a fragment that has only what differs from a fresh page. */
export function fragmentOf(state) {
  const told = new URLSearchParams();
  for (const [key, value] of Object.entries(FRESH)) {
    if (key === "selected" || same(state[key], value)) continue;
    told.set(key, LISTS.includes(key) ? state[key].join(",") : String(state[key]));
  }
  const selected = state.selected;
  if (selected?.actor) told.set("actor", selected.actor);
  if (selected?.pair) {
    selected.pair.forEach((id) => told.append("pair", id));
    if (selected.family) told.set("family", selected.family);
  }
  return told.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
}

/** Return the state that a fragment tells; what it does not know of, or what is no longer there, counts as not told. */
export function stateOf(fragment, model) {
  const told = new URLSearchParams(fragment);
  const state = { ...FRESH };
  for (const [key, value] of Object.entries(FRESH)) {
    if (key === "selected" || !told.has(key)) continue;
    const text = told.get(key);
    if (LISTS.includes(key)) state[key] = text ? text.split(",").sort() : [];
    else if (typeof value === "number") state[key] = Number(text) || value;
    else if (typeof value === "boolean") state[key] = text === "true";
    else state[key] = text;
  }
  if (!["ties", "actors", "relations"].includes(state.list)) state.list = FRESH.list;
  state.selected = selectionOf(told, model);
  return state;
}

function selectionOf(told, model) {
  const actor = told.get("actor");
  const pair = told.getAll("pair");
  if (model.byId.has(actor)) return { actor };
  if (pair.length !== 2 || !pair.every((id) => model.byId.has(id))) return null;
  const family = model.families.some((each) => each.name === told.get("family")) ? told.get("family") : null;
  return { pair, family };
}

/** Write the state into the address; `step` makes a step that the browser can go back from. */
export function tell(state, step) {
  const fragment = fragmentOf(state);
  if (fragment === location.hash.slice(1)) return;
  try {
    history[step ? "pushState" : "replaceState"](null, "", `#${fragment}`);
  } catch {
    // A page inside of another one may not have an address of its own; all else works without.
  }
}
