"""HTML of sites, with the frames of their pages."""
