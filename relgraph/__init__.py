"""relgraph turns political text into a knowledge graph of who does what to whom, with the words that say so.

Everything public is imported from here. Names are loaded when first used, so that ``import relgraph`` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from relgraph._version import __version__

if TYPE_CHECKING:
    from relgraph.actors import ActorIndex
    from relgraph.corpus import Report, Run
    from relgraph.errors import (
        DataError,
        FormatError,
        MissingDependencyError,
        ReadError,
        RelgraphError,
        UnknownActorError,
        UnknownFormatError,
        UnknownTypeError,
        UsageError,
    )
    from relgraph.extractor import Extractor, extract
    from relgraph.formats import read_graph
    from relgraph.formats.vocabulary import namespace
    from relgraph.frames import Frame, FrameSet
    from relgraph.graph import RelationGraph, Relations, RelationView, Tie, Ties
    from relgraph.model import (
        Actor,
        Attribution,
        Document,
        Evidence,
        Extraction,
        Mention,
        Provenance,
        Relation,
        Span,
        TimeRef,
    )
    from relgraph.ontology import Ontology, RelationType
    from relgraph.pipeline.pairing.pairs import PairAnswer, PairGuess
    from relgraph.readers import Input, read, read_many
    from relgraph.sparql import SparqlResult, SparqlStore
    from relgraph.store import InputRecord, Store

_HOMES = {
    "relgraph.actors": ("ActorIndex",),
    "relgraph.corpus": ("Report", "Run"),
    "relgraph.errors": (
        "DataError",
        "FormatError",
        "MissingDependencyError",
        "ReadError",
        "RelgraphError",
        "UnknownActorError",
        "UnknownFormatError",
        "UnknownTypeError",
        "UsageError",
    ),
    "relgraph.extractor": ("Extractor", "extract"),
    "relgraph.formats": ("read_graph",),
    "relgraph.formats.vocabulary": ("namespace",),
    "relgraph.frames": ("Frame", "FrameSet"),
    "relgraph.graph": ("RelationGraph", "RelationView", "Relations", "Tie", "Ties"),
    "relgraph.model": (
        "Actor",
        "Attribution",
        "Document",
        "Evidence",
        "Extraction",
        "Mention",
        "Provenance",
        "Relation",
        "Span",
        "TimeRef",
    ),
    "relgraph.ontology": ("Ontology", "RelationType"),
    "relgraph.pipeline.pairing.pairs": ("PairAnswer", "PairGuess"),
    "relgraph.readers": ("Input", "read", "read_many"),
    "relgraph.sparql": ("SparqlResult", "SparqlStore"),
    "relgraph.store": ("InputRecord", "Store"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "ActorIndex",
    "Attribution",
    "DataError",
    "Document",
    "Evidence",
    "Extraction",
    "Extractor",
    "FormatError",
    "Frame",
    "FrameSet",
    "Input",
    "InputRecord",
    "Mention",
    "MissingDependencyError",
    "Ontology",
    "PairAnswer",
    "PairGuess",
    "Provenance",
    "ReadError",
    "Relation",
    "RelationGraph",
    "RelationType",
    "RelationView",
    "Relations",
    "RelgraphError",
    "Report",
    "Run",
    "Span",
    "SparqlResult",
    "SparqlStore",
    "Store",
    "Tie",
    "Ties",
    "TimeRef",
    "UnknownActorError",
    "UnknownFormatError",
    "UnknownTypeError",
    "UsageError",
    "__version__",
    "extract",
    "namespace",
    "read",
    "read_graph",
    "read_many",
]


def __getattr__(name: str) -> object:
    if name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'relgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
