"""Who met or spoke in a report of one meeting: "the two leaders", "both" and "they" mean these.

A report of a call or a visit begins with two persons of different countries who meet or speak. What follows says what
the two discussed, and names other countries on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_LEAD = 4
"""In how many sentences a report says who met."""
_PARTNERS = frozenset({"with", "to"})
_TWO = frozenset({"two", "both"})


class Encounter:
    """The two persons whose meeting a text reports, if it does."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._pair: list[Party] | None = None
        self._start = 0

    def read(self, sentence: Span, number: int) -> None:
        """Look for the meeting in one of the first sentences, after its references are known."""
        if self._pair is not None or number >= _LEAD:
            return
        words = self._denoter.words
        for verb in sentence:
            if verb.pos_ == "VERB" and (verb.lemma_ in words["verbs.meeting"] or verb.lemma_ in words["verbs.talking"]):
                pair = self._of_verb(verb)
                if pair:
                    self._pair, self._start = pair, sentence.end
                    return

    def _of_verb(self, verb: Token) -> list[Party]:
        syntax = self._denoter.syntax
        others = [*syntax.objects(verb), *(t for with_ in _PARTNERS for t in syntax.prepositional(verb, with_))]
        ends = [self._people([argument.token for argument in syntax.subjects(verb)]), self._people(others)]
        if any(len(end) != 1 for end in ends):
            return []
        root = self._denoter.cast.root
        return [*ends[0], *ends[1]] if root(ends[0][0].actor) != root(ends[1][0].actor) else []

    def _people(self, tokens: list[Token]) -> list[Party]:
        """Return the persons who speak for a state, if nobody else is there."""
        cast = self._denoter.cast
        found = [party for token in tokens for party in self._denoter.denote(token)]
        if not found or any(
            cast[party.actor].kind != "person" or cast[cast.root(party.actor)].kind not in STATES for party in found
        ):
            return []
        return found

    def meant(self, token: Token, sentence: Span) -> list[Party]:
        """Return the two for "the two leaders", "both" and "they" as the subject of what they did in a meeting."""
        if self._pair is None or token.i < self._start or token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT":
            return []
        words = self._denoter.words
        if token.tag_ == "PRP":
            speaks = token.head.lemma_ in words["verbs.talking"] or self._goes_on(sentence)
            return self._pair if speaks and token.i <= sentence.start + 1 else []
        counted = token.lower_ in _TWO or any(child.lower_ in _TWO for child in token.children)
        if not counted or any(child.dep_ in ("prep", "relcl", "poss") for child in token.children):
            return []
        return self._pair if token.lower_ in _TWO or token.base in words["nouns.pair"] else []

    def _goes_on(self, sentence: Span) -> bool:
        """Tell whether the sentence before is about what one of the two said or did."""
        before = self._denoter.doc[sentence.start - 1].sent
        own = {party.actor for party in self._pair or ()}
        subjects = [party for arg in self._denoter.syntax.subjects(before.root) for party in self._denoter.parties(arg)]
        return bool(subjects) and {party.actor for party in subjects} <= own
