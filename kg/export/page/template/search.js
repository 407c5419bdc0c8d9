// Search by name, by other name, and by office.

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const officeNames = (thing) =>
  (thing.offices || []).map(({ office, of, former }) =>
    [former ? "former" : "", office, of === undefined ? "" : `of ${nameOf(of)}`].filter(Boolean).join(" "),
  );
const names = things.map((thing, n) => {
  const told = [thing.label, ...(thing.aliases || []), ...new Set(officeNames(thing))];
  return { n, told, offices: told.length - new Set(officeNames(thing)).size, plain: told.map(plain) };
});
const MOST_FOUND = 12;
const closeness = (name, query) => {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  return name.includes(query) || query.split(/\s+/).every((word) => name.includes(word)) ? 2 : 9;
};
const rank = ({ n, plain }, query) =>
  Math.min(...plain.map((name) => closeness(name, query))) + (things[n].event ? 3 : 0);
const find = (query) =>
  names
    .map((row) => [rank(row, query), row])
    .filter(([value]) => value < 9)
    .sort((a, b) => a[0] - b[0] || weigh(b[1].n) - weigh(a[1].n) || a[1].n - b[1].n)
    .slice(0, MOST_FOUND)
    .map(([, row]) => row);
const weigh = (n) => (nodes.has(n) ? nodes.get(n).weight : 0);
const hit = ({ n, told, plain, offices }, query) => {
  const i = plain.findIndex((name) => closeness(name, query) < 9);
  const also = i <= 0 ? "" : i >= offices ? told[i] : `also ${told[i]}`;
  const after = [things[n].kind, things[n].status, whenOf(things[n]), also].filter(Boolean).join(" · ");
  return el(
    "li",
    {},
    el(
      "a",
      { href: addressOfThing(n), dir: "auto", "data-thing": n },
      nameOf(n),
      el("small", { dir: "auto" }, after),
    ),
  );
};
const search = () => {
  const query = plain(at("query").value.trim());
  const hits = query ? find(query).map((row) => hit(row, query)) : [];
  at("found").replaceChildren(...(hits.length || !query ? hits : [el("li", {}, "Nothing of that name")]));
  at("found").hidden = !query;
  if (query) say(`${hits.length || "Nothing"} found`);
};
const stopSearch = () => (at("found").hidden = true);
at("query").addEventListener("input", search);
at("query").addEventListener("focus", search);
at("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = at("found").querySelector("a");
  if (first) first.click();
});
at("found").addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  stopSearch();
  at("panel").focus();
});
addEventListener("click", (event) => event.target.closest("#search") || stopSearch());
at("search").addEventListener("keydown", (event) => {
  const links = [...at("found").querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") stopSearch();
  if (!step || !links.length) return;
  event.preventDefault();
  const next = links.indexOf(document.activeElement) + step;
  (next < 0 ? at("query") : links[Math.min(next, links.length - 1)]).focus();
});
