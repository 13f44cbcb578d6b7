"""Lists of like phrases that the parser took apart: "arms to Chad and *money to Mali*", "Chad in 1980 and *Mali* in 1985".

Where the same preposition stands behind two nouns, the nouns belong together, and so do two phrases with one preposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Doc, Token

_JOINTS = ("and", ",")
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLACED = frozenset({"dobj", "pobj", "conj", "nsubj", "nsubjpass", "attr", "dative"})
_LOOSE = frozenset({"conj", "npadvmod", "appos", "dep", "pobj", "nmod", "dobj", "prep"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_LANDS = frozenset({"GPE", "NORP"})
_DATES = frozenset({"DATE", "TIME"})
_LONGEST = 6
"""So many words may be the object of the first of two like phrases."""


def line_up(doc: Doc) -> None:
    """Join the second of two like phrases to the first."""
    for joint in doc.occurrences(_JOINTS):
        if 2 < joint.i < len(doc) - 3:
            again = doc[joint.i + 1]
            if again.pos_ == "ADP":
                _phrases(doc, joint, again)
            elif again.pos_ in _IN_PHRASE:
                _nouns(doc, joint)


def _phrases(doc: Doc, joint: Token, again: Token) -> None:
    """Join a phrase to the one with its preposition: "a pact with Chad in May and *with Mali* in June"."""
    above = again.head
    if again.dep_ != "conj" or above.pos_ != "ADP" or above.lower_ == again.lower_ or not _named(again):
        return
    first = _same(doc, joint, again, across=above.i)
    if first is not None and _named(first):
        hang(again, first, "conj")


def _nouns(doc: Doc, joint: Token) -> None:
    """Join a noun to the one that has the same preposition behind it."""
    second = _noun_from(doc, joint.i + 1)
    if second is None:
        return
    again = doc[second.i + 1]
    first = _same(doc, joint, again)
    if first is not None:
        _unmix(doc, joint, first, second)
    if first is None or again.lower_ == "of" or second.dep_ not in _LOOSE or again.head.i > again.i:
        return
    noun = doc[first.i - 1]
    ends = _object(first), _object(again)
    if noun.pos_ not in _NOUNS or noun.dep_ not in _PLACED or None in ends or second.head.i == noun.i:
        return
    if noun.pos_ == second.pos_ == "NOUN":
        if all(end is not None and end.pos_ == "PROPN" and not _is_date(end) for end in ends):
            _join(second, noun, again)
    elif noun.pos_ == second.pos_ == "PROPN":
        dated = [end is not None and _is_date(end) for end in ends]
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if dated == [True, True]:
            lands = second.ent_type_ in _LANDS, noun.ent_type_ in _LANDS
            if lands == (True, False) and subject is not None and subject.ent_type_ in _LANDS:
                noun = subject  # "Spain joined NATO in 1982 and *Poland* in 1999"
            _join(second, noun, again)
        elif dated == [False, False] and second.ent_type_ == noun.ent_type_:
            _join(second, noun, again)


def _unmix(doc: Doc, joint: Token, first: Token, second: Token) -> None:
    """Part two names of which the parser made one: "troops under *Blucher* and British *troops* under Wellington"."""
    name = doc[joint.i - 1]
    if second.dep_ != "pobj" or second.head.i != first.i or name.head.i != second.i or name.pos_ != "PROPN":
        return
    for child in [child for child in name.children if child.i > joint.i]:
        hang(child, second, "amod")
    hang(name, first, "pobj")
    hang(second, name, "conj")


def _join(second: Token, first: Token, phrase: Token) -> None:
    if second.is_ancestor(first):
        return
    hang(second, first, "conj")
    hang(phrase, second)


def _noun_from(doc: Doc, start: int) -> Token | None:
    """Return the last word of a noun phrase that starts at a place, if a preposition follows it."""
    end = start
    while end < len(doc) and doc[end].pos_ in _IN_PHRASE and end - start < _LONGEST:
        end += 1
    if end in (start, len(doc)) or doc[end].pos_ not in ("ADP", "SCONJ") or doc[end - 1].pos_ not in _NOUNS:
        return None
    return doc[end - 1]


def _same(doc: Doc, joint: Token, again: Token, across: int | None = None) -> Token | None:
    """Return the preposition of the phrase that ends at a joint if it is the same; `across` another one may stand."""
    start = joint.sent.start
    end = joint.i - 1 if doc[joint.i - 1].text != "," else joint.i - 2
    for i in range(end, max(start, end - 2 * _LONGEST), -1):
        token = doc[i]
        if token.pos_ == "ADP" and token.lower_ == again.lower_ and i < end:
            return token
        if token.pos_ not in _IN_PHRASE and i != across and token.text != "'s":
            return None
    return None


def _object(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _named(preposition: Token) -> bool:
    named = _object(preposition)
    return named is not None and named.pos_ in _NOUNS and not _is_date(named)


def _is_date(noun: Token) -> bool:
    return noun.ent_type_ in _DATES or noun.pos_ == "NUM"
