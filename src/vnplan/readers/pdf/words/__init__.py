"""Characters of PDF pages -> words, lines, paragraphs."""
