"""`python -m kg.export.ontology`: make the page and the questions anew, beside the ontology."""

from __future__ import annotations

from kg.export.ontology.executables import QUERIES, executables
from kg.export.ontology.page import PAGE, ontology_page
from kg.files import write_atomically
from kg.graph.ontology import ontology_directory

if __name__ == "__main__":
    write_atomically(ontology_directory() / PAGE, ontology_page())
    write_atomically(ontology_directory() / QUERIES, executables())
