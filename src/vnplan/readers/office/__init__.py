"""Old office formats, by way of other programs."""
