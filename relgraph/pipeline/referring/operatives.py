"""Clauses whose subject is the issuer of the text: "1. Condemns the attack;", "Recalling …", "Deeply concerned at …".

`relgraph.pipeline.repairs.listmarks` makes such lines readable for the parser; here the clause is given its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.profile import Profile

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_VERBAL = ("VERB", "AUX")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark"})


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
