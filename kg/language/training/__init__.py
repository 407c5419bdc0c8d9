"""How the English pipeline is trained and scored; not needed at run time."""
