"""Phrases of letterhead and closing block, and what opens a paragraph."""
