"""Phrases that hand out work: whom they address, who leads, when it is due, where reports go."""
