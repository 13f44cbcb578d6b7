"""XML, written so that every parser takes it, and read as a stream that can do no harm.

XML cannot hold most control characters. In ids they are percent-encoded, together with ``%`` itself; elsewhere they
become their visible pictures (U+0001 is ``␁``; lone surrogates and noncharacters are U+FFFD), and an attribute called
`EXACT` holds the original words as JSON, so that nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO
from urllib.parse import quote, unquote
from xml.parsers import expat

from relgraph.errors import FormatError
from relgraph.formats.flat import Row

EXACT = "exact"
"""The name of the attribute with the words that XML cannot hold."""

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The characters that XML cannot hold."""

_UNSAFE_IN_IDS = re.compile(f"%|{ILLEGAL.pattern}")
_SPECIAL_IN_CONTENT = re.compile("[&<>\r]")
_SPECIAL_IN_ATTRIBUTES = re.compile('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_CHUNK = 1 << 16
_DEEPEST = 64


Element = tuple[str, Mapping[str, str] | None, str]
"""The name of an element that begins, with its attributes, or that ends (None), with the text right before its end."""


def elements(stream: IO[bytes]) -> Iterator[Element]:
    """Yield the elements of an XML file as they begin and end, their names without prefixes.

    Raises `FormatError` if it is not well-formed, has a document type (by which a file could fetch others or grow in
    memory without end) or has elements in elements without end. Memory is bounded by the longest text.
    """
    found: list[Element] = []
    texts: list[str] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise FormatError("the XML has elements in elements without end, which no file of relgraph has")
        texts.clear()
        found.append((name if ":" not in name else name.rpartition(":")[2], attributes, ""))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append((name if ":" not in name else name.rpartition(":")[2], None, "".join(texts)))
        texts.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
            yield from found
            found.clear()
        parser.Parse(b"", True)
        yield from found
    except expat.ExpatError as error:
        raise FormatError(f"not well-formed XML: {error}") from None


def _refuse(*_: object) -> None:
    raise FormatError("the XML has a document type (DOCTYPE), which no file of relgraph has and which may do harm")


def content(text: str) -> str:
    """Return legal text as the content of an element."""
    # A bare carriage return would be read as a line feed.
    return _SPECIAL_IN_CONTENT.sub(_reference, text) if _SPECIAL_IN_CONTENT.search(text) else text


def attribute(text: str) -> str:
    """Return legal text as the value of an attribute, in quotes."""
    return f'"{_SPECIAL_IN_ATTRIBUTES.sub(_reference, text)}"' if _SPECIAL_IN_ATTRIBUTES.search(text) else f'"{text}"'


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES[found[0]]


def legal_row(row: Row, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield name and legal text of what is known in a row, and `EXACT` if that changed; `ids` name those with ids."""
    changed: dict[str, str] = {}
    for name, value in row.items():
        if value is None:
            continue
        text = value if isinstance(value, str) else _plain(value)
        if name in ids:
            text = percent(text)
        elif ILLEGAL.search(text):
            changed[name] = text
            text = visible(text)
        yield name, text
    if changed:
        yield EXACT, legal_json(changed)


def exact_row(data: dict[str, str]) -> dict[str, str]:
    """Return a row that was read with the words that XML cannot hold; raises `ValueError` if they are damaged."""
    if EXACT not in data:
        return data
    words = json.loads(data[EXACT])
    if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
        raise ValueError(f"{EXACT} is no object of strings")
    return {name: text for name, text in {**data, **words}.items() if name != EXACT}


def _plain(value: float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def visible(text: str) -> str:
    """Return text with pictures instead of the characters that XML cannot hold, as many as there were."""
    return ILLEGAL.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def percent(identifier: str) -> str:
    """Return an id as legal text; two ids never become one."""
    if not _UNSAFE_IN_IDS.search(identifier):
        return identifier
    return _UNSAFE_IN_IDS.sub(lambda found: quote(found[0], errors="surrogatepass"), identifier)


def unpercent(encoded: str) -> str:
    """Return the id that `percent` has encoded."""
    return unquote(encoded, errors="surrogatepass") if "%" in encoded else encoded


def legal_json(value: object) -> str:
    """Return a value as JSON that is legal text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)  # what is left of these stands in strings
