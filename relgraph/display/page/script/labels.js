// The names in the drawing: as many as there is room for, the most important first, always of a size that can be read.

import { byId, shortened } from "./elements.js";

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const NAME = 32;
const GAP = 3;
const CELL = 80;
const IMPORTANT = 24;

/** Names on a canvas above the drawing; where they stand is found anew when the drawing has come to rest. */
export class Labels {
  constructor(drawing) {
    this.drawing = drawing;
    this.canvas = byId("names");
    this.context = this.canvas.getContext("2d");
    this.placed = [];
    drawing.cy.on("render", () => this.draw());
    drawing.cy.on("pan zoom resize position", () => this.later());
    drawing.cy.on("tap", (event) => event.target === drawing.cy && this.tapped(event));
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.place(), 60);
  }

  /** Find which names are shown, and where beside their nodes. */
  place() {
    const { cy, app } = this.drawing;
    const room = new Room(cy.width(), cy.height());
    const shown = this.nodesInSight();
    for (const each of shown) room.take(each.disc, false);
    this.placed = [];
    for (const [rank, each] of shown.entries()) {
      each.text = shortened(app.model.actors[each.node.data("number")].name, NAME);
      each.size = each.bold ? 13.5 : Math.min(14.5, 11 + Math.log2(1 + each.weight) * 0.55);
      this.context.font = fontOf(each);
      each.width = this.context.measureText(each.text).width;
      const at = bestOf(positions(each), room, each.disc, each.bold ? Infinity : rank < IMPORTANT ? 2 : 0);
      if (!at) continue;
      room.take(at, true);
      this.placed.push({ ...each, dx: at.x1 - each.x, dy: at.y1 - each.y, box: at });
    }
    this.draw();
  }

  /** Return the nodes that are seen, the selected ones and those with the most evidence first. */
  nodesInSight() {
    const { cy, nodes, evidence } = this.drawing;
    const [width, height] = [cy.width(), cy.height()];
    const shown = [];
    for (const node of nodes) {
      if (node.hasClass("off") || node.hasClass("faded")) continue;
      const { x, y } = node.renderedPosition();
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const radius = (node.renderedWidth() || 0) / 2;
      const disc = { x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius };
      const weight = evidence.get(node.data("number")) ?? 0;
      shown.push({ node, x, y, radius, disc, weight, bold: node.hasClass("lit") });
    }
    return shown.sort(
      (one, other) =>
        other.bold - one.bold || other.weight - one.weight || one.node.data("number") - other.node.data("number"),
    );
  }

  draw() {
    const { cy, colours } = this.drawing;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [cy.width(), cy.height()];
    const { canvas, context } = this;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.ink;
    for (const each of this.placed) {
      const { x, y } = each.node.renderedPosition();
      context.font = fontOf(each);
      context.strokeText(each.text, x + each.dx, y + each.dy);
      context.fillText(each.text, x + each.dx, y + each.dy);
    }
  }

  /** A name that is clicked counts as its node. */
  tapped(event) {
    const { x, y } = event.renderedPosition;
    const each = this.placed.find(({ box }) => x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2);
    if (each) this.drawing.app.open({ actor: each.node.data("actor") });
  }
}

export function fontOf({ bold, size }) {
  return `${bold ? 700 : 500} ${size.toFixed(1)}px ${FONT}`;
}

/** Return where a name may stand: below its node, above it, or beside it. */
function positions({ x, y, radius, width, size }) {
  const height = size * 1.25;
  const box = (x1, y1) => ({ x1, y1, x2: x1 + width, y2: y1 + height });
  return [
    box(x - width / 2, y + radius + GAP),
    box(x + radius + GAP, y - height / 2),
    box(x - width / 2, y - radius - GAP - height),
    box(x - radius - GAP - width, y - height / 2),
  ];
}

/** What is taken of the drawing, in cells, so that a box need not be compared with all others. */
class Room {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.cells = new Map();
  }

  *cellsOf({ x1, y1, x2, y2 }) {
    for (let x = Math.floor(x1 / CELL); x <= Math.floor(x2 / CELL); x += 1) {
      for (let y = Math.floor(y1 / CELL); y <= Math.floor(y2 / CELL); y += 1) yield x * 10_000 + y;
    }
  }

  take(box, isName) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push({ box, isName });
    }
  }

  /** Return how many nodes a box would cover; more than any number if it covers a name or does not fit. */
  covered(box, own) {
    if (box.x1 < 2 || box.y1 < 2 || box.x2 > this.width - 2 || box.y2 > this.height - 2) return Infinity;
    const found = new Set();
    for (const cell of this.cellsOf(box)) {
      for (const { box: other, isName } of this.cells.get(cell) ?? []) {
        if (other === own || box.x1 >= other.x2 || box.x2 <= other.x1 || box.y1 >= other.y2 || box.y2 <= other.y1)
          continue;
        if (isName) return Infinity;
        found.add(other);
      }
    }
    return found.size;
  }
}

/** Return the box that covers the fewest nodes, if these are not too many. */
function bestOf(boxes, room, own, most) {
  const covered = boxes.map((box) => room.covered(box, own));
  const least = Math.min(...covered);
  return least <= most ? boxes[covered.indexOf(least)] : null;
}
