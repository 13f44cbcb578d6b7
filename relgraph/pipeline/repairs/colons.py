"""What a colon announces: "was founded to serve two *ends*: contain Chile and arm Peru" says who is to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_BARE = frozenset({"VB", "VBP"})
_NEAR = 5


def name_ends(doc: Doc, words: Words) -> None:
    """Hang bare verbs behind a colon on the clause that announces them, of which the parser made a quotation."""
    for colon in doc.occurrences((":",)):
        if colon.i + 1 >= colon.sent.end:
            continue
        verb = doc[colon.i + 1]
        if verb.dep_ != "ROOT" or verb.tag_ not in _BARE or not _announces_ends(doc, colon, words):
            continue
        clause = next((child for child in verb.lefts if child.dep_ == "ccomp" and _has_subject(child)), None)
        if clause is not None and not _has_subject(verb):
            hang(clause, clause, "ROOT")
            hang(verb, clause, "conj")


def _announces_ends(doc: Doc, colon: Token, words: Words) -> bool:
    before = doc[max(colon.sent.start, colon.i - _NEAR) : colon.i]
    return any(token.base in words["nouns.ends"] and token.tag_ in ("NN", "NNS") for token in before)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.lefts)
