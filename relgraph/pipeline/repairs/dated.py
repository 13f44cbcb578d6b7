"""Second objects behind a time, each with a time of its own: "invaded Mali in 1939 and *Chad* the following year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_NOUNS = frozenset({"NOUN", "PROPN"})
_DATES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"GPE", "ORG", "PERSON"})
_NATIONS = frozenset({"NORP", "GPE"})
_TIMES = frozenset({"npadvmod", "advmod", "prep"})


def join_dated(doc: Doc, words: Words) -> None:
    """Join the object behind a time to the one before it, where the verb has both times."""
    for joint in doc.occurrences(("and",)):
        if not 2 < joint.i < len(doc) - 2 or not _is_time(doc[joint.i - 1], words):
            continue
        time = doc[joint.i - 1]
        verb = next((above for above in time.ancestors if above.pos_ == "VERB"), None)
        if verb is None or verb.i > joint.i:
            continue
        first = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < joint.i), None)
        second = _noun_behind(joint, verb, first)
        if first is None or second is None or _is_named(first) != _is_named(second):
            continue
        if first.ent_type_ != second.ent_type_ and {first.ent_type_, second.ent_type_} <= _NAMES:
            continue  # "Norway joined NATO in 1949 and *Malta* in 1999" joins two who do it
        if _has_time_behind(second, verb, words) and not any(child.dep_ == "nsubj" for child in second.children):
            hang(second, first, "conj")


def _noun_behind(joint: Token, verb: Token, first: Token | None) -> Token | None:
    """Return the noun that stands behind a joint and hangs on the verb, its object or a time of it, not on both."""
    doc = joint.doc
    above = [verb, *(child for child in doc[verb.i : joint.i] if verb.is_ancestor(child) and child is not first)]
    joined = (child for one in above for child in one.children if child.dep_ in ("conj", "appos"))
    return next((child for child in joined if child.pos_ in _NOUNS and child.left_edge.i == joint.i + 1), None)


def _has_time_behind(noun: Token, verb: Token, words: Words) -> bool:
    """Tell whether a time of its own follows a noun, hung on it or on the verb."""
    behind = [*noun.rights, *(child for child in verb.rights if child.i > noun.i)]
    times = [child for child in behind if child.dep_ in _TIMES]
    return any(_is_time(part, words) for child in times for part in child.subtree)


def _is_named(noun: Token) -> bool:
    """Tell whether a noun is a name or has one before it: "*Hezbollah targets*"."""
    return any(part.pos_ == "PROPN" or part.ent_type_ in _NATIONS for part in (noun, *noun.lefts))


def _is_time(token: Token, words: Words) -> bool:
    return token.ent_type_ in _DATES or token.base in words["nouns.time"]
