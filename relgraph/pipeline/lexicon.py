"""What the frames say about single words, gathered once for all texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from relgraph.frames import Frame, FrameSet, WordClass
from relgraph.pipeline.nlp.inflection import lemmas_of
from relgraph.pipeline.words import Words

Parts = tuple[str, ...]
"""The words of an entry of a frame, its head among them."""

_FORCE = frozenset({"fights", "restrains"})
_MEASURES = frozenset({"cooperates", "restrains"})
_HARMING = _FORCE | {"disputes"}
_STANCES = frozenset({"disputes.accuses", "disputes.rejects", "disputes.demands", "cooperates.supports"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes, and what follows for words from a set of frames.

    `target_of` holds the nouns whose of-phrase is what they are done to ("invasion of"), not who does them;
    `hyphenated` the words of frames that have a hyphen. `inflected` maps forms of the frames' verbs to their lemmas,
    where the lemmatiser may be wrong. `companions` maps the names of frames that need a companion to what is
    looked for, with its rank: a word, or a preposition and the last word of its phrase; `things` is the same for the
    objects that a frame needs beside. `stances` holds the nouns that say what somebody thinks of another's act
    ("acceptance", "condemnation"); `meetings` those for talks and visits; `measures` those for what one has or does
    with or to another; `mutual` those for what two do "with" each other; `against` the verbs and nouns that take
    "against" whomever they are done to; `titles` the last words of titles. `suffered` holds hostile nouns with the
    prepositions of those who suffer them ("attack", "on"): who prevents an attack on somebody does nothing to him.
    `excluded` is as `companions`, for what must not be there; `wanted` is all that the frames of a verb look for: the
    last words of the entries, by the word before each ("" if there is none). `hostile` holds the verbs that say what is
    done to their object, by force or restraint. `phrases` gives the frames of phrases by the first two words, with all
    words of each.
    """

    words: Words
    target_of: frozenset[str]
    hyphenated: frozenset[str]
    inflected: Mapping[str, str]
    companions: Mapping[str, Mapping[str, int]]
    excluded: Mapping[str, Mapping[str, int]]
    things: Mapping[str, Mapping[str, int]]
    wanted: Mapping[str, Mapping[str, frozenset[str]]]
    hostile: frozenset[str]
    phrases: Mapping[tuple[str, ...], tuple[tuple[Frame, tuple[str, ...]], ...]]
    stances: frozenset[str]
    meetings: frozenset[str]
    measures: frozenset[str]
    mutual: frozenset[str]
    against: frozenset[str]
    titles: frozenset[str]
    suffered: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, frames: FrameSet, words: Words) -> Lexicon:
        """Gather what a set of frames says."""
        companions = _looked_for(frames, words, lambda frame: frame.companions if frame.verb or frame.phrase else ())
        excluded = _looked_for(frames, words, lambda frame: frame.without)
        things = _looked_for(frames, words, lambda frame: frame.things)
        return cls(
            words=words,
            # "the actions of Chad" are Chad's, whatever a military action takes, and so are its policies
            target_of=_heads(frames, "noun", lambda f, parts: _is_of_target(f) and len(parts) == 1)
            - words["nouns.outlook"],
            hyphenated=frozenset(word for word in frames.words() if "-" in word),
            inflected={
                **lemmas_of(frames.heads("verb")),
                **{entry[0]: entry[1] for entry in words.entries("verbs.irregular")},
            },
            titles=frames.heads("title"),
            stances=_heads(frames, "noun", lambda frame, _: frame.type in _STANCES),
            meetings=_heads(frames, "noun", lambda frame, _: frame.type == "cooperates.consults"),
            measures=_heads(frames, "noun", lambda frame, _: _family(frame) in _MEASURES),
            mutual=_heads(frames, "noun", lambda frame, _: frame.symmetric and "with" in frame.target),
            against=_heads(frames, "verb", _is_against) | _heads(frames, "noun", _is_against),
            companions=companions,
            excluded=excluded,
            things=things,
            wanted={
                head: _by_first(
                    entry
                    for frame, _ in frames.lookup("verb", head)
                    for looked_for in (companions, excluded, things)
                    for entry in looked_for.get(frame.name, ())
                )
                for head in frames.heads("verb")
            },
            hostile=_heads(
                frames,
                "verb",
                lambda frame, parts: _family(frame) in _FORCE and "object" in frame.target and len(parts) == 1,
            ),
            phrases=_phrases(frames),
            suffered=frozenset(
                (head, slot)
                for head in frames.heads("noun")
                for frame, parts in frames.lookup("noun", head)
                if _family(frame) in _HARMING
                for slot in frame.target
                if slot != "in" and (slot != "of" or len(parts) == 1)
            ),
        )


def _heads(frames: FrameSet, word_class: WordClass, is_meant: Callable[[Frame, Parts], bool]) -> frozenset[str]:
    """Return the head words of a class that have a frame, with its words, that is meant."""
    return frozenset(
        head
        for head in frames.heads(word_class)
        if any(is_meant(frame, parts) for frame, parts in frames.lookup(word_class, head))
    )


def _family(frame: Frame) -> str:
    return frame.type.partition(".")[0]


def _is_of_target(frame: Frame) -> bool:
    return "of" in frame.target and _family(frame) != "affiliated"


def _is_against(frame: Frame, _: Parts) -> bool:
    return "against" in frame.target


def _looked_for(frames: FrameSet, words: Words, entries: Callable[[Frame], Sequence[str]]) -> dict[str, dict[str, int]]:
    """Return by the names of the frames that have such entries what is looked for, with its rank."""
    return {frame.name: _ranked(entries(frame), words) for frame in frames if entries(frame)}


def _phrases(frames: FrameSet) -> dict[tuple[str, ...], tuple[tuple[Frame, tuple[str, ...]], ...]]:
    """Return the frames of phrases by the first two words of a phrase, most specific first."""
    found: defaultdict[tuple[str, ...], list[tuple[Frame, tuple[str, ...]]]] = defaultdict(list)
    for head in sorted(frames.heads("phrase")):
        for frame, parts in frames.lookup("phrase", head):
            found[parts[:2]].append((frame, parts))
    return {start: tuple(entries) for start, entries in found.items()}


def _by_first(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """Group entries by the word before their last one, "" for those of one word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        before, _, word = entry.rpartition(" ")
        found[before].add(word)
    return {before: frozenset(words) for before, words in found.items()}


def _ranked(entries: Iterable[str], words: Words) -> dict[str, int]:
    """Return what is looked for with its rank; the name of a word class stands for each of its words."""
    ranks: dict[str, int] = {}
    for rank, entry in enumerate(entries):
        *before, last = entry.split()
        for word in sorted(words[last]) if "." in last else (last,):
            ranks.setdefault(" ".join([*before[:1], word]), rank)
    return ranks
