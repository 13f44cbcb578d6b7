"""Which office a name gets beside or after others: "chose *Ana Ruiz* to be minister", "replaced by *Ivo Kahn*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.words import Words

_LISTING = frozenset({"including", "as", "like", "notably", "namely"})
_STEPS = 6
"""In so many steps a list leads back to its first name."""


def offices_given(person: Party, head: Token, words: Words) -> Iterator[Token]:
    """Yield the nouns that may be an office of a person, whose name has this head, by what is done or listed."""
    yield from _chosen(head, words)
    yield from _each_as(person, head, words)
    yield from _inherited(head, words)
    yield from apposed_to(head)


def _chosen(head: Token, words: Words) -> Iterator[Token]:
    """Yield the noun in "chose *Ana Ruiz* to be *minister*" and "named *Ivo Kahn* foreign *minister*"."""
    office = head.head
    if office.dep_ in ("oprd", "dobj") and head.i < office.i and head.dep_ in ("nmod", "compound", "nsubj"):
        if office.head.lemma_ in words["verbs.installing"]:
            yield office
        return
    if head.dep_ not in ("dobj", "nsubjpass") or head.head.lemma_ not in words["verbs.installing"]:
        return
    for clause in head.head.children:
        if clause.dep_ == "xcomp" and clause.lemma_ in ("be", "become") and clause.i > head.i:
            yield from (child for child in clause.children if child.dep_ == "attr")
        elif clause.dep_ == "oprd" and head.dep_ == "dobj" and clause.i > head.i:
            yield clause


def _each_as(person: Party, head: Token, words: Words) -> Iterator[Token]:
    """Yield the noun in "named Ivo Kahn as minister and *Ana Ruiz as envoy*", which the parser hangs elsewhere."""
    link = person.end
    if head.dep_ != "conj" or link >= len(head.doc) or head.doc[link].lower_ != "as":
        return
    if any(verb.lemma_ in words["verbs.installing"] for verb in head.ancestors if verb.pos_ in VERBAL):
        yield from (child for child in head.doc[link].children if child.dep_ == "pobj")


def _inherited(head: Token, words: Words) -> Iterator[Token]:
    """Yield the office of whoever is succeeded: "the minister was *replaced by Ana Ruiz*", "to replace *Ivo Kahn*"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ == "agent" else head.head
    if verb.pos_ not in VERBAL or verb.lemma_ not in words["verbs.succeeding"]:
        return
    if head.dep_ == "pobj":
        named = [noun for link in verb.children if link.lower_ == "as" for noun in link.children]
        for subject in (child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS):
            yield from named or (_office_before(verb) if subject.tag_ == "PRP" else (subject,))
    elif head.dep_ == "dobj" and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in words["verbs.installing"]:
        yield from (noun for link in verb.head.children if link.lower_ == "as" for noun in link.children)


def _office_before(verb: Token) -> list[Token]:
    """Return as what somebody served before a clause says who came after him."""
    before = (word for word in verb.sent if word.i < verb.i)
    served = [noun for word in before if word.lower_ == "as" for noun in word.children if noun.dep_ == "pobj"]
    return served[-1:]


def apposed_to(head: Token) -> Iterator[Token]:
    """Yield the plural to which a list of names is apposed: "three *envoys*: Ivo Kahn and Ana Ruiz"."""
    first = _first(head)
    if first.dep_ == "appos" and first is not head and first.head.tag_ == "NNS" and first.head.i < first.i:
        yield first.head


def told_of(head: Token) -> Iterator[Token]:
    """Yield the plural of which a list tells some names, wherever it is hung: "*ministers*, including Ana Ruiz"."""
    first = _first(head)
    link = first.head
    if first.dep_ != "pobj" or link.lower_ not in _LISTING or link.i == 0:
        return
    at = link.i - (2 if link.lower_ == "as" else 1)  # "such as"
    title = head.doc[at - (head.doc[at].text == ",")]
    if title.tag_ in ("NNS", "NNPS"):
        yield title


def _first(head: Token) -> Token:
    """Return the name with which the list begins in which a name stands."""
    first = head
    for _ in range(_STEPS):
        if first.dep_ != "conj" or first.head.i >= first.i:
            break
        first = first.head
    return first
