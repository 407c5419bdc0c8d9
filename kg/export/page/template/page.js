"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const at = (id) => document.getElementById(id);
  const drawing = read("drawing");
  const { articles, things, claims, conflicts } = read("dossier");
  [articles, things, claims, conflicts].forEach((table) => Object.setPrototypeOf(table, null));
  const narrow = matchMedia("(max-width: 760px)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // ── Elements: whatever a text says enters the page as text, here and nowhere else.

  const el = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };
  const address = (ids) => "#" + ids.map(encodeURIComponent).join(",");
  const nameOf = (id) => (things[id] ? things[id].label : id);
  const to = (id) => (things[id] ? el("a", { href: address([id]), dir: "auto" }, nameOf(id)) : String(id));
  const listed = (ids) => ids.flatMap((id, i) => (i ? [", ", to(id)] : [to(id)]));
  const section = (title, children) => (children.length ? [el("h3", {}, title), ...children] : []);
  const bullets = (items) => (items.length ? [el("ul", {}, items.map((item) => el("li", { dir: "auto" }, item)))] : []);
  const facts = (rows) => {
    const told = rows.filter(([, value]) => value && value.length);
    return told.length ? [el("dl", {}, told.flatMap(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)]))] : [];
  };

  // ── Sources

  const followed = (link, words) =>
    /^https?:\/\//i.test(link || "") ? el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, words) : words;
  const day = (article) =>
    article.published || (article.inferred ? `${article.inferred} (worked out: ${article.inference || "from other evidence"})` : "");
  const source = (id) => {
    const article = articles[id] || {};
    const after = [article.publisher, day(article), article.link ? "" : article.address].filter(Boolean).join(" · ");
    return [followed(article.link, article.headline || id), after ? ` · ${after}` : ""];
  };
  const sentence = (evidence) =>
    el("figure", {}, el("blockquote", { dir: "auto" }, evidence.quote), el("figcaption", { dir: "auto" }, source(evidence.article)));
  const sentences = (evidence) => (evidence || []).map(sentence);

  // ── What is told of one thing

  const badge = (thing) => el("span", { class: `badge ${thing.firmness || ""}` }, thing.status);
  const claim = (id) => {
    const { claimant, stance, content, via, status, when, evidence, about } = claims[id];
    const carrier = via && claims[via] ? [" (via ", to(claims[via].claimant), ")"] : [];
    const told = [status, when].filter(Boolean).join(", ");
    return el("figure", {},
      el("p", { dir: "auto" }, to(claimant), ` ${stance}`, carrier, ": ", el("q", { dir: "auto" }, content), told ? ` — ${told}` : ""),
      about ? el("p", {}, el("small", {}, "about ", listed(about))) : "",
      sentences(evidence));
  };
  const conflict = (id) => {
    const { aspect, comment, evidence } = conflicts[id];
    return el("figure", { class: "conflict" }, el("p", { dir: "auto" }, el("strong", {}, `${aspect}: `), comment), sentences(evidence));
  };
  const disputed = (thing) => [
    section("Conflicts", (thing.conflicts || []).map(conflict)),
    section(thing.event ? "Who says so" : "Says", (thing.claims || []).map(claim)),
  ];
  const merged = (thing) => section(thing.event ? "Why it is one event" : "Why the names are one", bullets(thing.reasons || []));
  const eventFacts = (thing, first = []) => facts([
    ...first, ["When", thing.when], ...(thing.roles || []).map(([role, ids]) => [role, listed(ids)]), ["Basis", thing.basis],
  ]);
  const account = (told) =>
    el("figure", {}, el("p", { dir: "auto" }, source(told.article)), eventFacts(told, [["Status", told.status]]));
  const eventCard = (thing) => [
    el("p", {}, el("small", {}, thing.kind), " ", badge(thing)), eventFacts(thing),
    section("Evidence", sentences(thing.evidence)), disputed(thing),
    section("As each article has it", (thing.accounts || []).map(account)), merged(thing),
  ];
  const office = ({ office, of, former, when, evidence }) =>
    el("details", {},
      el("summary", { dir: "auto" }, former ? "former " : "", office, of ? [" of ", to(of)] : "", when ? ` (${when})` : ""),
      sentences(evidence));
  const byDay = (ids) => [...ids].sort((a, b) => (things[b].day || "").localeCompare(things[a].day || ""));
  const eventLine = (id) => [to(id), " ", el("small", {}, [things[id].status, things[id].when].filter(Boolean).join(", "))];
  const eventsThrough = (thing) => {
    const own = new Set(thing.events || []);
    return [...new Set((thing.members || []).flatMap((id) => things[id].events || []))].filter((id) => !own.has(id));
  };
  const member = (id) => [to(id), " ", el("small", {}, [...new Set((things[id].offices || []).map((held) => held.office))].join(", "))];
  const entityCard = (thing) => [
    el("p", {}, el("small", {}, thing.kind, thing.state_media ? ", state media" : "")),
    facts([
      ["Also", (thing.aliases || []).join(", ")],
      ["Of", thing.country ? [to(thing.country)] : ""],
      ["Wikidata", thing.wikidata],
    ]),
    section("Offices", (thing.offices || []).map(office)),
    section("Events", bullets(byDay(thing.events || []).map(eventLine))),
    section("Events of its people and bodies", bullets(byDay(eventsThrough(thing)).map(eventLine))),
    section("Its people and bodies", bullets((thing.members || []).map(member))), disputed(thing),
    section("Named in", sentences(thing.evidence)), merged(thing),
  ];
  const card = (id) => {
    const thing = things[id];
    return el("article", {}, el("h2", { dir: "auto" }, thing.label), thing.event ? eventCard(thing) : entityCard(thing));
  };
  const overview = () => {
    const told = Object.keys(things).filter((id) => things[id].event);
    const weight = (id) => things[id].evidence.length;
    const first = byDay(told).sort((a, b) => weight(b) - weight(a)).slice(0, 12);
    return el("article", {}, el("h2", {}, "Select a node or a line"),
      el("p", {}, "Each leads to its sentences, with the article that each stands in."),
      section("Told most often", bullets(first.map(eventLine))),
      section("Conflicts", Object.keys(conflicts).sort().map(conflict)));
  };

  // ── The graph

  const shown = { families: new Set(), tones: new Set() };
  const allNodes = new vis.DataSet(drawing.nodes);
  const allEdges = new vis.DataSet(drawing.edges);
  const nodes = new vis.DataView(allNodes, { filter: (node) => shown.families.has(node.family) });
  const edges = new vis.DataView(allEdges, { filter: (edge) => shown.tones.has(edge.tone) });
  const value = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const theme = () => {
    const paper = value("--paper");
    const filled = ({ id, color }) => ({
      id, color: { ...color, background: paper, highlight: { ...color.highlight, background: paper }, hover: { ...color.hover, background: paper } },
    });
    network.setOptions({ nodes: { font: { color: value("--ink"), strokeColor: paper } } });
    allNodes.update(drawing.nodes.filter((node) => node.hollow).map(filled));
  };
  const filter = () => {
    for (const [kind, set] of [["family", shown.families], ["tone", shown.tones]]) {
      set.clear();
      document.querySelectorAll(`#legend input[data-${kind}]:checked`).forEach((box) => set.add(box.dataset[kind]));
    }
    nodes.refresh();
    edges.refresh();
  };
  filter();
  const options = JSON.parse(drawing.options);
  options.nodes.font = { ...options.nodes.font, strokeWidth: 3, face: "system-ui, sans-serif" };
  const network = new vis.Network(at("graph"), { nodes, edges }, options);
  const fitted = () => network.fit({ minZoomLevel: narrow.matches ? 0.38 : 0.3, maxZoomLevel: 1.2, animation: false });
  theme();
  dark.addEventListener("change", theme);
  network.once("afterDrawing", () => (document.documentElement.dataset.drawn = "yes"));
  fitted();

  const linesOf = (ids) => drawing.edges.filter((edge) => edge.tone !== "belonging" && edge.tells.some((id) => ids.includes(id)));
  const select = (ids) => {
    const here = ids.filter((id) => nodes.get(id));
    const lines = (here.length ? [] : linesOf(ids)).filter((edge) => edges.get(edge.id)).map((edge) => edge.id);
    network.setSelection({ nodes: here, edges: lines }, { highlightEdges: true });
    return here;
  };
  const focus = (id) => network.focus(id, { scale: Math.max(network.getScale(), 0.7), animation: still.matches ? false : { duration: 300 } });

  // ── What is open stands in the address, so that it can be kept, sent, and gone back to.

  let clicked = false;
  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  const parts = () => location.hash.slice(1).split(",").map(decoded).filter((id) => things[id]);
  const open = () => {
    const ids = parts();
    at("panel").replaceChildren(...(ids.length ? ids.map(card) : [overview()]));
    at("panel").scrollTop = 0;
    at("said").textContent = ids.map(nameOf).join(", ");
    const here = select(ids);
    if (here.length === 1 && !clicked) focus(here[0]);
    clicked = false;
  };
  const go = (ids) => {
    if (address(ids) === location.hash) open();
    else location.hash = address(ids);
  };
  addEventListener("hashchange", open);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    clicked = true;
    if (node !== undefined) go([node]);
    else if (edge !== undefined) go(allEdges.get(edge).tells);
    else if (location.hash) go([]);
  });

  // ── Search, legend, table

  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = Object.entries(things).map(([id, thing]) => ({ id, names: [thing.label, ...(thing.aliases || [])] }));
  names.forEach((row) => (row.plain = row.names.map(plain)));
  const rank = (row, query) => Math.min(...row.plain.map((name) => (name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : 9)));
  const find = (query) => {
    const ranked = query ? names.map((row) => [rank(row, query) + (things[row.id].event ? 3 : 0), row]) : [];
    return ranked.filter(([value]) => value < 9).sort((a, b) => a[0] - b[0] || (a[1].id < b[1].id ? -1 : 1)).slice(0, 12).map(([, row]) => row);
  };
  const hit = (row, query) => {
    const alias = row.names.find((name, i) => i && row.plain[i].includes(query));
    const after = [things[row.id].kind, things[row.id].when, alias && `also ${alias}`].filter(Boolean).join(" · ");
    return el("li", {}, el("a", { href: address([row.id]), dir: "auto" }, nameOf(row.id), el("small", { dir: "auto" }, after)));
  };
  const search = () => {
    const query = plain(at("query").value.trim());
    const found = find(query).map((row) => hit(row, query));
    at("found").replaceChildren(...(found.length || !query ? found : [el("li", {}, "Nothing of that name")]));
    at("found").hidden = !query;
  };
  const stopSearch = () => (at("found").hidden = true);
  at("query").addEventListener("input", search);
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
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input")) return;
    event.preventDefault();
    at("query").focus();
  });

  at("legend").open = !narrow.matches;
  at("legend").addEventListener("change", filter);

  const COLUMNS = ["When", "Status", "What", "Who and where", "Sources"];
  const row = (id) => {
    const thing = things[id];
    const who = (thing.roles || []).flatMap(([role, ids]) => [el("small", {}, `${role} `), listed(ids), el("br")]);
    const cited = [...new Set(thing.evidence.map((evidence) => evidence.article))];
    return el("tr", {}, [thing.when || "", badge(thing), to(id), who, cited.map((article) => el("div", { dir: "auto" }, source(article)))]
      .map((cell) => el("td", { dir: "auto" }, cell)));
  };
  const table = () => el("table", {},
    el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, byDay(Object.keys(things).filter((id) => things[id].event)).map(row)));
  at("twin").addEventListener("click", () => {
    const on = at("table").hidden;
    if (!at("table").firstChild) at("table").append(table());
    at("table").hidden = !on;
    at("graph").hidden = at("legend").hidden = on;
    at("twin").setAttribute("aria-pressed", String(on));
  });

  window.graph = network;
  open();
})();
