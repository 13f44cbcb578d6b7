// The filters as a form. It shows the state and tells what is changed in it.

import { byId, counted, element, shortened } from "./elements.js";
import { reset } from "./filters.js";
import { counts, documentCounts } from "./model.js";
import { dateSlider } from "./slider.js";

/** Fill the form and return a function that makes it show a state. `change` takes what is changed. */
export function controls(model, change, current) {
  const parts = [
    typeTree(model, change, current),
    ticks(
      "Said to be so",
      "polarity",
      ["affirmed", "negated"],
      counts(model.relations, (each) => each.polarity),
      change,
      current,
    ),
    ticks(
      "How",
      "modality",
      ["actual", "intended", "possible", "conditional"],
      counts(model.relations, (each) => each.modality),
      change,
      current,
    ),
    said(model, change),
    times(model, change),
    documents(model, change),
    kinds(model, change, current),
    numbers(model, change),
  ].filter(Boolean);
  const again = element("button", { type: "button", id: "reset", text: "Reset filters" });
  again.addEventListener("click", () => change(reset(current())));
  const close = element("button", { type: "button", id: "filters-close", text: "Done" });
  close.addEventListener("click", () => byId("filters-button").click());
  byId("filters").append(...parts.map((part) => part.node), element("div", { class: "ends" }, again, close));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  return (state) => parts.forEach((part) => part.set(state));
}

function group(title, ...content) {
  return element("fieldset", {}, element("legend", { text: title }), ...content);
}

function tick(label, number, changed, attributes = {}) {
  const input = element("input", { type: "checkbox", ...attributes });
  input.addEventListener("change", () => changed(input.checked));
  const count = element("span", { class: "number", text: number.toLocaleString("en") });
  return { input, node: element("label", { class: "tick" }, input, label, count) };
}

/** Families, each with its types: all of it is ticked unless its name is in the list of what is left out. */
function typeTree(model, change, current) {
  const numbers = counts(model.relations, (each) => each.type.id);
  const all = new Map();
  const leaveOut = (ids, ticked) => {
    const others = current().types.filter((id) => !ids.includes(id));
    change({ types: ticked ? others : [...others, ...ids].sort() });
  };
  const families = model.families.map((family) => {
    const types = model.types.filter((type) => type.family === family.name);
    const ids = types.map((type) => type.id);
    const sum = ids.reduce((total, id) => total + (numbers.get(id) ?? 0), 0);
    const label = element("span", {
      class: `type family${family.look}`,
      text: shortened(family.name, 40),
      title: family.definition || null,
    });
    const whole = tick(label, sum, (ticked) => leaveOut(ids, ticked), { "data-family": family.name });
    const each = types.map((type) => {
      const words = element("span", { text: shortened(type.name, 40), title: type.definition || null });
      const made = tick(words, numbers.get(type.id) ?? 0, (ticked) => leaveOut([type.id], ticked), {
        "data-type": type.id,
      });
      all.set(type.id, made.input);
      return made.node;
    });
    const more = element("details", {}, element("summary", { "aria-label": `Types of ${family.name}` }), ...each);
    return { ids, whole, node: element("div", { class: "family" }, whole.node, more) };
  });
  const set = (state) => {
    for (const [id, input] of all) input.checked = !state.types.includes(id);
    for (const { ids, whole } of families) {
      const out = ids.filter((id) => state.types.includes(id)).length;
      whole.input.checked = out === 0;
      whole.input.indeterminate = out > 0 && out < ids.length;
    }
  };
  return { set, node: group("Family and type", ...families.map((family) => family.node)) };
}

/** Ticks for a list in the state of what is taken. */
function ticks(title, key, values, numbers, change, current) {
  const made = values.map((value) => {
    const changed = (ticked) => {
      const others = current()[key].filter((each) => each !== value);
      change({ [key]: (ticked ? [...others, value] : others).sort() });
    };
    return [
      value,
      tick(element("span", { text: value }), numbers.get(value) ?? 0, changed, { [`data-${key}`]: value }),
    ];
  });
  const set = (state) => made.forEach(([value, { input }]) => (input.checked = state[key].includes(value)));
  return { set, node: group(title, ...made.map(([, { node }]) => node)) };
}

function kinds(model, change, current) {
  const numbers = counts(model.actors, (each) => each.kind);
  if (numbers.size < 2) return null;
  const made = [...numbers].map(([kind, number]) => {
    const changed = (ticked) => {
      const others = current().kinds.filter((each) => each !== kind);
      change({ kinds: ticked ? others : [...others, kind].sort() });
    };
    return [kind, tick(element("span", { text: kind.replaceAll("_", " ") }), number, changed, { "data-kind": kind })];
  });
  const set = (state) => made.forEach(([kind, { input }]) => (input.checked = !state.kinds.includes(kind)));
  return { set, node: group("Kind of actor", ...made.map(([, { node }]) => node)) };
}

function choice(id, label, options, changed) {
  const select = element("select", { id });
  for (const [value, text] of options) select.append(element("option", { value, text: shortened(text, 70) }));
  select.addEventListener("change", () => changed(select.value));
  return { select, node: element("div", { class: "choice" }, element("label", { for: id, text: label }), select) };
}

function said(model, change) {
  const others = [...model.speakers.values()].reduce((sum, number) => sum + number, 0);
  if (!others) return null;
  const speakers = [...model.speakers].map(([speaker, number]) => [`by:${speaker}`, `${speaker} (${number})`]);
  const options = [
    ["", "anybody"],
    ["text", `the text itself (${model.relations.length - others})`],
    ["others", `somebody else (${others})`],
    ...speakers,
  ];
  const made = choice("said", "Who says so", options, (value) => change({ said: value }));
  return { set: (state) => (made.select.value = state.said), node: made.node };
}

function documents(model, change) {
  if (model.documents.length < 2) return null;
  const numbers = documentCounts(model.relations);
  const options = model.documents.map((each) => [
    each.id,
    `${each.published ? `${each.published}  ` : ""}${each.name} (${numbers.get(each.id) ?? 0})`,
  ]);
  const made = choice(
    "document",
    "Document",
    [["", `all ${model.documents.length.toLocaleString("en")}`], ...options],
    (value) => change({ document: value }),
  );
  return { set: (state) => (made.select.value = state.document), node: made.node };
}

function times(model, change) {
  const slider = dateSlider(model, change);
  const undated = model.relations.filter((each) => !each.dated).length;
  if (!slider && !undated) return null;
  const without = undated
    ? tick(element("span", { text: "without a date" }), undated, (ticked) => change({ undated: ticked }), {
        id: "undated",
      })
    : null;
  const set = (state) => {
    slider?.set(state);
    if (without) without.input.checked = state.undated;
  };
  return { set, node: group("Time", slider?.node ?? "", without?.node ?? "") };
}

function numbers(model, change) {
  const confidence = element("input", { type: "range", id: "confidence", min: 0, max: 1, step: 0.05 });
  const told = element("output", { for: "confidence" });
  const evidence = element("input", { type: "number", id: "evidence", min: 1, max: 9999, step: 1 });
  confidence.addEventListener("input", () => change({ confidence: Number(confidence.value) }));
  evidence.addEventListener("change", () => change({ evidence: Math.max(1, Math.round(Number(evidence.value)) || 1) }));
  const set = (state) => {
    confidence.value = state.confidence;
    told.textContent = state.confidence.toFixed(2);
    evidence.value = state.evidence;
  };
  return {
    set,
    node: group(
      "At least",
      element(
        "div",
        { class: "choice" },
        element("label", { for: "confidence", text: "confidence" }),
        told,
        confidence,
      ),
      element(
        "div",
        { class: "choice" },
        element("label", { for: "evidence", text: "pieces of evidence a tie" }),
        evidence,
      ),
    ),
  };
}

/** Return in words how much is shown, and what is set aside for how it is said. */
export function summary(model, found) {
  const { relations, ties, actors, aside } = found;
  const all = model.relations.length;
  const shown =
    relations.length === all
      ? counted(all, "relation")
      : `${relations.length.toLocaleString("en")} of ${counted(all, "relation")}`;
  const words = [`${shown}, ${counted(ties.length, "tie")}, ${counted(actors.length, "actor")}`];
  if (aside.size)
    words.push(`set aside: ${[...aside].map(([word, number]) => `${number.toLocaleString("en")} ${word}`).join(", ")}`);
  return words.join("; ");
}
