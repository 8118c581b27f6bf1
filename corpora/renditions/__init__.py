"""Renditions of the gold pack: one module a family; ``table`` names them, ``files`` writes them."""
