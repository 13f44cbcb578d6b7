"""What a page knows, as values for JSON: actors with their places, documents, passages and relations.

Numbers refer to places in lists; what is usual (affirmed, actual, nobody else says so) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from relgraph._version import __version__
from relgraph.display.html.markup import is_web_address
from relgraph.display.html.parts import document_name
from relgraph.display.html.style import family_number
from relgraph.display.page.chosen import Chosen, chosen
from relgraph.display.page.layout import layout
from relgraph.display.page.passages import AROUND
from relgraph.display.page.rows import RelationRows, iso
from relgraph.graph.names import names_of
from relgraph.graph.query import Relations
from relgraph.graph.view import RelationView, Surroundings
from relgraph.graph.visible import UNSEEN, picture
from relgraph.model import Actor, Document
from relgraph.ontology import Ontology

Json = dict[str, Any]


def page_data(relations: Relations, around: Surroundings, ontology: Ontology, limit: int, title: str | None) -> Json:
    """Return all that a page shows of relations.

    `around` knows the actors and documents that they refer to, `limit` is how many of them there may be, and `title` is
    made of the documents if it is None. Raises `UsageError` if the limit is not positive.
    """
    kept = chosen(relations, limit)
    views = list(kept.relations)
    shown = {actor.id: actor for view in views for actor in (view.source, view.target)}
    types = sorted({view.type for view in views}, key=_place_in(ontology))
    rows = RelationRows(views, around, list(shown), types)
    order = {id_: number for number, id_ in enumerate(shown)}
    return {
        "title": title or _title(rows.documents),
        "version": __version__,
        "around": AROUND,
        "families": _families(types, ontology),
        "types": [_type(kind, ontology) for kind in types],
        "actors": _actors(shown, around.actors, views),
        "documents": [_document(document) for document in rows.documents],
        "passages": rows.passages(),
        "relations": rows.relations(),
        "leftOut": _left_out(kept, limit),
        "cut": [(order[one], order[other], family, number) for (one, other, family), number in kept.cut.items()],
    }


def pictures(data: object) -> dict[str, str]:
    """Return what is shown for each of the characters in data that would not be seen."""
    found = {character for text in _strings(data) for character in UNSEEN.findall(text)}
    return {character: picture(character) for character in sorted(found)}


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list | tuple):
        for each in data.values() if isinstance(data, Mapping) else data:
            yield from _strings(each)


def _title(documents: Sequence[Document]) -> str:
    return document_name(documents[0]) if len(documents) == 1 else f"Relations in {len(documents):,} documents"


def _place_in(ontology: Ontology) -> Any:  # noqa: ANN401 -- a key to sort by
    families = {name: number for number, name in enumerate(ontology.families)}
    types = {name: number for number, name in enumerate(ontology.types)}

    def key(kind: str) -> tuple[int, str, int, str]:
        family = kind.partition(".")[0]
        return families.get(family, len(families)), family, types.get(kind, len(types)), kind

    return key


def _families(types: Iterable[str], ontology: Ontology) -> list[Json]:
    known = ontology.families
    return [
        {"name": name, "look": family_number(name), "definition": known[name].definition if name in known else ""}
        for name in dict.fromkeys(kind.partition(".")[0] for kind in types)
    ]


def _type(kind: str, ontology: Ontology) -> Json:
    family, _, name = kind.partition(".")
    known = ontology.types.get(kind)
    return {"id": kind, "family": family, "name": name or family, "definition": known.definition if known else ""}


def _actors(shown: Mapping[str, Actor], known: Mapping[str, Actor], views: Sequence[RelationView]) -> list[Json]:
    pairs = (sorted((view.source.id, view.target.id)) for view in views)
    counts = Counter((one, other) for one, other in pairs)
    places = layout({id_: actor.name for id_, actor in shown.items()}, counts)
    return [
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "names": names_of(actor)[1:],
            "code": actor.code,
            "parent": known[actor.parent].name if actor.parent is not None and actor.parent in known else None,
            "x": places[actor.id][0],
            "y": places[actor.id][1],
        }
        for actor in shown.values()
    ]


def _document(document: Document) -> Json:
    address = document.source
    return {
        "id": document.id,
        "name": document_name(document),
        "published": iso(document.published),
        "link": address if address and is_web_address(address) else None,
        "source": address,
        "by": ", ".join((*([document.issuer] if document.issuer else []), *document.authors)),
        "language": document.language,
    }


def _left_out(kept: Chosen, limit: int) -> Json | None:
    if not kept.relations_left_out:
        return None
    return {
        "limit": limit,
        "ties": kept.ties_left_out,
        "relations": kept.relations_left_out,
        "cut": len(kept.cut),
    }
