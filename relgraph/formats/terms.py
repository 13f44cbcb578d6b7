"""RDF terms as plain values, the namespaces, and the IRIs of ids.

Writing RDF needs no RDF library with these; `relgraph.sparql` makes a library's of them where a query needs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

BASE = "https://w3id.org/relgraph/"
"""Everything that relgraph names lies below this."""


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: its lexical form and the IRI of its datatype (None: a plain string)."""

    text: str
    datatype: Iri | None = None


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]

RG = BASE + "ontology#"
ACTOR = BASE + "actor/"
RELATION = BASE + "relation/"
DOCUMENT = BASE + "document/"
TYPE = BASE + "type/"
PLOVER = BASE + "plover/"
CAMEO = BASE + "cameo/"
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

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "rg": RG,
        "type": TYPE,
        "actor": ACTOR,
        **{name: f"{ACTOR}{name}/" for name in ACTOR_SPACES},
        "relation": RELATION,
        "document": DOCUMENT,
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

_SEGMENT_OF_DOTS = re.compile(r"(?<![^/])\.{1,2}(?![^/])")
_SAFE_IRI = re.compile(
    r"https?://(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[\u00a1-\u167f\u3040-\ud7ff\U00020000-\U0002fffd])+"
)


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
    quoted = quote(identifier, safe="/", errors="surrogatepass")
    return _SEGMENT_OF_DOTS.sub(lambda found: "%2E" * len(found[0]), quoted)


def identifier_of(iri: str) -> str:
    """Return the id in an IRI of an actor, relation, document or type; raises `ValueError` for another IRI."""
    for namespace in (ACTOR, RELATION, DOCUMENT, TYPE):
        if iri.startswith(namespace):
            return unquote(iri[len(namespace) :].partition("#")[0], errors="surrogatepass")
    raise ValueError(f"{iri} is no IRI of an actor, relation, document or type")


def web_iri(text: str) -> Iri | None:
    """Return `text` as an IRI if it is a well-formed one of the web, otherwise None."""
    if not _SAFE_IRI.fullmatch(text) or text.count("#") > 1:
        return None
    try:
        parts = urlsplit(text)
        well_formed = bool(parts.hostname) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return Iri(text) if well_formed else None


def string(text: str) -> Literal:
    """Return a plain string; lone surrogates, which no encoding of RDF can hold, become U+FFFD."""
    return Literal(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def day(value: date) -> Literal:
    """Return an ``xsd:date``."""
    return Literal(value.isoformat(), Iri(XSD + "date"))


def boolean(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if value else "false", Iri(XSD + "boolean"))


def integer(value: int, datatype: str = "integer") -> Literal:
    """Return an ``xsd:integer`` or one of its subtypes."""
    return Literal(str(value), Iri(XSD + datatype))


def decimal(value: float) -> Literal:
    """Return an ``xsd:decimal`` with the digits of the number."""
    text = f"{value:.12f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, Iri(XSD + "decimal"))
