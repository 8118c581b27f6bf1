"""One agency: registered names, names of open classes, names of units."""
