"""References: which actors pronouns and definite nouns mean.

Unsure means nothing: a wrong antecedent costs two errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.crafts import of_air_force
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.qualifying.attribution import SpeakerFinder
from relgraph.pipeline.qualifying.tellings import Tellings
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.referring.dealings import two_of_clause_before
from relgraph.pipeline.referring.definites import DefiniteResolver
from relgraph.pipeline.referring.domestic import DomesticResolver
from relgraph.pipeline.referring.encounters import Encounter
from relgraph.pipeline.referring.events import EventMemory
from relgraph.pipeline.referring.grounds import Grounds
from relgraph.pipeline.referring.issuing import IssuerResolver
from relgraph.pipeline.referring.objectsagain import acted_on_again
from relgraph.pipeline.referring.opponents import Opponents
from relgraph.pipeline.referring.people import described
from relgraph.pipeline.referring.profile import Profile
from relgraph.pipeline.referring.pronouns import PronounResolver
from relgraph.pipeline.referring.reciprocity import DISTRIBUTIVE
from relgraph.pipeline.referring.several import PAIR, marked
from relgraph.pipeline.referring.theres import is_there, land_meant
from relgraph.pipeline.referring.works import Works

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_PRONOUNS = frozenset({"PRP", "PRP$"})
_REFERRING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_REMEMBERED = SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj", "ROOT", "conj"}
_OF_TWO = DISTRIBUTIVE | {"both", "two"}


class ReferenceResolver:
    """Resolves the references of one parsed text, sentence by sentence, into `Denoter.references`."""

    def __init__(
        self,
        denoter: Denoter,
        speakers: SpeakerFinder,
        *,
        profile: Profile,
        offices: Sequence[Candidate],
        tellings: Tellings,
    ) -> None:
        """Start before the first sentence.

        `profile` says in whose name the text speaks; `offices` are the affiliations that its titles state, in their
        order; `tellings` finds what it has told so far.
        """
        self._denoter = denoter
        self._words = denoter.words
        self._history = History(denoter)
        self._history.voices = frozenset(denoter.cast.root(actor) for actor in profile.issuers)
        if profile.is_stated:
            self._history.speaking = self._history.voices
        self._issuing = IssuerResolver(denoter, speakers, profile, offices)
        opponents = Opponents(self._history, tellings)
        issuer = profile.issuer if profile.is_stated else None
        domestic = DomesticResolver(denoter, self._history)
        self._definites = DefiniteResolver(
            denoter, self._history, offices, domestic=domestic, opponents=opponents, issuer=issuer
        )
        self._grounds = Grounds(denoter, domestic)
        self._pronouns = PronounResolver(self._history, speakers, grounds=self._grounds, issuing=self._issuing)
        tellings.prepare = self._issuing.settle
        self._events = EventMemory(denoter, tellings)
        self._works = Works(denoter)
        self._encounter = Encounter(denoter)

    def resolve(self) -> None:
        """Fill `Denoter.references` for every pronoun and definite noun that can be resolved safely."""
        before: Span | None = None
        meetings: list[Token] = []
        for number, sentence in enumerate(self._denoter.doc.sents):
            for token in sentence:
                if token.pos_ == "VERB" and token.lemma_ in self._words["verbs.meeting"]:
                    meetings.append(token)
                if is_there(token) and (land := land_meant(self._history, token)):
                    self._denoter.references[token.i] = land
                    continue
                is_pronoun = token.tag_ in _PRONOUNS
                if is_pronoun and self._issuing.is_own(token):
                    continue
                if token.i in self._denoter.mention_at and not is_pronoun:
                    if token.dep_ not in ("compound",) or token.i + 1 == self._denoter.mention_at[token.i].end:
                        self._history.remember(token)
                        self._definites.note(token)
                        self._grounds.note(token)
                    continue
                if (
                    not is_pronoun
                    and token.pos_ not in _REFERRING
                    and self._denoter.lowers[token.i] not in ("former", "latter")
                ):
                    continue
                found = self._reference(token, sentence)
                self._definites.note(token)
                if found:
                    self._denoter.references[token.i] = unique(found)
                    self._history.remember(token)
                elif token.pos_ == "NOUN" and token.base in self._words["grounds.places"]:
                    self._settle_ground(token, sentence)
                elif token.pos_ == "NOUN" and token.dep_ in _REMEMBERED:
                    self._history.remember(token)
            for verb in meetings:
                self._history.twosomes.meet(verb)
            meetings.clear()
            self._encounter.read(sentence, number)
            self._works.read(sentence)
            self._events.read(sentence, before)
            before = sentence
        self._issuing.settle_all()

    def _settle_ground(self, noun: Token, sentence: Span) -> None:
        ground = self._grounds.of(noun, sentence)
        if ground is not None:
            self._denoter.grounds[noun.i] = ground
        self._grounds.note(noun)
        self._history.remember(noun)

    # Resolving

    def _reference(self, token: Token, sentence: Span) -> list[Party]:
        words = self._words
        lower = token.lower_
        if again := acted_on_again(self._denoter, token):
            return marked(again, token, "on whom the clause before acts")
        met = self._encounter.meant(token, sentence)
        if met and (token.tag_ not in _PRONOUNS or lower in words["pronouns.plural"]):
            return marked(met, token, "the two who met")
        if token.tag_ in _PRONOUNS:
            return self._pronouns.resolve(token, sentence)
        if (
            lower in _OF_TWO
            and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}
            and token.pos_ in ("NUM", "PRON", "DET", "NOUN")
            and (lower != "two" or self._is_the_two(token))
            and (lower not in DISTRIBUTIVE or token.dep_ in SUBJECTS | PASSIVE_SUBJECTS)
            and not _is_of_things(self._denoter, token)
        ):
            return self._both(token, near=lower in DISTRIBUTIVE)
        if lower in ("pair", "duo") and token.left_edge.lower_ == "the" and not self._is_divided(token):
            return marked(self._history.twosomes.recent_pair(sentence, near=True), token, PAIR)
        if lower in ("former", "latter"):
            return self._definites.of_pair(token)
        if token.pos_ in ("NOUN", "PROPN"):
            return (
                self._issuing.itself(token)
                or (self._issuing.officer(token) if self._issuing.is_own_officer(token) else [])
                or self._issuing.together(token)
                or of_air_force(self._denoter, token)
                or self._definites.resolve(token, sentence)
                or self._described(token, sentence)
                or self._issuing.officer(token)
            )
        return []

    def _is_divided(self, token: Token) -> bool:
        """Tell whether "the pair" is one of things: "the pair of shoes"."""
        return any(child.dep_ in ("prep", "amod", "compound") for child in token.children)

    def _described(self, noun: Token, sentence: Span) -> list[Party]:
        found = described(self._history, noun, sentence)
        return marked(found, noun, "the person spoken of") if found else []

    def _is_the_two(self, token: Token) -> bool:
        """Tell whether "two" is "the two": not "two of them"."""
        return any(child.lower_ in ("the", "these", "those") for child in token.children) and not any(
            child.dep_ == "prep" for child in token.children
        )

    def _both(self, token: Token, *, near: bool) -> list[Party]:
        if near and any(child.dep_ in ("prep", "conj", "preconj") for child in token.children):
            return []  # "each of the five", "neither of them"
        twosomes = self._history.twosomes
        pair = [] if near else two_of_clause_before(self._denoter, token)
        pair = pair or (twosomes.last_named(token.sent) if near else twosomes.recent_pair(token.sent))
        if near and not pair and token.dep_ in SUBJECTS:
            pair = twosomes.only_two(token.sent, token.sent.start)  # "Chad signed a pact with Mali. *Each* promised"
        barred = self._history.barred(token) if token.dep_ == "dobj" else set()
        if any(self._denoter.cast.root(party.actor) in barred for party in pair):
            return []  # "Chad was asked to free the two": it is neither of them
        return marked(pair, token, PAIR)


def _is_of_things(denoter: Denoter, both: Token) -> bool:
    """Tell whether "both of which" is said of things: "the *deficits* of France and Italy, both of which"."""
    relative = any(child.tag_ in ("WDT", "WP") for of in both.children if of.lower_ == "of" for child in of.children)
    clause = next((word for word in both.ancestors if word.dep_ == "relcl"), None) if relative else None
    return clause is not None and not denoter.is_whole(clause.head)
