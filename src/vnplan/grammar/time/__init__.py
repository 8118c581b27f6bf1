"""Dates, periods and time frames."""
