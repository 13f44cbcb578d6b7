"""The graph that triples tell, whatever syntax they were read from: `relgraph.formats.rdf` the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from relgraph.errors import FormatError
from relgraph.formats.gather import build_graph, referenced_actors, skeletons
from relgraph.formats.rdf import MAPPING
from relgraph.formats.terms import (
    DC,
    DCTERMS,
    ESCAPED_STRING,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    RG,
    SKOS,
    TYPE,
    Iri,
    Triple,
    decoded,
    unescaped,
)
from relgraph.formats.vocabulary import KIND_CLASSES, PROPERTIES, VALUES, kind_class, rg, value_iri
from relgraph.model import Actor, Document, Evidence, Extraction, Kind, Mention, Provenance, Relation, Span

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

_Value = Iri | str
_About = dict[str, _Value | list[_Value]]
"""The values of a resource by the short names of properties; a list only if there are several, as most have one."""
V = TypeVar("V")

_KEYS: dict[str, str] = {
    **{RG + name: name for name in PROPERTIES},
    RDF + "type": "a",
    RDFS + "label": "label",
    SKOS + "altLabel": "alias",
    OWL + "sameAs": "sameAs",
    **{DC + name: name for name in ("identifier", "creator", "publisher", "language")},
    **{DCTERMS + name: name for name in ("title", "issued")},
    DC + "source": "address",
    DCTERMS + "source": "address",
    **{OA + name: name for name in ("hasTarget", "hasSource", "hasSelector", "exact")},
    OA + "start": "first",
    OA + "end": "last",
    **{PROV + name: name for name in ("wasAssociatedWith", "used", "endedAtTime")},
}
"""The properties that a graph is restored from, by short names; all else is not looked at."""

_KINDS: dict[str, Kind] = {kind_class(kind): kind for kind in KIND_CLASSES}
_TERMS: dict[str, str] = {value_iri(name, value): value for name, values in VALUES.items() for value in values}
_CLASSES: dict[str, str] = {
    **dict.fromkeys(_KINDS, "actor"),
    rg("Graph"): "graph",
    rg("Document"): "document",
    rg("Relation"): "relation",
    rg("Mention"): "mention",
    PROV + "Activity": "run",
}


def restore(triples: Iterable[Triple]) -> RelationGraph:
    """Return the graph that triples tell, in whatever order they come, with ids below any base.

    What is not relgraph's is not looked at. Raises `FormatError` if something is missing or contradicts itself.
    """
    about: dict[str, _About] = {}
    same: dict[Iri, Iri] = {}  # one string for each IRI, however often it comes
    classes: dict[str, dict[str, None]] = {name: {} for name in _CLASSES.values()}
    for subject, predicate, term in triples:
        key = _KEYS.get(predicate)
        if key is None:
            continue
        if isinstance(term, Iri):
            value: _Value = same.setdefault(term, term)
            if key == "a" and term in _CLASSES:
                classes[_CLASSES[term]][subject] = None
        else:
            value = unescaped(term.text) if term.datatype == ESCAPED_STRING else term.text
        _add(about.setdefault(same.setdefault(subject, subject), {}), key, value)
    return _Restoring(about, {name: list(found) for name, found in classes.items()}).graph()


def _add(about: _About, key: str, value: _Value) -> None:
    known = about.get(key)
    if known is None:
        about[key] = value
    elif isinstance(known, list):
        known.append(value)
    else:
        about[key] = [known, value]


class _Restoring:
    """What is said about each resource, and the resources of each class."""

    def __init__(self, about: dict[str, _About], classes: dict[str, list[str]]) -> None:
        self._about = about
        self._classes = classes
        self._spans: dict[str, Span] = {}
        self._base = self._find_base()

    def graph(self) -> RelationGraph:
        """Return the graph."""
        try:
            return build_graph(self._extractions())
        except ValidationError as error:
            first = error.errors()[0]
            raise FormatError(f"damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None

    def _find_base(self) -> str:
        heads = self._classes["graph"]
        if not heads:
            raise FormatError(
                "this is no graph of relgraph, or it is cut off: it has no rg:Graph that says how much it holds"
            )
        bases = {head.rpartition("graph/")[0] for head in heads}
        if len(bases) > 1:
            raise FormatError(f"the ids lie below several bases: {', '.join(sorted(bases))}; read the files one by one")
        for name in ("documents", "relations", "mentions"):
            promised = [self._number(head, name) for head in heads]
            found = len(self._classes[name[:-1]])
            # Files that were put together may have some of it in common.
            if not max(promised) <= found <= sum(promised):
                raise FormatError(
                    f"the file is cut off or incomplete: it announces {max(promised)} {name}, there are {found}"
                )
        versions = {self._one(head, "mapping") for head in heads}
        if versions != {str(MAPPING)}:
            raise FormatError(f"the file has mapping {', '.join(sorted(versions))}, this relgraph reads {MAPPING}")
        return bases.pop()

    # The parts of a graph

    def _extractions(self) -> Iterator[Extraction]:
        documents = {iri: self._document(iri) for iri in self._classes["document"]}
        actors = {actor.id: actor for actor in map(self._actor, self._classes["actor"])}
        mentions: dict[str, list[Mention]] = {iri: [] for iri in documents}
        relations: dict[str, list[Relation]] = {iri: [] for iri in documents}
        runs: dict[str, list[Provenance]] = {iri: [] for iri in documents}
        for iri in self._classes["mention"]:
            self._part_of(mentions, self._one(iri, "hasSource")).append(self._mention(iri))
        for iri in self._classes["relation"]:
            main = self._sorted_evidence(iri)[0]
            self._part_of(relations, self._document_of(main)).append(self._relation(iri))
        for iri in self._classes["run"]:
            if "model" in self._about[iri]:
                for document in dict.fromkeys(self._values(iri, "used")):
                    self._part_of(runs, document).append(self._run(iri))
        for iri, described in documents.items():
            try:
                named = {actor.id for actor in referenced_actors(mentions[iri], relations[iri], actors)}
                named.update(self._id("actor/", actor) for actor in self._values(iri, "names"))
                here = tuple(actors[identifier] for identifier in sorted(named))
            except KeyError as error:
                raise FormatError(
                    f"document {described.id!r} names the actor {error}, which is not described"
                ) from None
            yield Extraction(
                document=described,
                actors=here,
                mentions=tuple(mentions[iri]),
                relations=tuple(relations[iri]),
                provenance=tuple(runs[iri]),
            )

    def _document(self, iri: str) -> Document:
        text = self._maybe(iri, "text")
        return Document.model_validate(
            {
                "id": self._id("document/", iri),
                "text": self._skeletons.get(iri, "") if text is None else text,
                "title": self._maybe(iri, "title"),
                "published": self._maybe(iri, "issued"),
                "authors": self._several(iri, ("creator",), "authorOrder"),
                "issuer": self._maybe(iri, "publisher"),
                "source": self._maybe(iri, "address"),
                "copies": tuple(str(value) for key in ("copy", "copyPath") for value in self._values(iri, key)),
                "language": self._one(iri, "language"),
            }
        )

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        """For documents without text: one that has each passage in its place and spaces elsewhere."""
        passages: dict[str, list[Span]] = {}
        # Words that do not stand there in the text (see `relgraph.formats.passages`) come first and are overwritten.
        for iri in sorted(self._about, key=lambda each: ";words=" not in each):
            for document in self._values(iri, "hasSource"):
                if "hasSelector" in self._about[iri]:
                    passages.setdefault(document, []).append(self._span(iri))
        return skeletons(passages)

    def _actor(self, iri: str) -> Actor:
        kinds = [_KINDS[kind] for kind in self._values(iri, "a") if kind in _KINDS]
        parent = self._maybe(iri, "parent")
        return Actor.model_validate(
            {
                "id": self._id("actor/", iri),
                "name": self._one(iri, "label"),
                "kind": self._only(iri, "kind", kinds),
                "code": self._maybe(iri, "code"),
                "sector": self._maybe(iri, "sector"),
                "parent": None if parent is None else self._id("actor/", parent),
                "aliases": self._several(iri, ("alias",), "aliasOrder"),
                "demonyms": self._several(iri, ("demonym",), "demonymOrder"),
                "metonyms": self._several(iri, ("metonym",), "metonymOrder"),
                "capitals": self._several(iri, ("capital",), "capitalOrder"),
                "same_as": self._several(iri, ("sameAs", "identifier"), "sameAsOrder"),
            }
        )

    def _run(self, iri: str) -> Provenance:
        software = self._one(iri, "wasAssociatedWith")
        return Provenance.model_validate(
            {
                "version": self._one(software, "version"),
                "model": self._one(iri, "model"),
                "time": self._maybe(iri, "endedAtTime"),
            }
        )

    def _mention(self, iri: str) -> Mention:
        return Mention(
            actor=self._id("actor/", self._one(iri, "denotes")),
            span=self._span(iri),
            via=self._term(self._one(iri, "via")),
        )

    def _relation(self, iri: str) -> Relation:
        fields: dict[str, Any] = {
            "id": self._id("relation/", iri),
            "source": self._mention(self._one(iri, "sourceMention")),
            "target": self._mention(self._one(iri, "targetMention")),
            "type": self._id(TYPE, self._one(iri, "type")),
            "symmetric": self._one(iri, "symmetric"),
            "polarity": self._term(self._one(iri, "polarity")),
            "modality": self._term(self._one(iri, "modality")),
            "where": self._maybe(iri, "where"),
            "confidence": self._one(iri, "confidence"),
            "evidence": tuple(map(self._evidence, self._sorted_evidence(iri))),
        }
        if "attribution" in self._about[iri]:
            speaker = self._maybe(iri, "attributionActor")
            fields["attribution"] = {
                "name": self._one(iri, "attribution"),
                "actor": None if speaker is None else self._id("actor/", speaker),
                "span": self._maybe_span(iri, "attributionSpan"),
            }
        if "when" in self._about[iri]:
            granularity = self._maybe(iri, "granularity")
            fields["when"] = {
                "text": self._one(iri, "when"),
                "start": self._maybe(iri, "start"),
                "end": self._maybe(iri, "end"),
                "granularity": None if granularity is None else self._term(granularity),
                "span": self._maybe_span(iri, "whenSpan"),
            }
        return Relation.model_validate(fields)

    def _sorted_evidence(self, iri: str) -> list[str]:
        found = sorted(set(self._values(iri, "evidence")))
        if not found:
            raise FormatError(f"<{iri}> has no rg:evidence")
        return found if len(found) == 1 else sorted(found, key=lambda each: self._number(each, "number"))

    def _document_of(self, annotation: str) -> str:
        return self._one(self._one(annotation, "hasTarget"), "hasSource")

    def _evidence(self, iri: str) -> Evidence:
        return Evidence(
            document=self._id("document/", self._document_of(iri)),
            sentence=self._span(self._one(iri, "hasTarget")),
            source=self._span(self._one(iri, "sourceSpan")),
            target=self._span(self._one(iri, "targetSpan")),
            trigger=self._span(self._one(iri, "triggerSpan")),
            frame=self._one(iri, "frame"),
        )

    def _span(self, iri: str) -> Span:
        known = self._spans.get(iri)
        if known is None:
            selectors = self._values(iri, "hasSelector")
            start, end, text = (
                self._only(iri, key, [value for selector in selectors for value in self._values(selector, key)])
                for key in ("first", "last", "exact")
            )
            known = self._spans[iri] = Span.model_validate({"start": start, "end": end, "text": text})
        return known

    def _maybe_span(self, iri: str, key: str) -> Span | None:
        value = self._maybe(iri, key)
        return None if value is None else self._span(value)

    # What is said about a resource

    def _values(self, iri: str, key: str) -> Sequence[_Value]:
        found = self._about.get(iri, {}).get(key, [])
        return found if isinstance(found, list) else (found,)

    def _one(self, iri: str, key: str) -> str:
        return self._only(iri, key, self._values(iri, key))

    def _maybe(self, iri: str, key: str) -> str | None:
        values = self._values(iri, key)
        return self._only(iri, key, values) if values else None

    def _only(self, iri: str, key: str, values: Sequence[V]) -> V:
        if not values:
            raise FormatError(f"damaged or cut off: nothing says the {key} of <{iri}>")
        if any(value != values[0] for value in values):
            raise FormatError(f"the file contradicts itself: <{iri}> has several values as its {key}")
        return values[0]

    def _number(self, iri: str, key: str) -> int:
        value = self._one(iri, key)
        if not value.isdecimal():
            raise FormatError(f"the {key} of <{iri}> is no number: {value}")
        return int(value)

    def _several(self, iri: str, keys: Iterable[str], order: str) -> tuple[str, ...]:
        values = sorted({str(value) for key in keys for value in self._values(iri, key)})
        numbers = self._maybe(iri, order)
        try:
            return tuple(values if numbers is None else (values[int(number) - 1] for number in numbers.split()))
        except (ValueError, IndexError):
            raise FormatError(f"<{iri}> has an {order} that does not fit its values: {numbers}") from None

    def _id(self, space: str, iri: str) -> str:
        namespace = space if space == TYPE else self._base + space
        if not (isinstance(iri, Iri) and iri.startswith(namespace)):
            raise FormatError(f"<{iri}> ought to lie below {namespace}")
        return decoded(iri[len(namespace) :])

    def _term(self, iri: str) -> str:
        if iri not in _TERMS:
            raise FormatError(f"<{iri}> is no polarity, modality, way of naming or granularity of relgraph")
        return _TERMS[iri]

    def _part_of(self, parts: dict[str, list[V]], document: str) -> list[V]:
        if document not in parts:
            raise FormatError(f"damaged or cut off: something stands in <{document}>, which is not described")
        return parts[document]
