"""Title, date and authors of a text, read from the lines around its beginning, never from its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from email.utils import parseaddr
from itertools import pairwise

from relgraph.readers import dates, wording
from relgraph.readers.blocks import Block

_BY = re.compile(r"^(?:by|written by|authors?:|text:)\s+(?P<names>\S.{2,200})$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\||\band\b)\s*")
_NAME_WORD = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|al-\w[\w'’-]*)$")
_PARTICLES = wording.words("de da del della der den di du el al bin ibn ben la le van von zu ter y e")
_MAIL_HEADER = re.compile(r"^(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To):[ \t]*(.*)$", re.IGNORECASE)
_RELEASE_NOTE = re.compile(r"^(?:for immediate release|press release|embargoed until.*|for release.*)$", re.IGNORECASE)
_NO_TITLE_END = re.compile(r"[.;,:…]$")
_TURN = re.compile(r"^(?:Q|A|QUESTION|ANSWER|MODERATOR|[A-Z][A-Z .'-]+)\s?:\s")
_HEADER_WORDS = 16


def plain_title(blocks: Sequence[Block]) -> Block | None:
    """Return the block that is the title of a text without menus: a short first line, no sentence, above a gap."""
    for block, following in pairwise(blocks[:4]):
        if block.sort == "date" or _RELEASE_NOTE.match(block.text):
            continue
        stands_alone = following.after_gap or following.sort == "date" or _BY.match(following.text) is not None
        is_title = (
            block.first == block.last - 1
            and stands_alone
            and block.words <= 30
            and len(block.text) <= 200
            and not block.bulleted
            and not _NO_TITLE_END.search(block.text)
            and not _TURN.match(block.text)
        )
        return block if is_title else None
    return None


def published(blocks: Sequence[Block], title: Block | None, page: Sequence[Block]) -> date | None:
    """Return the date near the title or in the byline of an article; `page` is all that it stands in."""
    day_first = dates.day_comes_first(block.text for block in page)
    late: date | None = None
    for block in header(blocks, title):
        if block.sort == "date" or _ends_in_date(block):
            found = dates.date_in(block.text, day_first)
        else:
            found = dates.dateline(block.text)
        if found is not None and re.match(r"(?:last )?(?:updated|modified)", block.text, re.IGNORECASE):
            late = late or found
        elif found is not None:
            return found
    if late is not None:
        return late
    above = [block for block in page if block.last <= blocks[0].first] if blocks else []
    near = [block for block in above[-3:] if block.sort == "date"]
    return dates.date_in(near[-1].text, day_first) if near else None


def authors(blocks: Sequence[Block], title: Block | None) -> tuple[str, ...]:
    """Return the names in a line "By …", or in lines of their own beside the date of the byline."""
    top = header(blocks, title)
    for block in top:
        line = _BY.match(block.text)
        if line is not None and block.words <= 25 and not block.text.endswith("."):
            names = [name for name in _BETWEEN_NAMES.split(line["names"]) if _is_name(name)]
            if names:
                return tuple(dict.fromkeys(names))
    dated = [number for number, block in enumerate(top) if block.sort == "date" or _ends_in_date(block)]
    found: list[str] = []
    for number, block in enumerate(top):
        if block.copies > 1 or block.sort == "paragraph" or not any(abs(number - other) <= 3 for other in dated):
            continue
        names = _BETWEEN_NAMES.split(block.text)
        if all(map(_is_name, names)):
            found.extend(names)
    return tuple(dict.fromkeys(found))


def names(line: str) -> tuple[str, ...]:
    """Return the names in a line that holds nothing else ("Jane Doe and John Roe"), or none."""
    found = [name.strip() for name in _BETWEEN_NAMES.split(line.strip()) if name.strip()]
    return tuple(dict.fromkeys(found)) if all(map(_is_name, found)) else ()


def mail_header(lines: Sequence[str]) -> tuple[str | None, date | None, tuple[str, ...]] | None:
    """Return subject, date and sender if the text is an e-mail that begins with its header, otherwise None."""
    fields: dict[str, str] = {}
    for line in lines[:15]:
        field = _MAIL_HEADER.match(line)
        if field is None:
            break
        fields.setdefault(field[1].lower(), field[2].strip())
    if len(fields) < 2 or "subject" not in fields:
        return None
    sender = parseaddr(fields.get("from", "")[:200])[0]
    sent = dates.date_in(fields.get("date", fields.get("sent", "")))
    return fields["subject"] or None, sent, (sender,) if sender else ()


def header(blocks: Sequence[Block], title: Block | None) -> list[Block]:
    """Return the blocks up to the second paragraph, without the title: standfirst, byline, the first words."""
    top: list[Block] = []
    paragraphs = 0
    for block in blocks[:20]:
        if block is title:
            continue
        paragraphs += block.sort == "paragraph"
        if paragraphs > 1:
            break
        top.append(block)
    return top


def _ends_in_date(block: Block) -> bool:
    """Whether a line such as "Policy Brief No. 12, 4 August 2021" carries the date of the text."""
    if block.words > _HEADER_WORDS or block.sort not in ("short", "link") or block.text[-1] in ".!?":
        return False
    found = dates.WRITTEN_DATE.search(block.text)
    if found is None:
        return False
    before, after = block.text[: found.start()], block.text[found.end() :]
    # "On 3 May 2021" and "until 3 May 2021" belong to a sentence or a caption
    if re.search(
        r"\b(?:in|on|since|until|from|before|after|to|at)\s+$", before, re.IGNORECASE
    ) or block.text.startswith("—"):
        return False
    return not re.search(r"\w{2}", before) or not re.search(r"[^\W\d_]{3}", after)


def _is_name(text: str) -> bool:
    words = text.strip().split()
    if not 2 <= len(words) <= 5 or any(word.lower().strip(".") in wording.NOT_A_NAME for word in words):
        return False
    named = [word for word in words if word not in _PARTICLES]
    return len(named) >= 2 and all(_NAME_WORD.match(word) for word in named) and not all(map(str.isupper, named))
