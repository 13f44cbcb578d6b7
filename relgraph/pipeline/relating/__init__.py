"""Matching frames: which words of a text say a relation, and who fills their slots."""
