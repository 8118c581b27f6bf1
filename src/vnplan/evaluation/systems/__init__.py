"""Systems to measure: the table of those that are known, and an adapter for each.

Every adapter is a module with ``reader(options)``, which gives what reads one rendition. It answers only what its
system can tell, and leaves all other aspects ``None``.
"""
