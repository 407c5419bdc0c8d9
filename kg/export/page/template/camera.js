// The camera: what is in view, what a frame draws over it, and how many nodes move without being drawn anew.

const MANY = 700;
let labels = [];
let labelsFor = "";
let moving = false;
const viewNow = () => {
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  return {
    left,
    top,
    scale: network.getScale(),
    width: at("graph").clientWidth,
    height: at("graph").clientHeight,
  };
};
const fit = (some = [...shownIds]) => {
  const spots = some.map((n) => nodes.get(n)).filter(Boolean);
  const [width, height] = [at("graph").clientWidth, at("graph").clientHeight];
  if (!spots.length || !width) return;
  const side = (values) => [Math.min(...values), Math.max(...values)];
  const [left, right] = side(spots.map(({ x }) => x));
  const [top, bottom] = side(spots.map(({ y }) => y));
  const room = { x: Math.min(60, width / 9), top: 30, bottom: 58 };
  const scale = Math.min(
    (width - 2 * room.x) / Math.max(right - left, 1),
    (height - room.top - room.bottom) / Math.max(bottom - top, 1),
    1.3,
  );
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
  const key = [
    view.scale,
    Math.round(view.left * view.scale),
    Math.round(view.top * view.scale),
    view.width,
    [...(lit || [])].join(),
  ].join("|");
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
let drawnFrom = null;
let isTaken = false;
const isMany = () => shownIds.size > MANY;
const isCoasting = () => drawnFrom !== null && isMany() && (moving || network.renderer.zooming);
const drawnAnew = () => {
  if (isCoasting()) return;
  drawnFrom = viewNow();
  isTaken = false;
};
// Before the last drawing is wiped off; it is costly, and most drawings are never moved.
const takePicture = () => {
  if (!isCoasting() || isTaken) return;
  const { canvas } = network.canvas.frame;
  [snapshot.width, snapshot.height] = [canvas.width, canvas.height];
  snapshot.getContext("2d").drawImage(canvas, 0, 0);
  isTaken = true;
};
const movePicture = (ctx) => {
  if (!isCoasting()) return;
  const { left, top, scale, width } = drawnFrom;
  const ratio = snapshot.width / width;
  ctx.drawImage(
    snapshot,
    left,
    top,
    snapshot.width / ratio / scale,
    snapshot.height / ratio / scale,
  );
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
network.on("initRedraw", takePicture);
network.on("beforeDrawing", movePicture);
network.on("afterDrawing", drawnAnew);
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
