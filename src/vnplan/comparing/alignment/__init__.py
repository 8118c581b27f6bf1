"""Which tasks of several plans are one matter."""
