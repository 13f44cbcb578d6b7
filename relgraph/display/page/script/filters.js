// Which relations are shown: those that meet all filters, summed up as ties.

import { counts, folded, inOrder, wordsOf } from "./model.js";

/** The state of a page on which nothing is chosen yet. */
export const FRESH = Object.freeze({
  words: "",
  types: [], // those that are left out
  kinds: [], // the same
  polarity: ["affirmed"],
  modality: ["actual", "conditional", "intended", "possible"],
  said: "", // "text", "others" or a speaker
  from: "",
  until: "",
  undated: true,
  document: "",
  confidence: 0,
  evidence: 1,
  draw: "", // "all"
  list: "ties",
  sort: "sure",
  selected: null,
  theme: "",
});

const FILTERS = Object.keys(FRESH).filter((key) => !["draw", "list", "sort", "selected", "theme"].includes(key));

/** Return how many filters, the search aside, are not as they were. */
export function filtersSet(state) {
  return FILTERS.filter((key) => key !== "words" && !same(state[key], FRESH[key])).length;
}

/** Return the state without its filters, the search aside. */
export function reset(state) {
  return {
    ...FRESH,
    ...Object.fromEntries(Object.entries(state).filter(([key]) => key === "words" || !FILTERS.includes(key))),
  };
}

export function filtersDiffer(state, other) {
  return FILTERS.some((key) => !same(state[key], other[key]));
}

export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Return the relations, ties and actors that meet the filters, and what else the filters would find. */
export function found(model, state) {
  const meets = [
    ...restOfFilters(model, state),
    (each) => state.polarity.includes(each.polarity),
    (each) => state.modality.includes(each.modality),
  ];
  let relations = model.relations.filter((each) => meets.every((filter) => filter(each)));
  let ties = tiesOf(relations);
  if (state.evidence > 1) {
    ties = ties.filter((tie) => tie.weight >= state.evidence);
    relations = relations.filter(
      (
        (kept) => (each) =>
          kept.has(each.tie)
      )(new Set(ties.map((tie) => tie.key))),
    );
  }
  return { relations, ties, actors: actorsOf(ties), aside: setAside(model, state) };
}

function restOfFilters(model, state) {
  const types = new Set(state.types);
  const kinds = new Set(state.kinds);
  const words = folded(state.words).split(/\s+/u).filter(Boolean);
  const filters = [(each) => !types.has(each.type.id)];
  if (kinds.size) filters.push((each) => !kinds.has(each.source.kind) && !kinds.has(each.target.kind));
  if (state.said === "text") filters.push((each) => !each.said);
  else if (state.said === "others") filters.push((each) => each.said);
  else if (state.said) filters.push((each) => each.said === state.said.slice(3));
  if (state.document) filters.push((each) => [...each.documents].some((document) => document.id === state.document));
  if (state.confidence) filters.push((each) => each.confidence >= state.confidence);
  if (!state.undated) filters.push((each) => each.dated);
  if (state.from) filters.push((each) => !each.dated || !each.last || each.last >= state.from);
  if (state.until)
    filters.push((each) => !each.dated || !each.first || each.first.slice(0, state.until.length) <= state.until);
  if (words.length) filters.push((each) => words.every((word) => wordsOf(each, model).includes(word)));
  return filters;
}

/** Return how many relations are left out only for their polarity or modality, by what these are. */
function setAside(model, state) {
  const filters = restOfFilters(model, state);
  const words = (each) =>
    [each.polarity, each.modality].filter((word) => ![...state.polarity, ...state.modality].includes(word));
  const aside = model.relations.filter((each) => words(each).length && filters.every((filter) => filter(each)));
  return counts(aside, (each) => words(each)[0]);
}

/** Return relations summed up by pair and family, the strongest first. */
export function tiesOf(relations) {
  const ties = new Map();
  for (const each of relations) {
    const tie = ties.get(each.tie) ?? newTie(each);
    ties.set(each.tie, tie);
    tie.relations.push(each);
    tie.evidence += each.places;
    tie.weight += each.places * each.share;
    tie.forward ||= each.symmetric || each.source === tie.one;
    tie.backward ||= each.symmetric || each.source !== tie.one;
    tie.plain ||= each.polarity === "affirmed" && each.modality === "actual";
  }
  return [...ties.values()].sort((one, other) => other.weight - one.weight || (one.label < other.label ? -1 : 1));
}

function newTie(relation) {
  const [one, other] = inOrder(relation.source, relation.target);
  const { family, look } = relation.type;
  const label = `${one.name} ${other.name} ${family}`;
  const start = { forward: false, backward: false, plain: false, evidence: 0, weight: 0, relations: [] };
  return { key: relation.tie, one, other, family, look, label, total: relation.total, ...start };
}

/** Return the actors of ties with their relations, those with the most first. */
function actorsOf(ties) {
  const actors = new Map();
  const add = (actor, tie) => {
    const entry = actors.get(actor) ?? { actor, relations: 0, evidence: 0, weight: 0, ties: [] };
    actors.set(actor, entry);
    entry.ties.push(tie);
    entry.relations += tie.relations.length;
    entry.evidence += tie.evidence;
    entry.weight += tie.weight;
  };
  for (const tie of ties) {
    add(tie.one, tie);
    if (tie.other !== tie.one) add(tie.other, tie);
  }
  return [...actors.values()].sort(
    (one, other) => other.weight - one.weight || (one.actor.name < other.actor.name ? -1 : 1),
  );
}

/** Return those of the ties, the strongest first, that are drawn if not all are: the strongest of each actor before others. */
export function strongest(ties, most) {
  if (ties.length <= most) return ties;
  const actors = new Set();
  const isFirst = ({ one, other }) => {
    const first = !actors.has(one) || !actors.has(other);
    actors.add(one).add(other);
    return first;
  };
  const taken = new Set(ties.filter(isFirst).slice(0, most));
  for (const tie of ties) if (taken.size < most) taken.add(tie);
  return ties.filter((tie) => taken.has(tie));
}
