"""Sums of money and figures."""
