"""Ruling lines and words of PDF pages -> tables."""
