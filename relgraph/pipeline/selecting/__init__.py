"""Which of the relations that frames find are meant: senses, hollow words, refusals, how sure each one is."""
