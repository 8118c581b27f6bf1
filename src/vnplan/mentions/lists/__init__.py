"""Several agencies named at once: groups, lists of units, lists after one head word."""
