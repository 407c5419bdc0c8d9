// Elements: whatever a text says enters the page as text, here and nowhere else.

const at = (id) => document.getElementById(id);
const filled = (children) =>
  children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== "");
const adorned = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...filled(children));
  return element;
};
const el = (tag, attributes, ...children) => adorned(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  adorned(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
// Words of a text among words of ours: marks that turn the line round end with them.
const own = (words) => el("bdi", {}, words);
const button = (words, act, attributes) => {
  const made = el("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
};
const say = (words) => (at("said").textContent = words);
const narrow = matchMedia("(max-width: 760px)");
const crowded = matchMedia("(max-width: 1120px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
