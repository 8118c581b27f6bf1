"""What is attached to the main document (phụ lục, văn bản ban hành kèm theo)."""
