"""An evaluation as tables: for a terminal, and as a page of HTML."""
