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
