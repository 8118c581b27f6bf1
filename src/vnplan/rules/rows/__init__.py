"""Rows of tables: tasks, targets, budgets."""
