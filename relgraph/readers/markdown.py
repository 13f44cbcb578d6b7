"""Markdown, parsed by markdown-it: the words without the markup.

Text: paragraphs, headings and entries of lists separated by blank lines, rows of tables with their cells separated by
" | "; links are their words, images their descriptions, HTML is what it shows; code between fences and comments are
left out. A page that was saved as Markdown is cut down to its article as other text is.

Title, date and authors: those of the front matter (YAML or TOML between ``---`` or ``+++``), otherwise the first
heading, and the byline.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relgraph.readers import html, mislabelled, text
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import decode, kind_of_binary, normalise
from relgraph.readers.described import day

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)
_YAML = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*)$", re.MULTILINE)
_ENTRY = re.compile(r"^\s*-[ \t]+(.+)$")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_NOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:[ \t]*", re.MULTILINE)
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DEEP_QUOTE = re.compile(r"^(?: {0,3}>){20,} ?", re.MULTILINE)
"""What is quoted so deeply is quoted once: the parser would drop it."""
_MARKS = "[]*_`|<&"
_MOST_MARKS = 10_000
"""A paragraph with more is no Markdown; the parser would take minutes for it."""

Fields = dict[str, list[str]]


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read a Markdown file; raises `ReadError` for bytes that are no text."""
    if kind_of_binary(data) is not None or _PAGE.match(data[:200]):
        return mislabelled.read_bytes(data, "Markdown", keep=keep, encoding=encoding)
    source = normalise(decode(data, encoding)).lstrip("\n")
    fields, body = _front_matter(source)
    plain, heading = _plain(_NOTE_MARK.sub("", _NOTE.sub("", body)))
    reading = text.read_text(plain, keep=keep)
    title = _one(fields, "title") or heading or reading.title
    kept = reading.text
    if keep == "article" and "title" in fields and title and title.casefold() not in kept[:2000].casefold():
        kept = f"{title}\n\n{kept}"
    return Reading(
        kept,
        title=title,
        published=day(_one(fields, "date", "published", "pubdate", "created")) or reading.published,
        authors=tuple(fields.get("author") or fields.get("authors") or fields.get("by") or ()) or reading.authors,
    )


def _front_matter(source: str) -> tuple[Fields, str]:
    """Return the fields that stand before the text, and the text."""
    found = _TOML.match(source)
    if found is not None:
        try:
            return _toml_fields(tomllib.loads(found[1])), source[found.end() :]
        except tomllib.TOMLDecodeError:
            return {}, source
    found = _YAML.match(source)
    if found is None or _FIELD.match(found[1].lstrip("\n")) is None:
        return {}, source
    fields: Fields = {}
    name = ""
    for line in found[1].split("\n"):
        field, entry = _FIELD.match(line), _ENTRY.match(line)
        if field is not None:
            name = field[1].lower()
            fields[name] = _values(field[2])
        elif entry is not None and name:
            fields[name].append(_unquoted(entry[1].removeprefix("name:")))
    return fields, source[found.end() :]


def _toml_fields(table: dict[str, object]) -> Fields:
    return {
        name.lower(): [str(one) for one in value] if isinstance(value, list) else [str(value)]
        for name, value in table.items()
        if not isinstance(value, dict)
    }


def _values(written: str) -> list[str]:
    written = re.sub(r"\s+#.*$", "", written).strip()
    parts = written[1:-1].split(",") if written.startswith("[") and written.endswith("]") else [written]
    return [value for value in map(_unquoted, parts) if value and value not in (">", "|", ">-", "|-", "null", "~")]


def _unquoted(written: str) -> str:
    written = written.strip()
    return written[1:-1].strip() if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'" else written


def _one(fields: Fields, *names: str) -> str | None:
    return next((fields[name][0] for name in names if fields.get(name)), None)


def _plain(body: str) -> tuple[str, str | None]:
    """Return the words of a text, and its first heading."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 (slow to load)

    if any(sum(map(part.count, _MARKS)) > _MOST_MARKS for part in body.split("\n\n")):
        return body, None
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    tokens = parser.parse(_DEEP_QUOTE.sub("> ", body))
    paragraphs = list(_paragraphs(tokens))
    first = next((number for number, token in enumerate(tokens) if token.type == "heading_open"), None)
    heading = _inline(tokens[first + 1].children or ()) if first is not None else ""
    return "\n\n".join(paragraphs), heading or None


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cell for cell in cells if cell)
            cells = None
        elif token.type == "code_block":  # more often an indented paragraph than a program
            yield from filter(None, (" ".join(part.split()) for part in token.content.split("\n\n")))
        elif token.type == "html_block":
            shown = html.visible_text(token.content.encode(), "utf-8")
            yield from filter(None, shown.split("\n\n"))
        elif token.type == "inline":
            words = _inline(token.children or ())
            if cells is not None:
                cells.append(words)
            elif words:
                yield words


def _inline(tokens: Sequence[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "image":
            pieces.append(_inline(token.children or ()))
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and _LINE_BREAK_TAG.match(token.content)):
            pieces.append("\n")
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n")).strip()
