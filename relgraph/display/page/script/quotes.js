// The words that state a relation, with source, trigger and target marked, in the text around them.

import { element, visible } from "./elements.js";

/**
 * Return the words of one piece of evidence of a relation; `around` is how many characters stand on either side, and
 * `searched` are words that are marked, too.
 */
export function quoted(relation, evidence, model, around, searched) {
  const [number, start, end, ...places] = evidence;
  const passage = model.passages[number];
  const [source, trigger, target] = [0, 2, 4].map((at) => places.slice(at, at + 2));
  const roles = [
    {
      place: relation.flipped ? target : source,
      look: "source",
      title: `source: ${relation.sourceNamed ?? relation.source.name}`,
    },
    { place: trigger, look: `trigger family${relation.type.look}`, title: relation.type.id },
    {
      place: relation.flipped ? source : target,
      look: "target",
      title: `target: ${relation.targetNamed ?? relation.target.name}`,
    },
  ];
  const before = passage.text.slice(wordFrom(passage.text, start - around, start), start);
  const after = passage.text.slice(end, wordUntil(passage.text, end + around, end));
  const pieces = marked(passage.text, start, end, [...roles, ...hits(passage.text, start, end, searched)]);
  const cut = [start > before.length ? "… " : "", end + after.length < passage.text.length ? " …" : ""];
  return element(
    "blockquote",
    { dir: "auto", lang: passage.document.language },
    aside(before, cut[0], ""),
    element("span", { class: "sentence" }, ...pieces),
    aside(after, "", cut[1]),
  );
}

/** Return where searched words stand in a part of a text. */
function hits(text, start, end, searched) {
  const part = text.slice(start, end).toLowerCase();
  if (part.length !== end - start) return []; // a few letters are longer in lower case, and places would not fit
  return searched
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) =>
      part
        .split(word)
        .slice(0, -1)
        .reduce((ends, before) => [...ends, (ends.at(-1) ?? 0) + before.length + word.length], [])
        .map((at) => ({ place: [start + at - word.length, start + at], look: "hit", title: `searched: ${word}` })),
    );
}

function aside(text, before, after) {
  return text.trim() ? element("span", { class: "around", text: `${before}${visible(text)}${after}` }) : "";
}

function wordFrom(text, place, limit) {
  if (place <= 0) return 0;
  const space = text.indexOf(" ", place);
  return space >= 0 && space < limit ? space + 1 : Math.min(place, limit);
}

function wordUntil(text, place, limit) {
  if (place >= text.length) return text.length;
  return Math.max(text.lastIndexOf(" ", place), limit);
}

/** Return a part of a text in pieces that are cut wherever a role starts or ends, so that roles may overlap. */
function marked(text, start, end, roles) {
  const inside = roles.filter(({ place }) => place[0] < end && place[1] > start && place[0] < place[1]);
  const cuts = new Set([start, end, ...inside.flatMap(({ place }) => place).filter((cut) => cut > start && cut < end)]);
  const ordered = [...cuts].sort((one, other) => one - other);
  return ordered.slice(1).map((right, number) => {
    const left = ordered[number];
    const here = inside.filter(({ place }) => place[0] < right && place[1] > left);
    const words = visible(text.slice(left, right));
    if (!here.length) return words;
    return element("mark", {
      class: here.map(({ look }) => look).join(" "),
      title: here.map(({ title }) => title).join("; "),
      text: words,
    });
  });
}
