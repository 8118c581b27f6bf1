"""What a terminal shows: aligned tables of plans, citations and comparisons."""
