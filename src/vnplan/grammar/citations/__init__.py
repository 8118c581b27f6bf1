"""Phrases that cite other documents."""
