// What is told of an actor or a tie that was chosen.

import { period } from "./dates.js";
import { byId, counted, element, name } from "./elements.js";
import { endsOf, listOf, tieRow, typeChip } from "./lists.js";
import { documentCounts, inOrder } from "./model.js";
import { quoted } from "./quotes.js";
import { timeline } from "./timeline.js";

const STRONGEST = 8;
const NAMES = 14;

/** Show what is selected, or the lists if nothing is. */
export function showDetail(app) {
  const selected = app.state.selected;
  byId("lists").hidden = Boolean(selected);
  byId("detail").hidden = !selected;
  if (!selected) return byId("detail").replaceChildren();
  const back = element("button", { type: "button", class: "back", text: "← Back to the list" });
  back.addEventListener("click", app.back);
  byId("detail").replaceChildren(back, selected.actor ? actorDetail(app) : tieDetail(app));
}

function heading(...content) {
  return element("h2", { tabindex: -1 }, ...content);
}

function nothing() {
  return element("p", { class: "muted empty", text: "Nothing of it meets the filters." });
}

// An actor

function actorDetail(app) {
  const actor = app.model.byId.get(app.state.selected.actor);
  const entry = app.found.actors.find((each) => each.actor === actor);
  const ties = entry?.ties ?? [];
  const relations = app.found.relations.filter((each) => each.source === actor || each.target === actor);
  const says = app.found.relations.filter((each) => each.said === actor.name);
  return element(
    "article",
    {},
    heading(name(actor.name)),
    element("p", {
      class: "muted",
      text: [
        actor.kind.replaceAll("_", " "),
        actor.code,
        `${counted(relations.length, "relation")} in ${counted(ties.length, "tie")}`,
      ]
        .filter(Boolean)
        .join(" · "),
    }),
    facts([
      ["names", actor.names.length ? element("span", {}, ...namesOf(actor)) : ""],
      ["belongs to", actor.parent ? name(actor.parent) : ""],
      ["documents", relations.length ? String(documentCounts(relations).size) : ""],
      ["says", says.length ? saysLink(app, actor, says.length) : ""],
    ]),
    timeline(relations),
    ...familiesOf(app, actor, ties),
    relations.length ? element("h3", { text: "Relations" }) : nothing(),
    relations.length ? app.relationList(relations, `Relations of ${actor.name}`) : "",
  );
}

function saysLink(app, actor, number) {
  const link = element("button", { type: "button", class: "link", text: counted(number, "relation") });
  link.addEventListener("click", () =>
    app.change({ said: `by:${actor.name}`, selected: null, list: "relations" }, true),
  );
  return link;
}

function namesOf(actor) {
  const shown = actor.names
    .slice(0, NAMES)
    .flatMap((each) => [", ", name(each)])
    .slice(1);
  const more = actor.names.length - NAMES;
  return more > 0 ? [...shown, ` and ${more} more`] : shown;
}

function familiesOf(app, actor, ties) {
  const most = Math.max(1, ...ties.map((tie) => tie.weight));
  return app.model.families.flatMap((family) => {
    const own = ties.filter((tie) => tie.family === family.name);
    if (!own.length) return [];
    const rows = listOf(own, (tie) => tieRow(tie, most, app.open, actor), `${family.name}, the strongest first`);
    if (own.length <= STRONGEST) return [element("h3", {}, typeChip(family.name, family.look)), rows];
    const few = listOf(
      own.slice(0, STRONGEST),
      (tie) => tieRow(tie, most, app.open, actor),
      `${family.name}, the strongest`,
    );
    const rest = element("details", {}, element("summary", { text: `${own.length - STRONGEST} more` }));
    rest.addEventListener(
      "toggle",
      () =>
        rest.children.length < 2 &&
        rest.append(listOf(own.slice(STRONGEST), (tie) => tieRow(tie, most, app.open, actor), `more ${family.name}`)),
    );
    return [element("h3", {}, typeChip(family.name, family.look)), few, rest];
  });
}

// A tie

function tieDetail(app) {
  const { pair, family } = app.state.selected;
  const [one, other] = inOrder(...pair.map((id) => app.model.byId.get(id)));
  const between = app.found.ties.filter((tie) => tie.one === one && tie.other === other);
  const shown = family ? between.filter((tie) => tie.family === family) : between;
  const relations = shown.flatMap((tie) => tie.relations);
  const [first, arrow, second] = shown.length === 1 ? endsOf(shown[0]) : [one, "–", other];
  return element(
    "article",
    {},
    heading(actorLink(app, first), ` ${arrow} `, actorLink(app, second)),
    familyTabs(app, one, other, between, family),
    ...shown.filter((tie) => tie.total).map((tie) => cutNote(app, tie)),
    timeline(relations),
    relations.length ? app.relationList(relations, `Relations between ${one.name} and ${other.name}`) : nothing(),
  );
}

function cutNote(app, { key, family, total }) {
  const kept = app.model.ties.find((tie) => tie.key === key).relations.length;
  const text = `Of ${counted(total, "relation")} of the family ${family}, this page has ${kept}, the surest.`;
  return element("p", { class: "muted", text });
}

function actorLink(app, actor) {
  const link = element("button", { type: "button", class: "link" }, name(actor.name));
  link.addEventListener("click", () => app.open({ actor: actor.id }));
  return link;
}

/** Return buttons for the families of a pair, the chosen one pressed. */
function familyTabs(app, one, other, between, family) {
  const all = between.reduce((sum, tie) => sum + tie.evidence, 0);
  const choices = [
    ...between.map((tie) => [tie.family, tie.evidence, tie.look]),
    ...(between.length > 1 ? [[null, all, ""]] : []),
  ];
  const buttons = choices.map(([each, number, look]) => {
    const label = each ? typeChip(each, look) : element("span", { text: "all" });
    const button = element(
      "button",
      { type: "button", class: "choice", "aria-pressed": String(each === (family ?? null)) },
      label,
      ` ×${number.toLocaleString("en")}`,
    );
    button.addEventListener("click", () => app.open({ pair: [one.id, other.id], family: each }));
    return button;
  });
  return element("div", { class: "choices", role: "group", "aria-label": "Families" }, ...buttons);
}

// Relations

const ORDERS = {
  sure: (one, other) =>
    plainness(one) - plainness(other) || other.confidence - one.confidence || one.number - other.number,
  time: (one, other) => (one.day ?? "9999").localeCompare(other.day ?? "9999") || one.number - other.number,
};

function plainness(relation) {
  return (relation.polarity !== "affirmed") * 4 + (relation.modality !== "actual") * 2 + Boolean(relation.said);
}

/** Return relations as cards with their words, in the order that is chosen. */
export function relationList(app, relations, label) {
  const { sort } = app.state;
  const select = element("select", { "aria-label": "Order" });
  for (const [value, text] of [
    ["sure", "the surest first"],
    ["time", "in the order of time"],
  ])
    select.append(element("option", { value, text, selected: value === sort }));
  select.addEventListener("change", () => {
    app.change({ sort: select.value });
    document.querySelector("#panel .order select").focus(); // all is made anew
  });
  const sorted = [...relations].sort(ORDERS[sort] ?? ORDERS.sure);
  const head = element("p", { class: "order" }, counted(relations.length, "relation"), ", ", select);
  return element(
    "div",
    { class: "relations" },
    relations.length > 1 ? head : "",
    listOf(sorted, (each) => card(app, each), label),
  );
}

function card(app, relation) {
  const { type, evidence } = relation;
  const further = evidence
    .slice(1)
    .flatMap((each) => [quoted(relation, each, app.model, 0, app.state.words), fromOther(relation, each, app.model)]);
  const more = further.length
    ? element(
        "details",
        {},
        element("summary", {
          text: `${relation.places - 1} more ${relation.places === 2 ? "place" : "places"} that say so`,
        }),
        ...further,
      )
    : "";
  return element(
    "article",
    { class: `card edge${type.look}`, tabindex: -1, "data-relation": relation.id },
    element(
      "p",
      { class: "told" },
      side(relation.source, relation.sourceNamed),
      " ",
      typeChip(type.name, type.look),
      relation.symmetric ? " ↔ " : " → ",
      side(relation.target, relation.targetNamed),
      ...[relation.polarity, relation.modality]
        .filter((word) => !["affirmed", "actual"].includes(word))
        .flatMap((word) => [" ", element("span", { class: `tag ${word}`, text: word })]),
    ),
    ...evidence.slice(0, 1).map((each) => quoted(relation, each, app.model, app.model.around, app.state.words)),
    factsOf(relation),
    more,
  );
}

/** Return the document of further evidence if it is not that of the first. */
function fromOther(relation, [passage], model) {
  const { document } = model.passages[passage];
  return document === relation.document ? "" : element("p", {}, documentLink(document));
}

function side(actor, named) {
  const shown = name(actor.name, "who");
  return named ? element("span", {}, shown, element("small", { class: "muted" }, " as ", name(named))) : shown;
}

function factsOf(relation) {
  const { when, document } = relation;
  const days = when ? period(when.start, when.end) : "";
  return facts([
    ["says", relation.said ? name(relation.said) : ""],
    [
      "when",
      when
        ? element(
            "span",
            {},
            name(when.text),
            days && days !== when.text ? element("span", { class: "muted", text: ` ${days}` }) : "",
          )
        : "",
    ],
    ["where", relation.where ? name(relation.where) : ""],
    ["in", documentLink(document)],
    ["confidence", relation.confidence.toFixed(2)],
  ]);
}

function documentLink(shown) {
  const title = shown.link
    ? element("a", { href: shown.link, rel: "noopener noreferrer", target: "_blank" }, name(shown.name))
    : element("bdi", { text: shown.name, title: shown.source ?? shown.id });
  const more = [shown.by, shown.published].filter(Boolean).join(", ");
  return element("span", {}, title, more ? element("span", { class: "muted", text: ` ${more}` }) : "");
}

function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== "");
  return element(
    "dl",
    { class: "facts" },
    ...shown.map(([label, value]) => element("div", {}, element("dt", { text: label }), element("dd", {}, value))),
  );
}
