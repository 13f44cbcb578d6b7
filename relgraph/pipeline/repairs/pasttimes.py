"""Times that stand between a deed and whom it befalls: "the seizure *last week* of a Chadian ship by Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_TIMES = frozenset({"DATE", "TIME"})
_WHEN = frozenset({"on", "in", "since", "during", "at", "after", "before", "from", "over", "late", "early"})
_POINTING = frozenset({"last", "this", "next", "yesterday", "today", "tonight", "ago", "earlier"})
_PARTITIVE = frozenset({"the", "a", "an", "those", "these"})


def pass_times(doc: Doc, words: Words) -> None:
    """Hang "of" behind a time on the deed before the time, and "by" behind that on it as well."""
    for of in doc.occurrences(("of",)):
        if of.i < 2 or of.i + 1 >= len(doc) or any(child.dep_ == "pcomp" for child in of.children):
            continue
        last = of.i - 1 - (doc[of.i - 1].text == ",")
        if doc[last].ent_type_ not in _TIMES and doc[last].lower_ not in words["parser.dates"]:
            continue
        deed = _deed_before(doc, last, words)
        if deed is None or deed.i >= of.i or any(child.lower_ == "of" for child in deed.children):
            continue
        if of.head.i == deed.i or not _is_astray(of, deed, last):
            continue
        hang(of, deed, "prep")
        _take_doer(doc, of, deed)


def _deed_before(doc: Doc, last: int, words: Words) -> Token | None:
    """Return the noun right before a time that says when exactly: "last week", "on Monday", "in March 2014"."""
    first = last
    while first > 0 and doc[first - 1].ent_type_ in _TIMES:
        first -= 1
    said = [doc[i].lower_ for i in range(first, last + 1)]
    exact = any(word in _POINTING or word in words["parser.dates"] or word.isdigit() for word in said)
    if not exact or said[0] in _PARTITIVE:
        return None
    before = first - 1
    while before > 0 and (doc[before].lower_ in _WHEN or doc[before].text == ","):
        before -= 1
    noun = doc[before]
    return noun if noun.pos_ == "NOUN" and noun.base not in words["nouns.time"] else None


def _is_astray(of: Token, deed: Token, last: int) -> bool:
    """Tell whether "of" hangs on the time or on what the deed itself hangs on."""
    above = of.head
    return deed.i < above.i <= last or any(one.i == above.i for one in deed.ancestors)


def _take_doer(doc: Doc, of: Token, deed: Token) -> None:
    """Hang "by" right behind those whom a deed befell on the deed."""
    befallen = next((child for child in of.children if child.dep_ == "pobj"), None)
    if befallen is None or any(child.lower_ == "by" for child in deed.children):
        return
    for by in doc.occurrences(("by",)):
        if by.i <= befallen.i or by.dep_ == "agent":
            continue
        inner = [token.i for token in befallen.subtree if token.i < by.i]
        outside = by.head.i <= befallen.i or by.head.i in inner
        if max(inner, default=-1) == by.i - 1 and outside:
            hang(by, deed, "prep")
            return
