"""The words of the genre, each in one place: rows of data, and the patterns that are built from them."""
