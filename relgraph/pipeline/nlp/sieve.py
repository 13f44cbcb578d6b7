"""Telling, before a text is parsed, that no relation can be in it: tables, listings, and most short items of a stream.

A sentence holds a relation only if it has a word of a frame and two possible actors: names, pronouns or nouns for
people and bodies. The sieve looks for these in the plain words and lets a text through if in doubt. Sentences of news
with 96% of the words pass, so that it is of use for very short texts; of longer ones, hardly any is held back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from relgraph.actors import ActorIndex
from relgraph.frames import FrameSet
from relgraph.pipeline.nlp.inflection import forms
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from spacy.language import Language

_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])[\"”’')]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PARTS = re.compile(r"[-–’']")
_AUXILIARY = frozenset({"be", "have", "do"})
"""Frames of these ask for further words, each of which is the head of another frame or as frequent as these."""
_ACTORS = (
    "nouns.group",
    "nouns.singular_group",
    "nouns.role",
    "nouns.role_plural",
    "nouns.office",
    "nouns.source",
    "nouns.relational",
    "bodies.heads",
    "bodies.kinds",
    "bodies.offices",
)
# fmt: off
_REFERRING = frozenset({
    "i", "me", "my", "we", "us", "our", "ours", "you", "your", "he", "him", "his", "she", "her", "hers", "it", "its",
    "they", "them", "their", "theirs", "both", "two", "each", "other", "others", "another", "one", "ones", "those",
    "former", "latter", "pair", "duo", "side", "sides", "this", "these", "that", "such", "same", "who", "whom", "whose",
    "which",
})
# fmt: on
_TWO = 2


class Sieve:
    """Tells texts in which a relation may be from those in which none can."""

    def __init__(self, frames: FrameSet, index: ActorIndex, words: Words, nlp: Language) -> None:
        irregular = _irregular(nlp)
        uncapitalised = frozenset(name.split()[-1] for name in index.names if name.islower())
        self._triggers = _inflected(frames.words() - _AUXILIARY, irregular)
        self._actors = _inflected((noun for name in _ACTORS for noun in words[name]), irregular)
        self._actors |= _REFERRING | uncapitalised

    def lets_through(self, text: str) -> bool:
        """Tell whether a relation may be in a text."""
        return any(self._may_hold(sentence) for sentence in _SENTENCE_END.split(text))

    def _may_hold(self, sentence: str) -> bool:
        actors = triggers = 0
        for word in _WORD.findall(sentence):
            parts = _PARTS.split(word)
            lowers = [part.lower() for part in (word, *parts)]
            names = sum(part[:1].isupper() for part in parts)
            joined = bool(names) and len(parts) > 1  # "Peru-backed" has room for both ends
            actors += max(names + joined, not self._actors.isdisjoint(lowers))
            triggers += not self._triggers.isdisjoint(lowers)
            if actors >= _TWO and triggers:
                return True
        return False


def _inflected(words: Iterable[str], irregular: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return all forms that some words can have, whatever their class, and some that they cannot."""
    known = frozenset(words)
    regular = frozenset(form for word in known for form in (word, *forms(word)))
    return regular | frozenset(form for form, lemmas in irregular.items() if not known.isdisjoint(lemmas))


def _irregular(nlp: Language) -> dict[str, list[str]]:
    """Return the irregular forms that the lemmatiser of a pipeline knows, with their lemmas."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return {}
    return {form: lemmas for forms in lookups.get_table("lemma_exc").values() for form, lemmas in forms.items()}
