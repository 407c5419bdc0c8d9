// Saved: what is seen as PNG or SVG, what is selected as CSV.

const SHARPNESS = 2;

const save = (name, blob) => {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  at("save").open = false;
  say(`${name} saved`);
};
const saveAsPicture = (name, drawn, width, height) => {
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [width, height];
  const ctx = picture.getContext("2d");
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(drawn, 0, 0, width, height);
  picture.toBlob((blob) => save(name, blob));
};
const saveTimelinePicture = () => {
  const [drawing, image] = [timelineAsSvg(), new Image()];
  image.addEventListener("load", () => {
    saveAsPicture("timeline.png", image, SHARPNESS * image.width, SHARPNESS * image.height);
    URL.revokeObjectURL(image.src);
  });
  image.src = URL.createObjectURL(asFile(drawing));
};
const savePicture = () => {
  if (state.view === "timeline") return saveTimelinePicture();
  const drawn = at("graph").querySelector("canvas");
  saveAsPicture("graph.png", drawn, drawn.width, drawn.height);
};

const XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const asFile = (drawing) => {
  const text = new XMLSerializer().serializeToString(drawing).replace(XML, "");
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: "image/svg+xml" });
};
const saveDrawing = () =>
  state.view === "timeline"
    ? save("timeline.svg", asFile(timelineAsSvg()))
    : save("graph.svg", asFile(drawnAsSvg()));
// A table is no drawing.
const showSaves = () =>
  ["png", "svg"].forEach(
    (kind) => (at(`save-${kind}`).hidden = Boolean(state.view) && state.view !== "timeline"),
  );

// One row for each sentence of what is selected: of an event itself, of an actor its events.
const HEADS = [
  "id",
  "type",
  "name",
  "status",
  "from",
  "to",
  "roles",
  "article",
  "published",
  "link",
  "sentence",
  "publisher",
  "said by",
  "worked out",
];
const selected = () => {
  const some = pathNow()
    ? pathNow().flatMap(({ n, line }) => [n, ...(line ? line.tells : [])])
    : state.node.length
      ? state.node
      : [...passing];
  const told = some.flatMap((n) =>
    things[n].event
      ? [n]
      : state.node.length || pathNow()
        ? [n, ...eventsOf(n).filter((event) => passing.has(event))]
        : [n],
  );
  return [...new Set(told)].sort((a, b) => a - b);
};
// A sheet takes what begins so for a formula.
const cell = (value) => {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const workedOut = (thing, article) =>
  [thing.inferred ? "event" : "", article && isWorkedOut(article) ? "article" : ""].filter(Boolean).join(", ");
const rowsOf = (n) => {
  const thing = things[n];
  const roles = (thing.roles || [])
    .map(([role, some]) => `${role}: ${some.map(nameOf).join(", ")}`)
    .join("; ");
  const own = [thing.id, thing.kind, thing.label, thing.status, thing.first, lastDay(thing), roles];
  const told = thing.evidence || [];
  if (!told.length) return [[...own, "", "", "", "", "", "", workedOut(thing)]];
  return told.map((i) => {
    const [number, , , quote] = sentences[i];
    const article = articles[number];
    const day = article.published || article.inferred;
    const said = voicesOf(i).join("; ");
    return [...own, article.id, day, article.link, quote, article.publisher, said, workedOut(thing, article)];
  });
};
const saveRows = () => {
  const rows = [HEADS, ...selected().flatMap(rowsOf)];
  save(
    "graph.csv",
    new Blob(["\ufeff", rows.map((row) => row.map(cell).join(",")).join("\r\n"), "\r\n"], {
      type: "text/csv;charset=utf-8",
    }),
  );
};
addEventListener("click", (event) => event.target.closest("#save") || (at("save").open = false));
at("save-png").addEventListener("click", savePicture);
at("save-svg").addEventListener("click", saveDrawing);
at("save-csv").addEventListener("click", saveRows);
