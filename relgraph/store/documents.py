"""Documents with their mentions as rows of a store, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub
from typing import Any

from relgraph.model import Document, Mention, Span, trusted
from relgraph.store.cells import (
    VIAS,
    Cell,
    get_columns,
    get_day,
    get_maybe,
    get_strings,
    get_text,
    get_words,
    put_columns,
    put_day,
    put_maybe,
    put_strings,
    put_text,
    put_words,
)
from relgraph.store.relations import Party
from relgraph.store.schema import SEGMENT

DOCUMENT_COLUMNS = ("key", "id", "day", "language", "title", "issuer", "source", "authors", "copies", "runs")
HEADING_COLUMNS = ("segment", "hash", "document")
TEXT_COLUMNS = ("document", "words", "mentions", "odd")

_VIA: dict[str, int] = {via: number for number, via in enumerate(VIAS)}


def mention_order(mention: Mention) -> tuple[int, int, str, str]:
    """Return what the mentions of one document are sorted by."""
    return mention.span.start, mention.span.end, mention.actor, mention.via


def document_row(document: Document, key: int, runs: Iterable[int]) -> tuple[Cell, ...]:
    """Return the row of a document, without its text, with the keys of what read it."""
    fields = document.__dict__  # attributes of these values take longer
    return (
        key,
        put_text(fields["id"]),
        put_day(fields["published"]),
        put_text(fields["language"]),
        put_maybe(fields["title"]),
        put_maybe(fields["issuer"]),
        put_maybe(fields["source"]),
        put_strings(fields["authors"]),
        put_strings(fields["copies"]),
        " ".join(map(str, runs)) or None,
    )


def heading_hash(heading: str) -> int:
    """Return the number by which documents with a title, source or copy are found; others may have the same."""
    return zlib.crc32(heading.encode("utf-8", "surrogatepass"))


def heading_rows(document: Document, key: int) -> Iterator[tuple[Cell, ...]]:
    """Give the rows by which a document is found by its title, its source and its copies."""
    headings = (document.title, document.source, *document.copies)
    for number in sorted({heading_hash(heading) for heading in headings if heading is not None}):
        yield key >> SEGMENT, number, key


def document_of(row: Sequence[Any], words: bytes) -> Document:
    """Return the document of its row and its text's cell."""
    _, id_, day, language, title, issuer, source, authors, copies, _ = row
    return trusted(
        Document,
        id=get_text(id_),
        text=get_words(words),
        title=get_maybe(title),
        published=get_day(day),
        authors=get_strings(authors),
        language=get_text(language),
        issuer=get_maybe(issuer),
        source=get_maybe(source),
        copies=get_strings(copies),
    )


def text_row(
    document: Document,
    key: int,
    named: Iterable[str],
    mentions: Sequence[Mention],
    parties: Mapping[str, Party],
) -> tuple[Cell, ...]:
    """Return the row of a document's text, of the actors that its extraction describes, and of its mentions.

    Mentions that are not the words of the text are kept as they are, in `odd`. Raises `KeyError` if an actor is not
    among `parties`.
    """
    text = document.text
    # There are many, and attributes of these values take longer than what holds them.
    fields = [mention.__dict__ for mention in mentions]
    spans = [each["span"].__dict__ for each in fields]
    starts = [span["start"] for span in spans]
    actors = [each["actor"] for each in fields]
    numbers = {actor: number for number, actor in enumerate(dict.fromkeys(actors))}
    keys = [parties[actor].key for actor in numbers]
    named_keys = sorted([parties[id_].key for id_ in named])
    gaps = list(map(sub, starts, [0, *starts]))
    if min(gaps[1:], default=1) <= 0:  # two at one place: they must be put in order
        ordered = sorted(set(mentions), key=mention_order)
        if ordered != list(mentions):
            return text_row(document, key, named, ordered, parties)
    kept = None
    if all(map(text.startswith, [span["text"] for span in spans], starts)):
        lengths = [span["end"] - span["start"] for span in spans]
        columns = keys, [numbers[actor] for actor in actors], gaps, lengths, [_VIA[each["via"]] for each in fields]
    else:
        kept = json.dumps([mention.model_dump(mode="json") for mention in sorted(mentions, key=mention_order)])
        columns = [], [], [], [], []
    return key, put_words(text), put_columns((named_keys, *columns)), kept


def named_and_mentions(
    cell: bytes, odd: str | None, document: Document, actors: Mapping[int, str]
) -> tuple[list[str], tuple[Mention, ...]]:
    """Return the actors that the document's extraction describes, and its mentions in order."""
    named, keys, numbers, gaps, lengths, vias = get_columns(cell)
    described = [actors[key] for key in named]
    if odd is not None:
        return described, tuple(Mention.model_validate(each) for each in json.loads(odd))
    text = document.text
    mentions = []
    start = 0
    for number, gap, length, via in zip(numbers, gaps, lengths, vias, strict=True):
        start += gap
        span = trusted(Span, start=start, end=start + length, text=text[start : start + length])
        mentions.append(trusted(Mention, actor=actors[keys[number]], span=span, via=VIAS[via]))
    return described, tuple(mentions)
