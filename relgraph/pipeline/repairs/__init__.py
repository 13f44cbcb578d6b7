"""Mending what comes in wrong: text before it is parsed, and what the parser hung in the wrong place."""
