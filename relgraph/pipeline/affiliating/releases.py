"""Whose a press release is that an association or a firm issued: "Press release: The Dockers' Union rejects"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_FIRST = frozenset({"we", "our", "us"})
_DEFINITE = frozenset({"the", "our", "this"})
_LEAD = 4
_NAMED_AGAIN = 2


def announcing(denoter: Denoter, heading: Span, body: Sequence[Span], kinds: Iterable[Token]) -> list[Party]:
    """Return the body that a heading begins with and in whose name the text goes on.

    It says "press release" before the name, the text calls it by its kind ("the Union") or says "we" at once, or the
    name stands before a colon and often below.
    """
    start = _after_label(denoter, heading, kinds)
    named = denoter.mention_at.get(start) or denoter.mention_at.get(start + 1)
    if named is None or named.start > start + 1 or denoter.cast[denoter.cast.root(named.actor)].kind != "organization":
        return []
    if denoter.cast[named.actor].sector == "MED" or named.via == "demonym":
        return []
    follows = denoter.texts[named.end] if named.end < len(denoter.texts) else ""
    if follows == ":":
        again = sum(party.actor == named.actor for party in denoter.named if party.start > heading.end)
        return [named] if again >= _NAMED_AGAIN else []
    return [named] if start > heading.start or goes_on(denoter, named, body) else []


def _after_label(denoter: Denoter, heading: Span, kinds: Iterable[Token]) -> int:
    """Return where a heading goes on after "Press release:"."""
    for token in kinds:
        if heading.start <= token.i <= heading.start + 2 and denoter.texts[token.i + 1 : token.i + 2] in ([":"], ["–"]):
            return token.i + 2
    return heading.start


def goes_on(denoter: Denoter, named: Party, body: Sequence[Span]) -> bool:
    """Tell whether the text below speaks in the name of a body: "we", or "the Association" as a subject."""
    words = set(denoter.lowers[named.start : named.end])
    tokens = [token for sentence in body[:_LEAD] for token in sentence]
    quoted = any(token.text in ('"', "“", "”") for token in tokens)
    if not quoted and own_words(denoter, named.actor) and any(token.lower_ in _FIRST for token in tokens):
        return True
    return any(
        token.lower_ in words
        and token.text[0].isupper()
        and token.dep_ in SUBJECTS
        and token.left_edge.lower_ in _DEFINITE
        and token.i - token.left_edge.i == 1
        for token in tokens
    )


def by_formula(denoter: Denoter, headings: Sequence[Span], body: Sequence[Span]) -> list[Party]:
    """Return whose a text is by a line that only one government puts above its texts: "Office of the Spokesperson".

    Also by the words in which it says who may be quoted: "attributable to Spokesperson Ana Brown".
    """
    lines = [(span, f" {span.text.strip().lower().removeprefix('the ')} ") for span in headings]
    for phrase, actor in denoter.words.entries("documents.formulas"):
        for span, text in lines:
            if text.startswith(f" {phrase} ") or text.endswith(f", {phrase} "):
                return [Party(actor, span.start, span.start + 1, "description", how="whose formula it is")]
    for phrase, actor in denoter.words.entries("documents.quotable"):
        for span in (*headings, *body[:2]):
            if phrase in span.text.lower():
                return [Party(actor, span.start, span.start + 1, "description", how="whose formula it is")]
    return []


def own_words(denoter: Denoter, issuer: str) -> frozenset[str]:
    """Return the nouns of its name by which an association calls itself: "the Federation"."""
    known = denoter.words["documents.associations"]
    return frozenset(known.intersection(denoter.cast[issuer].name.lower().replace("-", " ").split()))
