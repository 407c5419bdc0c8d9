"""The graph: the resolved world as RDF, its store, its questions, its checks."""
