// How many relations of which family each time has, as bars.

import { bars } from "./dates.js";
import { counted, drawn, element } from "./elements.js";
import { counts } from "./model.js";

const HEIGHT = 44;
const BARS = 40;

/** Return a timeline of relations, or nothing if they are all of one time or of none. */
export function timeline(relations) {
  const found = bars(relations, BARS);
  if (found.length < 2) return "";
  const most = Math.max(...found.map((bar) => bar.relations.length));
  const busiest = found.find((bar) => bar.relations.length === most);
  const told = `${found[0].label} to ${found.at(-1).label}; most in ${busiest.label}: ${counted(most, "relation")}`;
  const svg = drawn(
    "svg",
    {
      viewBox: `0 0 ${found.length} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": `Relations in time, ${told}`,
    },
    ...found.flatMap((bar, number) => stacked(bar, number, most)),
  );
  const ends = element(
    "div",
    { class: "ends" },
    element("span", { text: found[0].label }),
    element("span", { text: found.at(-1).label }),
  );
  return element("figure", { class: "timeline" }, svg, ends);
}

function stacked(bar, number, most) {
  let top = HEIGHT;
  return [...counts(bar.relations, (each) => each.type.look)].map(([look, count]) => {
    const height = ((HEIGHT - 2) * count) / most;
    top -= height;
    const title = drawn("title", { text: `${bar.label}: ${counted(bar.relations.length, "relation")}` });
    return drawn("rect", { class: `fill${look}`, x: number + 0.08, y: top, width: 0.84, height }, title);
  });
}
