"""Demands without a verb of demanding: "X said Y must …", and "Y must …" in a statement, whose issuer demands it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate, paired
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax import Syntax
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MUST = Frame(
    id="must",
    type="disputes.demands",
    verb=("must", "should", "ought"),
    source=("subject",),
    target=("clause",),
    confidence=0.75,
)


class DemandMatcher:
    """Finds what speakers say that another actor must do."""

    def __init__(self, doc: Doc, denoter: Denoter, syntax: Syntax, words: Words, issuer: str | None) -> None:
        self._doc = doc
        self._denoter = denoter
        self._syntax = syntax
        self._words = words
        self._issuer = issuer

    def candidates(self) -> Iterator[Candidate]:
        """Yield a demand for every modal of duty whose subject is an actor and whose speaker is known."""
        demanding = self._words["modals.demanded"]
        for modal in (self._doc[i] for i, lower in enumerate(self._denoter.lowers) if lower in demanding):
            if modal.dep_ == "aux" and modal.head.pos_ in VERBAL:
                verb = modal.head
                if any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children):
                    continue
                subjects = self._syntax.own_subjects(verb) or self._syntax.passive_subjects(verb)
                addressed = [party for token in subjects for party in self._denoter.parties(Argument(token))]
                for source, target in paired(self._speakers(verb), addressed):
                    yield Candidate(
                        MUST,
                        source,
                        target,
                        modal,
                        modal.i,
                        verb.i + 1 if verb.i - modal.i < 4 else modal.i + 1,
                        MUST.type,
                    )

    def _speakers(self, verb: Token) -> list[Party]:
        clause = verb
        while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
            clause = clause.head
        if clause.dep_ in ("ccomp", "parataxis") and clause.head.lemma_ in self._words["verbs.speaking"]:
            return [party for arg in self._syntax.subjects(clause.head) for party in self._denoter.parties(arg)]
        for child in clause.children:
            if child.dep_ in ("parataxis", "ccomp") and child.lemma_ in self._words["verbs.speaking"]:
                return [party for arg in self._syntax.subjects(child) for party in self._denoter.parties(arg)]
        if clause.dep_ == "ROOT" and self._issuer is not None:
            return [Party(self._issuer, verb.i, verb.i + 1, "description", how="the issuer of the text")]
        return []
