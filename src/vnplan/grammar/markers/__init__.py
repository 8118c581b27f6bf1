"""Markers of items, and how a row of markers is read as a tree."""
