"""A text → sentences, trees, names and times; the only package that knows spaCy."""
