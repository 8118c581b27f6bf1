"""Tasks in prose."""
