"""Relations as rows of a store, and back.

A relation whose words all stand in its document's text, and that has one piece of evidence, is a row of numbers. What
does not fit that form, as a graph that was read from a file may have it, is kept whole beside its row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from typing import Any

from relgraph.errors import UsageError
from relgraph.graph.dates import days_of
from relgraph.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Mention,
    Relation,
    Span,
    TimeRef,
    relation_id,
    trusted,
)
from relgraph.store.cells import (
    MODALITIES,
    POLARITIES,
    VIAS,
    Cell,
    get_id,
    place_in_order,
    put_id,
)
from relgraph.store.schema import PLACES
from relgraph.store.terms import Keys

RELATION_COLUMNS = (
    "key", "id", "at", "type", "marks", "source", "target", "source_root", "target_root", "first", "last",
    "confidence", "frame", "vias", "sentence_start", "sentence_length", "source_start", "source_length",
    "target_start", "target_length", "trigger_start", "trigger_length", "speaker", "speaker_start", "speaker_length",
    "time", "time_start", "time_length", "place", "whole",
)  # fmt: skip

SYMMETRIC = 1
NEGATED = 2
MODALITY = 12
ATTRIBUTED = 16
NAMED = 32
"""The bits of `marks`; the modality is its place among `MODALITIES`, shifted by two.

A relation that is named has an id that is not the hash of what it says. All others are found through their documents.
"""

_VIA = {via: number for number, via in enumerate(VIAS)}
_MODALITY = {modality: number << 2 for number, modality in enumerate(MODALITIES)}
_NO_SPAN = (None, None)
_NO_TIME = datetime.min.replace(tzinfo=None).isoformat()


class Party:
    """An actor as rows name it: by its key and by that of the actor that it rolls up to."""

    __slots__ = ("actor", "key", "root")

    def __init__(self, key: int, actor: Actor, root: int) -> None:
        self.key = key
        self.actor = actor
        self.root = root


def named_among(relations: Iterable[Relation]) -> set[str]:
    """Return the ids of those relations that were given theirs, so that some of other documents may have the same."""
    return {
        relation.id
        for relation in relations
        if relation.id != relation_id(relation.source.actor, relation.type, relation.target.actor, relation.evidence[0])
    }


def place_in_text(relation: Relation) -> tuple[int, int, int, int, str]:
    """Return what the relations of one document are sorted by."""
    main = relation.evidence[0]
    return main.sentence.start, main.trigger.start, main.source.start, main.target.start, relation.id


class RelationRows:
    """Makes the rows of a document's relations."""

    def __init__(self, keys: Keys, parties: Mapping[str, Party]) -> None:
        self._keys = keys
        self._parties = parties

    def rows(
        self, document: Document, key: int, relations: Sequence[Relation], named: Set[str]
    ) -> Iterator[tuple[Cell, ...]]:
        """Give the rows of relations that stand in the order of the text; `named` are the ids of those given theirs."""
        if len(relations) >> PLACES:
            raise UsageError(f"document {document.id!r} has more than {1 << PLACES:,} relations; divide it")
        at = place_in_order(document.published, document.id)
        first_key = key << PLACES
        for number, relation in enumerate(relations):
            marks = _marks(relation) | NAMED if relation.id in named else _marks(relation)
            yield self._row(relation, document, first_key + number, at, marks)

    def _row(self, relation: Relation, document: Document, key: int, at: int, marks: int) -> tuple[Cell, ...]:
        keys, parties = self._keys, self._parties
        # Attributes of these values take longer than what holds them, and there are millions.
        fields = relation.__dict__
        main = fields["evidence"][0].__dict__
        sentence, trigger = main["sentence"].__dict__, main["trigger"].__dict__
        from_, to = main["source"].__dict__, main["target"].__dict__
        source, target = fields["source"].__dict__, fields["target"].__dict__
        source_party, target_party = parties[source["actor"]], parties[target["actor"]]
        said, when, where = fields["attribution"], fields["when"], fields["where"]
        first, last = _days(relation, document)
        start = sentence["start"]
        return (
            key,
            put_id(relation.id),
            at,
            keys.term(fields["type"]),
            marks,
            source_party.key,
            target_party.key,
            source_party.root,
            target_party.root,
            first,
            last,
            fields["confidence"],
            keys.term(main["frame"]),
            len(VIAS) * _VIA[source["via"]] + _VIA[target["via"]],
            start,
            sentence["end"] - start,
            from_["start"] - start,
            from_["end"] - from_["start"],
            to["start"] - start,
            to["end"] - to["start"],
            trigger["start"] - start,
            trigger["end"] - trigger["start"],
            None if said is None else keys.speaker(said),
            *(_NO_SPAN if said is None else _ends(said.span, start)),
            None if when is None else keys.time(when),
            *(_NO_SPAN if when is None else _ends(when.span, start)),
            None if where is None else keys.term(where),
            None if _is_plain(relation, document.text) else _whole(relation),
        )


def _days(relation: Relation, document: Document) -> tuple[int | None, int | None]:
    if relation.when is None:
        day = None if document.published is None else document.published.toordinal()
        return day, day
    days = days_of(relation, document)
    return (None, None) if days is None else (days[0].toordinal(), days[1].toordinal())


def _marks(relation: Relation) -> int:
    return (
        relation.symmetric
        | (relation.polarity == "negated") << 1
        | _MODALITY[relation.modality]
        | (relation.attribution is not None) << 4
    )


def _ends(span: Span | None, start: int) -> tuple[int | None, int | None]:
    return _NO_SPAN if span is None else (span.start - start, span.end - span.start)


def _is_plain(relation: Relation, text: str) -> bool:
    """Whether the row of numbers says all of the relation."""
    main = relation.evidence[0]
    source, target = relation.source.span, relation.target.span
    return (
        len(relation.evidence) == 1
        and (source is main.source or source.__dict__ == main.source.__dict__)
        and (target is main.target or target.__dict__ == main.target.__dict__)
        and text.startswith(main.sentence.text, main.sentence.start)
        and text.startswith(main.source.text, main.source.start)
        and text.startswith(main.target.text, main.target.start)
        and text.startswith(main.trigger.text, main.trigger.start)
        and (relation.when is None or _stands(relation.when.span, text))
        and (relation.attribution is None or _stands(relation.attribution.span, text))
    )


def _stands(span: Span | None, text: str) -> bool:
    return span is None or text.startswith(span.text, span.start)


def _whole(relation: Relation) -> str:
    return json.dumps(relation.model_dump(mode="json", exclude_defaults=True), separators=(",", ":"))


class RelationReader:
    """Makes relations of their rows; `terms`, `speakers`, `times` and `actors` give what their keys stand for."""

    def __init__(
        self,
        terms: Mapping[int, str],
        speakers: Mapping[int, tuple[str, str | None]],
        times: Mapping[int, TimeRef],
        actors: Mapping[int, str],
    ) -> None:
        self._terms = terms
        self._speakers = speakers
        self._times = times
        self._actors = actors

    def relation(self, row: Sequence[Any], document: Document) -> Relation:
        """Return the relation of a row with the columns `RELATION_COLUMNS`, which stands in that document."""
        (
            _, id_, _, type_, marks, source, target, _, _, _, _, confidence, frame, vias, start, length, from_,
            from_length, to, to_length, trigger, trigger_length, speaker, speaker_start, speaker_length, time,
            time_start, time_length, place, whole,
        ) = row  # fmt: skip
        if whole is not None:
            return Relation.model_validate(json.loads(whole))

        text = document.text

        def span(at: int, length: int) -> Span:
            begin, end = start + at, start + at + length
            return trusted(Span, start=begin, end=end, text=text[begin:end])

        def maybe(at: int | None, length: int | None) -> Span | None:
            return None if at is None or length is None else span(at, length)

        source_span, target_span = span(from_, from_length), span(to, to_length)
        source_via, target_via = divmod(vias, len(VIAS))
        return trusted(
            Relation,
            id=get_id(id_),
            source=trusted(Mention, actor=self._actors[source], span=source_span, via=VIAS[source_via]),
            target=trusted(Mention, actor=self._actors[target], span=target_span, via=VIAS[target_via]),
            type=self._terms[type_],
            symmetric=bool(marks & SYMMETRIC),
            polarity=POLARITIES[bool(marks & NEGATED)],
            modality=MODALITIES[(marks & MODALITY) >> 2],
            attribution=None if speaker is None else self._said(speaker, maybe(speaker_start, speaker_length)),
            when=None if time is None else self._when(time, maybe(time_start, time_length)),
            where=None if place is None else self._terms[place],
            confidence=confidence,
            evidence=(
                trusted(
                    Evidence,
                    document=document.id,
                    sentence=span(0, length),
                    source=source_span,
                    target=target_span,
                    trigger=span(trigger, trigger_length),
                    frame=self._terms[frame],
                ),
            ),
        )

    def _said(self, speaker: int, span: Span | None) -> Attribution:
        name, actor = self._speakers[speaker]
        return trusted(Attribution, name=name, actor=actor, span=span)

    def _when(self, time: int, span: Span | None) -> TimeRef:
        when = self._times[time]
        if span is None:
            return when
        return trusted(TimeRef, text=when.text, start=when.start, end=when.end, granularity=when.granularity, span=span)
