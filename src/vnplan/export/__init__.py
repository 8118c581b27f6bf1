"""What we do with a finished plan to hand it on: files, tables, frames, words."""
