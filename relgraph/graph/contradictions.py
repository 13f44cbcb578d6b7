"""Contradictory claims: what one source affirms and another denies, with the words of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from relgraph.actors import fold
from relgraph.errors import UsageError
from relgraph.graph.conditions import AskedTypes, Conditions, compile_query
from relgraph.graph.dates import days_between
from relgraph.graph.facts import Facts, Hit
from relgraph.graph.names import Names
from relgraph.graph.query import Keys, Relations, run_query
from relgraph.graph.rows import Rows
from relgraph.graph.table import counted, listed, shortened_around
from relgraph.graph.view import Plain, RelationView
from relgraph.graph.visible import visible
from relgraph.model import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Contradiction:
    """Relations from one actor to another that are affirmed, and those that are denied, each contradicted by another.

    Attributes:
        source: Who does it, or does not.
        type: What: a type, or a family.
        target: To whom.
        symmetric: Whether both do it to each other.
        affirmed: All that say so.
        denied: All that deny it.
        claim: The affirmed one that stands against the denial best: of one type and of a time that both texts state, if
            there is such, and then the surest.
        denial: The denied one that stands against the claim best.
    """

    source: Actor
    type: str
    target: Actor
    symmetric: bool
    affirmed: Relations
    denied: Relations
    claim: RelationView
    denial: RelationView

    def __hash__(self) -> int:
        return hash((self.source.id, self.type, self.target.id, self.claim.id, self.denial.id))

    def __repr__(self) -> str:
        head = f"{self.source.name} {'←' if self.symmetric else '—'}{self.type}→ {self.target.name}"
        lines = (
            f"  {sign} {visible(speaker_of(view))}: “{shortened_around(view.sentence.text, *view.trigger_place, 90)}”"
            for sign, view in (("✓", self.claim), ("✗", self.denial))
        )
        return "\n".join((visible(head), *lines))

    def to_dict(self) -> dict[str, Plain]:
        """Return the contradiction as one flat row of plain values, the two quotes side by side."""
        row: dict[str, Plain] = {
            "source": self.source.name,
            "type": self.type,
            "target": self.target.name,
            "symmetric": self.symmetric,
            "affirmed": len(self.affirmed),
            "denied": len(self.denied),
        }
        for part, get in _SIDES:
            row.update({f"affirmed_{part}": get(self.claim), f"denied_{part}": get(self.denial)})
        return {**row, "source_id": self.source.id, "target_id": self.target.id}


def speaker_of(view: RelationView) -> str:
    """Return in words who makes a claim: who is named, otherwise the document, by its issuer, title, source or id."""
    if view.attribution is not None:
        return view.attribution.name
    document = view.document
    return document.issuer or document.title or document.source or document.id


_SIDES: tuple[tuple[str, Callable[[RelationView], Plain]], ...] = (
    ("by", speaker_of),
    ("quote", lambda view: view.sentence.text),
    ("when", lambda view: view.when.text if view.when else None),
    ("document", lambda view: view.document.id),
    ("relation", lambda view: view.id),
)


class Contradictions(Rows[Contradiction]):
    """The contradictions, those with the most relations on the weaker side first, then by names and type."""

    __slots__ = ("_set_aside",)

    columns = (
        "source", "type", "target", "symmetric", "affirmed", "denied",
        "affirmed_by", "denied_by", "affirmed_quote", "denied_quote", "affirmed_when", "denied_when",
        "affirmed_document", "denied_document", "affirmed_relation", "denied_relation", "source_id", "target_id",
    )  # fmt: skip
    header = ("source", "type", "target", "affirmed", "denied", "affirmed by", "denied by")

    def __init__(self, found: Iterable[Contradiction], set_aside: Mapping[str, int]) -> None:
        super().__init__(found)
        self._set_aside = dict(set_aside)

    @property
    def notes(self) -> str:
        """Which relations were not compared, for their modality or for want of a day."""
        return f"not compared: {listed(self._set_aside)}" if self._set_aside else ""

    @property
    def title(self) -> str:
        """How many contradictions there are."""
        return counted(len(self), "contradiction")

    def cells(self, row: Contradiction) -> tuple[str, ...]:
        """Return what a table shows of a row, without the words."""
        counts = str(len(row.affirmed)), str(len(row.denied))
        label = f"{row.type} ↔" if row.symmetric else row.type
        return row.source.name, label, row.target.name, *counts, speaker_of(row.claim), speaker_of(row.denial)

    def __repr__(self) -> str:
        shown = [repr(each) for each in self[:_SHOWN]]
        more = [f"… and {len(self) - _SHOWN:,} more"] if len(self) > _SHOWN else []
        return "\n".join(filter(None, [self.title, *shown, *more, self.notes]))


_SHOWN = 10


Way = Literal["there", "back", "both"]
"""Whether a relation goes from the first to the second of a pair, from the second to the first, or is symmetric."""


class _Claim(NamedTuple):
    """What is compared of a relation: its place, its direction, who says so where, and the days that it states."""

    place: int
    way: Way
    type: str
    speaker: tuple[str, str] | None
    document: str
    days: tuple[date, date] | None
    confidence: float

    def contradicts(self, other: _Claim) -> bool:
        """Whether two claims, of which one is the denial of the other, have different sources and the same time."""
        if self.document == other.document and self.speaker == other.speaker:
            return False
        mine, theirs = self.days, other.days
        return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


class _Claims:
    """What is affirmed and what is denied of a pair in relations of one type."""

    def __init__(self) -> None:
        self.affirmed: list[_Claim] = []
        self.denied: list[_Claim] = []

    def matched(self, way: Way) -> _Match | None:
        """Return what contradicts what in this direction, or None; a symmetric relation says something of both."""
        ways = (way, "both")
        affirmed, denied = ([c for c in side if c.way in ways] for side in (self.affirmed, self.denied))
        good: set[int] = set()
        bad: set[int] = set()
        best: tuple[_Claim, _Claim] | None = None
        for denial in denied:
            for claim in affirmed:
                # Two symmetric relations contradict each other once, not once for each direction.
                if way in (claim.way, denial.way) and claim.contradicts(denial):
                    good.add(claim.place)
                    bad.add(denial.place)
                    best = min(best or (claim, denial), (claim, denial), key=_rank)
        if best is None:
            return None
        return _Match(sorted(good), sorted(bad), best[0].place, best[1].place)


class _Match(NamedTuple):
    """The places of what is affirmed and denied, and of the two that stand against each other best."""

    affirmed: list[int]
    denied: list[int]
    claim: int
    denial: int


def _rank(pair: tuple[_Claim, _Claim]) -> tuple[bool, bool, float, int, int]:
    claim, denial = pair
    undated = claim.days is None or denial.days is None
    return (
        claim.type != denial.type,
        undated,
        -round(claim.confidence + denial.confidence, 9),
        claim.place,
        denial.place,
    )


def contradictions(
    names: Names, type: AskedTypes, by: Literal["type", "family"], conditions: Conditions
) -> Contradictions:
    """Return the contradictions; `Insights.contradictions` explains them."""
    if by not in ("type", "family"):
        raise UsageError(f"unknown by={by!r}; allowed: 'type', 'family'")
    if "polarity" in conditions:
        raise UsageError("polarity makes no sense here: a contradiction needs what is affirmed and what is negated")
    asked: Conditions = {"modality": "actual", **conditions, "polarity": None}
    relations = run_query(names, compile_query(names, type=type, **asked))
    claims: defaultdict[Key, _Claims] = defaultdict(_Claims)
    for place, read in enumerate(relations.each(_reader(names, by))):
        for key, denied, claim in read:
            found = claims[key]
            (found.denied if denied else found.affirmed).append(claim._replace(place=place))
    made = []
    for key, found in claims.items():
        for way in get_args(Way):
            if (match := found.matched(way)) is not None:
                made.append(_made(names, relations, key, way, match))
    return Contradictions(sorted(made, key=_order), relations.set_aside)


def _made(names: Names, relations: Relations, key: Key, way: Way, match: _Match) -> Contradiction:
    source, kind, target = key if way != "back" else (key[2], key[1], key[0])
    actors = names.content.actors
    return Contradiction(
        actors[source],
        kind,
        actors[target],
        way == "both",
        relations.of(match.affirmed),
        relations.of(match.denied),
        relations[match.claim],
        relations[match.denial],
    )


def _reader(names: Names, by: str) -> Keys[tuple[Key, bool, _Claim]]:
    """Return what tells of a relation that is no relation of an actor with itself what is compared of it."""
    actors, documents = names.content.actors, names.content.documents
    published: dict[str, date | None] = {}

    def read(hit: Hit[Any], facts: Facts[Any]) -> tuple[tuple[Key, bool, _Claim], ...]:
        relation, source, target, _, _ = hit
        if source == target:
            return ()
        way: Way = "both" if facts.symmetric(relation) else "there"
        if (actors[target].name, target) < (actors[source].name, source):
            source, target, way = target, source, "both" if way == "both" else "back"
        kind, document = facts.type(relation), facts.document(relation)
        if document not in published:
            published[document] = documents[document].published
        start, end = facts.interval(relation)
        days = None if start is None and end is None else days_between(start, end, published[document])
        said = facts.said(relation)
        speaker = None if said is None else ("id", said[1]) if said[1] is not None else ("name", fold(said[0]))
        claim = _Claim(0, way, kind, speaker, document, days, facts.confidence(relation))
        key = source, kind if by == "type" else kind.partition(".")[0], target
        return ((key, facts.polarity(relation) == "negated", claim),)

    return read


def _order(each: Contradiction) -> tuple[int, int, str, str, str, str, str]:
    counts = len(each.affirmed), len(each.denied)
    source, target = each.source, each.target
    return -min(counts), -sum(counts), source.name, target.name, each.type, source.id, target.id
