"""Network views of the resolved world, and what they tell."""
