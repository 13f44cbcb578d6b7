// What the drawing shows at the moment, as simple shapes, from which both an SVG and a PNG are made.

import { drawn, shortened, visible } from "./elements.js";
import { FONT, fontOf } from "./labels.js";

const FOOT = 34;

/** Return the shapes in sight: lines, arrow heads, nodes, names and a legend. */
export function sceneOf({ cy, colours }, labels, model) {
  const [width, height] = [Math.round(cy.width()), Math.round(cy.height())];
  const inSight = (box) => box.x1 < width && box.x2 > 0 && box.y1 < height && box.y2 > 0;
  const shown = (each) => !each.hasClass("off") && inSight(each.renderedBoundingBox());
  const edges = cy.edges().filter(shown);
  const nodes = cy.nodes().filter(shown);
  const shapes = [
    ...edges.toArray().flatMap((edge) => edgeShapes(edge, cy, colours)),
    ...nodes.toArray().map((node) => nodeShape(node, cy, colours)),
  ];
  const texts = labels.placed.map((each) => ({
    text: each.text,
    x: each.box.x1,
    y: each.box.y1,
    size: each.size,
    bold: each.bold,
    halo: true,
  }));
  const foot = footOf(model, edges.toArray(), colours, width, height);
  return {
    width,
    height: height + FOOT,
    cut: height,
    colours,
    shapes,
    foot: foot.shapes,
    texts,
    footTexts: foot.texts,
  };
}

function edgeShapes(edge, cy, colours) {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const at = (point) => [point.x * zoom + pan.x, point.y * zoom + pan.y];
  const [start, end] = [at(edge.sourceEndpoint()), at(edge.targetEndpoint())];
  const bends = (edge.controlPoints() ?? []).map(at);
  const width = parseFloat(edge.renderedStyle("width"));
  const stroke = colours.families[edge.data("look")];
  const opacity = Number(edge.style("opacity"));
  const line = {
    d: pathOf(start, bends, end),
    stroke,
    width,
    opacity,
    dash: edge.data("plain") ? null : [width * 2 + 4, width + 3],
  };
  const head = (tip, before) => ({ d: headOf(tip, before, 4 + width * 1.6), fill: stroke, opacity });
  return [
    line,
    ...(edge.data("forward") ? [head(end, bends.at(-1) ?? start)] : []),
    ...(edge.data("backward") ? [head(start, bends[0] ?? end)] : []),
  ];
}

function pathOf(start, bends, end) {
  const to = (point) => point.map((value) => value.toFixed(1)).join(" ");
  if (!bends.length) return `M${to(start)} L${to(end)}`;
  if (bends.length === 1) return `M${to(start)} Q${to(bends[0])} ${to(end)}`;
  const middle = bends[0].map((value, axis) => (value + bends[1][axis]) / 2);
  return `M${to(start)} Q${to(bends[0])} ${to(middle)} Q${to(bends[1])} ${to(end)}`;
}

function headOf(tip, before, size) {
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const corner = (turn) => [tip[0] - size * Math.cos(angle + turn), tip[1] - size * Math.sin(angle + turn)];
  return polygon([tip, corner(0.42), corner(-0.42)]);
}

function polygon(points) {
  return `M${points.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join(" L")} Z`;
}

function nodeShape(node, cy, colours) {
  const { x, y } = node.renderedPosition();
  const radius = node.renderedWidth() / 2;
  const lit = node.hasClass("lit");
  const border = lit || node.hasClass("near") ? colours.mark : colours.paper;
  const common = {
    fill: lit ? colours.ink : colours.node,
    stroke: border,
    width: (lit ? 3.5 : 1.5) * cy.data("grown") * cy.zoom(),
    opacity: Number(node.style("opacity")),
  };
  return { d: outline(node.data("shape"), x, y, radius), ...common };
}

function outline(shape, x, y, radius) {
  const corners = (count, turn) =>
    Array.from({ length: count }, (_, number) => [
      x + radius * Math.cos(turn + (2 * Math.PI * number) / count),
      y + radius * Math.sin(turn + (2 * Math.PI * number) / count),
    ]);
  if (shape === "diamond") return polygon(corners(4, 0));
  if (shape === "hexagon") return polygon(corners(6, 0));
  if (shape === "octagon") return polygon(corners(8, Math.PI / 8));
  if (shape === "triangle")
    return polygon([
      [x, y - radius],
      [x + radius, y + radius],
      [x - radius, y + radius],
    ]);
  if (shape === "round-rectangle")
    return polygon([
      [x - radius, y - radius],
      [x + radius, y - radius],
      [x + radius, y + radius],
      [x - radius, y + radius],
    ]);
  return `M${(x - radius).toFixed(1)} ${y.toFixed(1)} a${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 0 ${(2 * radius).toFixed(1)} 0 a${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 0 ${(-2 * radius).toFixed(1)} 0 Z`;
}

/** Return a legend of the families that are seen, and the title. */
function footOf(model, edges, colours, width, top) {
  const seen = new Set(edges.map((edge) => edge.data("family")));
  const middle = top + FOOT / 2;
  const shapes = [{ d: `M0 ${top} L20000 ${top}`, stroke: colours.muted, width: 0.5, opacity: 0.6 }];
  const texts = [];
  let x = 14;
  for (const family of model.families.filter((each) => seen.has(each.name))) {
    shapes.push({
      d: `M${x} ${middle} L${x + 18} ${middle}`,
      stroke: colours.families[family.look],
      width: 4,
      opacity: 1,
    });
    texts.push({ text: family.name, x: x + 24, y: middle - 8, size: 12.5 });
    x += 44 + family.name.length * 7;
  }
  const room = Math.floor((width - x - 24) / 7);
  if (room > 12) texts.push({ text: shortened(model.title, room), x: x + 10, y: middle - 8, size: 12.5 });
  return { shapes, texts };
}

/** Return the scene as an SVG file. */
export function svgOf(scene) {
  const { width, height, cut, colours } = scene;
  const paths = (shapes) =>
    shapes.map(({ d, fill, stroke, width: line, opacity, dash }) =>
      drawn("path", {
        d,
        fill: fill ?? "none",
        stroke,
        "stroke-width": stroke && line.toFixed(2),
        opacity: opacity < 1 ? opacity : null,
        "stroke-dasharray": dash?.map((each) => each.toFixed(1)).join(" "),
        "stroke-linecap": dash ? null : "round",
      }),
    );
  const words = (texts) =>
    texts.map(({ text, x, y, size, bold, halo }) =>
      drawn("text", {
        x: x.toFixed(1),
        y: (y + size * 0.95).toFixed(1),
        "font-size": size.toFixed(1),
        "font-weight": bold ? 700 : 500,
        fill: colours.ink,
        stroke: halo ? colours.paper : null,
        "stroke-width": halo ? 3.5 : null,
        "paint-order": "stroke",
        "stroke-linejoin": "round",
        text: plain(text),
      }),
    );
  const clip = drawn("clipPath", { id: "sight" }, drawn("rect", { width, height: cut }));
  const root = drawn(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FONT },
    drawn("defs", {}, clip),
    drawn("rect", { width, height, fill: colours.paper }),
    drawn("g", { "clip-path": "url(#sight)" }, ...paths(scene.shapes), ...words(scene.texts)),
    drawn("g", {}, ...paths(scene.foot), ...words(scene.footTexts)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** Return a text without what no XML file can hold. */
function plain(text) {
  return visible(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

/** Draw the scene on a new canvas, larger by some factor. */
export function canvasOf(scene, factor) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scene.width * factor);
  canvas.height = Math.round(scene.height * factor);
  const context = canvas.getContext("2d");
  context.scale(factor, factor);
  context.fillStyle = scene.colours.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  context.save();
  context.beginPath();
  context.rect(0, 0, scene.width, scene.cut);
  context.clip();
  paint(context, scene.shapes, scene.texts, scene.colours);
  context.restore();
  paint(context, scene.foot, scene.footTexts, scene.colours);
  return canvas;
}

function paint(context, shapes, texts, colours) {
  for (const { d, fill, stroke, width, opacity, dash } of shapes) {
    const path = new Path2D(d);
    context.globalAlpha = opacity;
    context.setLineDash(dash ?? []);
    context.lineCap = dash ? "butt" : "round";
    if (fill) Object.assign(context, { fillStyle: fill }).fill(path);
    if (stroke) Object.assign(context, { strokeStyle: stroke, lineWidth: width }).stroke(path);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { text, x, y, size, bold, halo } of texts) {
    context.font = fontOf({ bold, size });
    if (halo)
      Object.assign(context, { strokeStyle: colours.paper, lineWidth: 3.5 }).strokeText(text, x, y + size * 0.95);
    Object.assign(context, { fillStyle: colours.ink }).fillText(text, x, y + size * 0.95);
  }
}
