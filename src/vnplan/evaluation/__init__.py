"""Systems measured against documents annotated by hand: gold, what a system reads, what counts, scores.

Import each from its own module; this package binds nothing, so that a part is used without the others.
"""
