// Time: a histogram of the months in which events begin, and a brush over it; long empty stretches are folded.

const FOLDED = 8;
const WIDEST_BAR = 26;
const ROOM_OF_A_FOLD = 7;
const monthOf = (thing) => thing.first.slice(0, 7);
const dated = events.filter((n) => things[n].first);
const undated = events.length - dated.length;
const following = (month) => {
  const [year, number] = month.split("-").map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, "0")}`;
};
const emptyBetween = (month, next) => {
  const empty = [];
  for (let at = following(month); at < next && empty.length <= FOLDED; at = following(at)) empty.push(at);
  return empty.length > FOLDED ? [null] : empty;
};
// Months, and null for a stretch that is folded.
const slots = [...new Set(dated.map((n) => monthOf(things[n])))]
  .sort()
  .flatMap((month, i, all) => (i ? [...emptyBetween(all[i - 1], month), month] : [month]));
const slotOf = new Map(slots.map((month, i) => [month, i]));
const months = slots.filter(Boolean);
const firstSlot = () => (state.from ? slots.findIndex((month) => month && month >= state.from) : 0);
const lastSlot = () =>
  state.to ? slots.findLastIndex((month) => month && month <= state.to) : slots.length - 1;
const named = (month) => `${MONTHS[month.slice(5, 7) - 1]} ${month.slice(0, 4)}`;

const counts = (some) => {
  const table = new Array(slots.length).fill(0);
  some.forEach((n) => (table[slotOf.get(monthOf(things[n]))] += 1));
  return table;
};
const all = counts(dated);
const bars = (table, most, step, height, name) =>
  table.map((count, i) => {
    const tall = count ? Math.max(2, (count / most) * height) : 0;
    const width = Math.min(WIDEST_BAR, Math.max(0.8, 0.8 * step));
    return tall
      ? svg("rect", { x: (i + 0.5) * step - width / 2, y: height - tall, width, height: tall, class: name })
      : "";
  });
const years = (step, height) => {
  let [free, told] = [0, ""];
  return slots.map((month, i) => {
    const isNew = month && month.slice(0, 4) !== told;
    if (!isNew || i * step < free || i * step + 26 > slots.length * step) return "";
    [free, told] = [i * step + 34, month.slice(0, 4)];
    return svg("text", { x: i * step + 1, y: height + 12 }, month.slice(0, 4));
  });
};
const histogram = (passed) => {
  const width = at("histogram").clientWidth;
  const height = at("histogram").clientHeight - 14;
  const [step, most] = [width / slots.length, Math.max(...all, 1)];
  const [first, last] = [Math.max(0, firstSlot()), lastSlot()];
  return svg(
    "svg",
    { "aria-hidden": "true" },
    svg("rect", {
      x: first * step,
      y: 0,
      width: Math.max(0, last - first + 1) * step,
      height,
      class: "window",
    }),
    bars(all, most, step, height, "all"),
    bars(counts(passed), most, step, height, "now"),
    slots.map((month, i) =>
      month || step < ROOM_OF_A_FOLD
        ? ""
        : svg("path", { d: `M${(i + 0.5) * step} 0V${height}`, class: "fold" }),
    ),
    years(step, height),
  );
};
const brushed = (first, last, quiet) => {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const month = (i, step) => {
    while (slots[i] === null) i += step;
    return slots[i];
  };
  change(
    { from: low <= 0 ? "" : month(low, 1), to: high >= slots.length - 1 ? "" : month(high, -1) },
    { quiet },
  );
};
const showTime = () => {
  at("time").hidden = !months.length;
  if (!months.length) return;
  const passed = dated.filter((n) => passing.has(n));
  at("histogram").replaceChildren(histogram(passed));
  const [first, last] = [Math.max(0, firstSlot()), lastSlot()];
  for (const [id, value] of [
    ["from", first],
    ["to", last],
  ]) {
    at(id).max = slots.length - 1;
    at(id).value = value;
    at(id).setAttribute("aria-valuetext", slots[value] ? named(slots[value]) : "");
  }
  const span =
    first <= last
      ? `${named(slots[first] || months[0])} – ${named(slots[last] || months.at(-1))}`
      : "no month";
  at("span").textContent = `${span}: ${passed.length} of ${dated.length} dated events`;
  at("without").textContent = `${undated} without a date`;
  at("undated").checked = state.undated;
  at("always").hidden = !(state.from || state.to);
};
const moved = (event) =>
  brushed(
    Math.min(Number(at("from").value), slots.length - 1),
    Number(at("to").value),
    event.type === "input",
  );
for (const id of ["from", "to"]) {
  at(id).addEventListener("input", moved);
  at(id).addEventListener("change", moved);
}
at("undated").addEventListener("change", () => change({ undated: at("undated").checked }));
at("always").addEventListener("click", () => {
  change({ from: "", to: "" });
  at("from").focus();
});

let brush = null;
const slotAt = ({ clientX }) => {
  const { left, width } = at("histogram").getBoundingClientRect();
  return Math.min(slots.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * slots.length)));
};
at("histogram").addEventListener("pointerdown", (event) => {
  brush = slotAt(event);
  at("histogram").setPointerCapture(event.pointerId);
});
at("histogram").addEventListener(
  "pointermove",
  (event) => brush === null || brushed(brush, slotAt(event), true),
);
at("histogram").addEventListener("pointerup", (event) => {
  if (brush !== null) brushed(brush, slotAt(event), false);
  brush = null;
});
