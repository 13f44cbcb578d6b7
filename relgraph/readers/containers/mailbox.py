"""Mailboxes of the mbox kind: many e-mails in one file, each under a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from relgraph.errors import ReadError
from relgraph.readers.containers.base import Part, Where
from relgraph.readers.inputs import LARGEST, BytesInput, FailedInput

SUFFIXES = (".mbox",)

_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LINE = 1 << 20


def parts(stream: BufferedReader, where: Where) -> Iterator[Part]:
    """Yield one input for each e-mail; raises `ReadError` if there is none."""
    if not stream.peek(5).startswith(b"From "):
        raise ReadError("this is no mailbox: it does not begin with 'From ', as one of the mbox kind does")
    for number, message in enumerate(_messages(stream), 1):
        if message is None:
            yield FailedInput(where.part(number), f"this e-mail is larger than {LARGEST // 1_000_000} MB")
        else:
            yield BytesInput(where.part(number), message, kind="mail.eml")


def _messages(stream: BufferedReader) -> Iterator[bytes | None]:
    """Yield the messages, each without its first line; None for one that is too large."""
    lines: list[bytes] = []
    size = 0
    blank = started = False
    while line := stream.readline(_LINE):
        if line.startswith(b"From ") and (blank or not started):
            if started:
                yield _joined(lines, size)
            lines, size, started = [], 0, True
        else:
            size += len(line)
            if size <= LARGEST:
                lines.append(line)
        blank = not line.strip(b"\r\n")
    yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return _QUOTED.sub(rb"\1", b"".join(lines)) if size <= LARGEST else None
