"""The JSON-LD context of relgraph: short names for all that a graph says, made from the vocabulary.

``relgraph/data/context.jsonld`` is what `build` returns. To write it anew after a change of the vocabulary:
``python -c "from relgraph.formats.context import build, FILE; FILE.write_text(build(), encoding='utf-8')"``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from relgraph.formats.terms import (
    BASE,
    DC,
    DCTERMS,
    OA,
    OWL,
    PROV,
    RDFS,
    RG,
    SKOS,
    TYPE,
    XSD,
    Iri,
    Term,
    prefixes,
)
from relgraph.formats.vocabulary import PROPERTIES, VALUES, named_property, property_of, rg
from relgraph.ontology import Ontology

URL = BASE + "context.jsonld"
"""Where the context is published."""

FILE = Path(str(files("relgraph").joinpath("data", "context.jsonld")))
"""The copy of the context that ships with relgraph."""

_RESOURCE, _TEXT = "@id", None
_BORROWED: Mapping[str, str | None] = MappingProxyType(
    {
        RDFS + "label": _TEXT,
        SKOS + "altLabel": _TEXT,
        OWL + "sameAs": _RESOURCE,
        **{DC + name: _TEXT for name in ("creator", "identifier", "language", "publisher", "source")},
        DCTERMS + "conformsTo": _RESOURCE,
        DCTERMS + "issued": XSD + "date",
        DCTERMS + "source": _RESOURCE,
        DCTERMS + "title": _TEXT,
        **{PROV + name: _RESOURCE for name in ("used", "wasAssociatedWith", "wasDerivedFrom", "wasGeneratedBy")},
        PROV + "endedAtTime": XSD + "dateTime",
        **{OA + name: _RESOURCE for name in ("hasBody", "hasSelector", "hasSource", "hasTarget", "motivatedBy")},
        **{OA + name: _TEXT for name in ("exact", "prefix", "suffix")},
        **{OA + name: XSD + "nonNegativeInteger" for name in ("start", "end")},
    }
)
"""The properties of other vocabularies that a graph uses, and what their values are."""

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_NUMBER = XSD + "nonNegativeInteger"
_NATIVE: Mapping[str, type] = MappingProxyType({XSD + "boolean": bool, XSD + "integer": int})
"""Datatypes that JSON has values of its own for."""

_SPACES: Mapping[str, str] = MappingProxyType({rg("type"): TYPE, **{rg(name): f"{BASE}{name}/" for name in VALUES}})
"""Properties whose values are written without their namespace, which is this one."""


class Context:
    """Short names of properties, and what their values are, for files whose ids lie below `base`.

    `types` are the ids of the relation types whose properties it knows (default: all of the ontology and families).
    """

    def __init__(self, ontology: Ontology, *, types: Iterable[str] | None = None, base: str = BASE) -> None:
        # A name cannot be both a property and a prefix: the values of these properties have a way of their own.
        self._prefixes = {name: iri for name, iri in prefixes(base).items() if name not in PROPERTIES}
        self._longest_first = sorted(self._prefixes.items(), key=lambda item: -len(item[1]))
        self._keys: dict[str, str] = {}
        self._kinds: dict[str, str | None] = {}
        self._iris: dict[str, str] = {}
        for name, each in PROPERTIES.items():
            self._add(rg(name), _kind(each.range))
        for iri, kind in _BORROWED.items():
            self._add(iri, kind)
        for iri in dict.fromkeys(_direct(ontology, types)):
            self._add(iri, _RESOURCE)

    def _add(self, iri: str, kind: str | None) -> None:
        local = iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
        if not _PLAIN_NAME.fullmatch(local):
            return
        key = local if local not in self._iris and local not in self._prefixes else self.compact(iri)
        self._keys[iri], self._iris[key] = key, iri
        self._kinds[iri] = kind

    def definition(self) -> dict[str, Any]:
        """Return the value of ``@context``."""
        terms = {key: self._definition(iri) for key, iri in self._iris.items()}
        return {"@version": 1.1, "@vocab": RG, **self._prefixes, **terms}

    def text(self) -> str:
        """Return that as JSON, a term a line."""
        lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in self.definition().items()]
        return ",\n".join(lines).join(("{\n", "\n}"))

    def _definition(self, iri: str) -> str | dict[str, Any]:
        short, kind = self.compact(iri), self._kinds[iri]
        if iri in _SPACES:
            return {"@id": short, "@type": "@vocab", "@context": _scope(_SPACES[iri])}
        if kind is None or kind in _NATIVE:
            return short
        return {"@id": short, "@type": kind if kind == _RESOURCE else self.compact(kind)}

    def key(self, predicate: str) -> str:
        """Return the name of a property: a short one, or else the IRI."""
        return self._keys.get(predicate, predicate)

    def compact(self, iri: str) -> str:
        """Return an IRI with a prefix in place of its namespace, or as it is if none fits."""
        for prefix, namespace in self._longest_first:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                # JSON-LD takes "actor://x" for an IRI of the scheme "actor".
                return iri if not local or local.startswith("//") else f"{prefix}:{local}"
        return iri

    def class_name(self, iri: str) -> str:
        """Return a class: one of relgraph by its bare name."""
        local = iri.removeprefix(RG)
        bare = local != iri and local not in self._iris and local not in self._prefixes and _PLAIN_NAME.fullmatch(local)
        return local if bare else self.compact(iri)

    def value(self, predicate: str, term: Term) -> object:
        """Return a value of a property as its definition allows it to be written."""
        kind = self._kinds.get(predicate)
        if isinstance(term, Iri):
            space = _SPACES.get(predicate)
            if space is not None and term.startswith(space):
                local = term[len(space) :]
                if local and local not in self._iris and local not in self._prefixes:
                    return local
            elif kind == _RESOURCE:
                return self.compact(term)
            return {"@id": self.compact(term)}
        if term.datatype is None:
            return term.text if kind is None or kind in _NATIVE else {"@value": term.text}
        if term.datatype == kind:
            native = _NATIVE.get(kind) or (int if kind == _NUMBER else str)
            return native(term.text) if native is not bool else term.text == "true"
        return {"@type": self.compact(term.datatype), "@value": term.text}


def build(ontology: Ontology | None = None) -> str:
    """Return the context of an ontology (default: the one of relgraph) as a file."""
    return f'{{"@context": {Context(ontology or Ontology.default()).text()}}}\n'


def _kind(range_: str) -> str | None:
    if range_ == XSD + "string":
        return _TEXT
    return range_ if range_.startswith(XSD) else _RESOURCE


def _direct(ontology: Ontology, types: Iterable[str] | None) -> Iterator[str]:
    if types is not None:
        yield from (property_of(type_id, ontology) for type_id in types)
        return
    yield rg("relatesTo")
    for each in (*ontology.families.values(), *ontology):
        yield from (named_property(each.iri), named_property(each.inverse_iri))


def _scope(space: str) -> dict[str, str]:
    """Let the plain values of a property mean the terms of a vocabulary, also where a property has the same name."""
    names = sorted(name for name in VALUES.get(space.removeprefix(BASE).rstrip("/"), ()) if name in PROPERTIES)
    return {"@vocab": space, **{name: space + name for name in names}}
