"""Tasks made ready to be compared: terms, weights, fields of work."""
