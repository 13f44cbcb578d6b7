"""IRIs as people and JSON-LD write them short: ``country:IRN``."""

from __future__ import annotations

from relgraph.formats.terms import PREFIXES

_LONGEST_NAMESPACE_FIRST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def compact_iri(iri: str) -> str:
    """Return an IRI with its prefix in place of its namespace, or as it is if none fits.

    Unlike a prefixed name of Turtle, what follows the prefix may hold any character: ``document:a#char=10,20``.
    """
    for prefix, namespace in _LONGEST_NAMESPACE_FIRST:
        if iri.startswith(namespace):
            local = iri[len(namespace) :]
            # An empty name would be a bare prefix, and JSON-LD takes "actor://x" for an IRI of the scheme "actor".
            return iri if not local or local.startswith("//") else f"{prefix}:{local}"
    return iri
