"""Which blocks of a web page that was saved as text are its article.

A text without menus is not touched. In a page, the article begins at its title (the heading that repeats the page's
first line) or, without one, where most running text stands together; it goes on until menus, links or teasers of other
articles begin and no running text follows them. When in doubt a block is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from relgraph.readers import wording
from relgraph.readers.blocks import Block, fold, has_function_words

_SITE_SEPARATOR = re.compile(r"\s+(?:[|»·/–—-]|::)\s+")
_BREADCRUMBS = re.compile(r"^home\b|\s[>»›]\s", re.IGNORECASE)
_LINK_RUN = 4
_SMALL_BREAK = 8
_LEAST_WORDS = 15
_HEADER_BLOCKS = 8


def is_page(blocks: Sequence[Block]) -> bool:
    """Whether a text has the menus, links and notices of a web page."""
    keys = [fold(block.text) for block in blocks]
    menus = {key.strip(" -–|›»>:.…") for block, key in zip(blocks, keys, strict=True) if block.sort == "menu"}
    strong = len(menus & wording.STRONG_MENU_LINES)
    weak = len(menus) - strong
    notices = len({key for block, key in zip(blocks, keys, strict=True) if block.sort == "boilerplate"})
    headings = len({key for block, key in zip(blocks, keys, strict=True) if block.sort in ("related", "end")})
    repeated = len(
        {
            key
            for block, key in zip(blocks, keys, strict=True)
            if block.copies > 1 and block.words > 1 and (block.bulleted or block.words > 2) and block.sort == "link"
        }
    )
    longest = _longest_list(blocks)
    return (
        (strong >= 2 and longest >= 3)
        or (strong >= 1 and weak >= 2 and longest >= 3)
        or (weak >= 4 and longest >= 4)
        or (repeated >= 8 and longest >= 8)
        or strong + notices + headings >= 3
        or (notices >= 1 and strong >= 1)
    )


def article_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the article of a page, in order, the title first; none if it holds no article."""
    anchor = _anchor(blocks)
    teasers = _teasers(blocks, anchor)
    breaks = [_is_break(blocks, number, teasers) for number in range(len(blocks))]
    start = anchor if anchor is not None else _densest(blocks, breaks)
    if start is None:
        return []
    _clear_header(blocks, breaks, start)
    stop = _stop(blocks, breaks, start)
    kept = [number for number in range(start, stop) if _belongs(blocks, breaks, number, start)]
    while len(kept) > 1 and _is_tail(blocks, kept[-1], kept[-2]):
        kept.pop()
    return [blocks[number] for number in kept]


def page_title(blocks: Sequence[Block]) -> str | None:
    """Return the title of a page by its first line, without the name of the site."""
    if not blocks or blocks[0].is_furniture or blocks[0].words > 40 or blocks[0].bulleted:
        return None
    return _titles(blocks[0])[-1]


def _titles(block: Block) -> list[str]:
    """Return what the title may be if the block is the first line of a page: all of it, or what precedes the site."""
    titles = [block.text]
    for separator in _SITE_SEPARATOR.finditer(block.text):
        head = block.text[: separator.start()].strip()
        if len(head.split()) >= 3:
            titles.append(head)
    return titles


def _longest_list(blocks: Sequence[Block]) -> int:
    longest = run = 0
    for block in blocks:
        run = run + 1 if block.sort in ("link", "menu", "boilerplate") else 0
        longest = max(longest, run)
    return longest


def _is_body(block: Block) -> bool:
    return block.sort == "paragraph" or (block.sort == "short" and block.is_sentence)


def _anchor(blocks: Sequence[Block]) -> int | None:
    """Return which block is the heading that the page's first lines name, if text follows it."""
    names = {
        fold(title) for block in blocks[:3] if block.words <= 40 and not block.bulleted for title in _titles(block)
    }
    names = {name for name in names if len(name.split()) >= 3}
    best, most = None, 0
    for number, block in enumerate(blocks):
        if number == 0 or block.bulleted or block.is_furniture or fold(block.text) not in names:
            continue
        words = 0
        for follower in blocks[number + 1 : number + 16]:
            if follower.sort in ("related", "end"):
                break
            words += follower.words if _is_body(follower) else 0
        if words >= most and words > 0:
            best, most = number, words
    return best


def _clear_header(blocks: Sequence[Block], breaks: list[bool], anchor: int) -> None:
    """Between the title and the first paragraph, names and dates in a row are a byline, not a menu."""
    paragraphs = 0  # the first one may be a standfirst that stands above the byline
    for number in range(anchor, min(anchor + 12, len(blocks))):
        block = blocks[number]
        paragraphs += block.sort == "paragraph" and number > anchor
        if paragraphs > 1 or block.sort in ("related", "end"):
            break
        if number == anchor or (not block.is_furniture and block.copies == 1):
            breaks[number] = False


def _is_break(blocks: Sequence[Block], number: int, teasers: frozenset[int]) -> bool:
    block = blocks[number]
    if number in teasers:
        return True
    if block.sort in ("menu", "link") and _in_list(blocks, number):
        return False
    if block.sort == "menu":
        return not _is_heading(blocks, number)
    if block.is_furniture:
        return True
    if block.sort != "link":
        return False
    if block.copies > 2 or (block.copies > 1 and block.bulleted):
        return not _is_heading(blocks, number)
    first, last = _link_run(blocks, number)
    if last - first < _LINK_RUN:
        return False
    if any(other.sort == "menu" for other in blocks[first:last]):
        return True
    return not (first > 0 and blocks[first - 1].text.endswith(":"))


def _in_list(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is an entry of a list that a sentence of the article announces ("The parties agreed on:")."""
    if not (blocks[number].bulleted or blocks[number].numbered):
        return False
    first = number
    while first > 0 and number - first < 60 and (blocks[first].bulleted or blocks[first].numbered):
        first -= 1
    return blocks[first].text.endswith(":") and not blocks[first].is_furniture


def _is_heading(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line that could be an entry of a menu stands as a heading between paragraphs."""
    block = blocks[number]
    if block.bulleted or block.copies > 2 or not block.after_gap or not 0 < number < len(blocks) - 1:
        return False
    if block.text.casefold() in wording.STRONG_MENU_LINES | wording.LANGUAGE_LINES:
        return False
    return _is_body(blocks[number - 1]) and blocks[number + 1].sort == "paragraph"


def _link_run(blocks: Sequence[Block], number: int) -> tuple[int, int]:
    """Return the run of links around a block; looks no further than it must to call it long."""
    first, last = number, number + 1
    while first > 0 and blocks[first - 1].sort in ("link", "menu") and number - first < 40:
        first -= 1
    while last < len(blocks) and blocks[last].sort in ("link", "menu") and last - number < 40:
        last += 1
    return first, last


def _teasers(blocks: Sequence[Block], anchor: int | None) -> frozenset[int]:
    """Return the blocks of teasers: headline, summary and date (or "Read more"), several times in a row."""
    header = range(anchor, min(anchor + 8, len(blocks))) if anchor is not None else range(0)
    byline_end = next((number for number in header if number > header.start and _is_body(blocks[number])), header.start)
    marks = [
        number
        for number, block in enumerate(blocks)
        if (block.sort == "date" or fold(block.text).rstrip(" ….»>") in ("read more", "continue reading", "full story"))
        and not (anchor is not None and anchor <= number <= byline_end + 2)
    ]
    found: set[int] = set()
    chain: list[int] = []
    for mark in [*marks, len(blocks) + 100]:
        if chain and not _is_teaser(blocks, chain[-1] + 1, mark):
            if len(chain) > 1:
                found.update(_chain(blocks, chain))
            chain = []
        chain.append(mark)
    return frozenset(found)


def _is_teaser(blocks: Sequence[Block], start: int, stop: int) -> bool:
    between = blocks[start:stop]
    return (
        1 <= stop - start <= 4
        and any(not _is_body(block) for block in between)
        and not any(block.sort in ("related", "end") for block in between)
        and not any(_is_body(one) and _is_body(two) for one, two in pairwise(between))
    )


def _chain(blocks: Sequence[Block], marks: Sequence[int]) -> range:
    first, last = marks[0], marks[-1] + 1
    if first > 0 and not _is_body(blocks[first - 1]):
        first -= 1
    elif first > 1 and not _is_body(blocks[first - 2]) and not blocks[first - 2].is_furniture:
        first -= 2
    if last + 1 < len(blocks) and not _is_body(blocks[last]) and _is_body(blocks[last + 1]):
        last += 2
    return range(first, last)


def _segments(breaks: Sequence[bool]) -> list[tuple[int, int]]:
    segments, start = [], None
    for number, is_break in enumerate([*breaks, True]):
        if not is_break:
            start = number if start is None else start
        elif start is not None:
            segments.append((start, number))
            start = None
    return segments


def _densest(blocks: Sequence[Block], breaks: Sequence[bool]) -> int | None:
    """Return where the article begins in a page that does not name its title."""
    best, most, covered = None, 0.0, 0
    for start, stop in _segments(breaks):
        if start < covered or not any(map(_is_body, blocks[start:stop])):
            continue
        covered = _stop(blocks, breaks, start)
        body = [number for number in range(start, covered) if not breaks[number]]
        weight = _weight([blocks[number] for number in body])
        heading = {block.sort for block in blocks[max(start - 6, 0) : start]}
        weight *= 0.05 if "end" in heading else 0.2 if "related" in heading else 1.0
        if weight > most and sum(blocks[number].words for number in body if _is_body(blocks[number])) >= _LEAST_WORDS:
            best, most = start, weight
    return None if best is None else _header(blocks, best)


def _weight(blocks: Sequence[Block]) -> float:
    """Return how much running text there is; paragraphs that stand alone, as summaries do, count little."""
    weight = 0.0
    for number, block in enumerate(blocks):
        if _is_body(block):
            joined = any(map(_is_body, [*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2]]))
            weight += block.words * (1.0 if joined else 0.25)
    return weight


def _header(blocks: Sequence[Block], start: int) -> int:
    """Return where title and byline begin above the first paragraph of a segment."""
    first = next(number for number in range(start, len(blocks)) if _is_body(blocks[number]))
    top = first
    while top > 0 and first - top < _HEADER_BLOCKS and not _is_body(blocks[top - 1]):
        above = blocks[top - 1]
        in_menu = above.bulleted or above.copies > 1 or above.is_furniture
        if in_menu:
            break
        top -= 1
    # a trail of breadcrumbs ("Home > Topics > …") ends in the title but is not it
    titles = (
        number
        for number in range(top, first)
        if blocks[number].words >= 4 and not _BREADCRUMBS.search(blocks[number].text)
    )
    return next(titles, max(top, first - 1))


def _stop(blocks: Sequence[Block], breaks: Sequence[bool], start: int) -> int:
    """Return where the article that begins at `start` ends: at the first break after which it does not go on."""
    number = start
    seen_body = False
    while number < len(blocks):
        if not breaks[number]:
            seen_body = seen_body or _is_body(blocks[number])
            number += 1
            continue
        after = number
        while after < len(blocks) and breaks[after]:
            after += 1
        if seen_body and not _goes_on(blocks, breaks, number, after):
            return number
        number = after
    return len(blocks)


def _goes_on(blocks: Sequence[Block], breaks: Sequence[bool], start: int, after: int) -> bool:
    """Whether the article continues behind the break from `start` to `after`."""
    sorts = {block.sort for block in blocks[start:after]}
    if "end" in sorts:
        return False
    first = after
    if "related" in sorts:
        while first < len(blocks) and not breaks[first] and not _is_body(blocks[first]):
            first += 1
    stop = first
    while stop < len(blocks) and not breaks[stop]:
        stop += 1
    segment = blocks[first:stop]
    body = [block for block in segment if _is_body(block)]
    runs_on = any(_is_body(one) and _is_body(two) for one, two in pairwise(segment))
    if any(block.sort == "date" for block in segment):
        return runs_on and "related" not in sorts and after - start <= _SMALL_BREAK
    if "disclaimer" in sorts:
        return runs_on
    if "related" in sorts:
        return runs_on or (first - start > 2 and len(segment) == 1 and bool(body))
    return runs_on or (after - start <= _SMALL_BREAK and bool(body))


def _belongs(blocks: Sequence[Block], breaks: Sequence[bool], number: int, start: int) -> bool:
    block = blocks[number]
    if breaks[number]:
        return False
    if number > start and block.words <= 30 and fold(block.text) == fold(blocks[start].text):
        return False
    return not _under_related_heading(blocks, number)


def _under_related_heading(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is a headline in a box of links within the article."""
    if _is_body(blocks[number]):
        return False
    for above in range(number - 1, max(number - 6, -1), -1):
        if blocks[above].sort == "related":
            return True
        if _is_body(blocks[above]):
            return False
    return False


def _is_tail(blocks: Sequence[Block], last: int, before: int) -> bool:
    """Whether the last block is a leftover such as a row of tags, and not a caption, a list entry or a note."""
    block = blocks[last]
    if block.sort not in ("link", "date") or block.numbered:
        return False
    if block.bulleted and (blocks[before].bulleted or blocks[before].text.endswith(":")):
        return False
    return block.words <= 5 and not has_function_words(block.text)
