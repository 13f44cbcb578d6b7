"""RDF terms as plain values, the namespaces, and the IRIs of ids.

Writing RDF needs no RDF library with these; `relgraph.sparql` makes a library's of them where a query needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from relgraph.errors import UsageError

BASE = "https://w3id.org/relgraph/"
"""Everything that relgraph names lies below this, its vocabulary and (unless ``base=`` says otherwise) all ids."""


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: its lexical form and the IRI of its datatype (None: a plain string)."""

    text: str
    datatype: Iri | None = None


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]
Quad = tuple[Iri, Iri, Term, Iri | None]
"""A triple and the named graph that it stands in (None: the default graph)."""

RG = BASE + "ontology#"
TYPE = BASE + "type/"
POLARITY = BASE + "polarity/"
MODALITY = BASE + "modality/"
VIA = BASE + "via/"
GRANULARITY = BASE + "granularity/"
PLOVER = BASE + "plover/"
CAMEO = BASE + "cameo/"

ACTOR = BASE + "actor/"
RELATION = BASE + "relation/"
DOCUMENT = BASE + "document/"
GRAPH = BASE + "graph/"
RUN = BASE + "run/"
SOFTWARE = BASE + "software/"

DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

ACTOR_SPACES = (
    *("bloc", "country", "generic", "gov", "group", "igo"),
    *("org", "party", "person", "place", "region", "state"),
)
"""The first parts of actors' ids, which are prefixes in RDF: ``country:IRN`` is the actor ``country/IRN``."""

_OF_IDS: Mapping[str, str] = {
    "actor": ACTOR,
    **{name: f"{ACTOR}{name}/" for name in ACTOR_SPACES},
    "relation": RELATION,
    "document": DOCUMENT,
    "graph": GRAPH,
    "run": RUN,
}

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "rg": RG,
        "type": TYPE,
        "polarity": POLARITY,
        "modality": MODALITY,
        "via": VIA,
        "granularity": GRANULARITY,
        **_OF_IDS,
        "software": SOFTWARE,
        "plover": PLOVER,
        "cameo": CAMEO,
        "dc": DC,
        "dcterms": DCTERMS,
        "oa": OA,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "skos": SKOS,
        "xsd": XSD,
    }
)
"""Prefixes of files and queries."""

ESCAPED_STRING = Iri(RG + "EscapedString")
"""The datatype of strings with characters that XML, and so RDF/XML, cannot hold."""

_SEGMENT_OF_DOTS = re.compile(r"(?<![^/])\.{1,2}(?![^/])")
_NEEDS_NO_ENCODING = re.compile(r"[A-Za-z0-9_~-]+(?:[./][A-Za-z0-9_~-]+)*")
_SAFE_IRI = re.compile(
    r"https?://(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[\u00a1-\u167f\u3040-\ud7ff\U00020000-\U0002fffd])+"
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_ESCAPE = re.compile(rf"\\|{_NO_XML.pattern}")
_ESCAPED = re.compile(r"\\u([0-9A-F]{4})")
_IDS = (ACTOR, RELATION, DOCUMENT, TYPE)


def prefixes(base: str = BASE) -> Mapping[str, str]:
    """Return `PREFIXES` for files whose ids lie below `base`."""
    if base == BASE:
        return PREFIXES
    return MappingProxyType({**PREFIXES, **{name: base + iri[len(BASE) :] for name, iri in _OF_IDS.items()}})


def with_base(quads: Iterable[Quad], base: str) -> Iterator[Quad]:
    """Yield quads with all ids below `base`; the terms of the vocabulary stay the ones of relgraph.

    Raises `UsageError` for a base that is no IRI of the web with a slash at its end.
    """
    if web_iri(base) is None or not base.endswith("/") or "#" in base or "?" in base:
        raise UsageError(f"the base {base!r} is no address that ends with a slash, such as https://example.org/data/")
    if base == BASE:
        yield from quads
        return
    spaces = (ACTOR, RELATION, DOCUMENT, GRAPH, RUN)

    def moved(term: Term) -> Term:
        return Iri(base + term[len(BASE) :]) if isinstance(term, Iri) and term.startswith(spaces) else term

    for subject, predicate, value, graph in quads:
        yield moved(subject), predicate, moved(value), graph and moved(graph)  # type: ignore[misc] # IRIs stay IRIs


def actor_iri(identifier: str) -> Iri:
    """Return the IRI of an actor's id."""
    return Iri(ACTOR + encoded(identifier))


def relation_iri(identifier: str, part: str = "") -> Iri:
    """Return the IRI of a relation's id, or of a part of the relation."""
    return Iri(RELATION + encoded(identifier) + (f"#{part}" if part else ""))


def document_iri(identifier: str, part: str = "") -> Iri:
    """Return the IRI of a document's id, or of a part of the document."""
    return Iri(DOCUMENT + encoded(identifier) + (f"#{part}" if part else ""))


def type_iri(identifier: str) -> Iri:
    """Return the IRI of the SKOS concept of a relation type or family."""
    return Iri(TYPE + encoded(identifier))


def encoded(identifier: str) -> str:
    """Percent-encode an id for the path of an IRI: two ids never become one, no segment reads as ``.`` or ``..``."""
    if len(identifier) < 100 and _NEEDS_NO_ENCODING.fullmatch(identifier):
        return identifier
    quoted = quote(identifier, safe="/", errors="surrogatepass")
    return _SEGMENT_OF_DOTS.sub(lambda found: "%2E" * len(found[0]), quoted)


def decoded(path: str) -> str:
    """Return the id that `encoded` made this of; what follows a ``#`` does not belong to it."""
    return unquote(path.partition("#")[0], errors="surrogatepass")


def identifier_of(iri: str) -> str:
    """Return the id in an IRI of an actor, relation, document or type; raises `ValueError` for another IRI."""
    for namespace in _IDS:
        if iri.startswith(namespace):
            return decoded(iri[len(namespace) :])
    raise ValueError(f"{iri} is no IRI of an actor, relation, document or type")


def web_iri(text: str) -> Iri | None:
    """Return `text` as an IRI if it is a well-formed one of the web, otherwise None."""
    if not _SAFE_IRI.fullmatch(text) or text.count("#") > 1:
        return None
    try:
        parts = urlsplit(text)
        if _SEGMENT_OF_DOTS.search(parts.path):
            return None  # some parsers take "a/../b" for "b"
        well_formed = bool(parts.hostname) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return Iri(text) if well_formed else None


def string(text: str) -> Literal:
    r"""Return a plain string, or an `ESCAPED_STRING` if not all syntaxes of RDF can hold its characters.

    In that, such a character is written ``\uXXXX``, and a backslash ``\u005C``.
    """
    if not _NO_XML.search(text):
        return Literal(text)
    return Literal(_TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04X}", text), ESCAPED_STRING)


def unescaped(text: str) -> str:
    """Return the string that the lexical form of an `ESCAPED_STRING` stands for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def day(value: date) -> Literal:
    """Return an ``xsd:date``."""
    return Literal(value.isoformat(), _DATE)


def moment(value: datetime) -> Literal:
    """Return an ``xsd:dateTime`` with its time zone."""
    return Literal(value.isoformat(), Iri(XSD + "dateTime"))


def boolean(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if value else "false", _BOOLEAN)


def integer(value: int, datatype: str = "integer") -> Literal:
    """Return an ``xsd:integer`` or one of its subtypes."""
    return Literal(str(value), _INTEGERS.get(datatype) or Iri(XSD + datatype))


def decimal(value: float) -> Literal:
    """Return an ``xsd:decimal`` with the digits of the number: as many as make it the same number when read."""
    text = repr(value)
    return Literal(f"{Decimal(text):f}" if "e" in text else text, _DECIMAL)


_DATE, _BOOLEAN, _DECIMAL = (Iri(XSD + name) for name in ("date", "boolean", "decimal"))
_INTEGERS: Mapping[str, Iri] = {name: Iri(XSD + name) for name in ("integer", "nonNegativeInteger")}
