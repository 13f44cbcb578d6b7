"""Acts over acts: refusing, threatening and promising to do something are relations of their own.

"A refused to arm B" is a rejection of B; "A threatened to bomb B" a threat, beside the bombing that is threatened;
"A agreed to fund B" an agreement, beside the funding that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.ontology import Ontology
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import ANSWERS, Candidate
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_STEPS = 3


class ActComposer:
    """Adds the relations that a governing verb of refusing, threatening or promising states."""

    def __init__(self, ontology: Ontology, words: Words) -> None:
        self._ontology = ontology
        self._words = words

    def composed(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates, those that were refused as rejections, and threats and promises beside their acts."""
        for candidate in candidates:
            governor = self._governor(candidate)
            kind = self._kind(candidate, governor) if governor is not None else None
            if governor is None or kind is None:
                yield candidate
                continue
            if kind != "disputes.rejects":
                yield candidate
            elif any(why == ANSWERS for why, _ in candidate.doubts):
                continue  # "declined to receive the Lebanese delegation": it is not the delegation that declines
            yield self._over(candidate, governor, kind)

    def _kind(self, candidate: Candidate, governor: Token) -> str | None:
        sign = self._ontology[candidate.type].sign
        lemma = governor.lemma_
        if sign > 0 and lemma in self._words["verbs.refusing"]:
            return "disputes.rejects"
        if sign < 0 and lemma in self._words["verbs.threatening"]:
            return "disputes.threatens"
        if sign > 0 and lemma in self._words["verbs.promising"]:
            return "cooperates.agrees"
        return None

    def _over(self, candidate: Candidate, governor: Token, kind: str) -> Candidate:
        return replace(
            candidate,
            type=kind,
            trigger=governor,
            start=governor.i,
            end=candidate.end
            if kind == "disputes.rejects" and governor.i < candidate.end <= governor.i + 6
            else governor.i + 1,
            symmetric=candidate.symmetric and kind == "cooperates.agrees",
            doubts=[*candidate.doubts, ("composed of two words", 0.9)],
            composed=True,
        )

    def _governor(self, candidate: Candidate) -> Token | None:
        """Return the verb whose infinitive the candidate's trigger is, or is the object of."""
        if candidate.frame.word_class not in ("verb", "noun") or candidate.type.startswith("affiliated."):
            return None
        token = candidate.trigger
        infinitive = False
        for _ in range(_MAX_STEPS):
            head = token.head
            if head.i == token.i:
                return None
            infinitive = infinitive or (token.dep_ == "xcomp" and head.pos_ in VERBAL)
            if token.dep_ not in ("xcomp", "dobj", "conj") or head.i == candidate.source.start:
                return None
            if head.pos_ in VERBAL and (infinitive or token.dep_ == "dobj"):
                lemma = head.lemma_
                if infinitive and any(
                    lemma in self._words[name] for name in ("verbs.refusing", "verbs.threatening", "verbs.promising")
                ):
                    return head
            token = head
        return None
