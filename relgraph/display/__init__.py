"""Showing graphs to people."""
