"""Who speaks in a document: the body that issued it, where the text shows that it is a statement."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from relgraph.actors import ActorIndex
from relgraph.errors import UnknownActorError, UsageError
from relgraph.model import Document
from relgraph.pipeline.denotation import Denoter

_FIRST = frozenset({"we", "our", "us", "ours"})
_ISSUERS = frozenset({"country", "igo", "government", "bloc", "armed_group"})


def find_issuer(doc: Doc, document: Document, denoter: Denoter, index: ActorIndex) -> str | None:
    """Return the id of the actor in whose name the text speaks, or None.

    `Document.issuer` decides if it is given. Otherwise a text that says "we" outside quotation marks is taken as the
    statement of the body that acts as subject in it most often.
    """
    if document.issuer is not None:
        try:
            return index.find(document.issuer).id
        except (UnknownActorError, UsageError):
            return denoter.cast.introduce(document.issuer, "organization")
    if not _speaks(doc):
        return None
    subjects: Counter[str] = Counter()
    for party in dict.fromkeys(denoter.mention_at.values()):
        actor = denoter.cast[party.actor]
        token = doc[party.start : party.end].root
        while token.dep_ in ("compound", "amod", "poss") and token.head.i != token.i:
            token = token.head
        if actor.kind in _ISSUERS and token.dep_ in ("nsubj", "poss"):
            # The headline says first of all whose doing it is.
            subjects[denoter.cast.root(party.actor)] += 1 if token.sent.start > 0 else 2
    ranked = sorted(subjects, key=lambda actor: (-subjects[actor], actor))
    if not ranked or (len(ranked) > 1 and subjects[ranked[0]] == subjects[ranked[1]]):
        return None
    return ranked[0]


def _speaks(doc: Doc) -> bool:
    quoted = False
    for token in doc:
        if token.text in ("“", "”"):
            quoted = token.text == "“"
        elif token.text == '"':
            quoted = not quoted
        elif not quoted and token.lower_ in _FIRST and token.tag_ in ("PRP", "PRP$"):
            return True
    return False
