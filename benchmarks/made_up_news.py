"""Made-up news in any number, with what would be read out of it: for measuring what archives of millions cost.

The proportions are those of real news as relgraph reads it: 1,950 characters and 3.5 relations a document, 34 mentions
of 11 actors, 146 characters a sentence, texts that zlib packs to a half, and actors that are as unequal as in the world
(Zipf's law): the first pairs of countries stand in every hundredth relation, most persons in one document only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from relgraph.actors import ActorIndex
from relgraph.model import (
    Actor,
    Attribution,
    Document,
    Evidence,
    Extraction,
    Mention,
    Provenance,
    Relation,
    Span,
    TimeRef,
    content_hash,
    trusted,
)

TYPES = {
    "affiliated.leads": 243, "affiliated.member_of": 113, "cooperates.collaborates": 90, "cooperates.agrees": 87,
    "cooperates.consults": 78, "disputes.demands": 65, "disputes.accuses": 59, "cooperates.supports": 57,
    "cooperates.aids": 53, "disputes.rivals": 36, "disputes.rejects": 31, "affiliated.part_of": 30,
    "restrains.coerces": 23, "restrains.limits": 19, "cooperates.concedes": 17, "restrains.sanctions": 15,
    "fights.attacks": 14, "affiliated.aligned": 7, "disputes.threatens": 3, "disputes.protests": 1,
}  # fmt: skip
"""How often each type occurs."""

SYMMETRIC = {"cooperates.collaborates", "cooperates.agrees", "cooperates.consults", "disputes.rivals"}
_MODALITIES = ("actual", "intended", "possible", "conditional")
_VOWELS = ("a", "e", "i", "o", "u", "y", "en", "er", "ing", "ou", "ea", "ath", "ist", "ly", "ock", "us")
_SYLLABLES = [first + vowel for first in "bcdfghjklmnpqrstvwxyz" for vowel in _VOWELS]
_RUN = Provenance(version="1.0", model="en_core_web_md 3.7.1")
_DAYS = 3652
_PERSONS = 200_000


@cache
def _clauses(seed: int, number: int) -> list[str]:
    """Return clauses of words that are as unequal as those of a language."""
    draw = random.Random(seed)
    words = sorted({"".join(draw.choices(_SYLLABLES, k=draw.choice((1, 1, 2, 2, 2, 3)))) for _ in range(60_000)})
    draw.shuffle(words)
    weights = list(accumulate(1 / (rank + 60) for rank in range(len(words))))
    return [" ".join(draw.choices(words, cum_weights=weights, k=draw.randint(5, 8))) for _ in range(number)]


@cache
def _cast(seed: int, persons: int) -> tuple[list[Actor], list[float]]:
    """Return the actors, the known ones first, with the sums of their weights."""
    draw = random.Random(seed)
    index = ActorIndex.default()
    known = [actor for actor in index if actor.kind in ("country", "igo", "government", "armed_group")]
    countries = [actor for actor in known if actor.kind == "country"]
    draw.shuffle(countries)
    others = [actor for actor in known if actor.kind != "country"]
    draw.shuffle(others)
    invented = []
    for number in range(persons):
        name = " ".join("".join(draw.choices(_SYLLABLES, k=draw.randint(2, 3))).title() for _ in range(2))
        person = number % 2 == 0
        invented.append(
            Actor(
                id=f"{'person' if person else 'org'}/{name.lower().replace(' ', '-')}-{number}",
                name=name,
                kind="person" if person else "organization",
                parent=draw.choice(countries).id if person and number % 4 == 0 else None,
            )
        )
    cast = [*countries[:60], *(actor for trio in zip(others, countries[60:], invented, strict=False) for actor in trio)]
    rest = {actor.id for actor in cast}
    cast += [actor for actor in (*countries, *others, *invented) if actor.id not in rest]
    return cast, list(accumulate((rank + 1) ** -1.15 for rank in range(len(cast))))


def _span(text: str, start: int, end: int) -> Span:
    return trusted(Span, start=start, end=end, text=text[start:end])


class News:
    """Gives extractions without end; the same `seed` gives the same ones. `small` news have few words and actors."""

    def __init__(self, seed: int = 1, *, small: bool = False) -> None:
        self._draw = random.Random(seed)
        self._clauses = _clauses(1, 1000 if small else 50_000)
        self.actors, self._weights = _cast(1, 1000 if small else _PERSONS)
        self._by_id = {actor.id: actor for actor in self.actors}
        self._types = list(TYPES)
        self._type_weights = list(accumulate(TYPES.values()))

    def extractions(self, relations: int) -> Iterator[Extraction]:
        """Give extractions until they have that many relations."""
        while relations > 0:
            extraction = self._extraction(relations)
            relations -= len(extraction.relations)
            yield extraction

    def _extraction(self, most: int) -> Extraction:
        draw = self._draw
        count = min(most, int(draw.expovariate(1 / 4.0)))
        cast = list(dict.fromkeys(draw.choices(self.actors, cum_weights=self._weights, k=12)))
        parts: list[str] = []
        length = 0
        places: list[tuple[Actor, int]] = []
        planned: list[tuple[int, int, int, int, int, int]] = []

        def write(text: str) -> int:
            nonlocal length
            start = length
            parts.append(text)
            length += len(text)
            return start

        def name(actor: Actor) -> int:
            places.append((actor, write(actor.name)))
            return len(places) - 1

        done = 0
        for _ in range(14):
            begin = write(draw.choice(self._clauses).capitalize())
            write(" ")
            who, whom, third = draw.sample(cast, 3) if len(cast) > 2 else draw.sample(self.actors, 3)
            source = name(who)
            write(" ")
            if done < count:
                trigger = write(draw.choice(("met with", "accused", "sanctioned", "attacked", "backs", "heads")))
                stop = length
                write(" ")
                targets = [name(whom)]
                if done + 1 < count and draw.random() < 0.29:
                    write(" and ")
                    targets.append(name(third))
                write(" ")
                write(draw.choice(self._clauses))
                write(".")
                planned += [(begin, length, source, target, trigger, stop) for target in targets]
                done += len(targets)
            else:
                write(draw.choice(self._clauses))
                write(" ")
                name(whom)
                write(" ")
                name(third)
                write(".")
            write(" ")
        document = Document(
            text="".join(parts),
            title=draw.choice(self._clauses).capitalize(),
            published=date(2016, 1, 1) + timedelta(days=draw.randrange(_DAYS)),
            source=f"https://news.example.org/{draw.randrange(10**9):09}",
        )
        mentions = tuple(
            trusted(Mention, actor=actor.id, span=_span(document.text, start, start + len(actor.name)), via="name")
            for actor, start in places
        )
        relations = tuple(self._relation(document, mentions, each) for each in planned)
        named = {mention.actor for mention in mentions}
        named |= {parent for id_ in named if (parent := self._by_id[id_].parent)}
        named |= {parent for id_ in named if id_ in self._by_id and (parent := self._by_id[id_].parent)}
        return trusted(
            Extraction,
            document=document,
            actors=tuple(self._by_id[id_] for id_ in sorted(named) if id_ in self._by_id),
            mentions=mentions,
            relations=relations,
            provenance=(_RUN,),
        )

    def _relation(
        self, document: Document, mentions: tuple[Mention, ...], places: tuple[int, int, int, int, int, int]
    ) -> Relation:
        begin, end, one, two, start, stop = places
        draw = self._draw
        type_ = draw.choices(self._types, cum_weights=self._type_weights)[0]
        source, target = mentions[one], mentions[two]
        when = said = None
        if draw.random() < 0.1:
            day = date(2016, 1, 1) + timedelta(days=draw.randrange(_DAYS))
            when = trusted(TimeRef, text=f"{day:%B %Y}", start=day, end=day, granularity="day", span=None)
        if draw.random() < 0.15:
            speaker = draw.choice(mentions)
            said = trusted(Attribution, name=speaker.span.text, actor=speaker.actor, span=speaker.span)
        evidence = trusted(
            Evidence,
            document=document.id,
            sentence=_span(document.text, begin, end),
            source=source.span,
            target=target.span,
            trigger=_span(document.text, start, stop),
            frame=f"{type_}/made-up-{draw.randrange(20)}",
        )
        key = (
            document.id,
            begin,
            end,
            source.actor,
            source.span.start,
            type_,
            target.actor,
            target.span.start,
            start,
            stop,
        )
        return trusted(
            Relation,
            id=content_hash("\x1f".join(map(str, key))),
            source=source,
            target=target,
            type=type_,
            symmetric=type_ in SYMMETRIC,
            polarity="negated" if draw.random() < 0.03 else "affirmed",
            modality=draw.choices(_MODALITIES, cum_weights=(83, 95, 99, 100))[0],
            when=when,
            attribution=said,
            where=None,
            confidence=round(draw.uniform(0.4, 1.0), 4),
            evidence=(evidence,),
        )
