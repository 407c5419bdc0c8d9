"""A file → an `Article`: its text to the letter, and what is known of its publication."""
