"""The page as one file: its data, its scripts and its style, and a policy that lets nothing else run or load."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from relgraph.display.html.markup import words
from relgraph.display.html.style import family_colours, squeezed
from relgraph.display.page.data import Json, page_data, pictures
from relgraph.display.page.shown import ShownPage
from relgraph.errors import UsageError
from relgraph.graph.query import Relations
from relgraph.graph.view import Surroundings
from relgraph.graph.visible import UNSEEN, visible
from relgraph.ontology import Ontology

LIMIT = 5000
"""How many relations a page has at most unless it is told otherwise."""

_FOLDER = files("relgraph.display.page")
_LIBRARY = "vendor/cytoscape.min.js"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function|const|class|async)", re.MULTILINE)
_UNSAFE = re.compile(f"[<>&\u2028\u2029]|{UNSEEN.pattern}")


def show_page(
    relations: Relations,
    around: Surroundings,
    ontology: Ontology,
    *,
    limit: int = LIMIT,
    title: str | None = None,
    height: int = 600,
) -> ShownPage:
    """Return relations as a page that a notebook shows and that can be saved.

    `around` knows their actors and documents. If there are more than `limit`, the weakest ties are left out. Raises
    `UsageError` if the limit or the height is not positive.
    """
    if height < 1:
        raise UsageError(f"a page that is {height} pixels high shows nothing: give a height of some hundred")
    data = page_data(relations, around, ontology, limit, title)
    return ShownPage(data["title"], page_of(data), height)


def page_of(data: Json) -> str:
    """Return the page that shows some data."""
    library, script, style = _library(), script_of_page(), style_of_page()
    parts = {
        "policy": _policy((library, script), style),
        "title": words(visible(data["title"])),
        "style": style,
        "data": _harmless({**data, "unseen": pictures(data)}),
        "library": library,
        "script": script,
    }
    template = _FOLDER.joinpath("template.html").read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], template)


def _policy(scripts: tuple[str, ...], style: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": _hash(style),
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _harmless(data: Json) -> str:
    """Return data as JSON in which nothing ends an element, begins a comment, or acts on what stands around it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: _escaped(found[0]), text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def _library() -> str:
    return _FOLDER.joinpath(_LIBRARY).read_text(encoding="utf-8")


@cache
def script_of_page() -> str:
    """Return the modules of the folder ``script`` as one script, each behind those that it imports."""
    joined: dict[str, str] = {}
    _join("main", joined)
    return '"use strict";\n(() => {\n' + "\n".join(joined.values()) + "})();\n"


def _join(name: str, joined: dict[str, str]) -> None:
    text = _FOLDER.joinpath("script", f"{name}.js").read_text(encoding="utf-8")
    for needed in _IMPORT.findall(text):
        if needed not in joined:
            _join(needed, joined)
    joined[name] = _EXPORT.sub("", _IMPORT.sub("", text))


@cache
def style_of_page() -> str:
    """Return the style sheet of the page, with the colours of families that notebooks have."""
    text = _FOLDER.joinpath("page.css").read_text(encoding="utf-8")
    for mark, dark in (("/* light families */", False), ("/* dark families */", True)):
        colours = family_colours(dark=dark).items()
        told = "".join(f"--family{number}: {front}; --behind{number}: {behind};" for number, (front, behind) in colours)
        text = text.replace(mark, told)
    return squeezed(text)
