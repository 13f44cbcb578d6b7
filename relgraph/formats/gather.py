"""What formats need to know of extractions taken together, and how they make a graph of those that they read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from relgraph.errors import FormatError, UsageError
from relgraph.model import Actor, Document, Extraction, Mention, Relation, Span

if TYPE_CHECKING:
    from relgraph.graph import RelationGraph

_ROOM = 1 << 24
_ROOM_OF_A_SPAN = 10_000
"""How many characters the texts may have, and how many more for each span that is known of them."""
_SPACE = " ".encode("utf-32-le")


def outlines(extractions: Iterable[Extraction]) -> Iterable[Extraction]:
    """Return the extractions, without their mentions and relations if those are made only when they are asked for."""
    lean: Iterable[Extraction] = getattr(extractions, "outlines", extractions)
    return lean


def actors_by_id(extractions: Iterable[Extraction]) -> dict[str, Actor]:
    """Return all actors of the extractions, sorted by id."""
    found = {actor.id: actor for extraction in outlines(extractions) for actor in extraction.actors}
    return {identifier: found[identifier] for identifier in sorted(found)}


def relations_with_documents(extractions: Iterable[Extraction]) -> Iterator[tuple[Relation, Document]]:
    """Yield every relation with the document of its main evidence, in the order of the extractions."""
    for extraction in extractions:
        for relation in extraction.relations:
            yield relation, extraction.document


def referenced_actors(
    mentions: Iterable[Mention], relations: Iterable[Relation], actors: Mapping[str, Actor]
) -> tuple[Actor, ...]:
    """Return the actors that mentions and relations name, with their parents, sorted by id.

    Raises `KeyError` with the id of a party that is not among `actors`; speakers and parents may be missing.
    """
    named = {mention.actor for mention in mentions}
    for relation in relations:
        named.update((relation.source.actor, relation.target.actor))
        speaker = relation.attribution.actor if relation.attribution is not None else None
        if speaker is not None and speaker in actors:
            named.add(speaker)
    found: dict[str, Actor] = {}
    for identifier in sorted(named):
        actor: Actor | None = actors[identifier]
        while actor is not None and actor.id not in found:
            found[actor.id] = actor
            actor = actors.get(actor.parent) if actor.parent is not None else None
    return tuple(found[identifier] for identifier in sorted(found))


def build_graph(extractions: Iterable[Extraction]) -> RelationGraph:
    """Return the graph of extractions read from a file; raises `FormatError` if they contradict each other."""
    from relgraph.graph import RelationGraph  # noqa: PLC0415 - brings networkx, which writing does not need

    try:
        return RelationGraph(extractions)
    except UsageError as error:
        raise FormatError(f"the file contradicts itself: {error}") from error


def skeletons(spans: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Return for each document a text that has its spans in their places (the last one wins) and spaces elsewhere.

    Raises `FormatError` if the texts are longer by far than what is known of them, as a small file must not fill the
    memory by naming places that are far away.
    """
    room = _ROOM + _ROOM_OF_A_SPAN * sum(map(len, spans.values()))
    if sum(max((span.end for span in found), default=0) for found in spans.values()) > room:
        raise FormatError("damaged: the places of the words lie too far from each other to be those of texts")
    return {identifier: _skeleton(found) for identifier, found in spans.items()}


def _skeleton(spans: Sequence[Span]) -> str:
    characters = bytearray(_SPACE * max((span.end for span in spans), default=0))
    for span in spans:
        characters[len(_SPACE) * span.start : len(_SPACE) * span.end] = span.text.encode("utf-32-le", "surrogatepass")
    return characters.decode("utf-32-le", "surrogatepass")
