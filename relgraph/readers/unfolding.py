"""Takes what is in a file apart, however deep: which container a file is, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BufferedReader
from pathlib import PurePath
from types import MappingProxyType

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import html
from relgraph.readers.containers import compressed
from relgraph.readers.containers.base import GRAPH, Container, Member, Where
from relgraph.readers.containers.streams import head_of, whole
from relgraph.readers.decode import kind_of_binary
from relgraph.readers.inputs import BytesInput, Input
from relgraph.readers.registry import found_in, named_reader, reader_for, suffixes

GROUP = "relgraph.containers"
"""The group of the entry points that add containers."""

DEEPEST = 6
"""How many containers may stand in one another: five in ``dump.tar.gz!/day.zip!/articles.jsonl.gz``."""

GRAPH_SUFFIXES = frozenset(
    (
        *(".cyjs", ".dot", ".gexf", ".graphml", ".gv", ".jsonld", ".nt", ".ntriples", ".rdf", ".rdfxml", ".trig"),
        *(".ttl", ".turtle"),
    )
)
"""Files that hold graphs and never texts."""

_ADVICE = {
    "save its tables as .csv": (".xls", ".xlsx", ".ods", ".numbers"),
    "unpack it with another program": (".7z", ".rar", ".zst", ".lz4", ".lzma", ".z", ".dmg", ".iso"),
    "save it as .docx, .pdf or text": (".doc", ".pages", ".wpd", ".wps"),
    "save its mails as .mbox or .eml": (".pst", ".msg", ".ost"),
}
"""What to do with files that there is no reader for."""


@cache
def containers() -> MappingProxyType[str, Container]:
    """Return all containers by name: those of their folder, then those of other packages, which win over a namesake."""
    return MappingProxyType(found_in("relgraph.readers.containers", GROUP, "parts"))


def known_suffixes() -> list[str]:
    """Return all suffixes of files that can be read, sorted."""
    of_containers = {suffix for container in containers().values() for suffix in container.SUFFIXES}
    return sorted(of_containers.union(suffixes()))


def container_of(name: str, head: bytes) -> Container | None:
    """Return what a file is, by its first bytes and its name; None if it is one document, or looks like one."""
    suffix = PurePath(name).suffix.lower()
    reader = reader_for(suffix)
    if reader is not None and reader not in (html, named_reader("text")):
        return None
    if not _is_office(head):
        for container in containers().values():
            if head.startswith(tuple(getattr(container, "MAGIC", ()))):
                return container
    if kind_of_binary(head) is not None or html.sniff(head):
        return None
    if suffix in compressed.SUFFIXES:  # a browser has unpacked it already
        return container_of(compressed.inner_name(name), head)
    named = [container for container in containers().values() if suffix in container.SUFFIXES]
    if not named and reader is None and head.lstrip().startswith((b'{"', b'[{"')):  # piped in, under no name
        return containers()["jsonlines"]
    return named[-1] if named else None


def _is_office(head: bytes) -> bool:
    """Whether a zip archive is really a document of an office program, or an e-book: by the first name in it."""
    if not head.startswith(b"PK\x03\x04"):
        return False
    name = head[30 : 30 + int.from_bytes(head[26:28], "little")] or head
    return name in (b"[Content_Types].xml", b"mimetype") or name.startswith((b"_rels/", b"docProps/", b"customXml/"))


def unreadable(name: str, named: bool = False) -> str | None:
    """Return why a file is not looked into; None if it may be a text, as one always may that the user has `named`."""
    suffix = PurePath(compressed.inner_name(name)).suffix.lower()
    if suffix in GRAPH_SUFFIXES:
        return GRAPH
    if named or not suffix or suffix in known_suffixes():
        return None
    advice = next((advice for advice, those in _ADVICE.items() if suffix in those), None)
    return f"there is no reader for {suffix!r} files" + (f"; {advice}" if advice else "")


def unfold(stream: BufferedReader, where: Where, container: Container | None) -> Iterator[Input]:
    """Yield one input for each document in a file; where it cannot go on, one that says why."""
    try:
        if container is None:
            yield BytesInput(where.name, whole(stream), where.kind, encoding=where.run.encoding)
            return
        if where.depth >= DEEPEST:
            yield where.failed(f"more than {DEEPEST} files stand in one another; unpack the outer ones first")
            return
        empty = True
        for part in container.parts(stream, where):
            empty = False
            if isinstance(part, Input):
                yield part
            else:
                yield from _unfold_member(part)
        if empty:
            yield where.failed("there is no text in this")
    except (ReadError, MissingDependencyError) as error:
        yield where.failed(str(error))
    except OSError as error:
        yield where.failed(f"it cannot be read: {error}")


def _unfold_member(member: Member) -> Iterator[Input]:
    where = member.where
    problem = unreadable(where.kind)
    if problem is not None:
        yield where.passed_over(problem)
        return
    try:
        container = container_of(where.kind, head_of(member.stream))
    except ReadError as error:
        yield where.failed(str(error))
        return
    yield from unfold(member.stream, where, container)
