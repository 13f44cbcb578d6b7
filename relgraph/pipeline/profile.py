"""Who speaks in a document: the body that issued it, where the text shows that it is a statement."""

from __future__ import annotations

from collections import Counter

from relgraph.actors import ActorIndex
from relgraph.errors import UnknownActorError, UsageError
from relgraph.model import Document
from relgraph.pipeline.attribution import SpeakerFinder
from relgraph.pipeline.denotation import Denoter

_FIRST = frozenset({"we", "our", "us", "ours", "i", "my"})
_ISSUERS = frozenset({"country", "igo", "government", "bloc", "historic_state"})


def find_issuer(document: Document, denoter: Denoter, speakers: SpeakerFinder, index: ActorIndex) -> str | None:
    """Return the id of the actor in whose name the text speaks, or None.

    `Document.issuer` decides if it is given. Otherwise a text that says "we" outside quotation marks is taken as the
    statement of the body that acts as subject in it most often.
    """
    if document.issuer is not None:
        try:
            return index.find(document.issuer).id
        except (UnknownActorError, UsageError):
            return denoter.cast.introduce(document.issuer, "organization")
    first = _first_we(denoter, speakers)
    if first is None:
        return None
    doc, words = denoter.doc, denoter.words
    subjects: Counter[str] = Counter()
    nearest: str | None = None
    for party in dict.fromkeys(denoter.mention_at.values()):
        token = doc[party.start : party.end].root
        while token.dep_ in ("compound", "amod", "poss", "appos") and token.head.i != token.i:
            token = token.head
        root = denoter.cast.root(party.actor)
        if denoter.cast[root].kind not in _ISSUERS or token.dep_ not in ("nsubj", "ROOT"):
            continue
        weight = 1 if token.sent.start > 0 else 2  # the headline says first of all whose doing it is
        if token.head.lemma_ in words["verbs.stance"] | words["verbs.speaking"]:
            weight += 1
        subjects[root] += weight
        if party.start < first:
            nearest = root
    if nearest is not None:
        subjects[nearest] += 1
    ranked = sorted(subjects, key=lambda actor: (-subjects[actor], actor))
    if not ranked or (len(ranked) > 1 and subjects[ranked[0]] == subjects[ranked[1]]):
        return None
    return ranked[0]


def _first_we(denoter: Denoter, speakers: SpeakerFinder) -> int | None:
    """Return the index of the first "we" outside quotation marks."""
    tokens = (denoter.doc[i] for i, lower in enumerate(denoter.lowers) if lower in _FIRST)
    return next((t.i for t in tokens if t.tag_ in ("PRP", "PRP$") and not speakers.is_quoted(t)), None)
