"""What counts: two sides of a document -> items of each aspect, told apart by value and place."""
