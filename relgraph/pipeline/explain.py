"""Why a text gave the relations that it gave, and no others: the plain values behind ``relgraph explain``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from relgraph.frames import Frame, FrameSet, WordClass
from relgraph.model import Modality, Polarity
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.parties import Party
from relgraph.pipeline.reader import LEAST_PROBABLE, Reading
from relgraph.pipeline.selecting.selection import MIN_CONFIDENCE, select

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

Outcome = Literal["fired", "dropped", "shadowed", "missing word", "no source", "no target", "no pair"]
"""What became of a frame: `dropped` fired in vain, `shadowed` gave way to a more specific frame of its type."""

_SHOWN = 5
_LONGEST = 40
_PRONOUNS = frozenset({"it", "its", "he", "him", "his", "she", "her", "they", "them", "their", "both", "we", "us"})
_HYPHENS = frozenset("-–‑")


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """A mention: its words, the actor they name (None if left open), what that rolls up to, and how it was read."""

    words: str
    actor: str | None
    stands_for: str | None
    via: str
    how: str


@dataclass(frozen=True, slots=True)
class FrameTried:
    """A frame that a word called up, what became of it, and why."""

    frame: str
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class WordSeen:
    """A word that frames know, with what became of each of them."""

    word: str
    word_class: WordClass
    frames: tuple[FrameTried, ...]


@dataclass(frozen=True, slots=True)
class RelationFound:
    """A relation that a frame found. `dropped` says why it was not kept; the reasons say why it is not plain fact."""

    source: str
    source_text: str
    type: str
    target: str
    target_text: str
    symmetric: bool
    trigger: str
    frame: str
    confidence: float
    polarity: Polarity
    modality: Modality
    said_by: str | None
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    dropped: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was seen in a text: actors, words that frames know, and relations."""

    text: str
    actors: tuple[ActorSeen, ...]
    words: tuple[WordSeen, ...]
    relations: tuple[RelationFound, ...]


def explain(reading: Reading, frames: FrameSet) -> Explanation:
    """Return why a reading holds the relations that it holds; `frames` are those that it was made with."""
    probe = _Probe(reading, frames)
    words = [*probe.words(), *probe.rest()]
    words.sort(key=lambda found: found[0])
    return Explanation(
        text=reading.document.text,
        actors=tuple(_actors(reading)),
        words=tuple(word for _, word in words),
        relations=tuple(_relation(reading, candidate) for candidate in sorted(_all(reading), key=_position)),
    )


def _actors(reading: Reading) -> Iterator[ActorSeen]:
    references = reading.denoter.references
    parties = list(dict.fromkeys([*reading.mentions, *(party for found in references.values() for party in found)]))
    seen = [(party.start, _actor(reading, party)) for party in parties]
    for token in reading.doc:
        if token.lower_ in _PRONOUNS and token.tag_ in ("PRP", "PRP$", "DT") and token.i not in references:
            left_open = ActorSeen(
                token.text, None, None, "pronoun", "pronoun: left open, as what it refers to is not certain"
            )
            seen.append((token.i, left_open))
    seen.sort(key=lambda pair: pair[0])
    return (actor for _, actor in seen)


def _actor(reading: Reading, party: Party) -> ActorSeen:
    cast = reading.cast
    root = cast.root(party.actor)
    if party.capital:
        how = "capital: its country where it acts, else a place"
    else:
        how = party.via if party.how == "named" else f"{party.via}: {party.how}"
    return ActorSeen(
        words=reading.doc[party.start : party.end].text,
        actor=cast[party.actor].name,
        stands_for=cast[root].name if root != party.actor else None,
        via=party.via,
        how=how,
    )


def _all(reading: Reading) -> list[Candidate]:
    """Return what the frames found, and the deeds that refusals deny."""
    return [*reading.found, *(candidate for candidate in reading.kept if candidate.denied)]


def _relation(reading: Reading, candidate: Candidate) -> RelationFound:
    doc, cast = reading.doc, reading.cast
    context = reading.context(candidate)
    speaker = context.speaker
    said_by = None
    if speaker is not None:
        said_by = cast[speaker.actor].name if speaker.actor else doc[speaker.start : speaker.end].text
    source, target = candidate.source, candidate.target
    return RelationFound(
        source=cast[cast.root(source.actor)].name,
        source_text=doc[source.start : source.end].text,
        type=candidate.type,
        target=cast[cast.root(target.actor)].name,
        target_text=doc[target.start : target.end].text,
        symmetric=candidate.symmetric,
        trigger=doc[candidate.start : candidate.end].text,
        frame=candidate.frame.name,
        confidence=candidate.confidence,
        polarity=context.polarity,
        modality=context.modality,
        said_by=said_by,
        reasons=tuple(context.reasons),
        doubts=tuple(why for why, _ in candidate.doubts),
        dropped=None if candidate in reading.kept else _why_dropped(reading, candidate),
    )


def _why_dropped(reading: Reading, candidate: Candidate) -> str:
    if candidate in reading.selected:
        return f"less probable than {LEAST_PROBABLE}"
    if candidate.confidence < MIN_CONFIDENCE:
        return f"trusted less than {MIN_CONFIDENCE}"
    if not select([candidate], reading.cast):
        return "source and target are the same actor"
    for other in reading.kept:
        if candidate not in select([candidate, other], reading.cast):
            words = reading.doc[other.start : other.end].text
            return f"says the same as {other.frame.name} at {words!r}, which is trusted more"
    return "left out with a double of it"


def _position(candidate: Candidate) -> tuple[int, str, int, int]:
    return candidate.trigger.i, candidate.type, candidate.source.start, candidate.target.start


class _Probe:
    """Tells of each frame what became of it: what fired is known, for the rest the grammar is asked."""

    def __init__(self, reading: Reading, frames: FrameSet) -> None:
        self._reading = reading
        self._doc = reading.doc
        self._frames = frames
        self._told: set[int] = set()

    def words(self) -> Iterator[tuple[int, WordSeen]]:
        """Yield every word that frames know, with its place."""
        for token in self._doc:
            if token.is_punct or token.is_space:
                continue
            for word_class, head in self._classes(token):
                entries = self._frames.lookup(word_class, head)
                if entries:
                    yield token.i, WordSeen(token.text, word_class, self._tried(token, word_class, entries))

    def rest(self) -> Iterator[tuple[int, WordSeen]]:
        """Yield the words of relations that `words` has not told of: those of affixes and demands."""
        for candidate in self._reading.found:
            if id(candidate) not in self._told:
                self._told.add(id(candidate))
                words = self._doc[candidate.start : candidate.end].text
                tried = self._fired(candidate.frame, [candidate])
                yield candidate.trigger.i, WordSeen(words, candidate.frame.word_class, (tried,))

    def _classes(self, token: Token) -> Iterator[tuple[WordClass, str]]:
        lemma = token.base
        if token.pos_ in VERBAL:
            yield "verb", self._frames_verb(token) or lemma
            if token.tag_ in ("VBN", "VBG", "JJ"):
                yield "adjective", token.lower_
        elif token.pos_ in ("NOUN", "PROPN"):
            yield "noun", lemma
            yield "title", lemma
        elif token.pos_ == "ADJ":
            yield "adjective", lemma
        if token.i + 1 < len(self._doc) and self._doc[token.i + 1].text in _HYPHENS:
            yield "prefix", token.lower_
        if token.i > 0 and self._doc[token.i - 1].text in _HYPHENS:
            yield "suffix", token.lower_

    def _frames_verb(self, token: Token) -> str | None:
        """Return the verb under which a frame fired here, since the lemma of the parser may be another."""
        for candidate in self._reading.found:
            if candidate.frame.word_class == "verb" and self._is_at(candidate, token):
                heads = {word.partition(" ")[0] for word in candidate.frame.verb}
                if token.base not in heads and len(heads) == 1:
                    return heads.pop()
        return None

    def _tried(
        self, token: Token, word_class: WordClass, entries: Iterable[tuple[Frame, tuple[str, ...]]]
    ) -> tuple[FrameTried, ...]:
        tried: dict[str, FrameTried] = {}
        types: dict[str, str] = {}
        fired: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in self._reading.found:
            if candidate.frame.word_class == word_class and self._is_at(candidate, token):
                fired[candidate.frame.name].append(candidate)
                types.setdefault(candidate.frame.type, candidate.frame.name)
        for frame, parts in entries:
            if frame.name in fired:
                tried[frame.name] = self._fired(frame, fired[frame.name])
                self._told.update(id(candidate) for candidate in fired[frame.name])
                continue
            # A frame may know the word alone and in a phrase: what it came furthest with counts.
            known = tried.get(frame.name)
            if known is None or known.outcome == "missing word":
                tried[frame.name] = self._failed(token, word_class, frame, parts, types)
        return tuple(tried.values())

    def _is_at(self, candidate: Candidate, token: Token) -> bool:
        return candidate.trigger.i == token.i or (candidate.composed and candidate.start <= token.i < candidate.end)

    def _fired(self, frame: Frame, found: list[Candidate]) -> FrameTried:
        kept = [candidate for candidate in found if candidate in self._reading.kept]
        if not kept:
            return FrameTried(frame.name, "dropped", _why_dropped(self._reading, found[0]))
        doc = self._doc
        pairs = (
            f"{doc[one.source.start : one.source.end].text} {'↔' if one.symmetric else '→'} "
            f"{doc[one.target.start : one.target.end].text}"
            for one in kept
        )
        return FrameTried(frame.name, "fired", "; ".join(pairs))

    def _failed(
        self, token: Token, word_class: WordClass, frame: Frame, parts: tuple[str, ...], types: dict[str, str]
    ) -> FrameTried:
        others = parts[1:] if word_class == "verb" else parts[:-1]
        if not self._beside(token).issuperset(others):
            return FrameTried(frame.name, "missing word", f"needs {' '.join(others)!r} with it")
        if frame.companions and not self._has_companion(token, frame):
            words = ", ".join(map(repr, frame.companions[:_SHOWN]))
            more = " …" if len(frame.companions) > _SHOWN else ""
            return FrameTried(frame.name, "missing word", f"needs {words}{more} with it")
        if frame.type in types:
            return FrameTried(frame.name, "shadowed", f"{types[frame.type]} fired, which says the same")
        if word_class in ("title", "prefix", "suffix"):
            beside = "a named person and a body or country" if word_class == "title" else "an actor and a group"
            return FrameTried(frame.name, "no pair", f"needs {beside} beside it")
        for outcome, slots, target in (("no source", frame.source, False), ("no target", frame.target, True)):
            if not any(self._parties(token, word_class, slot, target=target) for slot in slots):
                why = self._stood(token, word_class, slots)
                return FrameTried(frame.name, cast("Outcome", outcome), why)
        return FrameTried(frame.name, "no pair", "actors stand there, but not as the frame needs them")

    def _beside(self, token: Token) -> set[str]:
        near = {token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(self._doc)}
        return {form for other in (*token.children, *near) for form in (other.lower_, other.base)}

    def _has_companion(self, token: Token, frame: Frame) -> bool:
        below = [token.head, *token.children, *(deep for child in token.children for deep in child.children)]
        forms = {form for other in below for form in (other.lower_, other.base)}
        return any(forms.issuperset(entry.split()) for entry in frame.companions)

    # Slots without an actor

    def _parties(self, token: Token, word_class: WordClass, slot: str, *, target: bool) -> list[Party]:
        denoter = self._reading.denoter
        if slot == "owner":
            return denoter.owners(token) or denoter.borrowed(token)
        if slot == "modifier":
            return denoter.modifiers(token)
        standing = self._standing(token, word_class, slot)
        return [party for argument in standing for party in denoter.parties(argument, target=target)]

    def _stood(self, token: Token, word_class: WordClass, slots: Iterable[str]) -> str:
        """Return in words what stands in the slots, none of which holds an actor."""
        there: list[str] = []
        for slot in slots:
            phrases = (_phrase(argument.token) for argument in self._standing(token, word_class, slot))
            there.extend(f"{slot} is {phrase!r}" for phrase in dict.fromkeys(phrases))
        return f"no actor: {', '.join(there)}" if there else f"nothing stands as {' or '.join(slots)}"

    def _standing(self, token: Token, word_class: WordClass, slot: str) -> list[Argument]:
        syntax = self._reading.syntax
        if word_class == "adjective" and slot in ("subject", "noun"):
            return list(syntax.bearers(token))
        if slot == "subject":
            return list(syntax.subjects(token))
        if slot == "object":
            found = syntax.objects(token)
        elif slot == "indirect":
            found = syntax.indirect(token)
        elif slot == "clause":
            found = syntax.clause_subjects(token)
        elif slot == "statement":
            found = syntax.statement_subjects(token)
        elif slot in ("owner", "modifier"):
            before = ("poss", "amod", "compound", "nmod")
            found = [child for child in token.children if child.dep_ in before and child.i < token.i]
        else:
            found = syntax.prepositional(token, slot)
        return [Argument(each) for each in found]


def _phrase(token: Token) -> str:
    text: str = token.doc[token.left_edge.i : token.right_edge.i + 1].text
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
