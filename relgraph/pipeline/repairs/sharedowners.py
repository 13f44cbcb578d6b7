"""What several own together, hung on all of them: "*Norway* and Sweden's pact" is no Norway beside a pact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_CASES = ("'s", "’s", "'", "’")
_POWERS = frozenset({"GPE", "NORP", "ORG", "LOC"})
_SINGLE = ("nouns.person_word", "nouns.role", "nouns.group", "nouns.relational", "nouns.body_word")
"""Words for people and bodies, of which each has its own: "Norway and Sweden's *king* met"."""


def share_owners(doc: Doc, words: Words) -> None:
    """Give a noun both owners where the parser made the noun the second of two: "Norway and *Sweden's pact*"."""
    for case in doc.occurrences(_CASES):
        last = case.head
        noun = last.head
        first = noun.head
        if case.dep_ != "case" or last.dep_ != "poss" or noun.dep_ != "conj" or noun.pos_ != "NOUN":
            continue
        joint = doc[last.left_edge.i - 1] if last.left_edge.i > 0 else last
        if first.pos_ != "PROPN" or joint.lower_ != "and" or first.i > joint.i or not _is_before(doc, first, joint):
            continue
        each = any(child.dep_ == "case" for child in first.children)
        if not each and not _both_have(first, last, noun, words):
            continue
        take_place(noun, first)
        for child in [child for child in first.children if child.i > joint.i]:
            hang(child, noun, child.dep_)
        hang(first, noun, "poss")
        hang(joint, first, "cc")
        hang(last, first, "conj")


def _is_before(doc: Doc, first: Token, joint: Token) -> bool:
    """Tell whether a name, alone or with its own "'s", stands right before "and"."""
    before = doc[joint.i - 1]
    return before.i == first.i or (before.dep_ == "case" and before.head.i == first.i)


def _both_have(first: Token, last: Token, noun: Token, words: Words) -> bool:
    """Tell whether two names of one kind have together what is said of the second: no office and no people.

    In "trade between Chad and Mali's army" the second is what the first trades with.
    """
    if first.dep_ == "pobj" and first.head.lower_ in ("between", "among"):
        return False
    if not (first.ent_type_ == last.ent_type_ and first.ent_type_ in _POWERS):
        return False
    return not any(noun.base in words[name] for name in _SINGLE)
