"""Pairs of actors with what is friendly and what is hostile between them.

The sign is that of the relation's type: +1 or -1 by the ontology, which the caller may overrule. Direction makes no
difference here. Belonging counts as friendly, as membership does for Cartwright and Harary (1956), though the ontology
calls it neither.

A negated relation has no sign unless it is asked for: "A did not support B" is the complement of support, not its
opposite (Cartwright and Harary, p. 280 f., warn of taking one for the other). So conditions decide what is counted: by
default what is affirmed and is actual or intended, whoever says it. With ``polarity=None`` or ``"negated"``, negated
relations count with the opposite sign.

Dorwin Cartwright and Frank Harary: Structural balance. A generalization of Heider's theory. Psychological Review 63
(1956), pp. 277-293.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions, Query, compile_query
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names
from relgraph.graph.query import Keys, Relations, run_query
from relgraph.graph.table import listed
from relgraph.graph.ties import Places
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor
from relgraph.ontology import Ontology

Signs = Mapping[str, int]
"""Signs (1, -1, or 0 for neither) of types and families instead of the ontology's; a type goes before its family."""

Pair = tuple[str, str]
"""Ids of two actors in the order of their names."""

BELONGING: Signs = {"affiliated": 1}
COUNTED: Conditions = {"modality": ("actual", "intended")}
_FRIENDLY, _HOSTILE = 1, -1


@dataclass(frozen=True, slots=True, repr=False)
class Dyad:
    """Two actors and what is friendly and hostile between them.

    Attributes:
        one: The first in the order of names.
        other: The second.
        friendly: The friendly relations.
        hostile: The hostile relations.
    """

    one: Actor
    other: Actor
    friendly: Relations
    hostile: Relations

    @property
    def net(self) -> int:
        """How many more relations are friendly than hostile."""
        return len(self.friendly) - len(self.hostile)

    @property
    def sign(self) -> int:
        """1 if more relations are friendly, -1 if more are hostile, 0 if there are as many of each."""
        return (self.net > 0) - (self.net < 0)

    @property
    def ambivalence(self) -> int:
        """Twice the number of the rarer kind of relations (Kaplan 1972): 0 if all are of one kind."""
        return 2 * min(len(self.friendly), len(self.hostile))

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which both kinds are reported, by the day of each relation."""
        kinds = [{view.day.year for view in kind if view.day} for kind in (self.friendly, self.hostile)]
        return tuple(sorted(set.intersection(*kinds)))

    def __hash__(self) -> int:
        return hash((self.one.id, self.other.id, len(self.friendly), len(self.hostile)))

    def __repr__(self) -> str:
        return visible(f"{self.one.name} – {self.other.name}  +{len(self.friendly)} −{len(self.hostile)}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the dyad as one flat row of plain values."""
        return {
            "one": self.one.name,
            "other": self.other.name,
            "friendly": len(self.friendly),
            "hostile": len(self.hostile),
            "net": self.net,
            "ambivalence": self.ambivalence,
            "one_id": self.one.id,
            "other_id": self.other.id,
        }


DYAD_COLUMNS = ("one", "other", "friendly", "hostile", "net", "ambivalence", "one_id", "other_id")


class SignedPairs:
    """The pairs of actors that have friendly or hostile relations; relations of an actor with itself do not count.

    `counts` has how many are friendly and hostile for each pair, in the order of names.
    """

    def __init__(self, names: Names, relations: Relations, keys: Keys[tuple[Pair, int]]) -> None:
        self.actors = names.content.actors
        self.relations = relations
        self._places = relations.places_by(keys)
        self.counts: dict[Pair, tuple[int, int]] = {
            pair: (len(self._of(pair, _FRIENDLY)), len(self._of(pair, _HOSTILE)))
            for pair in sorted(
                {pair for pair, _ in self._places}, key=lambda pair: (self.rank(pair[0]), self.rank(pair[1]))
            )
        }

    def rank(self, id_: str) -> tuple[str, str]:
        """Return what puts an actor in the order of names."""
        return self.actors[id_].name, id_

    def _of(self, pair: Pair, sign: int) -> Places:
        return self._places.get((pair, sign), _NOWHERE)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the actors, in the order of names."""
        return tuple(sorted({id_ for pair in self.counts for id_ in pair}, key=self.rank))

    @property
    def left_out(self) -> str:
        """Which relations do not count, in words: those set aside, and those without a sign or of one actor alone."""
        counts = self.relations.set_aside
        rest = len(self.relations) - sum(good + bad for good, bad in self.counts.values())
        told = listed({**counts, "without a sign or within one actor": rest})
        return f"not counted: {told}" if told else ""

    @property
    def net(self) -> dict[Pair, int]:
        """How many more relations are friendly than hostile, for the pairs with a difference."""
        return {pair: good - bad for pair, (good, bad) in self.counts.items() if good != bad}

    def dyad(self, pair: Pair) -> Dyad:
        """Return a pair with its relations."""
        one, other = pair
        friendly, hostile = (self.relations.of(self._of(pair, sign)) for sign in (_FRIENDLY, _HOSTILE))
        return Dyad(self.actors[one], self.actors[other], friendly, hostile)


_NOWHERE: Places = []


def signed_pairs(names: Names, type: AskedTypes, signs: Signs | None, conditions: Conditions) -> SignedPairs:
    """Return the pairs among the relations that meet the conditions; raises `UsageError` as `relations` does."""
    sign_of = signs_of(names, signs)
    asked: Conditions = {**COUNTED, **conditions}
    query = compile_query(names, type=type, **asked)
    return SignedPairs(names, run_query(names, query), _keys(names, query, sign_of))


def signs_of(names: Names, signs: Signs | None) -> Callable[[str], int]:
    """Return what tells the sign of a type; raises `UnknownTypeError`, and `UsageError` for what is no sign."""
    ontology, given = names.ontology, {} if signs is None else signs
    overruled: dict[str, int] = {}
    for asked in ({key: sign for key, sign in BELONGING.items() if key in ontology}, given):
        # Families first, so that a type goes before its family in whatever order they are written.
        for key in sorted(asked, key=lambda key: (key not in ontology.families, key)):
            sign = asked[key]
            if isinstance(sign, bool) or sign not in (-1, 0, 1):
                raise UsageError(f"signs[{key!r}]={sign!r} is no sign; allowed: 1 friendly, -1 hostile, 0 neither")
            overruled.update(dict.fromkeys(names.types(key) or (), sign))
    return lambda kind: overruled[kind] if kind in overruled else _sign_by(ontology, kind)


def _sign_by(ontology: Ontology, kind: str) -> int:
    """Return the sign of a type in an ontology, which may know only its family, or not even that."""
    if (known := ontology.types.get(kind)) is not None:
        return known.sign
    family = ontology.families.get(kind.partition(".")[0])
    return 0 if family is None else family.sign


def _keys(names: Names, query: Query, sign_of: Callable[[str], int]) -> Keys[tuple[Pair, int]]:
    """Return what tells pair and sign of a relation."""
    actors, as_shown = names.content.actors, shown_as(names, query)
    known: dict[str, int] = {}

    def keys(hit: Hit[Any], facts: Facts[Any]) -> Iterable[tuple[Pair, int]]:
        kind = facts.type(hit.relation)
        sign = known.get(kind)
        if sign is None:
            sign = known[kind] = sign_of(kind)
        one, other = as_shown(hit.source), as_shown(hit.target)
        if sign == 0 or one == other:
            return ()
        if (actors[other].name, other) < (actors[one].name, one):
            one, other = other, one
        return (((one, other), -sign if is_negated(hit, facts) else sign),)

    return keys


def is_negated(hit: Hit[Any], facts: Facts[Any]) -> bool:
    """Whether a relation is negated, which turns its sign round."""
    return facts.polarity(hit.relation) == "negated"


def shown_as(names: Names, query: Query) -> Callable[[str], str]:
    """Return what tells as whom an end of a relation counts: unlike in queries, sources of affiliations roll up too.

    Otherwise a minister would stand beside the country for which all else counts that the minister does.
    """
    if not query.rollup:
        return lambda id_: id_
    chains, roots = names.content.chains, names.content.roots
    asked = {query.source, query.target, query.either}
    return _Rolled(lambda id_: next((each for each in chains[id_] if each in asked), roots[id_])).__getitem__


class _Rolled(dict[str, str]):
    """Keeps what a function gives for each id, which a store looks up."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, id_: str) -> str:
        found = self[id_] = self._function(id_)
        return found
