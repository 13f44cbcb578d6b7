// Days as steps of a slider, and as bars of a timeline.

const MONTH = 2;

/** Return the days, months or years (ISO) from the first to the last day, so that there are not too many. */
export function stepsBetween(first, last) {
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  if (years > 40) return range(years + 1, (number) => String(Number(first.slice(0, 4)) + number).padStart(4, "0"));
  const months = monthOf(last) - monthOf(first);
  if (months > MONTH) return range(months + 1, (number) => monthNamed(monthOf(first) + number));
  const start = Date.parse(first);
  const days = Math.round((Date.parse(last) - start) / 86_400_000);
  return range(days + 1, (number) => new Date(start + number * 86_400_000).toISOString().slice(0, 10));
}

function range(length, make) {
  return Array.from({ length }, (_, number) => make(number));
}

function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthNamed(number) {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** Return the last day of a year, month or day. */
export function lastDay(step) {
  if (step.length === 4) return `${step}-12-31`;
  if (step.length === 7)
    return `${step}-${new Date(Date.UTC(Number(step.slice(0, 4)), Number(step.slice(5)), 0)).getUTCDate()}`;
  return step;
}

/** Return the first and last day of something in words. */
export function period(first, last) {
  if (first && last) return first === last ? first : `${first} – ${last}`;
  return first ? `since ${first}` : last ? `until ${last}` : "";
}

/** Return relations by the steps in which their days are, in at most `most` bars, each with its label. */
export function bars(relations, most) {
  const days = relations
    .map((each) => each.day)
    .filter(Boolean)
    .sort();
  if (!days.length) return [];
  const steps = stepsBetween(days[0], days.at(-1));
  const width = Math.ceil(steps.length / most);
  const made = range(Math.ceil(steps.length / width), (number) => {
    const [first, last] = [steps[number * width], steps[Math.min(steps.length, (number + 1) * width) - 1]];
    return { label: period(first, last), relations: [] };
  });
  const places = new Map(steps.map((step, place) => [step, Math.floor(place / width)]));
  for (const each of relations) if (each.day) made[places.get(each.day.slice(0, steps[0].length))].relations.push(each);
  return made;
}
