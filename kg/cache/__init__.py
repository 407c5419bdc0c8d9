"""What was worked out before and need not be again: the readings of articles, kept beside the exports."""
