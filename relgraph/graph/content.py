"""What a graph holds: merged documents, actors, mentions and relations, with the tables that make look-ups quick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from heapq import merge

from relgraph.errors import UsageError
from relgraph.graph.merge import unite_actors, unite_documents, unite_relations
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation

_NO_TIME = datetime.min.replace(tzinfo=UTC)


class Content:
    """The merged content of extractions, immutable once built.

    `documents`, `actors` and `relations` map ids to values, `chains` an actor's id to itself and its ancestors, nearest
    first, `roots` to the end of that chain. Relations stand in the order of their documents (by date of publication,
    then id) and of the text. Raises `UsageError` if an extraction names an actor or document that nothing describes.
    """

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self.documents: dict[str, Document] = {}
        self.actors: dict[str, Actor] = {}
        self.relations: dict[str, Relation] = {}
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._mentions: defaultdict[str, dict[Mention, None]] = defaultdict(dict)
        self._provenance: defaultdict[str, set[Provenance]] = defaultdict(set)
        for extraction in extractions:
            self._add(extraction)
        self._check_actors()
        self.actors = dict(sorted(self.actors.items()))
        self.documents = dict(sorted(self.documents.items()))
        self.relations = {relation.id: relation for relation in sorted(self.relations.values(), key=self._place)}
        self.chains, self.roots = _roll_up(self.actors)

    def _add(self, extraction: Extraction) -> None:
        document = extraction.document
        known = self.documents.get(document.id)
        self.documents[document.id] = unite_documents(known, document) if known else document
        for actor in extraction.actors:
            known_actor = self.actors.get(actor.id)
            self.actors[actor.id] = unite_actors(known_actor, actor) if known_actor else actor
            self._named[document.id].add(actor.id)
        self._mentions[document.id].update(dict.fromkeys(extraction.mentions))
        self._provenance[document.id].update(extraction.provenance)
        for relation in extraction.relations:
            if relation.evidence[0].document != document.id:
                raise UsageError(
                    f"relation {relation.id} stands in the extraction of document {document.id!r}, but its evidence in "
                    f"{relation.evidence[0].document!r}"
                )
            known_relation = self.relations.get(relation.id)
            self.relations[relation.id] = unite_relations(known_relation, relation) if known_relation else relation

    def _check_actors(self) -> None:
        used = {mention.actor for mentions in self._mentions.values() for mention in mentions}
        used.update(mention.actor for relation in self.relations.values() for mention in _parties(relation))
        missing = sorted(used - self.actors.keys())
        if missing:
            raise UsageError(f"no extraction describes the actor {missing[0]!r}, which a mention or relation names")

    def _place(self, relation: Relation) -> tuple[date, str, int, int, int, int, str]:
        main = relation.evidence[0]
        published = self.documents[main.document].published or date.max
        starts = (main.sentence.start, main.trigger.start, main.source.start, main.target.start)
        return (published, main.document, *starts, relation.id)

    def document_of(self, relation: Relation) -> Document:
        """Return the document of the relation's main evidence."""
        return self.documents[relation.evidence[0].document]

    def extractions(self) -> tuple[Extraction, ...]:
        """Return the content as extractions, sorted by document id; building from them gives the same content."""
        relations: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations.values():
            relations[relation.evidence[0].document].append(relation)
        return tuple(
            Extraction(
                document=document,
                actors=tuple(self.actors[id_] for id_ in self._closed(self._named_in(id_of), relations[id_of])),
                mentions=self.mentions(id_of),
                relations=tuple(relations[id_of]),
                provenance=self.provenance(id_of),
            )
            for id_of, document in self.documents.items()
        )

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """Return the mentions of a document in the order of the text."""
        found = self._mentions.get(document, {})
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end, each.actor, each.via)))

    def provenance(self, document: str) -> tuple[Provenance, ...]:
        """Return what read a document, sorted by version, model and time."""
        found = self._provenance.get(document, ())
        return tuple(
            sorted(found, key=lambda each: (each.version, each.model, each.time is not None, each.time or _NO_TIME))
        )

    def restricted(self, relations: Iterable[Relation]) -> Content:
        """Return the content that belongs to some of the relations: their documents, actors and mentions of these."""
        kept: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in relations:
            kept[relation.evidence[0].document].append(relation)
        extractions = []
        for document in sorted(kept):
            actors = self._closed((), kept[document])
            extractions.append(
                Extraction(
                    document=self.documents[document],
                    actors=tuple(self.actors[id_] for id_ in actors),
                    mentions=tuple(mention for mention in self.mentions(document) if mention.actor in actors),
                    relations=tuple(kept[document]),
                    provenance=self.provenance(document),
                )
            )
        return Content(extractions)

    def _named_in(self, document: str) -> set[str]:
        return self._named[document] | {mention.actor for mention in self._mentions[document]}

    def _closed(self, named: Iterable[str], relations: Iterable[Relation]) -> dict[str, None]:
        ids = set(named)
        for relation in relations:
            ids.update(mention.actor for mention in _parties(relation))
            if relation.attribution is not None and relation.attribution.actor in self.actors:
                ids.add(relation.attribution.actor)
        return dict.fromkeys(sorted({ancestor for id_ in ids for ancestor in self.chains[id_]}))

    @cached_property
    def ordered(self) -> tuple[Relation, ...]:
        """All relations in order."""
        return tuple(self.relations.values())

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each relation's id in that order."""
        return {id_: number for number, id_ in enumerate(self.relations)}

    @cached_property
    def _by_type(self) -> dict[str, list[int]]:
        table: defaultdict[str, list[int]] = defaultdict(list)
        for number, relation in enumerate(self.ordered):
            table[relation.type].append(number)
        return dict(table)

    @cached_property
    def _by_side(self) -> tuple[dict[tuple[str, str], list[int]], dict[tuple[str, str], list[int]]]:
        # An actor stands here with all that it or anything below it does, so that a roll-up costs nothing when asked.
        outgoing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        incoming: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, relation in enumerate(self.ordered):
            sources = self.chains[relation.source.actor]
            targets = self.chains[relation.target.actor]
            if relation.symmetric:
                sources = targets = tuple(dict.fromkeys((*sources, *targets)))
            for id_ in sources:
                outgoing[id_, relation.type].append(number)
            for id_ in targets:
                incoming[id_, relation.type].append(number)
        return dict(outgoing), dict(incoming)

    @property
    def types(self) -> tuple[str, ...]:
        """The relation types that occur, sorted."""
        return tuple(sorted(self._by_type))

    def candidates(
        self, source: str | None, target: str | None, either: str | None, types: frozenset[str] | None
    ) -> Iterator[Relation]:
        """Give, in order, the relations that can match: those of the rarest asked side, with the asked types."""
        kinds = self.types if types is None else sorted(types)
        outgoing, incoming = self._by_side
        choices: list[list[list[int]]] = []
        if source is not None:
            choices.append([outgoing.get((source, kind), []) for kind in kinds])
        if target is not None:
            choices.append([incoming.get((target, kind), []) for kind in kinds])
        if either is not None:
            choices.append([side.get((either, kind), []) for kind in kinds for side in (outgoing, incoming)])
        if not choices:
            choices.append([self._by_type.get(kind, []) for kind in kinds])
        previous = -1
        for number in merge(*min(choices, key=lambda lists: sum(map(len, lists)))):
            if number != previous:
                yield self.ordered[number]
            previous = number


def _parties(relation: Relation) -> tuple[Mention, Mention]:
    return relation.source, relation.target


def _roll_up(actors: dict[str, Actor]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    chains: dict[str, tuple[str, ...]] = {}
    roots: dict[str, str] = {}
    for id_ in actors:
        chain = [id_]
        while (parent := actors[chain[-1]].parent) is not None and parent in actors and parent not in chain:
            chain.append(parent)
        chains[id_] = tuple(chain)
        # Two documents may disagree on who belongs to whom; a circle rolls up to one and the same of its members.
        roots[id_] = min(chain[chain.index(parent) :]) if parent in chain else chain[-1]
    return chains, roots
