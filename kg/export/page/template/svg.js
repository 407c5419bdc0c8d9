// A drawing context that writes down what is drawn on it: what vis-network and we draw becomes SVG.

const number = (value) => Number(value.toFixed(2));
const writer = (width, height) => {
  const out = [];
  const stack = [];
  let m = [1, 0, 0, 1, 0, 0];
  let path = "";
  let dash = [];
  const [x_, y_] = [
    (x, y) => number(m[0] * x + m[2] * y + m[4]),
    (x, y) => number(m[1] * x + m[3] * y + m[5]),
  ];
  const spot = (x, y) => `${x_(x, y)} ${y_(x, y)}`;
  const size = () => Math.hypot(m[0], m[1]);
  const ctx = {
    written: true,
    globalAlpha: 1,
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    font: "10px sans-serif",
    textAlign: "start",
    textBaseline: "alphabetic",
    lineJoin: "miter",
    canvas: { width, height },
  };
  const saved = [
    "globalAlpha",
    "fillStyle",
    "strokeStyle",
    "lineWidth",
    "font",
    "textAlign",
    "textBaseline",
    "lineJoin",
  ];
  const times = (a, b, c, d, e, f) =>
    (m = [
      m[0] * a + m[2] * b,
      m[1] * a + m[3] * b,
      m[0] * c + m[2] * d,
      m[1] * c + m[3] * d,
      m[0] * e + m[2] * f + m[4],
      m[1] * e + m[3] * f + m[5],
    ]);
  const stroked = () => ({
    fill: "none",
    stroke: ctx.strokeStyle,
    "stroke-width": number(ctx.lineWidth * size()),
    "stroke-opacity": ctx.globalAlpha,
    ...(dash.length ? { "stroke-dasharray": dash.map((one) => number(one * size())).join(" ") } : {}),
  });
  const put = (d, attributes, own) =>
    d &&
    out.push(
      svg(
        "path",
        own
          ? { d, transform: `matrix(${m.map((one) => number(one * 1)).join(" ")})`, ...attributes }
          : { d, ...attributes },
      ),
    );
  const text = (words, x, y, attributes) => {
    const em = parseFloat(ctx.font) * size();
    out.push(
      svg(
        "text",
        {
          x: x_(x, y),
          y: number(y_(x, y) + em * 0.8),
          "font-size": number(em),
          "font-family": FONT,
          "text-anchor": ctx.textAlign === "center" ? "middle" : "start",
          "stroke-linejoin": "round",
          ...attributes,
        },
        words,
      ),
    );
  };
  return Object.assign(ctx, {
    save: () => stack.push([m, dash, Object.fromEntries(saved.map((name) => [name, ctx[name]]))]),
    restore: () => {
      const [matrix, dashes, values] = stack.pop();
      [m, dash] = [matrix, dashes];
      Object.assign(ctx, values);
    },
    translate: (x, y) => times(1, 0, 0, 1, x, y),
    scale: (x, y) => times(x, 0, 0, y, 0, 0),
    beginPath: () => (path = ""),
    closePath: () => (path += path && "Z"),
    moveTo: (x, y) => (path += `M${spot(x, y)}`),
    lineTo: (x, y) => (path += `L${spot(x, y)}`),
    quadraticCurveTo: (a, b, x, y) => (path += `Q${spot(a, b)} ${spot(x, y)}`),
    bezierCurveTo: (a, b, c, d, x, y) => (path += `C${spot(a, b)} ${spot(c, d)} ${spot(x, y)}`),
    arc: (x, y, r) =>
      (path += `M${spot(x - r, y)}A${number(r * size())} ${number(r * size())} 0 1 0 ${spot(x + r, y)}A${number(r * size())} ${number(r * size())} 0 1 0 ${spot(x - r, y)}`),
    setLineDash: (dashes) => (dash = dashes),
    getLineDash: () => dash,
    fill: (d) =>
      put(
        typeof d === "string" ? d : path,
        { fill: ctx.fillStyle, "fill-opacity": ctx.globalAlpha },
        typeof d === "string",
      ),
    stroke: (d) =>
      typeof d === "string"
        ? put(
            d,
            {
              ...stroked(),
              "stroke-width": number(ctx.lineWidth),
              ...(dash.length ? { "stroke-dasharray": dash.map(number).join(" ") } : {}),
            },
            true,
          )
        : put(path, stroked()),
    fillRect: (x, y, w, h) =>
      out.push(
        svg("rect", {
          x: x_(x, y),
          y: y_(x, y),
          width: number(w * size()),
          height: number(h * size()),
          fill: ctx.fillStyle,
          "fill-opacity": ctx.globalAlpha,
        }),
      ),
    fillText: (words, x, y) => text(words, x, y, { fill: ctx.fillStyle }),
    strokeText: (words, x, y) =>
      text(words, x, y, {
        fill: "none",
        stroke: ctx.strokeStyle,
        "stroke-width": number(ctx.lineWidth * size()),
      }),
    measureText: (words) => ({ width: widthOf(words) * parseFloat(ctx.font) }),
    out,
  });
};
const drawnAsSvg = () => {
  const { width, height, left, top, scale } = viewNow();
  const ctx = writer(width, height);
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.scale(scale, scale);
  ctx.translate(-left, -top);
  network.renderer._drawEdges(ctx);
  network.renderer._drawNodes(ctx);
  network.renderer._drawArrows(ctx);
  overlay(ctx);
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svg("title", {}, document.title),
    ctx.out,
  );
};
