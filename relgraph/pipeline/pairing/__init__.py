"""Typing a given pair of spans: what frames and a small learned model say about it."""
