"""Letters: what is stored, what is folded for search, and the way back."""
