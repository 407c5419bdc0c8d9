// What is shown follows the state; the state follows clicks, keys and the address.

let clicked = false;
const FILTERS = ["from", "to", "undated", "types", "statuses"];
const FRAMED = ["focus", "whole", "path", ...(hasCore ? FILTERS : [])];
const differs = (before, fields) =>
  !before ||
  fields.some(
    (name) =>
      String(before[name] instanceof Set ? [...before[name]] : before[name]) !==
      String(state[name] instanceof Set ? [...state[name]] : state[name]),
  );
const select = () => {
  const here = state.node.filter((n) => shownIds.has(n));
  const drawn = here.length
    ? []
    : lines.filter(
        (line) => !isTie(line) && lineSet.get(line.id) && line.tells.some((n) => state.node.includes(n)),
      );
  network.setSelection({ nodes: here, edges: drawn.map((line) => line.id) }, { highlightEdges: false });
  return here;
};
const frame = (before, here) => {
  if (pathNow()) fit(pathNow().map(({ n }) => n));
  else if (!before || differs(before, FRAMED) || (state.focus && differs(before, ["node"]))) fit();
  else if (differs(before, ["grown"])) fit();
  if (here.length === 1 && !clicked && !state.focus) focusOn(here[0]);
};
const put = (before) => {
  if (differs(before, FILTERS)) filter();
  place();
  if (!before || before.view !== state.view || differs(before, [...FILTERS, "node"])) showTable();
  if (!before || differs(before, FILTERS)) showTime();
  showLegend();
  showSaves();
  const here = select();
  if (!state.view) frame(before, here);
  if (!before || differs(before, ["node", "path", "focus", "grown", ...FILTERS])) openPanel();
  if (before)
    say(state.path.length === 2 ? "Path" : state.node.map(nameOf).join(", ") || `${shownIds.size} nodes`);
  clicked = false;
};
// Many changes, one drawing.
const show = (before) => {
  network.body.emitter.emit("_blockRedraw");
  put(before);
  network.body.emitter.emit("_allowRedraw");
  light();
};
network.on("click", ({ nodes: [node], pointer: { DOM: spot }, event }) => {
  clicked = true;
  const line = node === undefined ? nearestLine(spot) : null;
  const { shiftKey, ctrlKey, metaKey } = event.srcEvent || {};
  const from = drawnOf(state.node)[0];
  if (node !== undefined && shiftKey && from !== undefined && from !== node)
    change({ path: [from, node], node: [] });
  else if (node !== undefined && (ctrlKey || metaKey))
    change({
      node: state.node.includes(node) ? state.node.filter((one) => one !== node) : [...state.node, node],
      path: [],
    });
  else if (node !== undefined) open([node]);
  else if (line) open(line.tells);
  else if (state.node.length && state.path.length !== 1) go([]);
  else clicked = false;
});
const theme = () => {
  readPalette();
  network.redraw();
};
dark.addEventListener("change", theme);
let width = 0;
new ResizeObserver(() => {
  if (at("graph").clientWidth && at("graph").clientWidth !== width) fit();
  showTime();
  width = at("graph").clientWidth;
}).observe(at("graph"));
readPalette();
state = stateIn(location.hash);
const isShown = () => (document.documentElement.dataset.drawn = "yes");
network.once("afterDrawing", isShown);
show(null);
if (state.view) isShown();
width = at("graph").clientWidth;
window.graph = network;
