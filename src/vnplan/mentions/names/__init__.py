"""One body: registered names, names of open classes, names of units."""
