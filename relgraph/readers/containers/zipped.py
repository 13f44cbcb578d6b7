"""Zip archives: nothing of them is written to a disk under the names that they give."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from relgraph.errors import ReadError
from relgraph.readers.containers.base import Member, Part, Where
from relgraph.readers.containers.streams import DAMAGED, RATIO, Guarded, buffered, seekable
from relgraph.readers.walk import hidden_part

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
SUFFIXES = (".zip",)

_ENCRYPTED = 0x1


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield the files in it, in its own order; of a damaged or encrypted one the error."""
    with seekable(stream) as source, _opened(source) as archive:
        files = [member for member in archive.infolist() if not member.is_dir()]
        if not files:
            raise ReadError("there is no file in this zip archive")
        if sum(member.compress_size for member in files) > source.seek(0, os.SEEK_END):
            raise ReadError("the files in this zip archive lie over each other, as those of a zip bomb do")
        hidden = set[str]()
        for member in files:
            part = hidden_part(member.filename)
            if part is None:
                yield _member(archive, member, where)
            elif part not in hidden:
                hidden.add(part)
                yield where.inside(part).passed_over("it is hidden, and was not read")


def _opened(source: IO[bytes]) -> ZipFile:
    try:
        return ZipFile(source)
    except BadZipFile as error:
        raise ReadError("this zip archive cannot be opened: it was cut off, or is something else") from error
    except DAMAGED as error:
        raise ReadError(f"this zip archive cannot be opened: {error}") from error


def _member(archive: ZipFile, member: ZipInfo, where: Where) -> Part:
    inside = where.inside(member.filename)
    if member.flag_bits & _ENCRYPTED:
        return inside.failed("it is encrypted; unpack the archive with its password first")
    if member.file_size > RATIO * max(member.compress_size, 100_000):
        return inside.failed(f"it would unpack to more than {RATIO} times its size, as a zip bomb does")
    try:
        opened = archive.open(member)
    except DAMAGED as error:
        return inside.failed(f"it is damaged: {error}")
    return Member(inside, buffered(Guarded(opened.read, lambda: member.compress_size, "the zip archive")))
