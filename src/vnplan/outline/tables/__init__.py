"""Tables: put back where they were flattened, and given a shape."""
