"""Names of bodies in running text and in cells."""
