"""Offices, envoys and fleets that a text names without a name: "Chad's envoy came. *The envoy* accused Mali"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FADED = 120
"""After how many tokens "the president" may be another one than that spoken of."""
_JUST = 40
"""For so many tokens somebody who was named by his office alone is still spoken of."""


class OfficesSaid:
    """Of which states a text has spoken of "the president", "an envoy" or troops just sent, by these words."""

    def __init__(self, denoter: Denoter) -> None:
        self._denoter = denoter
        self._words = denoter.words
        self._said: defaultdict[str, dict[str, Party]] = defaultdict(dict)

    def note(self, token: Token) -> None:
        """Remember whose an office, envoy or fleet without a name is said to be."""
        heads = self._words["nouns.reusable_heads"]
        if token.pos_ not in ("NOUN", "PROPN") or token.base not in heads | self._words["nouns.moved"]:
            return
        if token.i in self._denoter.references or token.i in self._denoter.mention_at:
            return
        if token.dep_ in ("compound", "amod"):
            return
        # troops are many: those just sent are "the troops"
        owners = self._denoter.owners(token, allow_of=True) if token.base in heads else []
        owners = owners or self._senders(token)
        if len(owners) == 1 and self._is_of_state(owners[0]):
            self._said[token.base][self._denoter.cast.root(owners[0].actor)] = owners[0]

    def again(self, noun: Token, lemma: str) -> list[Party]:
        """Return whose "the president" is of whom the text has spoken so, if of one state only."""
        known = self._said.get(lemma, {})
        if len(known) != 1 or noun.pos_ not in ("NOUN", "PROPN"):
            return []
        party = next(iter(known.values()))
        if not 0 < noun.i - party.start < _FADED:
            return []
        return [Party(self._denoter.cast.root(party.actor), noun.i, noun.i + 1, "description")]

    def may_be_others(self, noun: Token, lemma: str, held: Party) -> bool:
        """Tell whether "the president" may as well be another one's of whom the text has just spoken without a name."""
        root = self._denoter.cast.root(held.actor)
        others = (party for state, party in self._said.get(lemma, {}).items() if state != root)
        return any(0 < noun.i - party.start < _JUST for party in others)

    def _senders(self, sent: Token) -> list[Party]:
        """Return who sends troops or an envoy: "*Chad* sent an envoy to Mali"."""
        verb = sent.head
        if sent.dep_ != "dobj" or verb.lemma_ not in self._words.either("verbs.moving", "verbs.commissioning"):
            return []
        if any(child.dep_ == "poss" for child in sent.children):
            return []
        doers = [party for one in self._denoter.syntax.subjects(verb) for party in self._denoter.parties(one)]
        return doers if len(doers) == 1 and self._is_of_state(doers[0]) else []

    def _is_of_state(self, party: Party) -> bool:
        return self._denoter.cast[self._denoter.cast.root(party.actor)].kind in STATES and party.via != "pronoun"
