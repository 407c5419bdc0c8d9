// The timeline: a row for each state, a mark for each of its meetings, calls, visits and agreements.

const ON_TIMELINE = ["meeting", "call", "visit", "agreement"];
const READING =
  "A bar is the time within which it lies; what is hollow is no fact (yet); " +
  "a dotted line stands for months in which nothing begins.";
const TITLE = "Meetings, calls, visits and agreements by state";
const LANES = 25;
const DEEPEST = 8;
const MARK = 20;
const LEAST_STEP = 22;
const stateOf = (who) => (things[who].type === "country" ? who : things[who].country);
// Whom an event belongs to: those who took part, and who was visited; a mere venue does not count.
const statesOf = (n) => {
  const roles = (things[n].roles || []).filter(([role]) => role !== "place");
  return [...new Set(roles.flatMap(([, some]) => some.map(stateOf)))].filter((one) => one !== undefined);
};
const encounters = events.filter((n) => ON_TIMELINE.includes(things[n].type));
const eventsOfState = gathered(encounters.flatMap((n) => statesOf(n).map((one) => [one, n])));
const stateless = encounters.filter((n) => !statesOf(n).length);
const lanesNow = () =>
  [...new Set(encounters.flatMap(statesOf))]
    .map((n) => [n, eventsOfState(n).filter((event) => passing.has(event))])
    .filter(([, told]) => told.length)
    .sort(([a, told], [b, other]) => other.length - told.length || a - b);

// Months lie side by side as in the histogram; a day lies within its month.
const scaleNow = () => {
  const [first, last] = [Math.max(0, firstSlot()), lastSlot()];
  const shown = Math.max(1, last - first + 1);
  const room = at("table").clientWidth - (narrow.matches ? 32 : 190);
  const step = Math.max(LEAST_STEP, room / shown);
  const inside = (x) => Math.min(shown * step, Math.max(0, x));
  const spot = (day, share) => {
    const slot = slotOf.get(day.slice(0, 7));
    const within = (Number(day.slice(8, 10)) - 1 + share) / 31;
    if (slot !== undefined) return inside((slot - first + within) * step);
    return inside((slots.findLastIndex((month) => month && month < day) + 1 - first) * step);
  };
  return { first, shown, step, width: shown * step, spot };
};
// Marks that would lie on each other lie below each other.
const stacked = (told, { spot, width }) => {
  const ends = [];
  const inside = (x) => Math.min(width - MARK / 2, Math.max(MARK / 2, x));
  return told
    .map((n) => [n, spot(things[n].first, 0), spot(lastDay(things[n]), 1)])
    .map(([n, from, end]) => ({ n, from, end, x: inside((from + end) / 2) }))
    .sort((a, b) => a.x - b.x || a.n - b.n)
    .map((one) => {
      const start = Math.min(one.from, one.x - MARK / 2);
      const free = ends.findIndex((taken) => taken <= start + 0.5);
      const row = free < 0 ? ends.length : free;
      ends[row] = Math.max(one.end, one.x + MARK / 2);
      return { ...one, row, y: (row + 0.5) * MARK + 2 };
    });
};
const tellMark = (n) =>
  [things[n].label, things[n].status, whenOf(things[n]), disputeOf(n)].filter(Boolean).join(", ");
const shapeOf = (thing) => {
  const { shape, colour: fill, outline } = look.families[thing.type];
  const firm = thing.firmness === "firm";
  const stroke = firm ? {} : { stroke: thing.firmness === "negated" ? CHOSEN : outline };
  const dashes = firm ? "none" : (look.dashes[thing.status] || []).join(" ") || "none";
  return [
    svg("path", {
      d: look.shapes[shape],
      class: firm ? "full" : "hollow",
      "stroke-dasharray": dashes,
      ...stroke,
      ...(firm ? { fill } : {}),
    }),
    look.marks[thing.status] ? svg("path", { d: look.marks[thing.status], class: "hollow", ...stroke }) : "",
  ];
};
// With the page in its address: what is scrolled out of view and leads within the page would pass for a skip link.
const HERE = location.href.split("#")[0];
const markOf = (lane) => ({ n, from, end, x, y }) =>
  svg(
    "a",
    {
      href: HERE + addressOfThing(n),
      tabindex: -1,
      "data-thing": n,
      "data-lane": lane,
      "data-x": number(x),
      class: state.node.includes(n) ? "sign here" : "sign",
      "aria-label": tellMark(n),
    },
    svg("title", {}, tellMark(n)),
    end - from > MARK ? svg("path", { d: `M${number(from)} ${y}H${number(end)}`, class: "stretch" }) : "",
    svg("rect", { x: number(x - MARK / 2), y: y - MARK / 2, width: MARK, height: MARK, class: "touch" }),
    svg("g", { transform: `translate(${number(x)} ${y}) scale(.8)` }, shapeOf(things[n])),
  );
const yearStarts = ({ first, shown }) =>
  slots
    .map((month, i) => [month, i - first])
    .filter(([month, i]) => i >= 0 && i < shown && month)
    .filter(([month, i]) => i === 0 || (slots[first + i - 1] || "").slice(0, 4) !== month.slice(0, 4));
const foldsOf = ({ first, shown, step }, height) =>
  slots
    .slice(first, first + shown)
    .map((month, i) => (month ? "" : `M${number((i + 0.5) * step)} 0V${height}`))
    .join("");
const yearsOf = (scale) => {
  let [free, told] = [0, ""];
  const texts = yearStarts(scale).map(([month, i]) => {
    const x = i * scale.step;
    if (x < free || month.slice(0, 4) === told) return "";
    [free, told] = [x + 38, month.slice(0, 4)];
    return svg("text", { x: number(x + 2), y: 13 }, month.slice(0, 4));
  });
  return svg("svg", { width: number(scale.width), height: 18, class: "ruler", "aria-hidden": "true" }, texts);
};
// Of a state with very much to do the upper marks are shown, and the others when they are asked for or open.
const unfolded = new Set();
const shallow = (n, marks) => {
  const deep = marks.filter(({ row }) => row >= DEEPEST);
  const all = deep.length <= DEEPEST || unfolded.has(n) || deep.some((one) => state.node.includes(one.n));
  return all ? marks : marks.filter(({ row }) => row < DEEPEST);
};
const unfold = (n, count, lane) =>
  button(`Show ${count} more`, () => {
    unfolded.add(n);
    showTimeline();
    enter(at("table").querySelector(`.sign[data-lane="${lane}"]`), { focus: true });
  });
const laneOf = (scale) => ([n, told], lane) => {
  const known = told.filter((one) => things[one].first);
  const unknown = told.filter((one) => !things[one].first);
  const without = unknown.length ? toAll(unknown, `+ ${unknown.length} undated`) : "";
  const every = stacked(known, scale);
  const marks = shallow(n, every);
  const rest = every.length - marks.length;
  const height = Math.max(MARK, ...marks.map(({ y }) => y + MARK / 2)) + 4;
  const rules = yearStarts(scale).map(([, i]) => `M${number(i * scale.step)} 0V${height}`);
  return el(
    "section",
    { class: "lane" },
    el("h3", {}, to(n), " ", el("small", {}, without), rest ? unfold(n, rest, lane) : ""),
    svg(
      "svg",
      { width: number(scale.width), height, role: "group", "aria-label": `${nameOf(n)}: ${counted(known)}` },
      svg("path", { d: rules.join(""), class: "rule" }),
      svg("path", { d: foldsOf(scale, height), class: "fold" }),
      marks.map(markOf(lane)),
    ),
  );
};
const keyOf = (type) => {
  const drawn = shapeOf({ type, firmness: "firm" });
  return el(
    "span",
    {},
    svg("svg", { viewBox: "-12 -12 24 24", "aria-hidden": "true" }, drawn),
    ` ${look.titles[type]}`,
  );
};
const intro = (lanes) => {
  const told = new Set(lanes.flatMap(([, some]) => some));
  const unknown = [...told].filter((n) => !things[n].first);
  const apart = stateless.filter((n) => passing.has(n));
  return el(
    "div",
    { class: "keys hint" },
    el("p", {}, `${counted([...told])} of ${counted(lanes, "state")}, ${unknown.length} without a date. `),
    apart.length ? el("p", {}, "Of no state that is told: ", toAll(apart, counted(apart)), ".") : "",
    el("p", {}, ON_TIMELINE.map(keyOf)),
    el("p", {}, READING),
  );
};
let lanesShown = LANES;
const marksNow = () => [...at("table").querySelectorAll(".sign")];
const enter = (mark, { focus }) => {
  marksNow().forEach((one) => one.setAttribute("tabindex", -1));
  if (!mark) return;
  mark.setAttribute("tabindex", 0);
  if (focus) mark.focus();
};
// A long timeline opens on what is open, else on the latest months.
const showLatest = (open) =>
  open ? open.scrollIntoView({ block: "center", inline: "center" }) : (at("table").scrollLeft = at("table").scrollWidth);
const showTimeline = () => {
  const { thing, lane } = document.activeElement.closest("#table .sign")?.dataset || {};
  const [lanes, scale] = [lanesNow(), scaleNow()];
  const rest = button(`Show ${lanes.length - lanesShown} more states`, () => {
    lanesShown = lanes.length;
    showTimeline();
  });
  const words = el("div", { class: "words" }, el("h2", {}, TITLE), intro(lanes));
  const drawn = lanes.slice(0, lanesShown).map(laneOf(scale));
  at("table").replaceChildren(
    el("div", { class: "timeline" }, words, yearsOf(scale), drawn),
    ...filled([lanes.length > lanesShown ? rest : ""]),
  );
  const here = marksNow().find((one) => one.dataset.thing === thing && one.dataset.lane === lane);
  const open = marksNow().find((one) => state.node.includes(Number(one.dataset.thing)));
  enter(here || open || marksNow()[0], { focus: Boolean(here) });
  if (at("table").dataset.shows !== "timeline") showLatest(open);
};
// The next mark of the row, or the nearest one of the next row that has any.
const beside = (mark, [dx, dy]) => {
  const [lane, x] = [Number(mark.dataset.lane), Number(mark.dataset.x)];
  const all = marksNow();
  if (dx) {
    const next = all[all.indexOf(mark) + dx];
    return next && next.dataset.lane === mark.dataset.lane ? next : mark;
  }
  const beyond = all.filter((one) => (Number(one.dataset.lane) - lane) * dy > 0);
  const far = (one) => [Math.abs(Number(one.dataset.lane) - lane), Math.abs(Number(one.dataset.x) - x)];
  return beyond.sort((a, b) => far(a)[0] - far(b)[0] || far(a)[1] - far(b)[1])[0] || mark;
};
at("table").addEventListener("keydown", (event) => {
  const mark = event.target.closest(".sign");
  if (!mark || !(event.key in toward)) return;
  event.preventDefault();
  enter(beside(mark, toward[event.key]), { focus: true });
});
addEventListener("resize", () => state.view === "timeline" && showTimeline());
