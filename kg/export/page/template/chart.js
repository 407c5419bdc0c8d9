// The timeline as a drawing of its own: what the style sheet says of its parts is written into each of them.

const STYLES = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"],
  ...["opacity", "stroke-opacity", "font-size"],
];
const NAMES = { width: 150, top: 10, size: 13, small: 11 };
const KEY = { height: 34, width: 130 };
const styled = (part) => {
  const copy = part.cloneNode(true);
  const [shown, written] = [part, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  shown.forEach((one, i) => {
    const style = getComputedStyle(one);
    STYLES.forEach((name) => written[i].setAttribute(name, style.getPropertyValue(name)));
  });
  copy.querySelectorAll("a").forEach((mark) => mark.removeAttribute("href"));
  copy.querySelectorAll(".touch").forEach((spot) => spot.remove());
  return copy;
};
const written = (words, y, size, fill, x = 10) => svg("text", { x, y, "font-size": size, fill }, words);
const chartRow = (lane, y) => {
  const [part, name] = [styled(lane.querySelector("svg")), lane.querySelector("h3 a")];
  adorned(part, { x: NAMES.width, y }, []);
  const without = lane.querySelector("h3 small").textContent;
  return [
    part,
    written(name.textContent, y + 15, NAMES.size, palette.ink),
    written(without, y + 30, NAMES.small, palette.soft),
  ];
};
const chartKey = (y) =>
  ON_TIMELINE.map((type, i) => {
    const x = NAMES.width + NAMES.top + i * KEY.width;
    const shape = { d: look.shapes[look.families[type].shape], fill: look.families[type].colour, stroke: palette.soft };
    return [
      svg("path", { ...shape, transform: `translate(${x} ${y}) scale(.8)` }),
      written(look.titles[type], y + 4, NAMES.small, palette.soft, x + 14),
    ];
  });
const timelineAsSvg = () => {
  const [ruler, ...lanes] = at("table").querySelectorAll(".timeline > svg, .timeline > .lane");
  let y = NAMES.top + Number(ruler.getAttribute("height"));
  const rows = lanes.map((lane) => {
    const row = chartRow(lane, y);
    y += Math.max(36, Number(lane.querySelector("svg").getAttribute("height")));
    return row;
  });
  const [width, height] = [NAMES.width + Number(ruler.getAttribute("width")) + NAMES.top, y + KEY.height];
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT },
    svg("title", {}, document.title),
    svg("rect", { width, height, fill: palette.paper }),
    adorned(styled(ruler), { x: NAMES.width, y: NAMES.top }, []),
    rows,
    chartKey(y + KEY.height / 2),
  );
};
