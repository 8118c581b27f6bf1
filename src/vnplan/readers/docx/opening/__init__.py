"""The file of a Word document: bytes -> its parts, whatever it is wrapped in."""
