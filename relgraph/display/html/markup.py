"""HTML that is safe by construction: words are escaped, and only known elements and attributes can be made.

All classes begin with ``relgraph-``, so that no style of ours reaches anything else on the page.
"""

from __future__ import annotations

import re
from html import escape
from typing import Literal
from urllib.parse import urlsplit

from relgraph.graph.visible import UNSEEN, picture, visible

Name = Literal[
    "blockquote", "bdi", "code", "dd", "details", "div", "dl", "dt", "li", "mark", "p", "small", "span", "strong",
    "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
]  # fmt: skip

ELEMENTS = frozenset(Name.__args__) | {"a", "style"}  # type: ignore[attr-defined]
"""All elements that occur."""

ATTRIBUTES = frozenset(
    {"aria-label", "class", "dir", "href", "lang", "rel", "role", "scope", "tabindex", "target", "title"}
)
"""All attributes that occur."""

PREFIX = "relgraph"
_LOOK = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_ADDRESS = 2000
_UNSEEN_MARK = f'<span class="{PREFIX}-unseen" title="{{}}">{{}}</span>'


class Html(str):
    """A piece of HTML; any other string is text, and joining or cutting a piece gives text again."""

    __slots__ = ()


def words(text: str) -> Html:
    """Return a text as HTML that shows it as it is, with marks for characters that would not be seen."""
    if isinstance(text, Html):
        return text
    parts = []
    done = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for found in UNSEEN.finditer(text):
        code = ord(found[0])
        parts.append(escape(text[done : found.start()]))
        parts.append(_UNSEEN_MARK.format(f"U+{code:04X}, which would not be seen", picture(found[0])))
        done = found.end()
    return Html("".join((*parts, escape(text[done:]))))


def element(
    name: Name,
    *content: str,
    look: str = "",
    title: str | None = None,
    of_text: bool = False,
    lang: str | None = None,
    scope: Literal["col", "row"] | None = None,
) -> Html:
    """Return an element around content, which is escaped unless it is HTML.

    `look` are classes without their prefix. `of_text` says that the content comes from a text, whose own direction
    then holds; `lang` is its language, left out if it is no such code.
    """
    attributes = []
    if look:
        attributes.append(("class", " ".join(f"{PREFIX}-{_checked(each)}" for each in look.split())))
    if title:
        attributes.append(("title", visible(title)))
    if of_text:
        attributes.append(("dir", "auto"))
    if lang and _LANGUAGE.fullmatch(lang):
        attributes.append(("lang", lang))
    if scope:
        attributes.append(("scope", scope))
    return _tagged(name, attributes, content)


def link(address: str | None, *content: str, title: str | None = None) -> Html:
    """Return a link to a web address; to anything else (``javascript:``, a path) there is none, only the content."""
    if address is None or not is_web_address(address):
        return element("span", *content, title=title)
    attributes = [("href", address), ("title", visible(title or address))]
    return _tagged("a", [*attributes, ("rel", "noopener noreferrer"), ("target", "_blank")], content)


def is_web_address(address: str) -> bool:
    """Return whether it is an address of the web, in full and without anything that browsers would drop or hide."""
    if len(address) > _LONGEST_ADDRESS or UNSEEN.search(address) or any(each.isspace() for each in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "\\" not in address


def root(style: str, *content: str, look: str = "") -> Html:
    """Return content with its style sheet in the element that keeps the style to itself."""
    classes = " ".join([PREFIX, *(f"{PREFIX}-{_checked(each)}" for each in look.split())])
    return _tagged("div", [("class", classes), ("dir", "ltr")], (Html(f"<style>{style}</style>"), *content))


def scrolled(label: str, *content: str) -> Html:
    """Return content that scrolls by itself where it is too wide, also with the keys."""
    attributes = [("class", f"{PREFIX}-wide"), ("role", "group"), ("aria-label", visible(label)), ("tabindex", "0")]
    return _tagged("div", attributes, content)


def joined(*content: str) -> Html:
    """Return pieces and texts one after the other."""
    return Html("".join(map(words, content)))


def _tagged(name: str, attributes: list[tuple[str, str]], content: tuple[str, ...]) -> Html:
    told = "".join(f' {key}="{escape(value)}"' for key, value in attributes)
    return Html(f"<{name}{told}>{joined(*content)}</{name}>")


def _checked(look: str) -> str:
    if not _LOOK.fullmatch(look):
        raise ValueError(f"{look!r} is no name of a look")
    return look
