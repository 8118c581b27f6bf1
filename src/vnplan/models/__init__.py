"""The words we all share: small frozen nouns, data and validation only.

Import each from its own module; this package binds nothing, so that using one
model does not build them all.
"""
