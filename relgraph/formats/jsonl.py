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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.gather import build_graph, referenced_actors
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation, Value, trusted

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
    for line in _lines(graph):
        stream.write(_encode(line))


def read(stream: IO[bytes]) -> RelationGraph:
    """Return the graph; raises `FormatError` naming the line that is damaged or missing."""
    return build_graph(_Reader().extractions(stream))


def _lines(graph: RelationGraph) -> Iterator[dict[str, Any]]:
    extractions = graph.extractions()
    actors = {actor.id: actor for actor in sorted(graph.actors(), key=lambda actor: actor.id)}
    yield {
        "relgraph": VERSION,
        "actor": len(actors),
        "document": len(extractions),
        "mention": extractions.number_of_mentions,
        "relation": len(graph),
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
        self._documents: dict[str, Document] = {}
        self._parts: list[_Part] = []
        self._waiting: list[_Part] = []
        self._promised: dict[str, int] = {}
        self._found = dict.fromkeys(KINDS, 0)
        self._started = False

    def extractions(self, lines: Iterable[bytes]) -> Iterator[Extraction]:
        """Yield what the lines say of a document when the next one begins, so that little is held at a time.

        Raises `FormatError` naming the line that is damaged or missing.
        """
        number = 0
        for number, line in enumerate(lines, 1):
            self._take(number, line)
            if len(self._parts) > 1:
                done = self._parts.pop(0)
                try:
                    extraction = self._extraction(done)
                except KeyError:  # an actor whose line may follow
                    self._waiting.append(done)
                else:
                    yield extraction
        if not number:
            raise FormatError("the file is empty; a relgraph file has at least a header line")
        self._check_counts(number)
        for part in (*self._waiting, *self._parts):
            try:
                extraction = self._extraction(part)
            except KeyError as error:
                raise FormatError(f"document {part.document.id!r} names the actor {error}, which has no line") from None
            yield extraction

    def _take(self, number: int, line: bytes) -> None:
        content = self._parse(number, line)
        if "relgraph" in content:
            self._header(number, content)
            return
        if not self._started:
            raise FormatError(
                f'line {number}: this is no graph of relgraph, which begins with {{"relgraph": {VERSION}}}; texts are '
                "read by read_many and `relgraph extract`"
            )
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

    def _check_counts(self, number: int) -> None:
        """Raise `FormatError` if the lines since the last header are not as many as it says."""
        for kind, promised in self._promised.items():
            if self._found[kind] != promised:
                raise FormatError(
                    f"line {number}: the file is cut off or incomplete: its header announces {promised} {kind} lines, "
                    f"there are {self._found[kind]}"
                )

    def _extraction(self, part: _Part) -> Extraction:
        if part.actors is not None:
            actors = tuple(self._actors[identifier] for identifier in part.actors)
        else:
            actors = referenced_actors(part.mentions, part.relations, self._actors)
        return trusted(
            Extraction,
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
        self._check_counts(number)  # the file before, if files were concatenated
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
        self._documents[part.document.id] = part.document

    def _part(self, number: int, document: object) -> _Part:
        if self._parts and self._parts[-1].document.id == document:
            return self._parts[-1]
        known = self._documents.get(document) if isinstance(document, str) else None
        if known is None:
            raise FormatError(f"line {number}: there is no line for the document {document!r} before this one")
        self._parts.append(_Part(known, None, ()))  # one more part of a document that was done with
        return self._parts[-1]


def _validated(model: type[V], content: object, number: int) -> V:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, (model.__name__.lower(), *first["loc"])))
        raise FormatError(f"line {number}, {key}: {first['msg']}") from None
    except TypeError as error:  # a wrong type in what an id is computed from
        raise FormatError(f"line {number}, {model.__name__.lower()}: {error}") from None
