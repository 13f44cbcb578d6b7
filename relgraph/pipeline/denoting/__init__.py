"""Whom a noun phrase means by its own words: whose it is, of whom it is a part, groups that have no name."""
