"""Actors by their names: found by the gazetteer, by the model or by grammar, and which names mean the same one."""
