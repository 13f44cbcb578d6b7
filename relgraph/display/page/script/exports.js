// Files of what is seen: the drawing as PNG and SVG, the relations that meet the filters as CSV.

import { element, visible } from "./elements.js";
import { canvasOf, sceneOf, svgOf } from "./scene.js";

const FORMULA = /^[=+\-@\t\r]/u;
const COLUMNS = [
  "source",
  "type",
  "target",
  "polarity",
  "modality",
  "symmetric",
  "attribution",
  "when",
  "start",
  "end",
  "where",
  "confidence",
  "source_text",
  "trigger",
  "target_text",
  "sentence",
  "source_actor",
  "target_actor",
  "source_id",
  "target_id",
  "document",
  "title",
  "published",
  "link",
  "id",
];

/** Save what is seen as a file of some kind: "png", "svg" or "csv". */
export async function exported(app, kind) {
  const name = fileName(app.model.title);
  if (kind === "csv") return save(new Blob([csvOf(app)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
  const scene = sceneOf(app.drawing, app.labels, app.model);
  if (kind === "svg") return save(new Blob([svgOf(scene)], { type: "image/svg+xml" }), `${name}.svg`);
  const blob = await new Promise((done) => canvasOf(scene, 2).toBlob(done, "image/png"));
  return save(blob, `${name}.png`);
}

function fileName(title) {
  return (
    title
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 60)
      .toLowerCase() || "relations"
  );
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return the relations that are shown as CSV, in which no cell is taken for a formula. */
export function csvOf({ found, model }) {
  const rows = found.relations.map((relation) => {
    const row = cellsOf(relation, model);
    return COLUMNS.map((column) => cell(row[column]));
  });
  return [COLUMNS.map(cell), ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const guarded = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

function cellsOf(relation, model) {
  const { type, when, document, evidence } = relation;
  const [words, first, trigger, second] = spans(evidence[0], model);
  return {
    ...relation,
    source: relation.source.name,
    type: type.id,
    target: relation.target.name,
    symmetric: Boolean(relation.symmetric),
    attribution: relation.said,
    when: when?.text,
    start: when?.start,
    end: when?.end,
    source_text: relation.flipped ? second : first,
    trigger,
    target_text: relation.flipped ? first : second,
    sentence: words,
    source_actor: relation.sourceNamed ?? relation.source.name,
    target_actor: relation.targetNamed ?? relation.target.name,
    source_id: relation.source.id,
    target_id: relation.target.id,
    document: document.id,
    title: document.name,
    published: document.published,
    link: document.link,
  };
}

/** Return the words of the sentence, the source, the trigger and the target of a piece of evidence. */
function spans(evidence, model) {
  if (!evidence) return ["", "", "", ""];
  const [number, ...places] = evidence;
  const { text } = model.passages[number];
  return [0, 2, 4, 6].map((at) => visible(text.slice(places[at], places[at + 1])));
}
