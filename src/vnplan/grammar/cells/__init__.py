"""Phrases of table cells: ordinals, marks, joint roles, persons, and how well words fit a column."""
