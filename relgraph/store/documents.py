"""Documents with their mentions as rows of a store, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from relgraph.model import Document, Mention
from relgraph.store.cells import (
    VIAS,
    Cell,
    get_day,
    get_maybe,
    get_numbers,
    get_strings,
    get_text,
    get_words,
    put_day,
    put_maybe,
    put_numbers,
    put_strings,
    put_text,
    put_words,
)
from relgraph.store.relations import Party

DOCUMENT_COLUMNS = ("key", "id", "day", "language", "title", "issuer", "source", "authors", "copies", "runs")
TEXT_COLUMNS = ("document", "words", "mentions", "odd")

_VIA = {via: number for number, via in enumerate(VIAS)}


def mention_order(mention: Mention) -> tuple[int, int, str, str]:
    """Return what the mentions of one document are sorted by."""
    return mention.span.start, mention.span.end, mention.actor, mention.via


def document_row(document: Document, key: int, runs: Iterable[int]) -> tuple[Cell, ...]:
    """Return the row of a document, without its text, with the keys of what read it."""
    return (
        key,
        put_text(document.id),
        put_day(document.published),
        put_text(document.language),
        put_maybe(document.title),
        put_maybe(document.issuer),
        put_maybe(document.source),
        put_strings(document.authors),
        put_strings(document.copies),
        " ".join(map(str, runs)) or None,
    )


def document_of(row: Sequence[Any], words: bytes) -> Document:
    """Return the document of its row and its text's cell."""
    _, id_, day, language, title, issuer, source, authors, copies, _ = row
    return Document(
        id=get_text(id_),
        text=get_words(words),
        title=get_maybe(title),
        published=get_day(day),
        authors=get_strings(authors),
        copies=get_strings(copies),
        issuer=get_maybe(issuer),
        source=get_maybe(source),
        language=get_text(language),
    )


def text_row(
    document: Document,
    key: int,
    named: Iterable[str],
    mentions: Iterable[Mention],
    parties: Mapping[str, Party],
) -> tuple[Cell, ...]:
    """Return the row of a document's text, of the actors that its extraction describes, and of its mentions.

    Mentions that are not the words of the text are kept as they are, in `odd`.
    """
    text = document.text
    described = sorted(parties[id_].key for id_ in named)
    ordered = sorted(mentions, key=mention_order)
    odd = None
    if not all(text.startswith(mention.span.text, mention.span.start) for mention in ordered):
        odd = json.dumps([mention.model_dump(mode="json") for mention in ordered])
        ordered = []
    starts = [mention.span.start for mention in ordered]
    numbers = [
        len(described),
        len(ordered),
        *described,
        *(parties[mention.actor].key for mention in ordered),
        *(start - before for start, before in zip(starts, (0, *starts), strict=False)),
        *(mention.span.end - mention.span.start for mention in ordered),
        *(_VIA[mention.via] for mention in ordered),
    ]
    return key, put_words(text), put_numbers(numbers), odd


def named_and_mentions(
    cell: bytes, odd: str | None, document: Document, actors: Mapping[int, str]
) -> tuple[list[str], tuple[Mention, ...]]:
    """Return the actors that the document's extraction describes, and its mentions in order."""
    described, count, *numbers = get_numbers(cell)
    named = [actors[key] for key in numbers[:described]]
    if odd is not None:
        return named, tuple(Mention.model_validate(each) for each in json.loads(odd))
    keys, gaps, lengths, vias = (numbers[described + n * count : described + (n + 1) * count] for n in range(4))
    mentions = []
    start = 0
    for key, gap, length, via in zip(keys, gaps, lengths, vias, strict=True):
        start += gap
        mentions.append(Mention(actor=actors[key], span=document.span(start, start + length), via=VIAS[via]))
    return named, tuple(mentions)
