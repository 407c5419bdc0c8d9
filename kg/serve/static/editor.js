// The editor: asks this server and nobody else, with the ready questions at hand.
"use strict";

const known = JSON.parse(document.getElementById("known").textContent);
const choice = document.getElementById("example");
const endpoint = new URL("/sparql", location.href).href;
const first = known.examples.find((example) => example.name === "who-met-whom") || known.examples[0];

// Completion would ask prefix.cc and lov.linkeddata.es; the names of variables need nobody.
const library = window.Yasgui.default || window.Yasgui;
library.Yasqe.defaults.autocompleters = ["variables"];

const yasgui = new library(document.getElementById("yasgui"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  persistenceId: null,
  yasqe: { value: first ? first.text : "SELECT * { ?s ?p ?o } LIMIT 10" },
  yasr: { prefixes: known.prefixes },
});

choice.disabled = false;
choice.addEventListener("change", () => {
  const example = known.examples.find(({ name }) => name === choice.value);
  if (!example) return;
  const tab = yasgui.getTab() || yasgui.addTab(true);
  tab.setQuery(example.text);
  tab.query();
});
document.getElementById("plain").hidden = true;

// A thing of this graph is looked at here; its IRI may lead nowhere else yet.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a.iri");
    const base = known.prefixes.kgid;
    if (link && link.href.startsWith(base)) link.href = `/id/${link.href.slice(base.length)}`;
  },
  true,
);
