"""Plain text, and web pages that were saved as text."""

from __future__ import annotations

from collections.abc import Sequence

from relgraph.errors import ReadError
from relgraph.readers import article, byline
from relgraph.readers.base import Keep, Reading
from relgraph.readers.blocks import Block, split_blocks
from relgraph.readers.decode import decode, normalise

SUFFIXES = (".txt", ".text")


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read a text file.

    A text without menus is kept as it stands. Of a page with menus the article is kept, its paragraphs separated by
    blank lines, unless `keep` is ``"all"``. Raises `ReadError` for bytes that are no text and pages without an article.
    """
    return read_text(normalise(decode(data, encoding)), keep=keep)


def read_text(text: str, *, keep: Keep) -> Reading:
    """Read a normalised text as `read_bytes` does."""
    text = text.strip("\n")
    lines = text.split("\n")
    blocks = split_blocks(lines)
    if not article.is_page(blocks):
        return _plain(text, lines, blocks)
    kept = article.article_blocks(blocks)
    if keep == "all":
        return _about(text, kept, blocks) if kept else Reading(text, title=article.page_title(blocks))
    if not kept:
        raise ReadError(
            "this page seems to hold menus, links and notices only; no article was found in it; pass keep='all' to "
            "keep its whole text"
        )
    body = "\n\n".join("\n".join(lines[block.first : block.last]) for block in kept)
    title = article.page_title(blocks)
    if title is not None and kept[0].first > 0 and _names_the_page(title, blocks[0]) and not _has_title(kept):
        return _about(f"{title}\n\n{body}", kept, blocks, title)
    return _about(body, kept, blocks)


def _plain(text: str, lines: Sequence[str], blocks: Sequence[Block]) -> Reading:
    mail = byline.mail_header(lines)
    if mail is not None:
        subject, sent, sender = mail
        return Reading(text, title=subject, published=sent, authors=sender)
    title = byline.plain_title(blocks)
    return Reading(
        text,
        title=title.text if title is not None else None,
        published=byline.published(blocks, title, blocks),
        authors=byline.authors(blocks, title),
    )


def _about(text: str, kept: Sequence[Block], blocks: Sequence[Block], title: str | None = None) -> Reading:
    head = kept[0] if title is None and _has_title(kept) else None
    return Reading(
        text,
        title=title if title is not None else head.text if head is not None else None,
        published=byline.published(kept, head, blocks),
        authors=byline.authors(kept, head),
    )


def _has_title(kept: Sequence[Block]) -> bool:
    return (
        len(kept) > 1
        and kept[0].sort in ("link", "short", "paragraph")
        and kept[0].words <= 30
        and not kept[0].text.endswith(".")
    )


def _names_the_page(title: str, first: Block) -> bool:
    """Whether the first line is a title with the name of the site behind it, and not the first entry of a menu."""
    return title != first.text and len(title.split()) >= 4 and first.copies == 1
