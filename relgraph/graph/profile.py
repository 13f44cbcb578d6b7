"""The profile of an actor: with whom it stands how, who speaks about it, what it says, and the words that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions, compile_query
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names, names_of
from relgraph.graph.query import Relations, run_query
from relgraph.graph.rows import Rows
from relgraph.graph.showing import Shown
from relgraph.graph.signed import COUNTED, Signs, is_negated, shown_as, signs_of
from relgraph.graph.speakers import Counts, most_first, speakers_of
from relgraph.graph.table import counted, listed, shortened_around
from relgraph.graph.view import Plain
from relgraph.graph.visible import visible
from relgraph.model import Actor, Polarity

if TYPE_CHECKING:
    import pandas
    import polars

_MOST = 5
_Group = tuple[str, int]


@dataclass(frozen=True, slots=True, repr=False)
class Counterpart:
    """Another actor, and the relations with it.

    Attributes:
        actor: The other one.
        friendly: The friendly relations.
        hostile: The hostile relations.
        other: Those without a sign.
    """

    actor: Actor
    friendly: Relations
    hostile: Relations
    other: Relations

    @property
    def relations(self) -> Relations:
        """All of them."""
        return self.friendly | self.hostile | self.other

    @property
    def net(self) -> int:
        """How many more relations are friendly than hostile."""
        return len(self.friendly) - len(self.hostile)

    @property
    def count(self) -> int:
        """How many relations there are in all."""
        return len(self.friendly) + len(self.hostile) + len(self.other)

    def __hash__(self) -> int:
        return hash((self.actor.id, len(self.friendly), len(self.hostile), len(self.other)))

    def __repr__(self) -> str:
        return visible(f"{self.actor.name}  +{len(self.friendly)} −{len(self.hostile)}")

    def to_dict(self) -> dict[str, Plain]:
        """Return the counterpart as one flat row of plain values."""
        return {
            "actor": self.actor.name,
            "kind": self.actor.kind,
            "friendly": len(self.friendly),
            "hostile": len(self.hostile),
            "other_relations": len(self.other),
            "net": self.net,
            "actor_id": self.actor.id,
        }


class Counterparts(Rows[Counterpart]):
    """The actors with which one has relations, those with the most first."""

    __slots__ = ()

    columns = ("actor", "kind", "friendly", "hostile", "other_relations", "net", "actor_id")
    header = ("actor", "kind", "friendly", "hostile", "other")

    @property
    def title(self) -> str:
        """How many there are."""
        return counted(len(self), "counterpart")

    def cells(self, row: Counterpart) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        return row.actor.name, row.actor.kind, str(len(row.friendly)), str(len(row.hostile)), str(len(row.other))


@dataclass(frozen=True, slots=True, repr=False)
class Profile(Shown):
    """An actor in the relations of a graph.

    Attributes:
        actor: The actor.
        parent: The one that it rolls up to, if any.
        members: The actors that count as this one and take part in its relations, those that do so most first.
        relations: Its relations.
        counterparts: With whom it has them.
        outgoing: The types of what it does, and how often; symmetric relations are in `mutual`.
        incoming: The types of what is done to it, and how often.
        mutual: The types of symmetric relations, and how often.
        first: The first day of its relations, if any has one.
        last: The last day.
        documents: How many documents tell of it.
        speakers: Who says something of it, and how often.
        says: The relations that it tells, denied ones too.
        evidence: What is most plainly and surely stated of different ties.
    """

    actor: Actor
    parent: Actor | None
    members: tuple[Actor, ...]
    relations: Relations
    counterparts: Counterparts
    outgoing: Counts
    incoming: Counts
    mutual: Counts
    first: date | None
    last: date | None
    documents: int
    speakers: Counts
    says: Relations
    evidence: Relations

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which it is known, its own first."""
        return names_of(self.actor)

    @property
    def partners(self) -> tuple[Counterpart, ...]:
        """Those with whom more is friendly than hostile, the friendliest first."""
        return tuple(sorted((each for each in self.counterparts if each.net > 0), key=lambda each: -each.net))

    @property
    def opponents(self) -> tuple[Counterpart, ...]:
        """Those with whom more is hostile than friendly, the most hostile first."""
        return tuple(sorted((each for each in self.counterparts if each.net < 0), key=lambda each: each.net))

    @property
    def mixed(self) -> tuple[Counterpart, ...]:
        """Those with whom as many relations are friendly as hostile, and some are."""
        return tuple(each for each in self.counterparts if each.net == 0 and len(each.friendly))

    def __hash__(self) -> int:
        return hash((self.actor.id, len(self.relations), self.first, self.last, self.documents))

    def __repr__(self) -> str:
        lines = [*self.facts(), *self._lines()]
        return "\n".join([self.title, *(visible(f"  {label}: {words}") for label, words in lines if words)])

    @property
    def title(self) -> str:
        """Name, kind, numbers and times, in a line."""
        actor = self.actor
        what = ", ".join(filter(None, (actor.kind.replace("_", " "), actor.code)))
        size = f"{counted(len(self.relations), 'relation')} in {counted(self.documents, 'document')}"
        return visible(f"{actor.name} ({what}): {size}{self._times()}")

    def _times(self) -> str:
        if self.first is None or self.last is None:
            return ""
        return f", {self.first}" if self.first == self.last else f", {self.first} to {self.last}"

    def facts(self) -> list[tuple[str, str]]:
        """Return what is known but for partners, opponents and words, each with what it is called."""
        told = (
            ("names", self.names[1:]),
            ("belongs to", [self.parent.name] if self.parent else []),
            ("acts through", [actor.name for actor in self.members]),
            *(
                (label, [f"{kind} ×{number}" for kind, number in types])
                for label, types in (("does", self.outgoing), ("undergoes", self.incoming), ("mutual", self.mutual))
            ),
            ("spoken of by", [f"{name} ×{number}" for name, number in self.speakers]),
        )
        return [(label, _few(words)) for label, words in told if words]

    def _lines(self) -> Iterable[tuple[str, str]]:
        yield "partners", _few(map(repr, self.partners))
        yield "opponents", _few(map(repr, self.opponents))
        yield "as friendly as hostile", _few(map(repr, self.mixed))
        yield (
            "says",
            _few(f"{view.source.name} {view.arrow} {view.target.name}{_how(view.polarity)}" for view in self.says),
        )
        for view in self.evidence:
            quote = shortened_around(view.sentence.text, *view.trigger_place, 90)
            yield f"{view.source.name} {view.arrow} {view.target.name}", f"“{quote}”"
        yield "set aside", listed(self.relations.set_aside)

    def to_dict(self) -> dict[str, object]:
        """Return all of the profile as values for JSON: days are ISO strings, relations are flat rows."""
        actor = self.actor
        return {
            "actor": actor.name,
            "id": actor.id,
            "kind": actor.kind,
            "code": actor.code,
            "names": list(self.names),
            "parent": self.parent.name if self.parent else None,
            "members": [member.name for member in self.members],
            "relations": len(self.relations),
            "documents": self.documents,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "counterparts": self.counterparts.to_dicts(),
            "outgoing": dict(self.outgoing),
            "incoming": dict(self.incoming),
            "mutual": dict(self.mutual),
            "speakers": dict(self.speakers),
            "says": self.says.to_dicts(),
            "evidence": self.evidence.to_dicts(),
            "set_aside": self.relations.set_aside,
        }

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Return a row of plain values for each counterpart."""
        return self.counterparts.to_dicts()

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, a row for each counterpart; raises `MissingDependencyError` without pandas."""
        return self.counterparts.to_frame()

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame, a row for each counterpart; raises `MissingDependencyError` without polars."""
        return self.counterparts.to_polars()


def _few(words: Iterable[str]) -> str:
    found = list(words)
    more = f" … and {len(found) - _MOST:,} more" if len(found) > _MOST else ""
    return ", ".join(found[:_MOST]) + more


def _how(polarity: Polarity) -> str:
    return " (denied)" if polarity == "negated" else ""


def profile(names: Names, name: str | Actor, type: AskedTypes, signs: Signs | None, conditions: Conditions) -> Profile:
    """Return the profile; `Insights.profile` explains it."""
    if "either" in conditions:
        raise UsageError("either makes no sense here: the profile is that of the named actor")
    actor = names.actor(name)
    asked: Conditions = {**COUNTED, **conditions, "either": actor}
    query = compile_query(names, type=type, **asked)
    relations = run_query(names, query)
    outgoing, incoming, mutual = _types(relations, actor.id, shown_as(names, query))
    return Profile(
        actor=actor,
        parent=names.content.actors.get(actor.parent) if actor.parent else None,
        members=_members(names, relations, actor.id),
        relations=relations,
        counterparts=_counterparts(names, relations, actor.id, shown_as(names, query), signs),
        outgoing=outgoing,
        incoming=incoming,
        mutual=mutual,
        first=min((day for view in relations if (day := view.day)), default=None),
        last=max((day for view in relations if (day := view.last_day)), default=None),
        documents=len(relations.places_by(lambda hit, facts: (facts.document(hit.relation),))),
        speakers=speakers_of(names, relations, but=actor.id),
        says=_said(names, actor, type, conditions),
        evidence=_strongest(relations),
    )


def _members(names: Names, relations: Relations, asked: str) -> tuple[Actor, ...]:
    chains, actors = names.content.chains, names.content.actors

    def keys(hit: Hit[Any], facts: Facts[Any]) -> set[str]:
        ends = {facts.source(hit.relation), facts.target(hit.relation)}
        return {id_ for id_ in ends if id_ != asked and asked in chains[id_]}

    found = Counter({id_: len(places) for id_, places in relations.places_by(keys).items()})
    return tuple(actors[id_] for id_ in sorted(found, key=lambda id_: (-found[id_], actors[id_].name, id_)))


def _counterparts(
    names: Names, relations: Relations, asked: str, as_shown: Callable[[str], str], signs: Signs | None
) -> Counterparts:
    sign_of = signs_of(names, signs)

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[_Group, ...]:
        source, target = as_shown(hit.source), as_shown(hit.target)
        if source == target:
            return ()
        sign = sign_of(facts.type(hit.relation))
        return ((target if source == asked else source, -sign if is_negated(hit, facts) else sign),)

    places, actors = relations.places_by(keys), names.content.actors
    found = [
        Counterpart(actors[id_], *(relations.of(places.get((id_, sign), [])) for sign in (1, -1, 0)))
        for id_ in {id_: None for id_, _ in places}
    ]
    return Counterparts(sorted(found, key=lambda each: (-each.count, each.actor.name, each.actor.id)))


def _types(relations: Relations, asked: str, as_shown: Callable[[str], str]) -> tuple[Counts, Counts, Counts]:
    """Return how often each type goes out, comes in and is mutual; what an actor has with itself goes out."""

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[str, int]]:
        way = 2 if facts.symmetric(hit.relation) else 0 if as_shown(hit.source) == asked else 1
        return ((facts.type(hit.relation), way),)

    places = relations.places_by(keys)
    out, into, mutual = (
        most_first({kind: len(found) for (kind, way), found in places.items() if way == wanted}) for wanted in range(3)
    )
    return out, into, mutual


def _said(names: Names, actor: Actor, type: AskedTypes, conditions: Conditions) -> Relations:
    """Return what the actor says, denied and possible things too, under conditions that are about more than ends."""
    kept: Conditions = {**conditions, "attribution": actor, "polarity": conditions.get("polarity")}
    if kept.get("attributed") is False:
        kept["attributed"] = None
    return run_query(names, compile_query(names, type=type, **kept))


def _strongest(relations: Relations) -> Relations:
    """Return one relation of each of the ties that are stated most plainly and surely, the surest first."""
    ranked: list[tuple[tuple[bool, bool, float, int], tuple[str, str, str]]] = []

    def keys(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[str, str, str]]:
        relation = hit.relation
        plain = facts.modality(relation) == "actual" and facts.polarity(relation) == "affirmed"
        rank = not plain, facts.said(relation) is not None, -facts.confidence(relation), len(ranked)
        key = hit.source, facts.type(relation), hit.target
        ranked.append((rank, key))
        return (key,)

    for _ in relations.each(keys):
        pass
    best: dict[tuple[str, str, str], int] = {}
    for rank, key in sorted(ranked):
        best.setdefault(key, rank[-1])
    return relations.of(list(best.values())[:_MOST])
