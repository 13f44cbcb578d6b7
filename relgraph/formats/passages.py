"""The stretches of text that a graph points at, in RDF: as ``oa:SpecificResource`` with a quote and a position.

Their IRIs are ``<document>#char=10,20``, as in RFC 5147. Words that do not stand there in the document (or whose
document the graph does not hold) have an IRI of their own, with a hash of the words. Where the same words name two
actors, or one in two ways, each further mention is a resource of its own with the same selectors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from relgraph.formats.terms import OA, RDF, Iri, Triple, actor_iri, document_iri, integer, string
from relgraph.formats.vocabulary import rg, value_iri
from relgraph.model import Document, Evidence, Extraction, Mention, Span, content_hash

CONTEXT = 32
"""How many characters before and after a quotation are given to find it again in a changed text."""

_Place = tuple[int, int, str]
_Naming = tuple[str, str]

_TYPE = Iri(RDF + "type")
_PASSAGE, _SOURCE, _SELECTOR = (Iri(OA + name) for name in ("SpecificResource", "hasSource", "hasSelector"))
_QUOTE, _EXACT, _PREFIX, _SUFFIX = (Iri(OA + name) for name in ("TextQuoteSelector", "exact", "prefix", "suffix"))
_POSITION, _START, _END = (Iri(OA + name) for name in ("TextPositionSelector", "start", "end"))
_MENTION, _DENOTES, _VIA = rg("Mention"), rg("denotes"), rg("via")


class Passages:
    """The stretches of one document that its extraction, or evidence in other extractions, points at.

    `identifier` is the document's id; `document` is None if the graph does not hold it.
    """

    def __init__(self, identifier: str, document: Document | None = None) -> None:
        self._iri = document_iri(identifier)
        self._text = document.text if document is not None else None
        # What each stretch of the text names, how, and whether the list of mentions has that.
        self._places: dict[_Place, dict[_Naming, bool]] = {}
        self._parts: dict[_Place, str] = {}

    def add_evidence(self, evidence: Evidence) -> None:
        """Add the words of a piece of evidence in this document."""
        for span in (evidence.sentence, evidence.source, evidence.target, evidence.trigger):
            self._at(span)

    def add_extraction(self, extraction: Extraction, *, mentions: bool) -> None:
        """Add all that the extraction of this document points at; `mentions` adds the list of its mentions."""
        for relation in extraction.relations:
            for evidence in relation.evidence:
                if evidence.document == extraction.document.id:
                    self.add_evidence(evidence)
            for said in (relation.attribution, relation.when):
                if said is not None and said.span is not None:
                    self._at(said.span)
            for party in (relation.source, relation.target):
                self._at(party.span).setdefault((party.actor, party.via), False)
        for mention in extraction.mentions if mentions else ():
            self._at(mention.span)[mention.actor, mention.via] = True

    def span(self, span: Span) -> Iri:
        """Return the IRI of a stretch of the document."""
        return Iri(f"{self._iri}#char={self._part((span.start, span.end, span.text))}")

    def mention(self, mention: Mention) -> Iri:
        """Return the IRI of a mention that was added."""
        namings = self._at(mention.span)
        number = sorted(namings).index((mention.actor, mention.via)) if len(namings) > 1 else 0
        return _numbered(self.span(mention.span), number)

    def triples(self) -> Iterator[Triple]:
        """Yield what there is to say of all that was added, in the order of the text."""
        for place in sorted(self._places):
            part = self._part(place)
            passage, quote, position = (Iri(f"{self._iri}#{name}={part}") for name in ("char", "quote", "position"))
            namings: list[tuple[_Naming | None, bool]] = [*sorted(self._places[place].items())] or [(None, False)]
            for number, (naming, listed) in enumerate(namings):
                subject = _numbered(passage, number)
                yield subject, _TYPE, _PASSAGE
                if listed:
                    yield subject, _TYPE, _MENTION
                yield subject, _SOURCE, self._iri
                yield subject, _SELECTOR, quote
                yield subject, _SELECTOR, position
                if naming is not None:
                    yield subject, _DENOTES, actor_iri(naming[0])
                    yield subject, _VIA, value_iri("via", naming[1])
            yield from self._selectors(quote, position, place)

    def _selectors(self, quote: Iri, position: Iri, place: _Place) -> Iterator[Triple]:
        start, end, words = place
        yield quote, _TYPE, _QUOTE
        yield quote, _EXACT, string(words)
        if self._text is not None and self._text[start:end] == words:
            yield quote, _PREFIX, string(self._text[max(0, start - CONTEXT) : start])
            yield quote, _SUFFIX, string(self._text[end : end + CONTEXT])
        yield position, _TYPE, _POSITION
        yield position, _START, integer(start, "nonNegativeInteger")
        yield position, _END, integer(end, "nonNegativeInteger")

    def _at(self, span: Span) -> dict[_Naming, bool]:
        return self._places.setdefault((span.start, span.end, span.text), {})

    def _part(self, place: _Place) -> str:
        part = self._parts.get(place)
        if part is None:
            start, end, words = place
            there = self._text is not None and self._text[start:end] == words
            part = self._parts[place] = f"{start},{end}" if there else f"{start},{end};words={content_hash(words)}"
        return part


def _numbered(passage: Iri, number: int) -> Iri:
    return Iri(f"{passage};mention={number + 1}") if number else passage


def passages_elsewhere(extractions: Collection[Extraction]) -> dict[str, Passages]:
    """Return, by document id, the passages of those documents in which evidence for relations of others stands."""
    known = {extraction.document.id: extraction.document for extraction in extractions}
    found: dict[str, Passages] = {}
    for extraction in extractions:
        for relation in extraction.relations:
            for evidence in relation.evidence:
                identifier = evidence.document
                if identifier != extraction.document.id:
                    found.setdefault(identifier, Passages(identifier, known.get(identifier))).add_evidence(evidence)
    return found
