"""Main verbs behind a long subject: the parser reads on in "a wish to spare Chad *kept* Mali from acting".

A noun with an infinitive is the subject there, and the object of the infinitive is taken for the subject of the main
verb, or the main verb for a word that describes an object: "its readiness to talk *eased* tensions". The sentence then
has no main verb of its own, and only such sentences are mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSES = frozenset({".", "!", "?", '"', "”", "'", "’"})
_FINITE = frozenset({"VBD", "VBZ"})
_TAKEN_ON = frozenset({"ccomp", "advcl", "xcomp"})


def end_subjects(doc: Doc) -> None:
    """Make main verbs of what stands behind a noun and its infinitive, in sentences that have none."""
    for sentence in doc.sents:
        root = sentence.root
        if root.pos_ == "VERB":
            _part_subjects(root)
        if root.pos_ not in _NOUNS or sentence.end - sentence.start < 5 or doc[sentence.end - 1].text not in _CLOSES:
            continue
        infinitive = _infinitive(root)
        if infinitive is not None and not _end_at_object(root, infinitive):
            _end_at_quality(root, infinitive)


def _part_subjects(main: Token) -> None:
    """Make an object of the second of two subjects, right behind an infinitive of the first that has none.

    What "but" parts from the second is no subject at all.
    """
    subjects = [child for child in main.lefts if child.dep_ == "nsubj"]
    if len(subjects) != 2 or subjects[0].pos_ != "NOUN":
        return
    first, second = subjects
    if any(child.lower_ == "but" and child.i == second.left_edge.i - 1 for child in first.rights):
        first.dep_ = "parataxis"  # "three events - the raid, the siege and the rout - but *Chad* did not act"
        return
    infinitive = second.left_edge.nbor(-1)
    aims = infinitive.tag_ == "VB" and any(child.tag_ == "TO" for child in infinitive.lefts)
    if not aims or not first.is_ancestor(infinitive):
        return
    if not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in infinitive.children):
        hang(second, infinitive, "dobj")


def _infinitive(root: Token) -> Token | None:
    """Return the last infinitive of a noun at the beginning, of which what follows may be the object."""
    found = next((child for child in root.rights if child.dep_ == "acl" and child.tag_ == "VB"), None)
    while found is not None:
        deeper = [child for child in found.rights if child.tag_ == "VB" and child.dep_ in ("xcomp", "advcl", "conj")]
        if not deeper:
            return found
        found = deeper[-1]
    return None


def _end_at_object(root: Token, infinitive: Token) -> bool:
    """Part an infinitive with its object from the main verb: "a wish to spare *Chad* | *kept* Mali from acting"."""
    main = next((child for child in infinitive.rights if child.dep_ in _TAKEN_ON and child.tag_ in _FINITE), None)
    if main is None or any(child.dep_ == "dobj" and child.i < main.i for child in infinitive.children):
        return False
    subject = next((child for child in main.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i != infinitive.i + 1 or any(c.dep_ == "mark" for c in main.children):
        return False
    hang(subject, infinitive, "dobj")
    _make_main(main, root)
    return True


def _end_at_quality(root: Token, infinitive: Token) -> None:
    """Make the main verb of a past tense that was taken to describe an object: "readiness to talk *eased* tensions"."""
    thing = next((child for child in infinitive.rights if child.dep_ == "dobj"), None)
    if thing is None or thing.left_edge.i != infinitive.i + 1:
        return
    main = thing.left_edge
    if main.dep_ != "amod" or main.head is not thing or main.tag_ not in ("VBN", "VBD") or any(main.children):
        return
    hang(main, root, "dep")
    hang(thing, main, "dobj")
    main.tag_ = "VBD"
    _make_main(main, root)


def _make_main(verb: Token, root: Token) -> None:
    """Make a word the main verb of the sentence that a noun was the root of; the noun becomes its subject."""
    behind = [child for child in root.rights if child.i > verb.i and child is not verb]
    hang(verb, verb, "ROOT")
    verb.pos_ = "VERB"
    hang(root, verb, "nsubj")
    for child in behind:
        hang(child, verb, child.dep_)
