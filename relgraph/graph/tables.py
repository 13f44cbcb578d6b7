"""Relations and mentions as columns, which take a fraction of the memory of the values, and the values made from them.

A value of the model is an object with a dict of its own, and a relation is ten of them. A graph keeps their parts in
columns instead: strings that are shared, and numbers. The words of a span are not kept at all, because the text of the
document has them. What columns do not tell (several pieces of evidence, words that are not those of the text) is kept
as it is, so that every value comes back equal to what was given.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from relgraph.model import (
    Attribution,
    Document,
    Evidence,
    Granularity,
    Mention,
    Modality,
    Polarity,
    Relation,
    Span,
    TimeRef,
    Via,
    trusted,
)

T = TypeVar("T")

_BEYOND = 1 << 32
_NOWHERE = -1
_PLACES = 12
_RELATION_LISTS = (
    "ids", "document", "source", "target", "type", "symmetric", "polarity", "modality", "said", "when", "confidence",
    "_where", "_frame", "_source_via", "_target_via",
)  # fmt: skip
_MENTION_LISTS = ("actor", "_via", "_start", "_end")


class Shared(dict[Any, Any]):
    """Gives one object for all values that are equal: the first of them."""

    def __missing__(self, value: T) -> T:
        self[value] = value
        return value


class Said(NamedTuple):
    """An attribution without its words; `begin` is -1 if it has no span."""

    name: str
    actor: str | None
    begin: int
    finish: int


class When(NamedTuple):
    """A time expression without the words of its span; `begin` is -1 if it has none."""

    text: str
    start: date | None
    end: date | None
    granularity: Granularity | None
    begin: int
    finish: int


class RelationTable(Mapping[str, Relation]):
    """Relations by id; the number of a relation is its place in the table, where one that was replaced still stands.

    `ids`, `document` (of the main evidence), `source`, `target`, `type`, `symmetric`, `polarity`, `modality`, `said`,
    `when` and `confidence` are columns to read from. `documents` gives the texts.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self.numbers: dict[str, int] = {}
        self.ids: list[str] = []
        self.document: list[str] = []
        self.source: list[str] = []
        self.target: list[str] = []
        self.type: list[str] = []
        self.symmetric: list[bool] = []
        self.polarity: list[Polarity] = []
        self.modality: list[Modality] = []
        self.said: list[Said | None] = []
        self.when: list[When | None] = []
        self.confidence = array("d")
        self._where: list[str | None] = []
        self._frame: list[str] = []
        self._source_via: list[Via] = []
        self._target_via: list[Via] = []
        # Start and end of sentence, source, target, trigger, and of the mentions of source and target.
        self._places = array("I")
        self._whole: dict[int, Relation] = {}

    def __getitem__(self, id_: str) -> Relation:
        return self.at(self.numbers[id_])

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.numbers

    def add(self, relation: Relation, shared: Shared) -> int:
        """Add a relation, whose document must be known, and return its number, which its id means from now on."""
        number = len(self.ids)
        main, source, target = relation.evidence[0], relation.source, relation.target
        attribution, when = relation.attribution, relation.when
        spans = [main.sentence, main.source, main.target, main.trigger, source.span, target.span]
        places = [place for span in spans for place in (span.start, span.end)]
        spans.extend(each.span for each in (attribution, when) if each is not None and each.span is not None)
        if _is_plain(relation) and _are_in(self._documents[main.document].text, spans):
            self._places.extend(places)
        else:
            self._places.extend((0,) * _PLACES)
            self._whole[number] = relation
        self.ids.append(relation.id)
        self.numbers[relation.id] = number
        self.document.append(shared[main.document])
        self.source.append(shared[source.actor])
        self.target.append(shared[target.actor])
        self.type.append(shared[relation.type])
        self.symmetric.append(relation.symmetric)
        self.polarity.append(shared[relation.polarity])
        self.modality.append(shared[relation.modality])
        self.said.append(None if attribution is None else _as_last(self.said, _said(attribution, shared)))
        self.when.append(None if when is None else _as_last(self.when, _when(when, shared)))
        self.confidence.append(relation.confidence)
        self._where.append(shared[relation.where])
        self._frame.append(shared[main.frame])
        self._source_via.append(shared[source.via])
        self._target_via.append(shared[target.via])
        return number

    def at(self, number: int) -> Relation:
        """Return the relation with this number."""
        if (whole := self._whole.get(number)) is not None:
            return whole
        document = self.document[number]
        text = self._documents[document].text
        places = self._places[number * _PLACES : (number + 1) * _PLACES]
        sentence, source, target, trigger = (_span(text, *places[at : at + 2]) for at in (0, 2, 4, 6))
        said, when = self.said[number], self.when[number]
        return trusted(
            Relation,
            id=self.ids[number],
            source=trusted(
                Mention,
                actor=self.source[number],
                span=source if places[8:10] == places[2:4] else _span(text, *places[8:10]),
                via=self._source_via[number],
            ),
            target=trusted(
                Mention,
                actor=self.target[number],
                span=target if places[10:12] == places[4:6] else _span(text, *places[10:12]),
                via=self._target_via[number],
            ),
            type=self.type[number],
            symmetric=self.symmetric[number],
            polarity=self.polarity[number],
            modality=self.modality[number],
            attribution=None if said is None else _attribution(said, text),
            when=None if when is None else _time_ref(when, text),
            where=self._where[number],
            confidence=self.confidence[number],
            evidence=(
                trusted(
                    Evidence,
                    document=document,
                    sentence=sentence,
                    source=source,
                    target=target,
                    trigger=trigger,
                    frame=self._frame[number],
                ),
            ),
        )

    def documents_of(self, number: int) -> tuple[str, ...]:
        """Return the ids of the documents of all evidence of the relation with this number."""
        whole = self._whole.get(number)
        return (self.document[number],) if whole is None else tuple(each.document for each in whole.evidence)

    def place(self, number: int) -> tuple[int, int, int, int, str]:
        """Return where in its document the relation with this number stands, for putting several in order."""
        if (whole := self._whole.get(number)) is not None:
            main = whole.evidence[0]
            return main.sentence.start, main.trigger.start, main.source.start, main.target.start, whole.id
        places, first = self._places, number * _PLACES
        return places[first], places[first + 6], places[first + 2], places[first + 4], self.ids[number]

    def arranged(self, documents: Mapping[str, Document], parts: Iterable[Sequence[int]]) -> RelationTable:
        """Return a table of some of the relations in another order: parts of numbers, best ranges, one after the other.

        The new table looks up texts in `documents`.
        """
        parts = _joined(parts)
        new = RelationTable(documents)
        _arrange(self, new, _RELATION_LISTS, parts)
        for part in parts:
            if isinstance(part, range):
                new._places.extend(self._places[part.start * _PLACES : part.stop * _PLACES])
            else:
                for number in part:
                    new._places.extend(self._places[number * _PLACES : (number + 1) * _PLACES])
        if self._whole:
            old = (number for part in parts for number in part)
            new._whole = {at: self._whole[number] for at, number in enumerate(old) if number in self._whole}
        same = len(parts) == 1 and parts[0] == range(len(self.numbers))
        new.numbers = self.numbers.copy() if same else {id_: number for number, id_ in enumerate(new.ids)}
        return new


class MentionTable:
    """The mentions of documents, those of each in the order of the text; `actor` is a column to read from."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._ranges: dict[str, range] = {}
        self.actor: list[str] = []
        self._via: list[Via] = []
        self._start = array("I")
        self._end = array("I")
        self._whole: dict[int, Mention] = {}

    def __len__(self) -> int:
        return sum(map(len, self._ranges.values()))

    def of(self, document: str) -> tuple[Mention, ...]:
        """Return the mentions of a document, whatever its id."""
        numbers = self._ranges.get(document)
        if not numbers:
            return ()
        text = self._documents[document].text
        return tuple(self._at(number, text) for number in numbers)

    def actors_of(self, document: str) -> set[str]:
        """Return the ids of the actors that are mentioned in a document."""
        numbers = self._ranges.get(document, range(0))
        return set(self.actor[numbers.start : numbers.stop])

    def _at(self, number: int, text: str) -> Mention:
        if (whole := self._whole.get(number)) is not None:
            return whole
        span = _span(text, self._start[number], self._end[number])
        return trusted(Mention, actor=self.actor[number], span=span, via=self._via[number])

    def add(self, document: str, mentions: Iterable[Mention], shared: Shared) -> None:
        """Add mentions of a document, each once; those that it has already stay."""
        known = self.of(document)
        placed = sorted(((_mention_place(each), each) for each in (*known, *mentions)), key=itemgetter(0))
        kept = [
            mention
            for number, (place, mention) in enumerate(placed)
            if not number or place != placed[number - 1][0] or mention != placed[number - 1][1]
        ]
        if len(kept) == len(known) and document in self._ranges:
            return
        text = self._documents[document].text
        first = len(self.actor)
        self._ranges[document] = range(first, first + len(kept))
        for number, mention in enumerate(kept, first):
            span = mention.span
            plain = type(mention) is Mention and _are_in(text, (span,))
            if not plain:
                self._whole[number] = mention
            self.actor.append(shared[mention.actor])
            self._via.append(shared[mention.via])
            self._start.append(span.start if plain else 0)
            self._end.append(span.end if plain else 0)

    def arranged(self, documents: Mapping[str, Document]) -> MentionTable:
        """Return a table without what was replaced, in the order of `documents`, where the new table looks up texts."""
        new = MentionTable(documents)
        parts = [self._ranges.get(document, range(0)) for document in documents]
        _arrange(self, new, _MENTION_LISTS, _joined(parts))
        first = 0
        for document, part in zip(documents, parts, strict=True):
            new._ranges[document] = range(first, first + len(part))
            if self._whole:
                new._whole.update((first + at, self._whole[n]) for at, n in enumerate(part) if n in self._whole)
            first += len(part)
        return new


def _arrange(old: object, new: object, columns: Iterable[str], parts: Sequence[Sequence[int]]) -> None:
    for name in columns:
        given, made = getattr(old, name), getattr(new, name)
        for part in parts:
            made.extend(given[part.start : part.stop] if isinstance(part, range) else [given[n] for n in part])


def _joined(parts: Iterable[Sequence[int]]) -> list[Sequence[int]]:
    """Return the parts with ranges made one where the next begins where the last ends, as most do."""
    joined: list[Sequence[int]] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, range) and isinstance(last, range) and part.start == last.stop:
            joined[-1] = range(last.start, part.stop)
        elif part:
            joined.append(part)
    return joined


def _is_plain(relation: Relation) -> bool:
    return (
        type(relation) is Relation
        and len(relation.evidence) == 1
        and type(relation.source) is type(relation.target) is Mention
    )


def _are_in(text: str, spans: Iterable[Span]) -> bool:
    """Whether the words of all spans are those of the text, so that they need not be kept."""
    if len(text) >= _BEYOND:
        return False
    length = len(text)
    for span in spans:
        end = span.end
        if end > length or text[span.start : end] != span.text:
            return False
    return True


def _span(text: str, start: int, end: int) -> Span:
    return trusted(Span, start=start, end=end, text=text[start:end])


def _maybe_span(text: str, start: int, end: int) -> Span | None:
    return None if start == _NOWHERE else _span(text, start, end)


def _ends(span: Span | None) -> tuple[int, int]:
    return (_NOWHERE, _NOWHERE) if span is None else (span.start, span.end)


def _said(attribution: Attribution, shared: Shared) -> Said:
    return Said(shared[attribution.name], shared[attribution.actor], *_ends(attribution.span))


def _attribution(said: Said, text: str) -> Attribution:
    span = _maybe_span(text, said.begin, said.finish)
    return trusted(Attribution, name=said.name, actor=said.actor, span=span)


def _when(time: TimeRef, shared: Shared) -> When:
    return When(shared[time.text], shared[time.start], shared[time.end], shared[time.granularity], *_ends(time.span))


def _time_ref(when: When, text: str) -> TimeRef:
    return trusted(
        TimeRef,
        text=when.text,
        start=when.start,
        end=when.end,
        granularity=when.granularity,
        span=_maybe_span(text, when.begin, when.finish),
    )


def _as_last(column: Sequence[T | None], value: T) -> T:
    """Return the value, or the last one of the column if they are equal: relations of one sentence share much."""
    last = column[-1] if column else None
    return last if last is not None and last == value else value


def _mention_place(mention: Mention) -> tuple[int, int, str, str, str]:
    return mention.span.start, mention.span.end, mention.actor, mention.via, mention.span.text
