// The lists beside the drawing: ties, actors and relations, to go through with the arrow keys.

import { byId, counted, element, name, shortened } from "./elements.js";
import { counts } from "./model.js";

const PART = 60;
const ROWS = "button.row, article.card";

/** Return a list of rows that are buttons; of a long one a part is made, and more when it is asked for. */
export function listOf(items, row, label) {
  const list = element("ul", { class: "rows", "aria-label": label });
  let shown = 0;
  const more = element("button", { type: "button", class: "more" });
  const grow = () => {
    const next = items.slice(shown, shown + PART).map(row);
    next.forEach((each, number) => (each.tabIndex = shown + number ? -1 : 0));
    list.append(...next.map((each) => element("li", {}, each)));
    shown += next.length;
    more.hidden = shown >= items.length;
    more.textContent = `Show more (${(items.length - shown).toLocaleString("en")} left)`;
  };
  grow();
  more.addEventListener("click", () => {
    const first = shown;
    grow();
    list.children[first]?.firstElementChild.focus();
  });
  return element("div", {}, list, more);
}

/** Let the arrow keys, Home and End go from row to row; the tab key then comes back to the row that one was at. */
export function withArrows(box) {
  box.addEventListener("focusin", ({ target }) => {
    if (!target.matches(ROWS)) return;
    for (const row of target.closest("ul").querySelectorAll(ROWS)) row.tabIndex = row === target ? 0 : -1;
  });
  box.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select, [role=tab]")) return;
    const rows = [...box.querySelectorAll(ROWS)].filter((row) => row.offsetParent);
    const at = rows.indexOf(document.activeElement.closest(ROWS));
    if (at < 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    rows[Math.min(Math.max(next, 0), rows.length - 1)].focus();
  });
}

/** Return the actors of a tie with the arrow between them; who only acts stands first. */
export function endsOf({ one, other, forward, backward }) {
  if (forward && backward) return [one, "↔", other];
  return forward ? [one, "→", other] : [other, "→", one];
}

/** Return how often a tie is stated, and how often in all if not all of it is on the page. */
function timesOf({ evidence, total }) {
  return `×${evidence.toLocaleString("en")}${total ? ` of ${total.toLocaleString("en")}` : ""}`;
}

/** Return in words why nothing in a tie is plainly stated. */
function qualifiersOf({ relations }) {
  const words = counts(relations, (each) => (each.polarity === "affirmed" ? each.modality : each.polarity));
  return [...words.keys()].slice(0, 2).join(", ");
}

export function typeChip(text, look) {
  return element("span", { class: `type family${look}`, text: shortened(text, 40) });
}

function bar(part, look) {
  const made = element("span", { class: `bar fill${look}`, "aria-hidden": "true" });
  made.style.width = `${Math.max(4, 100 * part)}%`;
  return made;
}

/** Return a row for a tie; `from` leaves out the actor whose profile it stands in. */
export function tieRow(tie, most, open, from = null) {
  const [first, arrow, second] = endsOf(tie);
  const who = from ? partnerOf(tie, from) : [name(first.name, "who"), ` ${arrow} `, name(second.name, "who")];
  const chip = from ? "" : typeChip(tie.family, tie.look);
  const row = element(
    "button",
    { type: "button", class: "row", "data-tie": tie.key },
    element(
      "span",
      { class: "names" },
      ...who,
      tie.plain ? "" : element("span", { class: "tag", text: qualifiersOf(tie) }),
    ),
    element("span", { class: "aside" }, chip, element("span", { class: "number", text: timesOf(tie) })),
    element("span", { class: "track" }, bar(tie.weight / most, tie.look)),
  );
  row.addEventListener("click", () => open({ pair: [tie.one.id, tie.other.id], family: tie.family }));
  return row;
}

/** Return the other actor of a tie behind the arrow that goes to it, comes from it, or both. */
function partnerOf(tie, from) {
  const outwards = tie.one === from ? tie.forward : tie.backward;
  const arrow = tie.forward && tie.backward ? "↔" : outwards ? "→" : "←";
  return [`${arrow} `, name((tie.one === from ? tie.other : tie.one).name, "who")];
}

function actorRow(entry, most, open) {
  const { actor, evidence, weight, ties } = entry;
  const row = element(
    "button",
    { type: "button", class: "row", "data-actor": actor.id },
    element(
      "span",
      { class: "names" },
      name(actor.name, "who"),
      element("span", { class: "muted", text: ` ${actor.kind.replaceAll("_", " ")}` }),
    ),
    element(
      "span",
      { class: "aside" },
      element("span", { class: "muted", text: counted(ties.length, "tie") }),
      element("span", { class: "number", text: `×${evidence.toLocaleString("en")}` }),
    ),
    element("span", { class: "track" }, bar(weight / most, "")),
  );
  row.addEventListener("click", () => open({ actor: actor.id }));
  return row;
}

/** Fill the tabs and the list that is chosen. */
export function showLists(app) {
  const { found, state } = app;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.list === state.list;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    tab.querySelector("span").textContent = found[tab.dataset.list].length.toLocaleString("en");
  }
  byId("list").setAttribute("aria-labelledby", `tab-${state.list}`);
  byId("list").replaceChildren(listFor(app));
}

function listFor(app) {
  const { found, state } = app;
  if (!found.relations.length) return element("p", { class: "muted empty", text: "Nothing meets all the filters." });
  if (state.list === "actors") {
    const most = found.actors[0].weight;
    return listOf(found.actors, (entry) => actorRow(entry, most, app.open), "Actors");
  }
  if (state.list === "relations") return app.relationList(found.relations, "Relations");
  const most = found.ties[0].weight;
  return listOf(found.ties, (tie) => tieRow(tie, most, app.open), "Ties");
}

/** Let tabs be chosen with the mouse and the arrow keys. */
export function withTabs(app) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, number) => {
    tab.addEventListener("click", () => app.change({ list: tab.dataset.list }));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "ArrowDown") byId("list").querySelector(ROWS)?.focus();
      if (!step) return;
      const next = tabs[(number + step + tabs.length) % tabs.length];
      app.change({ list: next.dataset.list });
      next.focus();
    });
  });
}
