// The page: its state, and what shows it.

import { stateOf, tell } from "./address.js";
import { controls, summary } from "./controls.js";
import { relationList, showDetail } from "./details.js";
import { Drawing, fillLegend } from "./drawing.js";
import { byId, counted } from "./elements.js";
import { exported } from "./exports.js";
import { filtersDiffer, filtersSet, found, same, tiesOf } from "./filters.js";
import { withKeys } from "./keys.js";
import { Labels } from "./labels.js";
import { showLists, withArrows, withTabs } from "./lists.js";
import { loaded } from "./model.js";

const WIDE = "(min-width: 1440px)";
const PAUSE = 160;
const REST = 300;
const MANY = 400;

class App {
  constructor(data) {
    this.model = loaded(data);
    this.model.ties = tiesOf(this.model.relations);
    this.state = stateOf(location.hash.slice(1), this.model);
    this.open = (selected) => this.select(selected);
    this.back = () => this.select(null);
    this.relationList = (relations, label) => relationList(this, relations, label);
  }

  start() {
    applyTheme(this.state.theme);
    this.showFilters = controls(
      this.model,
      (patch) => this.change(patch),
      () => this.state,
    );
    this.drawing = new Drawing(this);
    this.labels = new Labels(this.drawing);
    fillLegend(this.model);
    tellWhatIsLeftOut(this.model);
    withTabs(this);
    withArrows(byId("panel"));
    withKeys(this);
    this.listen();
    this.openFilters(matchMedia(WIDE).matches);
    this.show(null);
    this.drawing.fit();
    this.labels.place();
  }

  listen() {
    const search = byId("search");
    search.addEventListener("input", () => {
      clearTimeout(this.searching);
      this.searching = setTimeout(() => this.searchNow(), PAUSE);
    });
    byId("filters-button").addEventListener("click", () => this.openFilters(byId("filters").hidden));
    byId("theme").addEventListener("click", () => this.change({ theme: isDark() ? "light" : "dark" }));
    byId("draw-all").addEventListener("click", () => this.change({ draw: this.state.draw ? "" : "all" }));
    byId("help-button").addEventListener("click", () => byId("help").showModal());
    for (const button of document.querySelectorAll("[data-export]"))
      button.addEventListener("click", () => this.export(button.dataset.export));
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("popstate", () => this.follow());
    new ResizeObserver(() => this.resized()).observe(byId("drawing"));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
  }

  searchNow() {
    clearTimeout(this.searching);
    if (byId("search").value !== this.state.words) this.change({ words: byId("search").value });
  }

  export(kind) {
    byId("export").open = false;
    exported(this, kind);
  }

  /** Change some of the state and show what follows from it. */
  change(patch, step = false) {
    const before = this.state;
    this.state = { ...before, ...patch };
    if (same(before, this.state)) return;
    this.show(before);
    // A browser takes its time over each new address: while a handle is dragged, only where it comes to rest is told.
    clearTimeout(this.telling);
    if (step) {
      tell(before, false);
      tell(this.state, true);
    } else {
      this.telling = setTimeout(() => tell(this.state, false), PAUSE);
    }
  }

  /** Show an actor or a tie, or go back to the lists if there is none. */
  select(selected) {
    const before = this.state.selected;
    this.change({ selected }, true);
    this.drawing.reveal(selected);
    if (selected) byId("detail").querySelector("h2").focus({ preventScroll: true });
    else rowOf(before, this.model)?.focus();
    byId("panel").scrollTop = 0;
  }

  /** Take the state from the address. */
  follow() {
    const before = this.state;
    this.state = stateOf(location.hash.slice(1), this.model);
    if (!same(before, this.state)) this.show(before);
  }

  show(before) {
    const { state, model } = this;
    const filtered = !before || filtersDiffer(before, state);
    if (filtered) {
      this.found = found(model, state);
      byId("summary").textContent = summary(model, this.found);
      this.showFilters(state);
      const set = filtersSet(state);
      byId("filters-count").textContent = set ? ` (${set})` : "";
      if (byId("search").value !== state.words) byId("search").value = state.words;
    }
    if (before && before.theme !== state.theme) this.recolour();
    showLists(this);
    showDetail(this);
    if (!before || before.draw !== state.draw || !same(before.selected, state.selected)) this.draw();
    else if (filtered) this.drawSoon();
  }

  /** Draw what was found. */
  draw() {
    clearTimeout(this.drawingSoon);
    this.drawingSoon = null;
    this.drawn = performance.now();
    this.drawing.show(this.found, this.state);
    this.drawing.select(this.state.selected);
    this.labels.later();
  }

  /** Draw at once, or of many ties a few times a second, so that a handle that is dragged does not wait for it. */
  drawSoon() {
    const wait = this.model.ties.length > MANY ? REST - (performance.now() - this.drawn) : 0;
    if (wait <= 0) this.draw();
    else this.drawingSoon ??= setTimeout(() => this.draw(), wait);
  }

  recolour() {
    applyTheme(this.state.theme);
    this.drawing.recolour();
    this.labels.later();
  }

  openFilters(open) {
    byId("filters").hidden = !open;
    byId("filters-button").setAttribute("aria-expanded", String(open));
  }

  /** Let the drawing follow when its room changes. */
  resized() {
    clearTimeout(this.resizing);
    this.resizing = setTimeout(() => {
      this.drawing.resized();
      this.labels.place();
    }, 80);
  }
}

function rowOf(selected, model) {
  if (!selected) return null;
  const rows = [...document.querySelectorAll("#list button.row")];
  if (selected.actor) return rows.find((row) => row.dataset.actor === selected.actor);
  const numbers = selected.pair.map((id) => model.byId.get(id).number).sort((one, other) => one - other);
  return rows.find((row) => row.dataset.tie === [...numbers, selected.family].join(" "));
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function applyTheme(theme) {
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

/** Say on the page what is not on it. */
function tellWhatIsLeftOut({ leftOut, version }) {
  byId("made").textContent = `Made with relgraph ${version} and Cytoscape.js ${cytoscape.version}.`;
  if (!leftOut) return;
  const ties = leftOut.ties ? `the ${counted(leftOut.ties, "weakest tie")}` : "";
  const cut = leftOut.cut ? `the less sure relations of ${counted(leftOut.cut, "tie")}` : "";
  const what = [ties, cut].filter(Boolean).join(" and ");
  const most = leftOut.limit.toLocaleString("en");
  byId("left-out").textContent =
    `Left out: ${what}, ${counted(leftOut.relations, "relation")} in all. This page has at most ${most}.`;
  byId("left-out").hidden = false;
}

const app = new App(JSON.parse(byId("data").textContent));
byId("title").textContent = byId("title").title = app.model.title;
app.start();
performance.mark("drawn");
