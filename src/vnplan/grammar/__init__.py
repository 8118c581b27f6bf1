"""Phrases: each notion has its pattern and the reader of its value side by side."""
