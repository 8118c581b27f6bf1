"""Markdown as people and converters write it: the lines of a text -> blocks, its marks as furniture."""
