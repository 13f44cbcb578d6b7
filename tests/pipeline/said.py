"""What a text says, in the plain form that tests compare."""

from functools import cache
from typing import NamedTuple

import relgraph as rg


class Said(NamedTuple):
    """A relation with its actors rolled up and named; `attribution` is the speaker's name or the words, or None."""

    source: str
    type: str
    target: str
    polarity: str
    modality: str
    attribution: str | None
    symmetric: bool

    @property
    def family(self) -> str:
        return self.type.partition(".")[0]

    @property
    def orders(self) -> set[tuple[str, str]]:
        ways = {(self.source, self.target)}
        return ways | {(self.target, self.source)} if self.symmetric else ways


@cache
def extractor() -> rg.Extractor:
    return rg.Extractor()


def extraction(text: str, issuer: str | None = None) -> rg.Extraction:
    return extractor().extract_document(rg.Document(text=text, issuer=issuer))


def said(text: str, issuer: str | None = None) -> list[Said]:
    """Return the relations that a text states, in their order."""
    found = extraction(text, issuer)
    by_id = {actor.id: actor for actor in found.actors}

    def root(actor_id: str) -> str:
        actor = by_id[actor_id]
        while actor.parent is not None:
            actor = by_id[actor.parent]
        return actor.name

    return [
        Said(
            root(r.source.actor),
            r.type,
            root(r.target.actor),
            r.polarity,
            r.modality,
            r.attribution.name if r.attribution else None,
            r.symmetric,
        )
        for r in found.relations
    ]


def who(text: str, family: str, issuer: str | None = None) -> set[tuple[str, str]]:
    """Return who does something of a family (or type) to whom; symmetric relations in both orders."""
    return {order for one in said(text, issuer) if family in (one.family, one.type) for order in one.orders}
