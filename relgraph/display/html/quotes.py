"""Words of a text with what they stand for marked in them, and cut where they are too long."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from relgraph.display.html.markup import Html, element, joined, words
from relgraph.display.html.style import family_look
from relgraph.graph.view import RelationView
from relgraph.model import Evidence, Span

_WORD = 24
"""How many characters further a cut may go to stand between two words."""
_LEAST_ROOM = 20


class Role(NamedTuple):
    """What a stretch of a text stands for: its look, what is told when it is pointed at, and what stands behind it."""

    start: int
    end: int
    look: str
    title: str
    strong: bool = False
    behind: Html = Html("")


def quoted(view: RelationView, evidence: Evidence, limit: int) -> Html:
    """Return a sentence in quotation marks with source, trigger and target marked, of about `limit` characters."""
    sentence = evidence.sentence
    first, second = (evidence.target, evidence.source) if view.flipped else (evidence.source, evidence.target)
    roles = [
        _role(first, "source", f"source: {view.source_actor.name}"),
        Role(evidence.trigger.start, evidence.trigger.end, f"trigger {family_look(view.type)}", view.type, strong=True),
        _role(second, "target", f"target: {view.target_actor.name}"),
    ]
    spans = (evidence.source, evidence.trigger, evidence.target)
    parts = excerpt(sentence, spans, limit)
    shown = [marked(sentence.text, sentence.start, part, roles) for part in parts]
    before = "… " if parts[0][0] > sentence.start else ""
    after = " …" if parts[-1][1] < sentence.end else ""
    pieces = [piece for each in shown for piece in (" … ", each)][1:]
    return joined("“", before, *pieces, after, "”")


def _role(span: Span, look: str, title: str) -> Role:
    return Role(span.start, span.end, look, title)


def marked(text: str, offset: int, part: tuple[int, int], roles: Iterable[Role]) -> Html:
    """Return a part of a text that begins at `offset`, with its roles marked.

    Roles may overlap: the text is cut at the ends of all, so that no element stands across another. What stands behind
    a role comes once, in the part in which the role starts.
    """
    start, end = part
    inside = sorted(role for role in roles if role.start < end and role.end > start and role.start < role.end)
    cuts = sorted({start, end, *(cut for role in inside for cut in role[:2] if start < cut < end)})
    following, here = deque(inside), list[Role]()
    pieces = []
    for left, right in pairwise(cuts):
        while following and following[0].start < right:
            here.append(following.popleft())
        pieces.append(_piece(text[left - offset : right - offset], here))
        pieces.extend(role.behind for role in here if role.start >= start and min(role.end, end) == right)
        here = [role for role in here if role.end > right]
    return joined(*pieces)


def _piece(text: str, roles: Sequence[Role]) -> Html:
    shown = words(text)
    strong, plain = ([role for role in roles if role.strong is wanted] for wanted in (True, False))
    if strong:
        shown = element("strong", shown, look=_looks(strong), title=_titles(strong))
    if plain:
        shown = element("mark", shown, look=_looks(plain), title=_titles(plain))
    return shown


def _looks(roles: Iterable[Role]) -> str:
    return " ".join(dict.fromkeys(look for role in roles for look in role.look.split()))


def _titles(roles: Iterable[Role]) -> str:
    return "; ".join(dict.fromkeys(role.title for role in roles))


def excerpt(sentence: Span, spans: Iterable[Span], limit: int) -> list[tuple[int, int]]:
    """Return which parts of a sentence to show, in order: all of a short one, else what is around and in some spans."""
    start, end = sentence.start, sentence.end
    if end - start <= limit:
        return [(start, end)]
    inside = [
        (max(start, span.start), min(end, span.end)) for span in spans if span.start < end and span.end > start
    ] or [(start, start)]
    room = max(_LEAST_ROOM, (limit - sum(right - left for left, right in inside)) // (2 * len(inside)))
    longest = max(limit // len(inside), 2 * room)
    windows = []
    for left, right in inside:
        if right - left > longest:
            windows += [(left - room, left + longest // 2), (right - longest // 2, right + room)]
        else:
            windows.append((left - room, right + room))
    return list(_united(sentence, windows))


def _united(sentence: Span, windows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    before: tuple[int, int] | None = None
    for left, right in sorted((_between(sentence, left, -1), _between(sentence, right, 1)) for left, right in windows):
        if before is not None and left - before[1] <= _WORD:
            before = before[0], max(before[1], right)
            continue
        if before is not None:
            yield before
        before = left, right
    if before is not None:
        yield before


def _between(sentence: Span, place: int, step: int) -> int:
    """Return the nearest place between two words, from a place on in one direction."""
    place = min(max(place, sentence.start), sentence.end)
    for further in range(_WORD):
        at = place + step * further
        if not sentence.start < at < sentence.end:
            return min(max(at, sentence.start), sentence.end)
        if sentence.text[at - sentence.start - (step < 0)].isspace():
            return at
    return place
