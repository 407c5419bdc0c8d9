// The table of the same things, sorted by any column; it shows what the filters let pass.

const ROWS = 150;
const who = (thing) =>
  (thing.roles || []).flatMap(([role, some]) => [el("small", {}, `${role} `), list(some), el("br")]);
const links = (thing) => articlesOf(thing).map((article) => el("div", { dir: "auto" }, source(article)));
const plainWho = (thing) => actorsOf(numberOf.get(thing.id)).map(nameOf).join(", ");
const COLUMNS = {
  events: [
    ["When", whenOf, (thing) => thing.first || ""],
    ["Status", (thing, n) => [badge(thing), disputeMark(n)], (thing) => thing.status],
    ["Type", (thing) => thing.kind, (thing) => thing.kind],
    ["What", (thing, n) => to(n, nameOf), (thing) => plain(thing.label)],
    ["Who and where", who, plainWho],
    ["Sources", links, (thing) => articlesOf(thing).length],
  ],
  actors: [
    ["Name", (thing, n) => to(n), (thing) => plain(thing.label)],
    ["Type", (thing) => thing.kind, (thing) => thing.kind],
    ["Office", (thing) => officesOf(thing), officesOf],
    [
      "Of",
      (thing) => (thing.country === undefined ? "" : to(thing.country)),
      (thing) => (thing.country === undefined ? "" : nameOf(thing.country)),
    ],
    ["Events", (thing, n) => String(eventsOf(n).length), (thing, n) => eventsOf(n).length],
    ["Also called", (thing) => (thing.aliases || []).join(", "), (thing) => (thing.aliases || []).join(", ")],
  ],
};
const order = { events: [0, -1], actors: [4, -1] };
let most = ROWS;

const compared = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
const sorted = (some, [column, way]) => {
  const key = COLUMNS[state.view][column][2];
  const keys = new Map(some.map((n) => [n, key(things[n], n)]));
  return [...some].sort((a, b) => way * compared(keys.get(a), keys.get(b)) || a - b);
};
const head = ([name], i) => {
  const [column, way] = order[state.view];
  const heading = el("th", {
    scope: "col",
    "aria-sort": i === column ? (way > 0 ? "ascending" : "descending") : "none",
  });
  heading.append(button(name, () => sortBy(i), { "data-column": i }));
  return heading;
};
const sortBy = (i) => {
  const [column, way] = order[state.view];
  order[state.view] = [i, i === column ? -way : 1];
  showTable();
  at("table").querySelector(`[data-column="${i}"]`).focus();
};
const rowOf = (n) =>
  el(
    "tr",
    state.node.includes(n) ? { class: "chosen" } : {},
    COLUMNS[state.view].map(([name, cell]) =>
      el("td", { dir: "auto", "data-name": name }, cell(things[n], n)),
    ),
  );
const tabled = () =>
  (state.view === "events" ? events : numbers.filter((n) => !things[n].event)).filter((n) => passing.has(n));
const showTable = () => {
  const on = Boolean(state.view);
  document.body.classList.toggle("reading", on && !state.node.length && !state.path.length);
  at("table").hidden = !on;
  at("graph").hidden = at("legend").hidden = on;
  for (const view of VIEWS) at(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  at("view-graph").setAttribute("aria-pressed", String(!on));
  const shows = { network: showFindings, timeline: showTimeline };
  if (on) (shows[state.view] || showRows)();
  at("table").dataset.shows = state.view;
};
const showRows = () => {
  const rows = sorted(tabled(), order[state.view]);
  const more =
    rows.length > most
      ? button(`Show ${Math.min(ROWS * 4, rows.length - most)} more of ${rows.length}`, () => {
          const shown = most;
          most += ROWS * 4;
          showTable();
          at("table").querySelectorAll("tbody tr")[shown].querySelector("a").focus();
        })
      : "";
  at("table").replaceChildren(
    el(
      "table",
      {},
      el("caption", {}, `${rows.length} ${state.view === "events" ? "events" : "actors and places"}`),
      el("thead", {}, el("tr", {}, COLUMNS[state.view].map(head))),
      el("tbody", {}, rows.slice(0, most).map(rowOf)),
    ),
    ...filled([more]),
  );
};
for (const view of VIEWS) at(`view-${view}`).addEventListener("click", () => change({ view }));
at("view-graph").addEventListener("click", () => change({ view: "" }));
