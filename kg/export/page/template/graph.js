// The graph: vis-network holds the camera, the nodes and the lines; shapes and labels are our own.

const MANY = 700;
const ROOM_OF_A_NODE = 6500;
const nodeSet = new vis.DataSet();
const lineSet = new vis.DataSet();
const WIDTHS = { role: 1, belonging: 0.7 };
let labels = [];
let labelsFor = "";
let moving = false;
let ranked = [];
let shownIds = new Set();

const drawNode = ({ ctx, id, state: { selected } }) => {
  const node = nodes.get(id);
  const scale = network.getScale();
  const radius = radiusOf(node, scale);
  const shape = network.body.nodes[id].shape;
  shape.width = shape.height = 2 * Math.max(radius, 5 / scale);
  return { drawNode: () => isCoasting() || drawShape(ctx, node, radius, scale, selected), nodeDimensions: { width: shape.width, height: shape.height } };
};
const asNode = (n) => ({ id: n, x: nodes.get(n).x, y: nodes.get(n).y, shape: "custom", ctxRenderer: drawNode, size: 20, title: tip([things[n].label, things[n].when]) });
const bendOf = ({ bend }) => (bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false);
const tip = (parts) => filled(parts).join("\n");
const asLine = (line) => ({
  id: line.id, from: line.from, to: line.to, smooth: bendOf(line), dashes: look.dashes[line.status] || false,
  color: { color: look.tones[line.tone], opacity: isTie(line) ? 0.55 : 0.85, highlight: CHOSEN, hover: look.tones[line.tone] },
  width: (WIDTHS[line.tone] || 1.2 + 0.8 * Math.sqrt(line.tells.length)) * Math.sqrt(crowd),
  arrows: { to: { enabled: Boolean(line.arrow), scaleFactor: 0.45 * Math.sqrt(crowd) } },
  title: isTie(line) ? tip([`${things[line.from].label}: ${look.titles[line.tone].toLowerCase()}`]) : tip(line.tells.slice(0, 6).map((n) => things[n].label)),
});

const network = new vis.Network(at("graph"), { nodes: nodeSet, edges: lineSet }, drawing.options);
const sync = (set, wanted, make) => {
  const had = new Set(set.getIds());
  const gone = [...had].filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  const added = [...wanted].filter((id) => !had.has(id));
  if (added.length) set.add(added.map(make));
};
// The core has places of its own; what grows around it stands about those it grew from.
const inCoreFrame = () => hasCore && !state.whole && !state.focus && !state.path.length;
const TURN = 2.399963;
const aboutItsNeighbours = (n, turns) => {
  const near = neighbours(n).filter((one) => shownIds.has(one) && nodes.get(one).core);
  const middle = (side) => near.reduce((sum, one) => sum + nodes.get(one).atCore[side], 0) / (near.length || 1);
  const turn = turns.get(near[0]) || 0;
  turns.set(near[0], turn + 1);
  const away = near.length === 1 ? 30 + 8 * Math.sqrt(turn) : 12;
  return [middle(0) + away * Math.cos(turn * TURN), middle(1) + away * Math.sin(turn * TURN)];
};
const settle = () => {
  const turns = new Map();
  const core = inCoreFrame();
  const moved = [];
  for (const n of shownIds) {
    const node = nodes.get(n);
    const [x, y] = core ? (node.core ? node.atCore : aboutItsNeighbours(n, turns)) : node.atWhole;
    if (node.x === x && node.y === y) continue;
    Object.assign(node, { x, y });
    if (nodeSet.get(n)) moved.push({ id: n, x, y });
  }
  if (moved.length) nodeSet.update(moved);
};
const place = () => {
  lit = null;
  shownIds = shownNodes();
  const drawn = new Set(lines.filter((line) => shownIds.has(line.from) && shownIds.has(line.to) && linePasses(line)).map((line) => line.id));
  ranked = [...shownIds].map((n) => nodes.get(n)).sort((a, b) => radiusAtFirst(b) - radiusAtFirst(a) || b.weight - a.weight || a.id - b.id);
  const area = at("graph").clientWidth * at("graph").clientHeight || 1e5;
  crowd = Math.min(1, Math.max(0.25, Math.sqrt(area / ROOM_OF_A_NODE / Math.max(shownIds.size, 1))));
  settle();
  Object.assign(network.renderer.options, { hideEdgesOnDrag: isMany(), hideEdgesOnZoom: isMany() });
  labelsFor = "";
  sync(nodeSet, shownIds, asNode);
  sync(lineSet, drawn, (id) => asLine(lines[id]));
};

const viewNow = () => {
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  return { left, top, scale: network.getScale(), width: at("graph").clientWidth, height: at("graph").clientHeight };
};
const fit = (some = [...shownIds]) => {
  const spots = some.map((n) => nodes.get(n)).filter(Boolean);
  const [width, height] = [at("graph").clientWidth, at("graph").clientHeight];
  if (!spots.length || !width) return;
  const side = (values) => [Math.min(...values), Math.max(...values)];
  const [left, right] = side(spots.map(({ x }) => x));
  const [top, bottom] = side(spots.map(({ y }) => y));
  const room = { x: Math.min(60, width / 9), top: 30, bottom: 58 };
  const scale = Math.min((width - 2 * room.x) / Math.max(right - left, 1), (height - room.top - room.bottom) / Math.max(bottom - top, 1), 1.3);
  firstScale = scale;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + (room.bottom - room.top) / 2 / scale };
  network.moveTo({ position: middle, scale, animation: false });
};
const isIn = (n) => {
  const { x, y } = network.canvasToDOM(nodes.get(n));
  return x > 20 && y > 20 && x < at("graph").clientWidth - 20 && y < at("graph").clientHeight - 40;
};
const focusOn = (n) => {
  if (isIn(n)) return;
  network.moveTo({ position: nodes.get(n), animation: still.matches ? false : { duration: 300 } });
};

const labelsNow = () => {
  const view = viewNow();
  const key = [view.scale, Math.round(view.left * view.scale), Math.round(view.top * view.scale), view.width, [...(lit || [])].join()].join("|");
  if (key !== labelsFor && !(moving && labels.length)) {
    labels = placed(ranked, lit, view);
    labelsFor = key;
  }
  return labels;
};
const overlay = (ctx) => {
  if (isCoasting()) return;
  const scale = network.getScale();
  const now = labelsNow();
  now.filter(({ id }) => !lit || !lit.has(id)).forEach((label) => drawLabel(ctx, label, scale));
  if (lit) spotlight(ctx, now, scale);
};
network.on("afterDrawing", overlay);

// While many nodes move, the last picture of them moves; they are drawn anew when they rest.
const snapshot = document.createElement("canvas");
let taken = null;
const isMany = () => shownIds.size > MANY;
const isCoasting = () => taken !== null && isMany() && (moving || network.renderer.zooming);
const keepPicture = (ctx) => {
  if (!isMany() || isCoasting()) return;
  [snapshot.width, snapshot.height] = [ctx.canvas.width, ctx.canvas.height];
  snapshot.getContext("2d").drawImage(ctx.canvas, 0, 0);
  taken = viewNow();
};
const movePicture = (ctx) => {
  if (!isCoasting()) return;
  const { scale } = taken;
  const ratio = snapshot.width / taken.width;
  ctx.drawImage(snapshot, taken.left, taken.top, snapshot.width / ratio / scale, snapshot.height / ratio / scale);
};
let rest = 0;
const drawAfterRest = () => {
  clearTimeout(rest);
  rest = setTimeout(() => {
    const wasMoving = moving;
    moving = false;
    network.renderer._redraw();
    moving = wasMoving;
  }, 160);
};
network.on("beforeDrawing", movePicture);
network.on("afterDrawing", keepPicture);
network.on("dragStart", () => (moving = true));
network.on("dragging", () => isMany() && drawAfterRest());
network.on("dragEnd", () => {
  clearTimeout(rest);
  moving = false;
  network.redraw();
});

const nearestLine = (spot) => {
  const scale = network.getScale();
  const { x, y } = network.DOMtoCanvas(spot);
  let [best, nearest] = [null, 8 / scale];
  for (const id of lineSet.getIds()) {
    const edge = network.body.edges[id];
    const distance = edge.edgeType.getDistanceToEdge(edge.from.x, edge.from.y, edge.to.x, edge.to.y, x, y);
    if (distance < nearest) [best, nearest] = [lines[id], distance];
  }
  return best;
};
