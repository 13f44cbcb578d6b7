"""What is known of a document, from a store and from extractions that are added to it, taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from relgraph.graph.merge import unite_documents, unite_relations
from relgraph.model import Document, Extraction, Mention, Provenance, Relation
from relgraph.store.reading import Stored
from relgraph.store.relations import place_in_text

_NO_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass
class Part:
    """All that is known of one document; `key` and `stored` are those of what the store has of it, if anything."""

    document: Document
    named: dict[str, None]
    mentions: dict[Mention, None]
    relations: Sequence[Relation]
    provenance: set[Provenance]
    key: int | None = field(default=None, compare=False)
    stored: Part | None = field(default=None, compare=False)

    @classmethod
    def of(cls, extraction: Extraction) -> Part:
        """Return what an extraction knows."""
        return cls(
            document=extraction.document,
            named=dict.fromkeys(actor.id for actor in extraction.actors),
            mentions=dict.fromkeys(extraction.mentions),
            relations=extraction.relations,
            provenance=set(extraction.provenance),
        )

    @classmethod
    def of_stored(cls, key: int, stored: Stored) -> Part:
        """Return what a store has under that key."""
        document, named, mentions, relations, provenance = stored
        part = cls(document, dict.fromkeys(named), dict.fromkeys(mentions), relations, set(provenance), key)
        part.stored = replace(part)
        return part

    def united(self, other: Part) -> Part:
        """Return this part with the document, actors, mentions and runs of another; raises `UsageError`."""
        return replace(
            self,
            document=unite_documents(self.document, other.document),
            named={**self.named, **other.named},
            mentions={**self.mentions, **other.mentions},
            provenance=self.provenance | other.provenance,
        )


def united(stored: Iterable[Part], extractions: Iterable[Extraction]) -> list[Part]:
    """Return what the store and extractions know, by document; raises `UsageError` if two texts have one id.

    A relation that is known already is united with it, and stands in the document of its main evidence.
    """
    parts = {part.document.id: part for part in stored}
    relations = {relation.id: relation for part in parts.values() for relation in part.relations}
    for extraction in extractions:
        part = Part.of(extraction)
        id_ = part.document.id
        parts[id_] = parts[id_].united(part) if id_ in parts else part
        for relation in part.relations:
            same = relations.get(relation.id)
            relations[relation.id] = unite_relations(same, relation) if same else relation
    by_document: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations.values():
        by_document[relation.evidence[0].document].append(relation)
    for id_, part in parts.items():
        part.relations = tuple(sorted(by_document[id_], key=place_in_text))
    return list(parts.values())


def run_order(run: Provenance) -> tuple[str, str, bool, datetime]:
    """Return what the runs that read one document are sorted by."""
    return run.version, run.model, run.time is not None, run.time or _NO_TIME
