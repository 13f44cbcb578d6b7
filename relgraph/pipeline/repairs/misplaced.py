"""Phrases and clauses that the parser hung on a noun beside them: on a time, on the first of two, on a treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_NATIONS = frozenset({"NORP", "GPE"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TO_VERB = ("with", "to", "against", "from")
_BOND = frozenset(
    {"treaty", "oath", "law", "honour", "honor", "duty", "pact", "agreement", "alliance", "contract", "charter"}
)
_BINDING = frozenset({"bind", "oblige", "obligate", "commit", "require", "pledge"})


def replace_misplaced(doc: Doc, words: Words) -> None:
    """Hang such phrases on what they belong to."""
    for phrase in doc.occurrences(_TO_VERB):
        _off_time(phrase, words)
    for phrase in doc.occurrences(("from",)):
        _on_second(phrase)
    for bond in doc:
        if bond.lower_ in _BOND and bond.dep_ == "pobj" and bond.head.lower_ == "by":
            _off_bond(bond)


def _off_time(phrase: Token, words: Words) -> None:
    """Hang on the verb what stands behind a time: "met in Oslo the following day *with Peru's envoy*"."""
    time = phrase.head
    if phrase.dep_ != "prep" or time.dep_ != "npadvmod" or phrase.i != time.i + 1:
        return
    if time.base in words["nouns.time"] and time.head.pos_ == "VERB" and time.head.i < time.i:
        hang(phrase, time.head, "prep")


def _on_second(phrase: Token) -> None:
    """Hang on the second of two doers what says whose he is: "Malian soldiers and fighters *from Peru's army*"."""
    first = phrase.head
    second = phrase.doc[phrase.i - 1]
    if phrase.dep_ != "prep" or second.dep_ != "conj" or second.head.i != first.i or first.i > second.i:
        return
    if first.tag_ != "NNS" or second.tag_ != "NNS" or first.pos_ not in _NOUNS:
        return
    owned = [any(part.ent_type_ in _NATIONS for part in noun.lefts) for noun in (first, second)]
    whose = next((child for child in phrase.children if child.dep_ == "pobj"), None)
    named = whose is not None and any(
        part.pos_ == "PROPN" or part.ent_type_ == "NORP" for part in (whose, *whose.lefts)
    )
    if owned == [True, False] and named:
        hang(phrase, second, "prep")


def _off_bond(bond: Token) -> None:
    """Let somebody be bound to do what the parser made the content of a treaty: "bound by treaty *to defend* Peru"."""
    verb = bond.head.head
    if verb.lemma_ not in _BINDING or bond.right_edge.i == bond.i:
        return
    deed = next((child for child in bond.rights if child.dep_ in ("acl", "relcl") and child.tag_ == "VB"), None)
    if deed is not None and any(part.tag_ == "TO" for part in deed.lefts):
        hang(deed, verb, "xcomp")
