"""Second relative clauses without a pronoun, which the parser took apart: "whom Chad armed *and Mali trained*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_PRONOUNS = ("that", "which", "whom", "who")
_OBJECT = frozenset({"dobj", "pobj", "dative", "mark"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_DEEDS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_NAME = frozenset({"PROPN", "DET", "ADJ"})
_ADVERBS = frozenset({"ADV", "AUX", "PART"})
_LONGEST = 4
_OBJECT_BEGINS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_PARTED = ("and", "but")


def second_relatives(doc: Doc) -> None:
    """Hang the second of two such clauses on the noun of the first, with the name before its verb as its subject.

    Only where the first has the noun as its object and nothing stands behind the second verb that could be its own.
    """
    for joint in doc.occurrences(_PARTED):
        first = _clause_before(joint)
        if first is None:
            continue
        name, verb = _name_and_verb(joint)
        if name is None or verb is None or _is_whole(first, name, verb):
            continue
        if any(child.dep_ in _SUBJECTS and child.i < joint.i for child in verb.children):
            continue  # the verb is that of the sentence
        hang(verb, first.head, "relcl")
        for child in [child for child in verb.children if child.i < verb.i and child.dep_ in _SUBJECTS]:
            child.dep_ = "dep"
        hang(name, verb, "nsubj")
        verb.pos_ = "VERB"


def _clause_before(joint: Token) -> Token | None:
    """Return the relative clause before a joint that has a subject of its own and its noun as its object."""
    for i in range(joint.i - 1, max(joint.sent.start, joint.i - 2 * _LONGEST), -1):
        verb = joint.doc[i]
        if verb.dep_ != "relcl" or verb.pos_ != "VERB":
            continue
        pronoun = any(child.dep_ in _OBJECT and child.lower_ in _PRONOUNS for child in verb.subtree if child.i < verb.i)
        doer = any(child.dep_ in _SUBJECTS and child.lower_ not in _PRONOUNS for child in verb.children)
        own = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
        return verb if pronoun and doer and not own else None
    return None


def _name_and_verb(joint: Token) -> tuple[Token | None, Token | None]:
    """Return the name that begins behind a joint and the verb right behind it, if nothing can be the verb's object."""
    doc, at = joint.doc, joint.i + 1
    end = min(joint.sent.end, at + _LONGEST)
    while at < end and (doc[at].pos_ in _IN_NAME and doc[at].tag_ not in _DEEDS):
        at += 1
    name = doc[at - 1]
    while at < end + 1 and at < joint.sent.end and doc[at].pos_ in _ADVERBS:
        at += 1
    if at + 1 >= joint.sent.end or name.pos_ != "PROPN":
        return None, None
    verb, after = doc[at], doc[at + 1]
    if verb.tag_ not in _DEEDS or verb.pos_ != "VERB" or after.pos_ in _OBJECT_BEGINS:
        return None, None
    return name, verb


def _is_whole(first: Token, name: Token, verb: Token) -> bool:
    """Tell whether the parse has two such clauses already."""
    return verb.dep_ == "relcl" and verb.head.i == first.head.i and name.head.i == verb.i
