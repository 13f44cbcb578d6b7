"""Whether "he" or "she" can mean a person: by title, given name and the nouns that say what he or she is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.words import Words

Gender = Literal["female", "male"]

_HERS = frozenset({"she", "her", "hers", "herself"})
_HIS = frozenset({"he", "him", "his", "himself"})
_SAYING = frozenset({"amod", "appos", "compound", "nmod"})


class Genders:
    """What a text tells of the gender of each person, gathered as its names are read."""

    def __init__(self, cast: Cast, words: Words) -> None:
        self._cast = cast
        self._words = words
        self._known: dict[str, set[Gender]] = {}

    def note(self, party: Party, head: Token) -> None:
        """Take what the words of a mention with the head `head`, and those around them, tell of the person."""
        if self._cast[party.actor].kind != "person":
            return
        known = self._known.setdefault(party.actor, set())
        known.update(self._by_words(head))
        given, _, rest = self._cast[party.actor].name.partition(" ")
        known.update(self._among("given", given.lower()) if rest else ())

    def admits(self, party: Party, pronoun: Token) -> bool:
        """Tell whether "he" or "she" can mean somebody; nobody is left out of whom the text tells nothing, or both."""
        asked = of_pronoun(pronoun)
        known = self._known.get(party.actor)
        return asked is None or not known or asked in known

    def assures(self, party: Party, pronoun: Token) -> bool:
        """Tell whether the text says that somebody is a "he" or a "she", as the pronoun is."""
        return self._known.get(party.actor) == {of_pronoun(pronoun)}

    def _by_words(self, head: Token) -> Iterator[Gender]:
        first = head.left_edge
        around = [head, *(child for child in head.children if child.dep_ in _SAYING)]
        if head.dep_ in ("appos", "compound", "nmod") and head.head.pos_ in ("NOUN", "PROPN"):
            around.append(head.head)
        if first.i > 0 and first.nbor(-1).pos_ in ("NOUN", "PROPN") and first.nbor(-1).sent == head.sent:
            around.append(first.nbor(-1))
        for token in around:
            yield from self._among("word", token.lower_.removesuffix("."))

    def _among(self, kind: str, word: str) -> Iterator[Gender]:
        if word in self._words[f"gender.female_{kind}"]:
            yield "female"
        if word in self._words[f"gender.male_{kind}"]:
            yield "male"


def of_pronoun(pronoun: Token) -> Gender | None:
    """Return the gender that a pronoun tells, if it tells one."""
    lower = pronoun.lower_
    return "female" if lower in _HERS else "male" if lower in _HIS else None
