"""What is made of the ontology for others: a page to read, and the ready questions in SHACL's terms."""
