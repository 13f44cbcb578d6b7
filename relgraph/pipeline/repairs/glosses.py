"""What somebody calls so: "protested against *what it called* an attack by Chad" is about the attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_CLAUSES = frozenset({"pcomp", "ccomp", "dobj", "pobj"})
_LINKS = frozenset({"as", "be", "to"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASES = frozenset({"prep", "agent"})


def unwrap(doc: Doc, words: Words) -> None:
    """Hang what somebody calls something on what governs the clause; `Doc.glosses` gets the verb that calls it so."""
    for what in doc.occurrences(("what",)):
        verb = what.head
        if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES or verb.lemma_ not in words["verbs.glossing"]:
            continue
        named = _named(verb)
        governor = verb.head
        if named is None or what.i > verb.i or governor.i >= what.i:
            continue
        rest = [child for child in verb.children if child.i > named.i and child.dep_ in _PHRASES]
        hang(named, governor, "pobj" if governor.pos_ == "ADP" else "dobj")
        for phrase in rest:
            hang(phrase, named)
        above = governor if governor.pos_ in ("VERB", "AUX") else governor.head
        hang(verb, above, "parataxis")
        doc.glosses[named.i] = verb


def _named(verb: Token) -> Token | None:
    """Return what the verb calls it: the noun right after it, or after "as", "were" or "to be"."""
    token = verb
    while True:
        rights = token.rights
        noun = next((child for child in rights if child.pos_ in _NOUNS), None)
        if noun is not None:
            return noun
        link = next((child for child in rights if child.lemma_ in _LINKS), None)
        if link is None:
            return None
        token = link
