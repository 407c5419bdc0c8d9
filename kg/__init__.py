"""kg turns diplomatic news into a knowledge graph that an analyst can cite."""
