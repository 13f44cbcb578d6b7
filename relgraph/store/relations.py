"""Relations as rows of a store, and back.

A relation whose words all stand in its document's text, and that has one piece of evidence, is a row of numbers. What
does not fit that form, as a graph that was read from a file may have it, is kept whole beside its row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

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
    relation_hash,
    trusted,
)
from relgraph.store.cells import (
    MODALITIES,
    POLARITIES,
    VIAS,
    Cell,
    get_id,
    place_in_order,
    put_day,
    put_hash,
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
_POLARITY = {polarity: number << 1 for number, polarity in enumerate(POLARITIES)}
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


class Draft(NamedTuple):
    """A relation on its way into a store: what it is sorted by in its document, and its row, which lacks its key.

    It is named if it was given its id, so that one of another document may have the same.
    """

    start: int
    trigger: int
    source: int
    target: int
    id: str
    cells: list[Cell]
    end: int
    words: str
    relation: Relation
    is_named: bool

    def row(self, key: int) -> list[Cell]:
        """Return the row of the relation under a key; it is made only once."""
        self.cells[0] = key
        return self.cells

    @property
    def is_whole(self) -> bool:
        """Whether the relation does not fit a row and is kept whole beside it."""
        return self.cells[-1] is not None


def place_in_text(relation: Relation) -> tuple[int, int, int, int, str]:
    """Return what the relations of one document are sorted by."""
    main = relation.evidence[0]
    return main.sentence.start, main.trigger.start, main.source.start, main.target.start, relation.id


class RelationRows:
    """Makes the rows of a document's relations."""

    def __init__(self, keys: Keys, parties: Mapping[str, Party]) -> None:
        self._keys = keys
        self._parties = parties

    def drafts(self, document: Document, relations: Sequence[Relation]) -> list[Draft]:
        """Return the drafts of a document's relations.

        Raises `UsageError` if there are too many or one stands in another document, and `KeyError` if an actor is not
        among the parties.
        """
        if len(relations) >> PLACES:
            raise UsageError(f"document {document.id!r} has more than {1 << PLACES:,} relations; divide it")
        at = place_in_order(document.published, document.id)
        day = put_day(document.published)
        return [self._draft(relation, document, at, day) for relation in relations]

    def _draft(self, relation: Relation, document: Document, at: int, day: int | None) -> Draft:
        # Attributes of these values take longer than what holds them, and there are millions.
        fields = relation.__dict__
        main = fields["evidence"][0].__dict__
        if main["document"] != document.id:
            raise UsageError(
                f"relation {relation.id} stands in the extraction of document {document.id!r}, but its evidence in "
                f"{main['document']!r}"
            )
        sentence, trigger = main["sentence"].__dict__, main["trigger"].__dict__
        from_, to = main["source"].__dict__, main["target"].__dict__
        source, target = fields["source"].__dict__, fields["target"].__dict__
        who, whom, type_ = source["actor"], target["actor"], fields["type"]
        start, end = sentence["start"], sentence["end"]
        from_start, to_start, trigger_start, trigger_end = from_["start"], to["start"], trigger["start"], trigger["end"]
        id_ = fields["id"]
        keys, from_party, to_party = self._keys, self._parties[who], self._parties[whom]
        said, when, where = fields["attribution"], fields["when"], fields["where"]
        marks = fields["symmetric"] | _MODALITY[fields["modality"]] | _POLARITY[fields["polarity"]]
        if said is not None:
            marks |= ATTRIBUTED
        ends = start, end, trigger_start, trigger_end
        hashed = relation_hash(document.id, type_, (who, from_start), (whom, to_start), ends)
        is_named = id_ != hashed
        if is_named:
            marks |= NAMED
        stands = document.text.startswith
        # It has one piece of evidence, whose actors are mentioned in its own words, and all stands in the text.
        is_plain = (
            stands(sentence["text"], start)
            and stands(from_["text"], from_start)
            and stands(to["text"], to_start)
            and stands(trigger["text"], trigger_start)
            and len(fields["evidence"]) == 1
            and (source["span"] is main["source"] or source["span"].__dict__ == from_)
            and (target["span"] is main["target"] or target["span"].__dict__ == to)
            and (when is None or _stands(when.span, document.text))
            and (said is None or _stands(said.span, document.text))
        )
        first, last = (day, day) if when is None else _days(relation, document)
        cells = [
            None,
            put_id(id_) if is_named else put_hash(id_),
            at,
            keys.term(type_),
            marks,
            from_party.key,
            to_party.key,
            from_party.root,
            to_party.root,
            first,
            last,
            fields["confidence"],
            keys.term(main["frame"]),
            len(VIAS) * _VIA[source["via"]] + _VIA[target["via"]],
            start,
            end - start,
            from_start - start,
            from_["end"] - from_start,
            to_start - start,
            to["end"] - to_start,
            trigger_start - start,
            trigger_end - trigger_start,
            None if said is None else keys.speaker(said),
            *(_NO_SPAN if said is None else _ends(said.span, start)),
            None if when is None else keys.time(when),
            *(_NO_SPAN if when is None else _ends(when.span, start)),
            None if where is None else keys.term(where),
            None if is_plain else _whole(relation),
        ]
        return Draft(start, trigger_start, from_start, to_start, id_, cells, end, sentence["text"], relation, is_named)


def _days(relation: Relation, document: Document) -> tuple[int | None, int | None]:
    days = days_of(relation, document)
    return (None, None) if days is None else (days[0].toordinal(), days[1].toordinal())


def _ends(span: Span | None, start: int) -> tuple[int | None, int | None]:
    return _NO_SPAN if span is None else (span.start - start, span.end - span.start)


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
