// What the page knows: actors, documents, relations with their words, and ties, which are drawn as lines.

import { knowUnseen, visible } from "./elements.js";

const FOLDED = /\p{Diacritic}/gu;

/** Return a text in the form in which it is searched. */
export function folded(text) {
  return text.normalize("NFKD").replace(FOLDED, "").toLowerCase();
}

/** Return the model of the data in the page. */
export function loaded(data) {
  knowUnseen(data.unseen);
  const model = seen({ ...data, passages: null, unseen: null });
  model.passages = data.passages.map(([document, text]) => ({ document: model.documents[document], text }));
  model.actors.forEach((actor, number) => {
    actor.number = number;
    actor.words = folded([actor.name, ...actor.names].join("\n"));
  });
  model.types.forEach((type) => {
    type.look = model.families.find((family) => family.name === type.family).look;
  });
  model.relations.forEach((relation, number) => complete(relation, number, model));
  shareOut(model);
  model.byId = new Map(model.actors.map((actor) => [actor.id, actor]));
  model.speakers = counts(
    model.relations.filter((each) => each.said),
    (each) => each.said,
  );
  model.days = model.relations
    .flatMap((each) => [each.first, each.last])
    .filter(Boolean)
    .sort();
  return model;
}

function complete(relation, number, model) {
  relation.number = number;
  relation.source = model.actors[relation.source];
  relation.target = model.actors[relation.target];
  relation.type = model.types[relation.type];
  relation.document = model.documents[relation.document];
  relation.documents = new Set([
    relation.document,
    ...relation.evidence.map(([passage]) => model.passages[passage].document),
  ]);
  relation.polarity ??= "affirmed";
  relation.modality ??= "actual";
  const [one, other] = inOrder(relation.source, relation.target);
  relation.tie = tieKey(one, other, relation.type.family);
  relation.words = null;
}

/** Tell relations of a tie of which only some are on the page how many it has, and for how many each stands. */
function shareOut(model) {
  const totals = new Map(
    model.cut.map(([one, other, family, total]) => [
      tieKey(...inOrder(model.actors[one], model.actors[other]), family),
      total,
    ]),
  );
  const kept = counts(model.relations, (each) => each.tie);
  for (const each of model.relations) {
    each.total = totals.get(each.tie) ?? null;
    each.share = each.total ? each.total / kept.get(each.tie) : 1;
  }
}

/** Return two actors in the order in which a tie has them. */
export function inOrder(one, other) {
  return one.number <= other.number ? [one, other] : [other, one];
}

export function tieKey(one, other, family) {
  return `${one.number} ${other.number} ${family}`;
}

/** Return the words by which a relation is found: the names of its actors and the sentences that state it. */
export function wordsOf(relation, model) {
  relation.words ??= [
    relation.source.words,
    relation.target.words,
    folded([relation.sourceNamed, relation.targetNamed, relation.said].filter(Boolean).join("\n")),
    ...relation.evidence.map(([passage, start, end]) =>
      folded(visible(model.passages[passage].text.slice(start, end))),
    ),
  ].join("\n");
  return relation.words;
}

/** Return in how many relations each document states something. */
export function documentCounts(relations) {
  return counts(
    relations.flatMap((each) => [...each.documents]),
    (document) => document.id,
  );
}

/** Return how often each key occurs, the most frequent first. */
export function counts(items, key) {
  const found = new Map();
  for (const item of items) found.set(key(item), (found.get(key(item)) ?? 0) + 1);
  return new Map([...found].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)));
}

/** Return data in which all texts are visible as they are, ids included. */
function seen(value) {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(seen);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, seen(each)]));
}
