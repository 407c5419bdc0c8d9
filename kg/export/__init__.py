"""A resolved world → files: one module for each format."""
