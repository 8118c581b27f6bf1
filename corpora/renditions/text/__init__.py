"""Plain text: copies of sites, dumps of pages, files in font encodings."""
