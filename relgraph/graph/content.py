"""What a graph holds: merged documents, actors, mentions and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, overload

from relgraph.errors import UsageError
from relgraph.graph.facts import Facts, Hit, Hits, facts_of_rows
from relgraph.graph.held import Held
from relgraph.graph.index import RelationIndex
from relgraph.graph.merge import unite_actors, unite_documents, unite_relations
from relgraph.graph.tables import MentionTable, RelationTable, Shared
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation, trusted

if TYPE_CHECKING:
    from relgraph.graph.conditions import Query

_NO_TIME = datetime.min.replace(tzinfo=UTC)
_NO_ROWS = range(0)


class Content:
    """The merged content of extractions, immutable once built.

    `documents`, `actors` and `relations` map ids to values, `chains` an actor's id to itself and its ancestors, nearest
    first, `roots` to the end of that chain. Relations stand in the order of their documents (by date of publication,
    then id) and of the text. `start` is content to which the extractions are added. Raises `UsageError` if an
    extraction names an actor or document that nothing describes.
    """

    def __init__(self, extractions: Iterable[Extraction], *, start: Content | None = None) -> None:
        gathered = _Gathered(start)
        for extraction in extractions:
            gathered.add(extraction)
        self.actors: dict[str, Actor] = dict(sorted(gathered.actors.items()))
        self.documents: dict[str, Document] = dict(sorted(gathered.documents.items()))
        parts = gathered.rows_in_order()
        self.relations: RelationTable = gathered.relations.arranged(self.documents, parts.values())
        self._rows = _ranges(parts)
        self._mentions = gathered.mentions.arranged(self.documents)
        self._named = gathered.named
        self._provenance = gathered.provenance
        self._check_actors()
        self.chains, self.roots = _roll_up(self.actors)

    def _check_actors(self) -> None:
        used = {*self._mentions.actor, *self.relations.source, *self.relations.target}
        missing = sorted(used - self.actors.keys())
        if missing:
            raise UsageError(f"no extraction describes the actor {missing[0]!r}, which a mention or relation names")

    def relation_at(self, number: int) -> Relation:
        """Return the relation with this number."""
        return self.relations.at(number)

    def extractions(self) -> Extractions:
        """Return the content as extractions, sorted by document id; building from them gives the same content."""
        return Extractions(self)

    def extraction(self, document: str) -> Extraction:
        """Return what was read out of the document with this id."""
        return trusted(
            Extraction,
            document=self.documents[document],
            actors=self._actors_of(document),
            mentions=self.mentions(document),
            relations=tuple(map(self.relations.at, self._rows.get(document, _NO_ROWS))),
            provenance=self.provenance(document),
        )

    def outline(self, document: str) -> Extraction:
        """Return the same without its mentions and relations."""
        return trusted(
            Extraction,
            document=self.documents[document],
            actors=self._actors_of(document),
            mentions=(),
            relations=(),
            provenance=self.provenance(document),
        )

    def _actors_of(self, document: str) -> tuple[Actor, ...]:
        rows, table = self._rows.get(document, _NO_ROWS), self.relations
        some = slice(rows.start, rows.stop)
        named = {*self._named.get(document, ()), *self._mentions.actors_of(document)}
        named.update(table.source[some], table.target[some])
        named.update(
            said.actor
            for said in table.said[some]
            if said is not None and said.actor is not None and said.actor in self.actors
        )
        return tuple(self.actors[id_] for id_ in closed(named, (), self))

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """Return the mentions of a document in the order of the text."""
        return self._mentions.of(document)

    def provenance(self, document: str) -> tuple[Provenance, ...]:
        """Return what read a document, sorted by version, model and time."""
        return self._provenance.get(document, ())

    def restricted(self, numbers: Iterable[int]) -> Content:
        """Return the content that belongs to some of the relations: their documents, actors and mentions of these."""
        kept: defaultdict[str, list[Relation]] = defaultdict(list)
        for number in numbers:
            kept[self.relations.document[number]].append(self.relations.at(number))
        return Content(self._restricted(document, kept[document]) for document in sorted(kept))

    def _restricted(self, document: str, relations: Sequence[Relation]) -> Extraction:
        actors = closed((), relations, self)
        return trusted(
            Extraction,
            document=self.documents[document],
            actors=tuple(self.actors[id_] for id_ in actors),
            mentions=tuple(mention for mention in self.mentions(document) if mention.actor in actors),
            relations=tuple(relations),
            provenance=self.provenance(document),
        )

    @cached_property
    def facts(self) -> Facts[int]:
        """What tells a relation's parts by its number."""
        return facts_of_rows(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    def key_of(self, id: str) -> int | None:
        """Return the number of the relation with an id, or None."""
        return self.relations.numbers.get(id)

    def answer(self, query: Query) -> tuple[Hits, list[Hit[int]]]:
        """Return what a query finds and what it sets aside, both in order."""
        found = Hits()
        aside: list[Hit[int]] = []
        for hit in query.hits(query.candidates(self), self.facts, self):
            if hit.aside is None:
                found.append(hit)
            else:
                aside.append(hit)
        return found, aside

    def in_order(self, hits: Iterable[Hit[int]]) -> list[Hit[int]]:
        """Return what queries found in the order of the relations."""
        return sorted(hits, key=lambda hit: hit.relation)

    @cached_property
    def index(self) -> RelationIndex:
        """Which relations an actor has."""
        return RelationIndex(self.relations, self.chains)

    @property
    def types(self) -> tuple[str, ...]:
        """The relation types that occur, sorted."""
        return self.index.types

    def speakers(self) -> Iterable[tuple[str, str | None]]:
        """Yield the name and actor of every attribution, in the order of the relations."""
        return ((said.name, said.actor) for said in self.relations.said if said is not None)

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name not in ("index", "facts")}


class Extractions(Sequence[Extraction]):
    """The extractions of a graph, sorted by document id, each made when it is asked for; equal to a tuple of them."""

    __slots__ = ("_content", "_ids")

    def __init__(self, content: Content) -> None:
        self._content = content
        self._ids = tuple(content.documents)

    @overload
    def __getitem__(self, index: int) -> Extraction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Extraction, ...]: ...
    def __getitem__(self, index: int | slice) -> Extraction | tuple[Extraction, ...]:
        if isinstance(index, slice):
            return tuple(map(self._content.extraction, self._ids[index]))
        return self._content.extraction(self._ids[index])

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def outlines(self) -> Iterator[Extraction]:
        """The extractions without their mentions and relations, which take the time."""
        return map(self._content.outline, self._ids)

    @property
    def number_of_mentions(self) -> int:
        """How many mentions there are in all."""
        return len(self._content._mentions)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extractions | tuple):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class _Gathered:
    """Extractions taken together, in the order in which they come; `start` is left as it is."""

    def __init__(self, start: Content | None) -> None:
        self.documents: dict[str, Document] = {}
        self.actors: dict[str, Actor] = {}
        self.named: dict[str, tuple[str, ...]] = {}
        self.provenance: dict[str, tuple[Provenance, ...]] = {}
        self.relations = RelationTable(self.documents)
        self.mentions = MentionTable(self.documents)
        self._rows: dict[str, list[range]] = {}
        self._replaced: set[int] = set()
        self._touched: set[str] = set()
        self._shared = Shared()
        if start is not None:
            self._begin_with(start)

    def _begin_with(self, start: Content) -> None:
        self.documents.update(start.documents)
        self.actors.update(start.actors)
        self.named.update(start._named)
        self.provenance.update(start._provenance)
        self.relations = start.relations.arranged(self.documents, [range(len(start.relations))])
        self.mentions = start._mentions.arranged(self.documents)
        self._rows.update((document, [rows]) for document, rows in start._rows.items())

    def add(self, extraction: Extraction) -> None:
        """Add an extraction; what has the id of something that is known is united with it."""
        document = extraction.document
        known = self.documents.get(document.id)
        self.documents[document.id] = unite_documents(known, document) if known else document
        for actor in extraction.actors:
            known_actor = self.actors.get(actor.id)
            if known_actor is not actor:
                self.actors[actor.id] = unite_actors(known_actor, actor) if known_actor else actor
        self.mentions.add(document.id, extraction.mentions, self._shared)
        named = {*self.named.get(document.id, ()), *(self._shared[actor.id] for actor in extraction.actors)}
        self.named[document.id] = tuple(sorted(named - self.mentions.actors_of(document.id)))
        runs = {*self.provenance.get(document.id, ()), *extraction.provenance}
        self.provenance[document.id] = self._shared[tuple(sorted(runs, key=_time_of))]
        for relation in extraction.relations:
            if relation.evidence[0].document != document.id:
                raise UsageError(
                    f"relation {relation.id} stands in the extraction of document {document.id!r}, but its evidence in "
                    f"{relation.evidence[0].document!r}"
                )
            self._add_relation(relation)

    def _add_relation(self, relation: Relation) -> None:
        replaced = self.relations.numbers.get(relation.id)
        if replaced is not None:
            known = self.relations.at(replaced)
            relation = unite_relations(known, relation)
            if relation == known:
                return
            self._replaced.add(replaced)
            self._touched.add(known.evidence[0].document)
        number = self.relations.add(relation, self._shared)
        document = self.relations.document[number]
        self._touched.add(document)
        ranges = self._rows.setdefault(document, [])
        if ranges and ranges[-1].stop == number:
            ranges[-1] = range(ranges[-1].start, number + 1)
        else:
            ranges.append(range(number, number + 1))

    def rows_in_order(self) -> dict[str, Sequence[int]]:
        """Return the numbers of the relations of each document that has some, all in the order of a graph."""
        published = {document: self.documents[document].published or date.max for document in self._rows}
        in_order = sorted(self._rows, key=lambda document: (published[document], document))
        return {document: self._in_order(document) for document in in_order}

    def _in_order(self, document: str) -> Sequence[int]:
        ranges = self._rows[document]
        if document not in self._touched:
            return ranges[0]
        numbers: Sequence[int] = ranges[0] if len(ranges) == 1 else [number for part in ranges for number in part]
        if self._replaced:
            kept = [number for number in numbers if number not in self._replaced]
            numbers = numbers if len(kept) == len(numbers) else kept
        places = list(map(self.relations.place, numbers))
        if all(one <= next_ for one, next_ in pairwise(places)):
            return numbers
        return sorted(numbers, key=self.relations.place)


def closed(named: Iterable[str], relations: Iterable[Relation], held: Held) -> dict[str, None]:
    """Return, sorted, the ids of named actors, of those that relations name, and of all that these roll up to."""
    ids = set(named)
    for relation in relations:
        ids.update((relation.source.actor, relation.target.actor))
        said = relation.attribution
        if said is not None and said.actor is not None and said.actor in held.actors:
            ids.add(said.actor)
    return dict.fromkeys(sorted({ancestor for id_ in ids for ancestor in held.chains[id_]}))


def _ranges(parts: Mapping[str, Sequence[int]]) -> dict[str, range]:
    """Return the numbers that relations have when the parts stand one after the other."""
    ends = accumulate(map(len, parts.values()))
    return {document: range(end - len(part), end) for (document, part), end in zip(parts.items(), ends, strict=True)}


def _time_of(run: Provenance) -> tuple[str, str, bool, datetime]:
    return run.version, run.model, run.time is not None, run.time or _NO_TIME


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
