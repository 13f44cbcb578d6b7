"""Showing graphs on the terminal, with colours where it has them and in plain text where there is none."""
