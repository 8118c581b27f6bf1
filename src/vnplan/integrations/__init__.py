"""Doors to other libraries; nothing here is imported before it is asked for."""
