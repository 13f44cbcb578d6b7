"""How two values with the same id become one.

Every union here is idempotent, commutative and associative, so that merging graphs in any order, any number of times,
gives the same graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TypeVar, get_args

from relgraph.errors import UsageError
from relgraph.model import Actor, Document, Evidence, Kind, Relation, Value

T = TypeVar("T", str, date)
_KINDS: tuple[str, ...] = get_args(Kind)


def unite_actors(one: Actor, other: Actor) -> Actor:
    """Return one actor with the names of both; the longest name leads, and what only one of them knows is kept."""
    if one == other:
        return one
    main_names = {one.name, other.name}
    name = min(main_names, key=lambda candidate: (-len(candidate), candidate))
    return Actor(
        id=one.id,
        name=name,
        kind=min(one.kind, other.kind, key=_KINDS.index),
        code=_known(one.code, other.code),
        sector=_known(one.sector, other.sector),
        parent=_known(one.parent, other.parent),
        aliases=tuple(sorted({*one.aliases, *other.aliases, *main_names} - {name})),
        demonyms=_union(one.demonyms, other.demonyms),
        metonyms=_union(one.metonyms, other.metonyms),
        capitals=_union(one.capitals, other.capitals),
        same_as=_union(one.same_as, other.same_as),
    )


def unite_documents(one: Document, other: Document) -> Document:
    """Return one document with the metadata of both; raises `UsageError` if the texts differ.

    Where they were read in different places, all of these are kept: one as the source, the others as copies.
    """
    if one == other:
        return one
    if one.text != other.text:
        raise UsageError(f"two different texts have the document id {one.id!r}; give each document an id of its own")
    return Document(
        id=one.id,
        text=one.text,
        title=_known(one.title, other.title),
        published=_known(one.published, other.published),
        authors=max(one.authors, other.authors, key=lambda authors: (len(authors), authors)),
        issuer=_known(one.issuer, other.issuer),
        source=_known(one.source, other.source),
        copies=tuple({*one.copies, *other.copies, *filter(None, (one.source, other.source))}),
        language=min(one.language, other.language),
    )


def unite_relations(one: Relation, other: Relation) -> Relation:
    """Return one relation with the evidence of both; where they differ otherwise, the more confident one wins."""
    if one == other:
        return one
    believed = max(one, other, key=_belief)
    main = believed.evidence[0]
    rest = {*one.evidence, *other.evidence} - {main}
    return believed.model_copy(update={"evidence": (main, *sorted(rest, key=_place))})


def _belief(relation: Relation) -> tuple[float, str, str]:
    return relation.confidence, _plain(relation, "evidence"), _plain(relation.evidence[0])


def _place(evidence: Evidence) -> tuple[str, int, str]:
    return evidence.document, evidence.sentence.start, _plain(evidence)


def _plain(value: Value, *left_out: str) -> str:
    # Not `model_dump_json`: it fails on the lone surrogates that a text may have.
    return json.dumps(value.model_dump(mode="json", exclude=set(left_out)))


def _known(one: T | None, other: T | None) -> T | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*one, *other}))
