"""The graph over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol (read), and a page for each thing."""
