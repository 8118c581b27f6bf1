"""Text files: plain, Markdown, layout text."""
