// Two handles on one line: from when, until when. Above it stands how much is told of each time.

import { bars, stepsBetween } from "./dates.js";
import { drawn, element } from "./elements.js";

/** Return a slider over the days of relations, or null if there is nothing to choose between. */
export function dateSlider(model, changed) {
  if (!model.days.length) return null;
  const steps = stepsBetween(model.days[0], model.days.at(-1));
  if (steps.length < 2) return null;
  const last = steps.length - 1;
  const [from, until] = ["From", "Until"].map((label) =>
    element("input", {
      type: "range",
      min: 0,
      max: last,
      step: 1,
      "aria-label": label,
      id: `date-${label.toLowerCase()}`,
    }),
  );
  const told = element("output", { for: "date-from date-until" });
  const line = element("span", { class: "line", "aria-hidden": "true" });
  const show = () => {
    told.textContent = `${steps[from.value]} – ${steps[until.value]}`;
    from.setAttribute("aria-valuetext", steps[from.value]);
    until.setAttribute("aria-valuetext", steps[until.value]);
    line.style.left = `${(100 * from.value) / last}%`;
    line.style.right = `${100 - (100 * until.value) / last}%`;
  };
  const moved = (which) => {
    if (Number(from.value) > Number(until.value)) which.value = which === from ? until.value : from.value;
    show();
    changed({
      from: Number(from.value) === 0 ? "" : steps[from.value],
      until: Number(until.value) === last ? "" : steps[until.value],
    });
  };
  for (const input of [from, until]) input.addEventListener("input", () => moved(input));
  const set = (state) => {
    from.value = Math.max(0, placeOf(steps, state.from, 0));
    until.value = placeOf(steps, state.until, last);
    show();
  };
  return {
    set,
    node: element(
      "div",
      { class: "dates" },
      histogram(model),
      element("div", { class: "handles" }, line, from, until),
      told,
    ),
  };
}

/** Return the step in which a day lies, or the nearest one. */
function placeOf(steps, day, otherwise) {
  if (!day) return otherwise;
  const place = steps.findLastIndex((step) => step <= day.slice(0, step.length));
  return Math.max(0, place);
}

function histogram(model) {
  const found = bars(
    model.relations.filter((each) => each.day >= model.days[0] && each.day <= model.days.at(-1)),
    48,
  );
  const most = Math.max(1, ...found.map((bar) => bar.relations.length));
  const shown = found.map((bar, number) => {
    const height = bar.relations.length ? Math.max(1.5, (24 * bar.relations.length) / most) : 0;
    return drawn("rect", { x: number + 0.1, y: 24 - height, width: 0.8, height });
  });
  const box = `0 0 ${Math.max(1, found.length)} 24`;
  return drawn(
    "svg",
    { class: "histogram", viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...shown,
  );
}
