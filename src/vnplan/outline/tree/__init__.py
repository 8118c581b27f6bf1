"""The section tree of one part."""
