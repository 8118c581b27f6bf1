"""Letterhead and closing block."""
