"""What a web server answered, out of a WARC record: parsed by warcio, and as it was before it was sent."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers.containers.compressed import Unpacked
from relgraph.readers.containers.streams import buffered, buffered_bytes, whole
from relgraph.readers.inputs import LARGEST

_CHUNKED = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r\n")


@dataclass(frozen=True)
class Content:
    """The content of a record, and what HTTP says about it: None if it did not come by HTTP."""

    data: bytes
    status: str | None = None
    media_type: str | None = None
    codings: tuple[str, ...] = ()
    chunked: bool = False

    def decoded(self) -> bytes:
        """Return the content without the codings of the way; raises `ReadError` if they cannot be undone.

        Crawlers may have undone them before: content that is not coded is taken as it is.
        """
        data = _joined(self.data) if self.chunked and _CHUNKED.match(self.data) else self.data
        for coding in reversed(self.codings):
            data = _decoded(data, coding)
        return data


def check_warcio() -> None:
    """Raise `MissingDependencyError` if warcio is not installed."""
    try:
        import warcio  # noqa: F401, PLC0415 - optional
    except ImportError:
        raise MissingDependencyError.named("warcio", "warc") from None


def content_of(record: bytes) -> Content:
    """Return the content of a whole record; raises `ReadError` if its HTTP headers are damaged."""
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - optional
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415 - optional
    from warcio.statusandheaders import StatusAndHeadersParserException  # noqa: PLC0415 - optional

    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    try:
        parsed = loader.parse_record_stream(io.BytesIO(record), known_format="warc")
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise ReadError(f"its HTTP headers cannot be read ({error})") from error
    http = parsed.http_headers
    if http is None:
        return Content(parsed.raw_stream.read())
    codings = (http.get_header("content-encoding") or "").lower().split(",")
    return Content(
        parsed.raw_stream.read(),
        http.get_statuscode(),
        http.get_header("content-type") or "",
        tuple(coding.strip() for coding in codings if coding.strip()),
        (http.get_header("transfer-encoding") or "").strip().lower() == "chunked",
    )


def _joined(data: bytes) -> bytes:
    from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader  # noqa: PLC0415 - optional

    try:
        joined: bytes = ChunkedDataReader(io.BytesIO(data), raise_exceptions=True).read()
    except ChunkedDataException as error:
        raise ReadError(f"the page was cut off ({error})") from error
    return joined


def _decoded(data: bytes, coding: str) -> bytes:
    if coding in ("gzip", "x-gzip"):
        if not data.startswith(b"\x1f\x8b\x08"):
            return data
        return whole(buffered(Unpacked(buffered_bytes(data), "the page")))
    if coding == "deflate":
        return _inflated(data)
    if coding == "br":
        return _of_brotli(data)
    if coding == "identity":
        return data
    raise ReadError(f"the page is compressed in a way that is not known: {coding[:40]!r}")


def _inflated(data: bytes) -> bytes:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            return _bounded(inflater.decompress(data, LARGEST + 1))
        except zlib.error:
            continue
    return data


def _of_brotli(data: bytes) -> bytes:
    try:
        import brotli  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingDependencyError.named("brotli", "warc") from None
    unpacker = brotli.Decompressor()
    try:
        unpacked = unpacker.process(data, output_buffer_limit=LARGEST + 1)
    except brotli.error:
        return data
    if not unpacker.is_finished() and len(unpacked) <= LARGEST:
        raise ReadError("the page was cut off")
    return _bounded(unpacked)


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise ReadError(f"the page is larger than {LARGEST // 1_000_000} MB")
    return data
