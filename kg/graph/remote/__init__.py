"""Servers that the user names: asking them, sending them the graph, and bringing it from there."""
