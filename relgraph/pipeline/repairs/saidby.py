"""Who says what stands before a comma, if the parser took the name into a phrase: "a base in Aden, *Oxfam* said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_SAID = ("said", "says")
_REPORTED = (*_SAID, "reported", "announced")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_INSIDE = frozenset({"pobj", "dobj", "appos", "conj", "attr", "npadvmod", "nmod", "dep"})
_LONGEST = 6


def name_sayer(doc: Doc) -> None:
    """Give "said" behind a comma and a name its subject, and hang it beside the clause that is said."""
    _part_from_object(doc)
    _part_from_list(doc)
    for said in doc.occurrences(_SAID):
        if said.pos_ != "VERB" or any(child.dep_ in _SUBJECTS for child in said.children):
            continue
        name = _name_before(doc, said)
        clause = said.head
        if (
            name is None
            or name.dep_ not in _INSIDE
            or clause.i >= name.left_edge.i
            or clause.pos_ not in ("VERB", "AUX")
        ):
            continue
        above, dep = name.head, name.dep_
        first = _first_of(name)
        for child in [child for child in name.children if child.i < first]:
            hang(child, above, dep if child.pos_ in ("NOUN", "PROPN") and child.dep_ == "nmod" else child.dep_)
        hang(name, said, "nsubj")
        hang(said, clause, "parataxis")


def _part_from_object(doc: Doc) -> None:
    """Part who says it from what the verb before struck: "killing *two people, activists* and a monitor *reported*"."""
    for said in doc.occurrences(_REPORTED):
        subject = next((child for child in said.children if child.dep_ == "nsubj" and child.i < said.i), None)
        if subject is None or said.dep_ != "ROOT" or subject.left_edge.i == 0:
            continue
        verb = doc[subject.left_edge.i - 1]
        bare = verb.tag_ == "VBG" and not any(child.dep_ == "dobj" for child in verb.children)
        second = next((child for child in subject.children if child.dep_ == "conj"), None)
        if not bare or second is None or doc[second.left_edge.i - 1].text != ",":
            continue
        hang(second, said, "nsubj")
        hang(subject, verb, "dobj")


def _part_from_list(doc: Doc) -> None:
    """Part who says it from a name behind a comma: "took the town from Chad, *residents and officials said*"."""
    for said in doc.occurrences(_REPORTED):
        if said.dep_ != "ROOT" or any(child.dep_ in _SUBJECTS for child in said.children):
            continue
        last = said.nbor(-1)
        first = last.head if last.dep_ == "conj" and last.head.dep_ == "conj" else last
        told = next((child for child in said.lefts if child.dep_ == "ccomp"), None)
        if told is None or first.dep_ not in _INSIDE or first.tag_ != "NNS" or not told.is_ancestor(first):
            continue
        if told.i < first.i and doc[first.left_edge.i - 1].text == ",":
            hang(first, said, "nsubj")


def _name_before(doc: Doc, said: Token) -> Token | None:
    """Return the head of a name of several words between a comma and a verb."""
    if said.i < 3 or said.nbor(-1).pos_ != "PROPN":
        return None
    start = said.i - 1
    while start > said.i - _LONGEST and doc[start - 1].pos_ == "PROPN":
        start -= 1
    return said.nbor(-1) if doc[start - 1].text == "," else None


def _first_of(name: Token) -> int:
    """Return where the words of a name begin."""
    i = name.i
    while i > 0 and name.doc[i - 1].pos_ == "PROPN":
        i -= 1
    return i
