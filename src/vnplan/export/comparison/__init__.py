"""A comparison as rows, frames and a page."""
