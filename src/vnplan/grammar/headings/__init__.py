"""Phrases of headings and titles."""
