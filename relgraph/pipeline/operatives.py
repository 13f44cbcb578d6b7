"""Clauses whose subject is the issuer of the text: "1. Condemns the attack;", "Recalling …", "Deeply concerned at …".

Such a line begins with its verb, which the parser takes for a noun or a name because of the capital. It is made
readable before parsing (`unmark`); after it, the clause is given the issuer as its subject (`imply_issuer`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.inflection import forms
from relgraph.pipeline.parties import Party
from relgraph.pipeline.profile import Profile
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token

_MARK = r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•*·])"
_ENOUGH = 2
_VERBAL = ("VERB", "AUX")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark"})


@cache
def _lines() -> re.Pattern[str]:
    """Return the pattern of a line, or of a part after a semicolon, that begins with an operative word."""
    words = grammar()
    starts = {form for verb in words["documents.operative"] for form in forms(verb) if form.endswith(("s", "ing"))}
    starts |= words["documents.operative"] | words["documents.alarmed"]
    adverbs = words["documents.adverbs"]
    listed = "|".join(sorted((word.capitalize() for word in starts), key=len, reverse=True))
    lower = "|".join(sorted(starts, key=len, reverse=True))
    strongly = "|".join(sorted(word.capitalize() for word in adverbs))
    start = rf"(?:(?:{strongly})(?: and [a-z]+ly)?,? (?:{lower}|{listed})|{listed})"
    return re.compile(rf"(?P<before>^[ \t]*|[;:,] (?:and )?)(?P<mark>{_MARK}[ \t]+)?(?P<start>{start})\b", re.MULTILINE)


def unmark(text: str) -> str:
    """Blank the numbers of operative paragraphs and write their first word small; the length stays the same."""
    found = list(_lines().finditer(text))
    if len(found) < _ENOUGH:
        return text
    parts, end = [], 0
    for line in found:
        parts.append(text[end : line.start()] + line["before"] + " " * len(line["mark"] or ""))
        parts.append(line["start"].lower())
        end = line.end()
    return "".join(parts) + text[end:]


def imply_issuer(denoter: Denoter, profile: Profile) -> None:
    """Give clauses without a subject, at the start of a sentence, the issuer of the text as their subject."""
    if not profile.issuers:
        return
    for sentence in denoter.doc.sents:
        head = _operative(sentence.root, denoter)
        if head is None:
            continue
        for token in (head, *_coordinated(head)):
            roots = dict.fromkeys(denoter.cast.root(actor) for actor in profile.speakers_at(token.i))
            denoter.references[token.i] = [
                Party(root, token.i, token.i + 1, "description", how="the issuer of the text") for root in roots
            ]
            if roots:
                denoter.syntax.imply(token)


def _operative(root: Token, denoter: Denoter) -> Token | None:
    """Return the word of a sentence that lacks its subject: an operative verb, a participle, an adjective of alarm."""
    words = denoter.words
    lemma, lower = root.base, root.lower_
    verbal = root.pos_ in _VERBAL and lemma in words["documents.operative"]
    if not (verbal or lower in words["documents.alarmed"]):
        return None
    for token in root.sent:
        if token.i == root.i:
            break
        if not (
            token.is_space or token.is_punct or token.pos_ in ("ADV", "CCONJ") or token.dep_ in ("meta", "cc", "advmod")
        ):
            return None
    if any(child.dep_ in _SUBJECTS or child.dep_ == "aux" for child in root.children):
        return None
    return root if root.tag_ in ("VBZ", "VBG", "VBN", "VBD", "JJ", "VBP", "VB") else None


def _coordinated(verb: Token) -> Iterator[Token]:
    """Yield the later operative verbs of a sentence, which the parser may hang on a noun: "calls … and urges …"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if (
            token.dep_ != "conj"
            or token.tag_ not in ("VBZ", "VBG")
            or any(child.dep_ in _SUBJECTS for child in token.children)
        ):
            continue
        head = token.head
        if head.i == verb.i or (token.tag_ == "VBZ" and (head.pos_ in ("NOUN", "PROPN") or head.tag_ in ("VB", "VBZ"))):
            clause = head
            while clause.i not in (verb.i, clause.head.i) and clause.dep_ not in ("relcl", "ccomp"):
                clause = clause.head
            if clause.i == verb.i:
                yield token
