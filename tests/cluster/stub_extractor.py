"""An extractor that needs no model: "Peru hits Chile." is a relation. What it cannot bear says "poison"."""

import re

from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Provenance, Relation
from relgraph.ontology import Ontology

_SENTENCE = re.compile(r"(\w+) hits (\w+)\.")


class StubExtractor:
    ontology = Ontology.default()

    def settings(self, reading):
        return f"stub {sorted(reading)}"

    def extractions(self, documents, *, batch_size=32):
        for document in documents:
            yield extraction_of(document)


def extraction_of(document: Document) -> Extraction:
    if "poison" in document.text:
        raise RecursionError("too deep")
    relations, names = [], set()
    for found in _SENTENCE.finditer(document.text):
        sentence, source, target = (document.span(*found.span(group)) for group in (0, 1, 2))
        trigger = document.span(source.end + 1, target.start - 1)
        parties = [Mention(actor=f"country/{span.text}", span=span, via="name") for span in (source, target)]
        names.update(span.text for span in (source, target))
        evidence = Evidence(
            document=document.id, sentence=sentence, source=source, target=target, trigger=trigger, frame="stub"
        )
        relations.append(Relation(source=parties[0], target=parties[1], type="fights.attacks", evidence=(evidence,)))
    return Extraction(
        document=document,
        actors=tuple(Actor(id=f"country/{name}", name=name, kind="country") for name in sorted(names)),
        mentions=tuple(mention for each in relations for mention in (each.source, each.target)),
        relations=tuple(relations),
        provenance=(Provenance(version="1", model="stub"),),
    )


def document(number: int, words: str = "Peru hits Chile. The weather was good.") -> Document:
    """A document of one of four months, or of no day."""
    published = None if number % 7 == 6 else f"2021-{number % 4 + 1:02d}-05"
    return Document(text=f"{words} This is the text with number {number}.", published=published, source=f"{number}.txt")
