"""Whom pronouns and definite nouns mean by what the text has said before."""
