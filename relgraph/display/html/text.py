"""A document as its text, with mentions and relations marked in it and the relations told beside each paragraph."""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from relgraph.display.html import parts
from relgraph.display.html.markup import PREFIX, Html, element, joined, root, words
from relgraph.display.html.quotes import Role, marked
from relgraph.display.html.style import family_look, style_sheet
from relgraph.formats.files import atomic_writer
from relgraph.graph.query import Relations
from relgraph.graph.table import counted, shortened
from relgraph.graph.view import RelationView
from relgraph.graph.visible import visible
from relgraph.model import Actor, Document, Mention, Span

_LONGEST = 200_000
"""How many characters of text a notebook is given; `save` writes all."""
_STATED = 20
_SENTENCE = 200
_STANDS_FOR = ("pronoun", "description", "metonym")
_WHITE = " \t\r\n"
_BREAK = re.compile(r"\n[ \t\r]*\n")


class Statement(NamedTuple):
    """A place in the text that states relations: its number, the trigger, and the relations."""

    number: int
    trigger: Span
    sentence: Span
    relations: tuple[RelationView, ...]


@dataclass(frozen=True)
class ShownText:
    """A document with what a graph knows of it; a notebook shows it, and `save` writes it as a page.

    `relations` are those that are marked, `mentions` the places that name an actor, `actors` who these are.
    """

    document: Document
    relations: Relations
    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]

    def _repr_html_(self) -> str:
        return str(root(style_sheet(), self._view(_LONGEST)))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the whole text as a page of its own, which loads nothing and runs nothing.

        Raises `UsageError` if the folder is missing or `path` is a folder.
        """
        style = style_sheet()
        digest = b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
        title = words(visible(self.document.title or self.document.id))
        page = (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">"
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{title}</title></head>"
            f'<body class="{PREFIX}-page"><main>{root(style, self._view(None), look="whole")}</main></body></html>\n'
        )
        with atomic_writer(path) as stream:
            stream.write(page.encode("utf-8"))

    def __repr__(self) -> str:
        found = self.statements
        lines = [self._title(), self._counts()]
        for each in found[:_STATED]:
            lines.append(f"{each.number:>4}  {_in_brackets(each)}")
            lines.extend(f"        {_told(view)}" for view in each.relations)
        if len(found) > _STATED:
            lines.append(f"… and {counted(len(found) - _STATED, 'more place')} that state relations")
        return "\n".join(lines)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The places in the text that state relations, in order."""
        places: defaultdict[tuple[int, int], list[tuple[RelationView, Span, Span]]] = defaultdict(list)
        for view in self.relations:
            for evidence in view.evidence:
                if evidence.document == self.document.id:
                    trigger = evidence.trigger
                    places[trigger.start, trigger.end].append((view, trigger, evidence.sentence))
        return tuple(
            Statement(number, found[0][1], found[0][2], tuple(dict.fromkeys(view for view, _, _ in found)))
            for number, (_, found) in enumerate(sorted(places.items(), key=lambda each: each[0]), 1)
        )

    def _title(self) -> str:
        days = f" ({self.document.published})" if self.document.published else ""
        return visible(shortened(self.document.title or self.document.id, 90)) + days

    def _counts(self) -> str:
        found = counted(len(self.relations), "relation"), counted(len(self.mentions), "mention")
        return f"{found[0]}, {found[1]} of actors, {counted(len(self.document.text), 'character')}"

    def _view(self, longest: int | None) -> Html:
        document, statements = self.document, self.statements
        by = ", ".join((*([document.issuer] if document.issuer else []), *document.authors))
        head = parts.heading("Text", parts.document(document), element("bdi", by) if by else "", self._counts())
        roles = sorted((*self._mentioned(), *map(_triggered, statements)), key=lambda role: (role.start, role.end))
        paragraphs = list(_paragraphs(document.text, roles, statements))
        blocks = _chosen(paragraphs, longest)
        shown = [_block(document, each) if isinstance(each, _Paragraph) else each for each in blocks]
        return joined(head, _legend(), element("div", *shown, look="text"))

    def _mentioned(self) -> Iterator[Role]:
        ends = {
            (span.start, span.end)
            for view in self.relations
            for evidence in view.evidence
            if evidence.document == self.document.id
            for span in (evidence.source, evidence.target)
        }
        named: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
        # What lies inside of another comes before it, so that the outer one need not repeat who it is.
        for mention in sorted(self.mentions, key=lambda each: (each.span.end, -each.span.start)):
            named[mention.span.start, mention.span.end].append(mention)
        told: list[tuple[int, list[str]]] = []
        for (start, end), found in named.items():
            names = [name for name in self._behind(found) if name not in _told_since(start, told)]
            if names:
                told.append((start, names))
            title = "; ".join(f"{self.actors[each.actor].name}, by {each.via}" for each in found)
            look = "mention related" if (start, end) in ends else "mention"
            who = element("small", element("bdi", shortened(", ".join(names), 60)), look="who") if names else Html("")
            yield Role(start, end, look, title, behind=who)

    def _behind(self, found: Sequence[Mention]) -> Iterator[str]:
        """Give the names of the actors behind a pronoun and the like, unless the words have them."""
        said = found[0].span.text.casefold()
        for name in dict.fromkeys(self.actors[each.actor].name for each in found if each.via in _STANDS_FOR):
            if name.casefold() not in said:
                yield name


def _told_since(start: int, told: Sequence[tuple[int, list[str]]]) -> set[str]:
    return {name for _, names in takewhile(lambda each: each[0] >= start, reversed(told)) for name in names}


class _Paragraph(NamedTuple):
    start: int
    end: int
    text: str
    roles: Sequence[Role]
    statements: Sequence[Statement]


def _triggered(statement: Statement) -> Role:
    types = dict.fromkeys(view.type for view in statement.relations)
    title = "; ".join(dict.fromkeys(map(_told, statement.relations)))
    number = element("sup", str(statement.number), look="at")
    look = f"trigger {family_look(next(iter(types)))}"
    return Role(statement.trigger.start, statement.trigger.end, look, title, strong=True, behind=number)


def _told(view: RelationView) -> str:
    arrow = f"{'←' if view.symmetric else '—'}{view.type}→"
    aside = [*view.qualifiers, *([f"says {view.attribution.name}"] if view.attribution else [])]
    tail = f" ({', '.join(aside)})" if aside else ""
    told = f"{view.source.name} {arrow} {view.target.name}{tail}"
    return visible(" ".join(told.split()))


def _in_brackets(statement: Statement) -> str:
    """Return the sentence on one line with the trigger in brackets, cut to what is around it."""
    sentence, trigger = statement.sentence, statement.trigger
    at, until = trigger.start - sentence.start, trigger.end - sentence.start
    side = max(20, (_SENTENCE - (until - at)) // 2)
    before, after = sentence.text[:at], sentence.text[until:]
    left = f"…{before[-side:]}" if len(before) > side else before
    right = f"{after[:side]}…" if len(after) > side else after
    return visible(" ".join(f"{left}[{shortened(trigger.text, _SENTENCE)}]{right}".split()))


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give where paragraphs start and end: what stands between empty lines, without white space around it."""
    start = 0
    for end, following in (*(found.span() for found in _BREAK.finditer(text)), (len(text), 0)):
        words_only = text[start:end].strip(_WHITE)
        if words_only:
            first = start + text[start:end].index(words_only)
            yield first, first + len(words_only)
        start = following


def _paragraphs(text: str, roles: Sequence[Role], statements: Sequence[Statement]) -> Iterator[_Paragraph]:
    """Give the paragraphs with the roles that reach into them and the statements whose triggers begin in them."""
    first, told = 0, iter((*statements, None))
    statement = next(told)
    open_roles: list[Role] = []
    for start, end in stretches(text):
        while first < len(roles) and roles[first].start < end:
            open_roles.append(roles[first])
            first += 1
        here = []
        while statement is not None and statement.trigger.start < end:
            here.append(statement)
            statement = next(told)
        yield _Paragraph(start, end, text[start:end], tuple(open_roles), tuple(here))
        open_roles = [role for role in open_roles if role.end > end]


def _chosen(paragraphs: Sequence[_Paragraph], longest: int | None) -> Iterator[_Paragraph | Html]:
    """Give the paragraphs, of a very long text those that state something, and notes of how many are left out."""
    if longest is None or sum(len(each.text) for each in paragraphs) <= longest:
        yield from paragraphs
        return
    left, missing = longest, 0
    for each in paragraphs:
        if each.statements and len(each.text) <= left:
            if missing:
                yield _missing(missing)
            left, missing = left - len(each.text), 0
            yield each
        else:
            missing += 1
    if missing:
        yield _missing(missing)


def _missing(number: int) -> Html:
    told = f"{counted(number, 'paragraph')} left out here for the length of the text; "
    return element("p", "… ", told, element("code", ".save(path)"), " writes all", look="line muted")


def _block(document: Document, paragraph: _Paragraph) -> Html:
    part = (paragraph.start, paragraph.end)
    text = marked(paragraph.text, paragraph.start, part, paragraph.roles)
    prose = element("p", text, look="prose", of_text=True, lang=document.language)
    notes = element("ul", *map(_note, paragraph.statements), look="margin") if paragraph.statements else ""
    return element("div", prose, notes, look="block")


def _note(statement: Statement) -> Html:
    lines = (
        element(
            "div",
            parts.actor(view.source),
            " ",
            parts.relation_type(view.type, view.symmetric),
            " ",
            parts.actor(view.target),
            parts.qualifiers(view),
            *((" ", element("small", "says ", parts.said_by(view), look="muted")) if view.attribution else ()),
        )
        for view in statement.relations
    )
    return element("li", element("sup", str(statement.number), look="at"), element("div", *lines))


def _legend() -> Html:
    return element(
        "p",
        element("mark", "an actor", look="mention"),
        " ",
        element("mark", "one that a relation is about", look="mention related"),
        " ",
        element("strong", "what states a relation", look="trigger"),
        element("sup", "1", look="at"),
        " told beside it under its number",
        look="line muted legend",
    )
