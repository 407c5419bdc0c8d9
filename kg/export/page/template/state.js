// What is open stands in the address, so that it can be kept, sent, and gone back to.

const HOME = "https://w3id.org/kg-diplomacy/id/";
const VIEWS = ["events", "actors", "network", "timeline"];
const TYPES = [...Object.keys(look.titles)];
const STATUSES = [...new Set(events.map((n) => things[n].status))];
const START = {
  node: [],
  focus: 0,
  path: [],
  grown: [],
  from: "",
  to: "",
  undated: true,
  types: new Set(TYPES),
  statuses: new Set(STATUSES),
  whole: false,
  view: "",
};
let state = START;

const decoded = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
const found = (part) => numberOf.get(part.startsWith(HOME) ? part.slice(HOME.length) : part);
const thingsIn = (list) =>
  list
    .split(",")
    .map((part) => found(decoded(part)))
    .filter((n) => n !== undefined);
const namesIn = (list, known) =>
  new Set(
    list
      .split(",")
      .map(decoded)
      .filter((name) => known.includes(name)),
  );
const month = (text) => (/^\d{4}-\d{2}/.test(text) ? text.slice(0, 7) : "");

const PARTS = {
  node: thingsIn,
  focus: (text) => (["1", "2", "3"].includes(text) ? Number(text) : 0),
  path: (text) => thingsIn(text).slice(0, 2),
  grown: thingsIn,
  from: month,
  to: month,
  undated: (text) => text !== "no",
  types: (text) => namesIn(text, TYPES),
  statuses: (text) => namesIn(text, STATUSES),
  whole: (text) => text === "yes",
  view: (text) => (VIEWS.includes(text) ? text : ""),
};
const stateIn = (hash) => {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return { ...START, node: thingsIn(text) };
  const told = text
    .split("&")
    .map((part) => part.split("=", 2))
    .filter(([name, value]) => value !== undefined && Object.hasOwn(PARTS, name));
  return { ...START, ...Object.fromEntries(told.map(([name, value]) => [name, PARTS[name](value)])) };
};

const encoded = (text) => encodeURIComponent(text).replaceAll("%2F", "/");
const listed = (some) => some.map((n) => encoded(things[n].id)).join(",");
const chosen = (set, all) =>
  set.size === all.length
    ? ""
    : [...all]
        .filter((name) => set.has(name))
        .map(encoded)
        .join(",") || "none";
const addressOf = (open) => {
  const rows = [
    ["node", listed(open.node)],
    ["focus", open.focus || ""],
    ["path", listed(open.path)],
    ["grown", listed(open.grown)],
    ["from", open.from],
    ["to", open.to],
    ["undated", open.undated ? "" : "no"],
    ["types", chosen(open.types, TYPES)],
    ["statuses", chosen(open.statuses, STATUSES)],
    ["whole", open.whole ? "yes" : ""],
    ["view", open.view],
  ];
  return (
    "#" +
    rows
      .filter(([, value]) => value)
      .map((row) => row.join("="))
      .join("&")
  );
};

const change = (patch, { quiet = false } = {}) => {
  const before = state;
  state = { ...state, ...patch };
  const address = addressOf(state);
  if (address !== addressOf(before)) quiet ? location.replace(address) : (location.hash = address);
  show(before);
};
const go = (some) => change({ node: some, focus: some.length ? state.focus : 0, path: [] });
const addressOfThing = (n) => addressOf({ ...state, node: [n], path: [] });
addEventListener("hashchange", () => {
  const next = stateIn(location.hash);
  if (addressOf(next) === addressOf(state)) return;
  const before = state;
  state = next;
  show(before);
});
