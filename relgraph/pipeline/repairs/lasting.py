"""What lasts, as a passive: in "Gaza *remains* blockaded by Israel", "remains" is to "blockaded" what "is" would be.

The parser makes the participle a complement of the verb, or has seen the passive and leaves the subject with the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LASTING = (
    *("remain", "remains", "remained", "remaining", "stay", "stays", "stayed", "staying"),
    *("lie", "lies", "lay", "lain", "lying", "stand", "stands", "stood", "standing"),
)
_COMPLEMENTS = frozenset({"acomp", "advcl", "xcomp", "oprd"})
_OBJECTS = frozenset({"dobj", "attr", "prt"})


def mend_lasting(doc: Doc) -> None:
    """Make a passive of each participle behind a verb that says that something lasts."""
    for verb in doc.occurrences(_LASTING):
        participle = _participle(verb)
        if participle is None:
            continue
        if verb.head is not participle:
            take_place(participle, verb)
            hang(verb, participle, "auxpass")
        for child in list(verb.children):
            hang(child, participle, "nsubjpass" if child.dep_ == "nsubj" else child.dep_)


def _participle(verb: Token) -> Token | None:
    """Return what something remains: the participle right behind the verb, or behind adverbs."""
    if verb.dep_ == "auxpass":
        return verb.head if verb.head.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in verb.children) else None
    if verb.pos_ not in ("VERB", "AUX") or any(child.dep_ in _OBJECTS for child in verb.children):
        return None
    for child in verb.rights:
        if child.dep_ in _COMPLEMENTS and child.tag_ == "VBN" and child.pos_ == "VERB":
            between = verb.doc[verb.i + 1 : child.i]
            return child if all(token.pos_ in ("ADV", "PART") for token in between) else None
    return None
