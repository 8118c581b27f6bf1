"""What is said about finished plans: comparisons, reconciliations, explanations."""
