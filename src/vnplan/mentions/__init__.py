"""Names of agencies in running text and in cells."""
