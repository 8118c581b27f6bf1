"""What stands in a document and was not understood: findings come in, words that promised a value go out.

These rules run last. Each asks for one kind of value by signs of its own (role
words, a column's heading, the shape of a number), and points at the words whose
sign is there while no finding covers them. A remark lies on one paragraph or
cell, never on a section.
"""
