"""What is known of a text whose file says something of itself: the byline counts first, then what the file says."""

from __future__ import annotations

import re
from datetime import date

from relgraph.readers import byline
from relgraph.readers.base import Reading
from relgraph.readers.blocks import Block, split_blocks

_HEADER_LINES = 60
_NO_TITLE = re.compile(
    r"^(?:microsoft|powerpoint|word)\b.* - "
    r"|^(?:untitled|document\d*|layout \d+|presentation\d*|title|print|\(?anonymous\)?|no title|slide \d+|brochure"
    r"|report|template|final|draft|unknown)\b[\s\d]*$"
    r"|\.(?:docx?|pdf|indd|pptx?|qxd|tex|dvi|rtf|odt|html?)\b"
    r"|^[\w.-]*[\d_.-][\w.-]*$|^https?://",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300


def good_title(named: str | None) -> str | None:
    """Return what a file names as its title, if it is one and not the name of a file or a program's default."""
    title = " ".join((named or "").split())
    return title if title and len(title) <= _LONGEST_TITLE and not _NO_TITLE.search(title) else None


def day(stamp: str | None) -> date | None:
    """Return the day of a time stamp that begins with year, month and day (2021-08-04T…, D:20210804…), or None."""
    found = re.match(r"\s*(?:D:)?(\d{4})-?(\d\d)-?(\d\d)", stamp or "")
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found is not None else None
    except ValueError:
        return None


def _is_named(block: Block, title: str) -> bool:
    """Whether a block is what a title says, perhaps with the name of the site after it."""
    rest = title.casefold().removeprefix(block.text.casefold())
    if len(rest) == len(title):
        return False
    return not rest or (block.words >= 3 and re.match(r"\s+[|»·/–—-]\s|\s*[|»]", rest) is not None)


def described(
    body: str, *, title: str | None = None, published: date | None = None, authors: tuple[str, ...] = ()
) -> Reading:
    """Return the reading of a text; `title` is its title, date and authors hold if no byline has others."""
    blocks = split_blocks(body.split("\n")[:_HEADER_LINES])
    block = next((block for block in blocks if title and _is_named(block, title)), None)
    if title is None:
        block = byline.plain_title(blocks)
    if block is not None:
        title = block.text
    return Reading(
        body,
        title=title,
        published=byline.published(blocks, block, blocks) or published,
        authors=byline.authors(blocks, block) or authors,
    )
