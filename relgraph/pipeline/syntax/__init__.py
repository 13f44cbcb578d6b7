"""Who stands where in a sentence: subjects, objects, controlled verbs, prepositional phrases, what is negated."""
