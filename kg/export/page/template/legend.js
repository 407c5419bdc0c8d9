// The legend: it names shapes, colours and lines, and switches types and statuses on and off.

const boxes = (kind) => [...document.querySelectorAll(`#legend input[data-${kind}]`)];
const readLegend = () => {
  const on = (kind) =>
    boxes(kind)
      .filter((box) => box.checked)
      .map((box) => box.dataset[kind]);
  const unlisted = TYPES.filter((type) => !boxes("type").some((box) => box.dataset.type === type));
  change({ types: new Set([...on("type"), ...unlisted]), statuses: new Set(on("status")) });
};
const showLegend = () => {
  boxes("type").forEach((box) => (box.checked = state.types.has(box.dataset.type)));
  boxes("status").forEach((box) => (box.checked = state.statuses.has(box.dataset.status)));
  at("drawn").textContent =
    `Drawn: ${shownIds.size} of ${nodes.size} nodes. Search and table have all ${things.length} things.`;
  at("whole").hidden = !hasCore;
  at("whole").textContent = state.whole ? "Show the core only" : `Show all ${nodes.size} nodes`;
  at("whole").setAttribute("aria-pressed", String(state.whole));
};
at("legend").open = !crowded.matches;
at("legend").addEventListener("change", readLegend);
at("whole").addEventListener("click", () => change({ whole: !state.whole }));
at("reset").addEventListener("click", () =>
  change({ types: new Set(TYPES), statuses: new Set(STATUSES), from: "", to: "", undated: true, focus: 0 }),
);
