"""A stream that lets a parser read only JSON-LD that cannot harm it."""

from __future__ import annotations

import json
import re
from typing import IO, Any

from relgraph.errors import FormatError
from relgraph.formats.context import URL, Context
from relgraph.formats.guard import DEEPEST, nested
from relgraph.ontology import Ontology

CONTEXT_ELSEWHERE = (
    "the JSON-LD names a context that is not in it, and relgraph fetches nothing: write the file with its context in it"
)

_HEAD = 1 << 16
_BY_RELGRAPH = re.compile(rb'\{"@context": (?:\{\n  "@version": 1\.1,\n|\[?\{"@version": 1\.1, )')
_NAMED = re.compile(rb'("@context"\s*:\s*(?:\[\s*)?)"' + re.escape(URL).encode() + rb'"')


class JsonLdGuard:
    """Refuses deep nesting, and puts the published context of relgraph in the place of its address.

    The address is seen where relgraph writes it, at the beginning of the file.
    """

    # A string ends with a quotation mark, or goes on in the next bytes.
    _REST_OF_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+("|\\?\Z)', re.DOTALL)
    _TOKEN = re.compile(rb'"' + _REST_OF_STRING.pattern + rb"|([\[{])|[\]}]", re.DOTALL)

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._depth = 0
        self._in_string = self._escaped = False
        self._waiting: bytes | None = None

    def streams(self) -> bool:
        """Whether the file begins as relgraph writes it, so that a parser need not wait for a context further on."""
        return _BY_RELGRAPH.match(self._head()) is not None

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises `FormatError` if they are too deeply nested."""
        if not self._head():
            chunk = self._stream.read(size)
            self._count(chunk)
            return chunk
        rest = b"" if size >= 0 else self._stream.read()
        self._count(rest)
        waiting = self._head() + rest
        end = size if size >= 0 else len(waiting)
        self._waiting = waiting[end:]
        return waiting[:end]

    def _head(self) -> bytes:
        """Return what was read of the file but not handed on; at first its beginning, with a context in it."""
        if self._waiting is None:
            head = self._stream.read(_HEAD)
            self._count(head)
            self._waiting = _NAMED.sub(_with_context, head, count=1)
        return self._waiting

    def _count(self, chunk: bytes) -> None:
        start = 0
        if self._in_string and chunk:
            rest = self._REST_OF_STRING.match(chunk, 1 if self._escaped else 0)
            self._leave_string(rest[1] if rest is not None else b"")
            start = rest.end() if rest is not None else 0
        for token in self._TOKEN.finditer(chunk, start):
            end, opening = token.groups()
            if end is not None:
                self._leave_string(end)
            elif opening is None:
                self._depth -= 1
            else:
                self._depth += 1
                if self._depth > DEEPEST:
                    raise nested("the JSON has values in values")

    def _leave_string(self, end: bytes) -> None:
        self._in_string, self._escaped = end != b'"', end == b"\\"


def refuse_contexts_elsewhere(data: bytes) -> None:
    """Raise `FormatError` if any context of a whole file would have to be fetched, or the file is no JSON."""
    try:
        waiting: list[Any] = [json.loads(data)]
    except ValueError as error:
        raise FormatError(f"this is not a whole file of jsonld: {error}") from None
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            contexts = value.get("@context")
            listed = contexts if isinstance(contexts, list) else [contexts]
            if "@import" in value or any(isinstance(context, str) for context in listed):
                raise FormatError(CONTEXT_ELSEWHERE)
            waiting += value.values()


def _with_context(found: re.Match[bytes]) -> bytes:
    return found[1] + json.dumps(Context(Ontology.default()).definition()).encode()
