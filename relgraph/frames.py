"""Frames: which words express a relation type, and where its actors stand in the sentence.

A frame is data (``[[frame]]`` in ``relgraph/data/relations/*.toml`` or a user's own file); grammar is code
(`relgraph.pipeline`). One frame holds words of one class that take the same arguments. Everything that grammar does to
a sentence (passives, control, coordination, relative clauses, light verbs …) is handled for every frame alike, so a
frame states the plain case only.

Keys of a frame
---------------
``id``
    Readable name, unique within the type; written on each relation as ``type/id``.
``type``
    A type of the ontology, ``family.subtype``.
``verb`` | ``noun`` | ``adjective`` | ``prefix`` | ``suffix`` | ``title`` | ``phrase``
    The words, exactly one of the classes. Verbs are lemmas, with a particle where they have one (``"fend off"``). Nouns
    are lemmas; in a compound (``"air strike"``) the last word is the head and the others must modify it. Prefixes and
    suffixes are parts of hyphenated words (``pro`` in "pro-Iranian", ``backed`` in "Iran-backed"). Titles are nouns
    before or after a name ("Foreign Minister Lavrov", "Fayyadh, head of the Hashd"). Phrases are prepositions of
    several words ("in support of").
``with``
    Further words of which one must be there. For a verb: the lemma of its object, complement, particle or adverb
    (``"eye"`` in "turn a blind eye to"), a preposition and the lemma of its object (``"to justice"``), or a preposition
    with anything (``"with *"``). For a noun: the lemma of a modifier, or ``"of drone"`` for
    what it is of. For a phrase: the lemma of what follows it.
    "to do" stands for any infinitive, "from doing" for any gerund and "that do" for any clause that is the verb's
    complement, "somebody" for a person by name who is its object, "somewhere" for a town, sea or piece of land by name
    ("from somewhere"). "subject troop" stands for a subject, "that guilty" and "that lie" for a plain that-clause in
    which its subject is guilty or lies. A word class of ``grammar.toml`` stands for all its words
    ("nouns.forces", "to nouns.frontier").
``object``
    For a verb: words as in ``with`` of which one must be there as well: "move" with "to nouns.frontier" and the object
    "nouns.forces".
``without``
    For a verb: words as in ``with`` none of which may be there ("led them to leave" is no leading).
``source``, ``target``
    Slots in which each actor may stand, best first. All actors of the first slot that has one are taken.
    For verbs: ``subject``, ``object``, ``attribute`` (whose the subject is or becomes: "became a Chilean minister"),
    ``indirect`` ("give Iran arms", "give arms to Iran"), ``clause`` (the subject of the complement clause: "demanded
    that Iran stop"), ``deed`` (to whom something is to be done by its own subject:
    "threatened to burn Iran's crops", "warned that it would punish Iran"), ``purpose`` (whom the infinitive after it
    means: "spent a million to rebuild schools in Iran"), ``claim``
    (the subject of a plain that-clause: "said that Iran was behind it"), ``condition`` (who has to do or leave
    something: "threatened to leave unless Iran paid"), ``statement`` (who does what the complement clause says was
    done: "alleged that Iran had broken it"), or a preposition (``with``, ``on``, ``against`` …; of several words with
    spaces).
    For nouns: ``owner`` (possessive, demonym, "by", "from", or "of" if that is no target; or the subject of the verb
    that the noun depends on), ``modifier`` (an actor as compound or adjective: "Iran sanctions"), ``clause`` (the
    subject of the noun's infinitive), or a preposition.
    For adjectives: ``subject`` (what it is said of), ``noun`` (the noun that it modifies), ``clause`` (the subject of
    its that-clause: "angry that Iran left"), or a preposition.
    For prefixes and suffixes: ``stem`` (the hyphenated name), ``noun`` (what it modifies), or a preposition of that.
    For titles: ``person``, ``owner``, or a preposition. For phrases: ``subject`` (who does what the phrase is said of)
    and ``object`` (what follows it).
    The defaults are in `DEFAULT_SLOTS`.
``symmetric``
    Both do it to each other: a plural subject or owner, or "between A and B", alone gives the pair.
``polarity``, ``modality``
    What the words themselves say, before the sentence adds its own (default ``affirmed``, ``actual``).
``confidence``
    Prior trust in the frame between 0 and 1 (default 0.9): lower for words with many meanings.
``bare``
    For a verb with companions: trust where none of them is there but both ends are named political actors ("returned
    the lion to Peru"). 0, the default, means that a companion must be there.
``target_as``
    How the target has to stand in its slot. ``owner``, the default, takes the actor itself or the owner of what stands
    there: who attacks a country's ships attacks the country. ``whole`` takes the actor itself, its people or a body of
    it ("met Bhutanese officials"), never the owner of a thing: who leads the creation of a treaty does not lead the
    treaty. ``body`` is the same without lands by name and persons: who is elected to Bhutan's Senate is a member.
    ``self`` takes the actor itself alone: who founds a commission of the United Nations did not found them.
``match``, ``no_match``
    Example sentences that must and must not give a relation of this frame. In a match the source stands in [brackets]
    and the target in {braces}: ``"[Washington] slapped sanctions on {Tehran}."``
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from relgraph.errors import DataError, UnknownTypeError, UsageError
from relgraph.examples import Example, parse_example
from relgraph.model import Modality, Polarity, Value
from relgraph.ontology import Ontology, read_toml, relation_files, validated

WordClass = Literal["verb", "noun", "adjective", "prefix", "suffix", "title", "phrase"]
TargetAs = Literal["owner", "whole", "body", "self"]
WORD_CLASSES: tuple[WordClass, ...] = ("verb", "noun", "adjective", "prefix", "suffix", "title", "phrase")

DEFAULT_SLOTS: Mapping[WordClass, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "verb": (("subject",), ("object",)),
        "noun": (("owner",), ("of", "on", "against")),
        "adjective": (("subject",), ("to", "toward", "with")),
        "prefix": (("noun",), ("stem",)),
        "suffix": (("noun",), ("stem",)),
        "title": (("person",), ("owner",)),
        "phrase": (("subject",), ("object",)),
    }
)
"""Source and target slots of a frame that names none."""

NAMED_SLOTS: Mapping[WordClass, frozenset[str]] = MappingProxyType(
    {
        "verb": frozenset(
            {"subject", "object", "attribute", "indirect"}
            | {"clause", "statement", "deed", "claim", "purpose", "condition"}
        ),
        "noun": frozenset({"owner", "modifier", "clause", "purpose", "condition"}),
        "adjective": frozenset({"subject", "noun", "clause"}),
        "prefix": frozenset({"stem", "noun"}),
        "suffix": frozenset({"stem", "noun"}),
        "title": frozenset({"person", "owner"}),
        "phrase": frozenset({"subject", "object"}),
    }
)
"""Slots that are not prepositions."""

PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "ahead",
        "along",
        "alongside",
        "among",
        "amid",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "by",
        "concerning",
        "despite",
        "down",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "opposite",
        "out",
        "outside",
        "over",
        "past",
        "per",
        "regarding",
        "round",
        "since",
        "than",
        "through",
        "throughout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "unlike",
        "until",
        "up",
        "upon",
        "versus",
        "via",
        "vis-à-vis",
        "with",
        "within",
        "without",
    ]
)


class Frame(Value):
    """One frame; the keys are described in the module's docstring."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    type: str
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    suffix: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()
    companions: tuple[str, ...] = Field(default=(), alias="with")
    without: tuple[str, ...] = ()
    things: tuple[str, ...] = Field(default=(), alias="object")
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    symmetric: bool = False
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    confidence: float = Field(default=0.9, ge=0, le=1)
    bare: float = Field(default=0, ge=0, le=1)
    target_as: TargetAs = "owner"
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _fill_slots(cls, data: Any) -> Any:  # noqa: ANN401 -- what pydantic hands in
        if isinstance(data, dict):
            for word_class in WORD_CLASSES:
                if data.get(word_class):
                    source, target = DEFAULT_SLOTS[word_class]
                    return {"source": source, "target": target, **data}
        return data

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        used = [word_class for word_class in WORD_CLASSES if getattr(self, word_class)]
        if len(used) != 1:
            raise ValueError(f"a frame needs words of exactly one class of {', '.join(WORD_CLASSES)}")
        named = NAMED_SLOTS[used[0]]
        for slot in (*self.source, *self.target):
            if slot not in named and not all(word in PREPOSITIONS or " " in slot for word in slot.split()):
                raise ValueError(
                    f"a {used[0]} has no slot {slot!r}; there are {', '.join(sorted(named))} and prepositions"
                )
        if self.without and not self.verb:
            raise ValueError("only a verb has words that must not be there: without needs verb")
        if self.things and not self.verb:
            raise ValueError("only a verb has an object: object needs verb")
        if self.bare and not (self.verb and self.companions):
            raise ValueError("only a verb with companions can do without them: bare needs both")
        for example in self.match:
            parse_example(example)
        return self

    @field_validator(*WORD_CLASSES, "companions", "without", "things")
    @classmethod
    def _no_blank_words(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if not word.strip() or word != " ".join(word.split()):
                raise ValueError(f"{word!r} is not a word or words with single spaces")
        if len(set(words)) != len(words):
            raise ValueError(f"words stand twice: {sorted({w for w in words if words.count(w) > 1})}")
        return words

    @cached_property
    def word_class(self) -> WordClass:
        """The class of the frame's words."""
        return next(word_class for word_class in WORD_CLASSES if getattr(self, word_class))

    @property
    def words(self) -> tuple[str, ...]:
        """The frame's words."""
        words: tuple[str, ...] = getattr(self, self.word_class)
        return words

    @cached_property
    def name(self) -> str:
        """The full id, ``type/id``, as relations carry it."""
        return f"{self.type}/{self.id}"

    @property
    def examples(self) -> tuple[Example, ...]:
        """The match sentences, parsed."""
        return tuple(parse_example(example) for example in self.match)


class FrameSet:
    """An immutable collection of frames, indexed by word class and head word."""

    def __init__(self, frames: Iterable[Frame], ontology: Ontology) -> None:
        self.frames: Mapping[str, Frame] = MappingProxyType({frame.name: frame for frame in frames})
        for frame in self.frames.values():
            if frame.type not in ontology.types:
                raise UnknownTypeError.named(frame.type, ontology.types)
        index: dict[tuple[WordClass, str], list[tuple[Frame, tuple[str, ...]]]] = defaultdict(list)
        for frame in self.frames.values():
            for word in frame.words:
                parts = tuple(word.split())
                head = parts[0] if frame.word_class in ("verb", "phrase") else parts[-1]
                index[frame.word_class, head].append((frame, parts))
        # The most specific entry first: more words, then companions, so that "arms embargo" beats "embargo".
        self._index = {key: tuple(sorted(found, key=_specificity)) for key, found in index.items()}
        heads: dict[WordClass, set[str]] = defaultdict(set)
        for word_class, head in index:
            heads[word_class].add(head)
        self._heads = {word_class: frozenset(heads[word_class]) for word_class in WORD_CLASSES}

    @classmethod
    def default(cls) -> FrameSet:
        """Return the frames that ship with relgraph (loaded once)."""
        return _default()

    @classmethod
    def load(cls, paths: Iterable[Path | str], ontology: Ontology) -> FrameSet:
        """Read frames from TOML files; raises `DataError` naming file, entry and key."""
        return cls(_read(paths), ontology)

    def extended(self, paths: Iterable[Path | str], ontology: Ontology) -> FrameSet:
        """Return a new set with the frames of more files; the same full id replaces."""
        return FrameSet([*self.frames.values(), *_read(paths)], ontology)

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.frames.values())

    def __len__(self) -> int:
        return len(self.frames)

    def lookup(self, word_class: WordClass, head: str) -> tuple[tuple[Frame, tuple[str, ...]], ...]:
        """Return the frames with a word of this class and head, each with its entry's words, most specific first."""
        return self._index.get((word_class, head), ())

    def words(self) -> frozenset[str]:
        """Return the head words of all classes."""
        return frozenset(head for _, head in self._index)

    def heads(self, word_class: WordClass) -> frozenset[str]:
        """Return all head words of a class."""
        return self._heads[word_class]


def known_types(relations: Sequence[Path | str], defaults: bool = True) -> tuple[Ontology, FrameSet]:
    """Return the types and frames of TOML files, with those that ship with relgraph or, without `defaults`, alone.

    Raises `UsageError` if there are none at all, and `DataError` if a file breaks its schema.
    """
    if not defaults:
        ontology = Ontology.load(relations)
        if not ontology.types:
            raise UsageError(
                "defaults=False leaves no relation type to read for; give TOML files of them: relations=[…]"
            )
        return ontology, FrameSet.load(relations, ontology)
    if not relations:
        return Ontology.default(), FrameSet.default()
    ontology = Ontology.default().extended(relations)
    return ontology, FrameSet.default().extended(relations, ontology)


def _specificity(entry: tuple[Frame, tuple[str, ...]]) -> tuple[int, int, float, str]:
    frame, parts = entry
    conditions = bool(frame.companions) + bool(frame.things)
    return (-len(parts), -conditions, -frame.confidence, frame.name)


def _read(paths: Iterable[Path | str]) -> list[Frame]:
    frames: list[Frame] = []
    seen: set[str] = set()
    for path in paths:
        for number, entry in enumerate(read_toml(path).get("frame", ()), 1):
            frame = validated(Frame, entry, path, f"frame {number} ({entry.get('id', 'no id')})")
            if frame.name in seen:
                raise DataError(f"{path}, frame {number}: the id {frame.name!r} stands twice")
            seen.add(frame.name)
            frames.append(frame)
    return frames


@cache
def _default() -> FrameSet:
    return FrameSet.load(relation_files(), Ontology.default())
