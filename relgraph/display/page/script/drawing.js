// The drawing: actors as nodes, ties as lines. Cytoscape.js draws and tells what is pointed at.

import { byId, counted, element, shortened } from "./elements.js";
import { strongest } from "./filters.js";
import { endsOf } from "./lists.js";

const SHAPES = {
  country: "ellipse",
  historic_state: "ellipse",
  region: "ellipse",
  place: "ellipse",
  bloc: "octagon",
  igo: "octagon",
  government: "round-rectangle",
  organization: "round-rectangle",
  person: "diamond",
  armed_group: "triangle",
  group: "hexagon",
};
const LEGEND = [
  ["ellipse", "country, place"],
  ["octagon", "bloc, IGO"],
  ["round-rectangle", "organisation"],
  ["diamond", "person"],
  ["triangle", "armed group"],
  ["hexagon", "others"],
];
const MARGIN = 48;
const MOST = 300;
const DENSE = 700;

export function shapeOf(kind) {
  return SHAPES[kind] ?? "hexagon";
}

/** Return the drawing of an app, which shows what was found and what is selected. */
export class Drawing {
  constructor(app) {
    this.app = app;
    this.box = byId("network");
    this.colours = coloursOf();
    this.grown = 1;
    this.cy = cytoscape({
      container: this.box,
      elements: elementsOf(app.model),
      style: this.style(),
      layout: { name: "preset", fit: false },
      minZoom: 0.02,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
      autoungrabify: false,
    });
    this.cy.data("grown", 1);
    this.edges = new Map(this.cy.edges().map((edge) => [edge.id(), edge]));
    this.nodes = this.cy.nodes().toArray();
    this.listen();
  }

  style() {
    const { ink, paper, node, mark } = this.colours;
    const colour = (edge) => this.colours.families[edge.data("look")];
    const dense = () => this.cy?.data("dense");
    const width = (edge) => edge.data("width") * this.grown * (dense() ? 0.6 : 1);
    return [
      {
        selector: "node",
        style: {
          width: (each) => each.data("size") * this.grown,
          height: (each) => each.data("size") * this.grown,
          shape: (each) => each.data("shape"),
          "background-color": node,
          "border-width": (each) => 1.5 * this.grown,
          "border-color": paper,
        },
      },
      {
        selector: "edge",
        style: {
          width,
          "line-color": colour,
          "target-arrow-color": colour,
          "source-arrow-color": colour,
          "target-arrow-shape": (each) => (each.data("forward") ? "triangle" : "none"),
          "source-arrow-shape": (each) => (each.data("backward") ? "triangle" : "none"),
          "line-style": (each) => (each.data("plain") ? "solid" : "dashed"),
          "arrow-scale": 0.7,
          "curve-style": "bezier",
          "control-point-step-size": () => 26 * this.grown,
          opacity: () => (dense() ? 0.5 : 0.75),
          "loop-direction": "-45deg",
        },
      },
      { selector: ".off", style: { display: "none" } },
      { selector: ".faded", style: { opacity: 0.1 } },
      { selector: "edge.lit", style: { width: (edge) => edge.data("width") * this.grown, opacity: 1, "z-index": 9 } },
      {
        selector: "node.lit",
        style: { "background-color": ink, "border-color": mark, "border-width": () => 3.5 * this.grown, "z-index": 9 },
      },
      { selector: ".near", style: { "border-color": mark } },
    ];
  }

  listen() {
    const { cy, app } = this;
    cy.on("tap", "node", (event) => app.open({ actor: event.target.data("actor") }));
    cy.on("tap", "edge", (event) => app.open({ pair: event.target.data("pair"), family: event.target.data("family") }));
    cy.on("tap", (event) => event.target === cy && app.state.selected && app.back());
    cy.on("mouseover", "node, edge", (event) => this.point(event));
    cy.on("mousemove", "node, edge", (event) => this.point(event));
    cy.on("mouseout pan zoom", () => (byId("tip").hidden = true));
    cy.on("dragpan scrollzoom pinchzoom", () => (this.moved = true));
    cy.on("zoom", () => this.later(() => this.grow()));
    this.box.addEventListener("keydown", (event) => this.key(event));
    byId("zoom-in").addEventListener("click", () => this.zoomBy(1.4));
    byId("zoom-out").addEventListener("click", () => this.zoomBy(1 / 1.4));
    byId("zoom-fit").addEventListener("click", () => this.fit());
  }

  /** Do something when the drawing has come to rest. */
  later(done) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(done, 90);
  }

  /** Let nodes and lines be thicker than the zoom makes them where it is small, in steps. */
  grow() {
    const wanted = 1.2 ** Math.round(Math.log(this.cy.zoom() ** -0.45) / Math.log(1.2));
    if (wanted === this.grown) return;
    this.grown = wanted;
    this.cy.data("grown", wanted);
    this.cy.style().update();
  }

  key(event) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) this.panBy(step);
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.25);
    else if (event.key === "-") this.zoomBy(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  panBy([x, y]) {
    this.moved = true;
    this.cy.panBy({ x, y });
  }

  zoomBy(factor) {
    this.moved = true;
    const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: middle });
  }

  /** Follow the size of the page: all of the drawing is shown unless it was moved by hand. */
  resized() {
    this.cy.resize();
    if (!this.moved) this.fit();
  }

  /** Show all of the drawing, above the legend. */
  fit() {
    const { cy } = this;
    this.moved = false;
    const shown = cy.elements().not(".off");
    if (!shown.length) return;
    cy.resize();
    const top = byId("drawn").offsetHeight;
    const [width, height] = [cy.width(), cy.height() - byId("legend").offsetHeight - top];
    const margin = Math.min(MARGIN, width / 9, height / 9);
    const box = shown.nodes().boundingBox({ includeLabels: false });
    const zoom = Math.min(1.3, (width - 2 * margin) / Math.max(box.w, 1), (height - 2 * margin) / Math.max(box.h, 1));
    cy.viewport({
      zoom,
      pan: { x: (width - zoom * (box.x1 + box.x2)) / 2, y: top + (height - zoom * (box.y1 + box.y2)) / 2 },
    });
    this.grow();
  }

  /** Show what was found: lines with their widths, nodes with their sizes. Of many ties only some are drawn. */
  show(found, { draw, selected }) {
    const chosen = draw === "all" ? found.ties : strongest(found.ties, MOST);
    const ties = new Map([...chosen, ...found.ties.filter(isOf(selected))].map((tie) => [tie.key, tie]));
    const ends = new Set([...ties.values()].flatMap((tie) => [tie.one, tie.other]));
    const entries = found.actors.filter((entry) => ends.has(entry.actor));
    const sizes = new Map(entries.map((entry) => [entry.actor.number, 11 + 5 * Math.sqrt(Math.min(entry.weight, 60))]));
    this.evidence = new Map(entries.map((entry) => [entry.actor.number, entry.evidence]));
    this.tellHowMany(found.ties.length, chosen.length);
    this.cy.batch(() => {
      this.cy.data("dense", ties.size > DENSE);
      for (const [key, edge] of this.edges) {
        const tie = ties.get(key);
        edge.toggleClass("off", !tie);
        if (tie)
          setChanged(edge, {
            width: 0.5 + 1.4 * Math.log2(1 + Math.min(tie.weight, 250)),
            forward: tie.forward,
            backward: tie.backward,
            plain: tie.plain,
            evidence: tie.evidence,
          });
      }
      this.nodes.forEach((node, number) => {
        node.toggleClass("off", !sizes.has(number));
        if (sizes.has(number)) setChanged(node, { size: sizes.get(number) });
      });
    });
    byId("nothing").hidden = found.ties.length > 0;
  }

  tellHowMany(all, drawn) {
    byId("drawn").hidden = all <= MOST;
    byId("drawn").firstElementChild.textContent =
      all > drawn
        ? `The ${drawn} strongest of ${counted(all, "tie")} are drawn.`
        : `All ${counted(all, "tie")} are drawn.`;
    byId("draw-all").textContent = all > drawn ? "Draw all" : `Draw ${MOST}`;
  }

  /** Light up what is selected and fade the rest. */
  select(selected) {
    const { cy } = this;
    if (!selected && !this.selected) return;
    this.selected = selected;
    cy.batch(() => {
      cy.elements().removeClass("lit faded near");
      const lit = this.lit(selected);
      if (!lit?.nonempty()) return;
      const around = selected.actor ? lit.closedNeighborhood() : lit.union(lit.connectedNodes());
      cy.elements().not(around).addClass("faded");
      lit.addClass("lit");
      if (selected.pair) lit.connectedNodes().addClass("lit");
      else lit.connectedEdges().addClass("lit");
    });
  }

  lit(selected) {
    if (selected?.actor)
      return this.cy.getElementById(`actor ${this.app.model.byId.get(selected.actor).number}`).not(".off");
    if (!selected?.pair) return null;
    const numbers = selected.pair.map((id) => this.app.model.byId.get(id).number).sort((one, other) => one - other);
    return this.cy
      .edges()
      .filter(
        (edge) =>
          edge.data("one") === numbers[0] &&
          edge.data("other") === numbers[1] &&
          (!selected.family || edge.data("family") === selected.family),
      )
      .not(".off");
  }

  /** Bring what is selected into sight if it is not. */
  reveal(selected) {
    const lit = this.lit(selected);
    if (!lit?.nonempty()) return;
    const box = lit.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > this.cy.width() || box.y2 > this.cy.height()) this.cy.center(lit);
  }

  point(event) {
    const tip = byId("tip");
    const each = event.target;
    tip.textContent = each.isNode()
      ? `${each.data("name")}, ${each.data("kind")}: ×${this.evidence.get(each.data("number")) ?? 0}`
      : this.tieTold(each.data());
    tip.hidden = false;
    const { x, y } = event.renderedPosition;
    tip.style.left = `${Math.min(x + 14, this.cy.width() - tip.offsetWidth - 6)}px`;
    tip.style.top = `${Math.max(6, y - tip.offsetHeight - 10)}px`;
  }

  tieTold({ one, other, family, forward, backward, evidence }) {
    const [first, arrow, second] = endsOf({ one, other, forward, backward });
    const [from, to] = [first, second].map((number) => shortened(this.app.model.actors[number].name, 40));
    return `${from} ${arrow} ${to}: ${family}, ${counted(evidence, "piece")} of evidence`;
  }

  /** Take the colours of the page anew. */
  recolour() {
    this.colours = coloursOf();
    this.cy.style(this.style());
  }
}

/** Return whether ties are those of the selected actor or pair. */
function isOf(selected) {
  if (selected?.actor) return (tie) => tie.one.id === selected.actor || tie.other.id === selected.actor;
  return (tie) => Boolean(selected?.pair) && selected.pair.includes(tie.one.id) && selected.pair.includes(tie.other.id);
}

function setChanged(each, values) {
  if (Object.entries(values).some(([key, value]) => each.data(key) !== value)) each.data(values);
}

function elementsOf(model) {
  const nodes = model.actors.map((actor) => ({
    data: {
      id: `actor ${actor.number}`,
      number: actor.number,
      actor: actor.id,
      name: shortened(actor.name, 60),
      kind: actor.kind.replaceAll("_", " "),
      shape: shapeOf(actor.kind),
      size: 12,
    },
    position: { x: actor.x, y: actor.y },
  }));
  const edges = model.ties.map(({ key, one, other, family, look }) => ({
    data: {
      id: key,
      source: `actor ${one.number}`,
      target: `actor ${other.number}`,
      one: one.number,
      other: other.number,
      pair: [one.id, other.id],
      family,
      look,
      width: 1,
      forward: true,
      backward: false,
      plain: true,
      evidence: 0,
    },
  }));
  return [...nodes, ...edges];
}

/** Return the colours of the page as it is now, light or dark. */
function coloursOf() {
  const style = getComputedStyle(document.documentElement);
  const value = (key) => style.getPropertyValue(`--${key}`).trim();
  const families = Object.fromEntries(
    Array.from({ length: 9 }, (_, number) => [number + 1, value(`family${number + 1}`)]),
  );
  return {
    ink: value("ink"),
    paper: value("paper"),
    node: value("node"),
    mark: value("mark"),
    muted: value("muted"),
    families,
  };
}

/** Fill the legend with the families, and with the kinds of actors that there are. */
export function fillLegend(model) {
  const shapes = new Set(model.actors.map((actor) => shapeOf(actor.kind)));
  const families = model.families.map((family) =>
    element("li", {}, element("span", { class: `sample fill${family.look}` }), shortened(family.name, 30)),
  );
  const dashed = element("li", {}, element("span", { class: "sample dashed" }), "only denied, possible, intended");
  const kinds = LEGEND.filter(([shape]) => shapes.has(shape)).map(([shape, text]) =>
    element("li", {}, element("span", { class: `shape ${shape}` }), text),
  );
  byId("legend").replaceChildren(...families, dashed, ...(kinds.length > 1 ? kinds : []));
}
