"""Extractions that know different things of the same documents and actors."""

from hypothesis import strategies as st
from sample_graphs import any_words, graphs

from relgraph.model import Extraction


@st.composite
def some_of(draw, values):
    return tuple(value for value in values if draw(st.booleans()))


@st.composite
def piece_of(draw, extraction):
    """An extraction that knows less, has a relation with other words for it, or lost a parent."""
    document = extraction.document
    known = {
        key: getattr(document, key)
        for key in ("title", "published", "issuer", "source", "copies")
        if draw(st.booleans())
    }
    actors = [
        actor if draw(st.booleans()) else actor.model_copy(update={"parent": None, "aliases": (), "name": "A"})
        for actor in extraction.actors
    ]
    relations = [
        each if draw(st.booleans()) else each.model_copy(update={"confidence": 0.25, "where": "elsewhere"})
        for each in draw(some_of(extraction.relations))
    ]
    return Extraction(
        document=type(document)(id=document.id, text=document.text, **known),
        actors=tuple(actors),
        mentions=draw(some_of(extraction.mentions)),
        relations=tuple(relations),
        provenance=draw(some_of(extraction.provenance)),
    )


@st.composite
def pieces(draw):
    """Batches of extractions that agree on the texts."""
    found = []
    for extraction in draw(graphs(any_words)).extractions():
        found.append(extraction)
        found.extend(draw(st.lists(piece_of(extraction), max_size=2)))
    found = draw(st.permutations(found))
    cut = draw(st.integers(0, len(found)))
    return found[:cut], found[cut:]
