"""JSON Lines: everything that a graph holds, one value a line.

The first line is a header with the version of the format and the number of lines of each kind, by which a file that was
cut off is recognised. Then come all actors, and each document followed by its mentions and relations::

    {"relgraph": 1, "actor": 2, "document": 1, "mention": 2, "relation": 1}
    {"actor": {"id": "country/RUS", "name": "Russia", "kind": "country", "code": "RUS"}}
    {"document": {"id": "3f…", "text": "Moscow warned …", …}, "provenance": [{"version": "1.0", "model": "en_core_…"}]}
    {"mention": {"document": "3f…", "actor": "country/RUS", "span": {"start": 0, …}, "via": "metonym"}}
    {"relation": {"id": "9a…", "source": {…}, "target": {…}, "type": "disputes.threatens", "evidence": [{…}]}}

The values are those of `relgraph.model`, without the fields that have their default value. Files may be concatenated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.gather import actors_by_id, build_graph, referenced_actors
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation, Value

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")
LOSSLESS = True

VERSION = 1
"""Grows when older readers would misread what is written."""

KINDS = ("actor", "document", "mention", "relation")

V = TypeVar("V", bound=Value)


def write(graph: RelationGraph, stream: IO[bytes]) -> None:
    """Write all extractions of the graph."""
    for line in _lines(graph.extractions()):
        stream.write(_encode(line))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph; raises `FormatError` naming the line that is damaged or missing."""
    reader = _Reader()
    number = 0
    for number, line in enumerate(stream, 1):
        reader.take(number, line)
    reader.check_counts(number)
    if not number:
        raise FormatError("the file is empty; a relgraph file has at least a header line")
    return build_graph(reader.extractions())


def _lines(extractions: Sequence[Extraction]) -> Iterator[dict[str, Any]]:
    actors = actors_by_id(extractions)
    yield {
        "relgraph": VERSION,
        "actor": len(actors),
        "document": len(extractions),
        "mention": sum(len(extraction.mentions) for extraction in extractions),
        "relation": sum(len(extraction.relations) for extraction in extractions),
    }
    for actor in actors.values():
        yield {"actor": _plain(actor)}
    for extraction in extractions:
        document = extraction.document.id
        line: dict[str, Any] = {"document": _plain(extraction.document)}
        if extraction.actors != referenced_actors(extraction.mentions, extraction.relations, actors):
            line["actors"] = [actor.id for actor in extraction.actors]
        if extraction.provenance:
            line["provenance"] = [_plain(run) for run in extraction.provenance]
        yield line
        for mention in extraction.mentions:
            yield {"mention": {"document": document, **_plain(mention)}}
        for relation in extraction.relations:
            yield {"relation": _plain(relation)}


def _plain(value: Value) -> dict[str, Any]:
    return value.model_dump(mode="json", exclude_defaults=True)


def _encode(line: dict[str, Any]) -> bytes:
    try:
        return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # a lone surrogate: JSON can escape it, UTF-8 cannot hold it
        return json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n"


@dataclass
class _Part:
    """The lines that belong to one document."""

    document: Document
    actors: list[str] | None
    provenance: tuple[Provenance, ...]
    mentions: list[Mention] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)


class _Reader:
    """Takes the lines of a file one by one and puts the extractions together."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._parts: list[_Part] = []
        self._by_document: dict[str, _Part] = {}
        self._promised: dict[str, int] = {}
        self._found = dict.fromkeys(KINDS, 0)
        self._started = False

    def take(self, number: int, line: bytes) -> None:
        """Add one line; raises `FormatError` with its number."""
        content = self._parse(number, line)
        if "relgraph" in content:
            self._header(number, content)
            return
        if not self._started:
            raise FormatError(f'line {number}: this is no relgraph file, which begins with {{"relgraph": {VERSION}}}')
        kind = next((kind for kind in KINDS if isinstance(content.get(kind), dict)), None)
        if kind is None:
            raise FormatError(f"line {number}: expected an object with one of {', '.join(KINDS)}")
        self._found[kind] += 1
        match kind:
            case "actor":
                actor = _validated(Actor, content[kind], number)
                self._actors[actor.id] = actor
            case "document":
                self._document(number, content)
            case "mention":
                fields = dict(content[kind])
                self._part(number, fields.pop("document", None)).mentions.append(_validated(Mention, fields, number))
            case _:
                relation = _validated(Relation, content[kind], number)
                self._part(number, relation.evidence[0].document).relations.append(relation)

    def check_counts(self, number: int) -> None:
        """Raise `FormatError` if the lines since the last header are not as many as it says."""
        for kind, promised in self._promised.items():
            if self._found[kind] != promised:
                raise FormatError(
                    f"line {number}: the file is cut off or incomplete: its header announces {promised} {kind} lines, "
                    f"there are {self._found[kind]}"
                )

    def extractions(self) -> list[Extraction]:
        """Return what the lines say; raises `FormatError` if an actor is missing."""
        return [self._extraction(part) for part in self._parts]

    def _extraction(self, part: _Part) -> Extraction:
        try:
            if part.actors is not None:
                actors = tuple(self._actors[identifier] for identifier in part.actors)
            else:
                actors = referenced_actors(part.mentions, part.relations, self._actors)
        except KeyError as error:
            raise FormatError(f"document {part.document.id!r} names the actor {error}, which has no line") from None
        return Extraction(
            document=part.document,
            actors=actors,
            mentions=tuple(part.mentions),
            relations=tuple(part.relations),
            provenance=part.provenance,
        )

    def _parse(self, number: int, line: bytes) -> dict[str, Any]:
        try:
            content = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            raise FormatError(f"line {number}: not JSON in UTF-8 ({error})") from None
        if not isinstance(content, dict):
            raise FormatError(f"line {number}: expected a JSON object")
        return content

    def _header(self, number: int, content: dict[str, Any]) -> None:
        if content["relgraph"] != VERSION:
            raise FormatError(
                f"line {number}: the file has version {content['relgraph']!r}, this relgraph reads version {VERSION}"
            )
        self.check_counts(number)  # the file before, if files were concatenated
        self._promised = {kind: content[kind] for kind in KINDS if isinstance(content.get(kind), int)}
        self._found = dict.fromkeys(KINDS, 0)
        self._started = True

    def _document(self, number: int, content: dict[str, Any]) -> None:
        actors = content.get("actors")
        if actors is not None and not (isinstance(actors, list) and all(isinstance(item, str) for item in actors)):
            raise FormatError(f"line {number}: actors is not a list of ids")
        runs = content.get("provenance", ())
        if not isinstance(runs, list | tuple):
            raise FormatError(f"line {number}: provenance is not a list")
        provenance = tuple(_validated(Provenance, run, number) for run in runs)
        part = _Part(_validated(Document, content["document"], number), actors, provenance)
        self._parts.append(part)
        self._by_document[part.document.id] = part

    def _part(self, number: int, document: object) -> _Part:
        part = self._by_document.get(document) if isinstance(document, str) else None
        if part is None:
            raise FormatError(f"line {number}: there is no line for the document {document!r} before this one")
        return part


def _validated(model: type[V], content: object, number: int) -> V:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, (model.__name__.lower(), *first["loc"])))
        raise FormatError(f"line {number}, {key}: {first['msg']}") from None
    except TypeError as error:  # a wrong type in what an id is computed from
        raise FormatError(f"line {number}, {model.__name__.lower()}: {error}") from None
