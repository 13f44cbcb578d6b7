"""Tar archives, read from the front to the end."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from io import BufferedReader

from relgraph.errors import ReadError
from relgraph.readers.containers.base import Member, Part, Where
from relgraph.readers.containers.streams import DAMAGED, FREE, Guarded, buffered
from relgraph.readers.walk import hidden_part

SUFFIXES = (".tar",)


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield the files in it, in its own order; links and devices are passed over."""
    empty = True
    hidden = set[str]()
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=2) as archive:
            for member in archive:
                if not member.isfile():
                    continue
                empty = False
                part = hidden_part(member.name)
                if part is None:
                    yield _member(archive, member, where)
                elif part not in hidden:
                    hidden.add(part)
                    yield where.inside(part).passed_over("it is hidden, and was not read")
    except DAMAGED as error:
        raise ReadError(f"this tar archive is damaged or was cut off: {error}") from error
    if empty:
        raise ReadError("there is no file in this tar archive")


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, where: Where) -> Part:
    inside = where.inside(member.name)
    opened = archive.extractfile(member)
    if opened is None or (member.issparse() and member.size > FREE):
        return inside.failed("it is a sparse file, mostly empty")
    return Member(inside, buffered(Guarded(opened.read, lambda: member.size, "the tar archive")))
