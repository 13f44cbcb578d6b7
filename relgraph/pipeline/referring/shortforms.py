"""Short forms of what a text has named: "the Danish firm", "the Gendarmerie", "the militants", "the island"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.coordination import are_joined
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.syntax.apposition import takes_of
from relgraph.pipeline.words import homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_NAMED: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc", *STATES})
_BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "poss", "nummod", "relcl", "acl"})
_FAR = 6
"""How many sentences a firm and an armed group stay in mind."""
_NEAR = 3
_OF_STATES = frozenset({"army", "police", "navy", "guard", "guards", "court", "parliament", "government", "senate"})
"""What every state has: without a capital it is rather a state's than a group's or firm's."""
_COALITION = "bloc/global-coalition"
_WHOSE = frozenset({"of", "from", "for", "with", "in"})
_TOPICAL = 2
"""How many times as often another body must be named that the text is rather about."""
_OTHERS = frozenset({"other", "another", "new", "rival", "second", "third", "main", "smaller", "larger"})
"""Before a noun, these say that it is another one than that spoken of."""


class ShortForms:
    """Says whom a definite noun takes up by a word of its name or by its kind, from what a text named before."""

    def __init__(self, denoter: Denoter, history: History, enemy: str | None = None) -> None:
        """`enemy` is the armed group that the text is about."""
        self._denoter = denoter
        self._words = denoter.words
        self._history = history
        self._by_word: dict[str, Party] = {}
        self._shared: dict[str, int] = {}
        """Where two were last named together who are both called so: "the World Bank and the Asian Bank"."""
        self._enemy = enemy
        self._nameless: dict[str, int] = {}
        self._homes = {
            actor: country for country, actor in self._words.entries("contextual.homes") if actor in denoter.cast
        }

    def note(self, mention: Party) -> None:
        """Remember a name by the nouns in it: the Haitian Gendarmerie is "the gendarmerie" from then on."""
        if mention.via in ("demonym", "capital", "pronoun") or mention.capital:
            return
        if mention.end - mention.start < 2 or self._denoter.cast[mention.actor].kind not in _NAMED:
            return
        nation = self._denoter.cast[mention.actor].kind in STATES
        allowed = self._words["nouns.state_names"] if nation else self._words["nouns.body_names"]
        for word in self._denoter.lowers[mention.start : mention.end]:
            if word in allowed:
                before = self._by_word.get(word)
                self._by_word[word] = mention
                if before is not None and before.actor != mention.actor and are_joined(self._denoter, before, mention):
                    self._shared[word] = mention.start

    def resolve(self, noun: Token, sentence: Span) -> list[Party]:
        """Return whom "the" with a noun means, or nothing."""
        if noun.tag_ in ("NNS", "NNPS"):
            return self._band(noun, sentence) or self._island(noun, sentence)
        return (
            self._business(noun, sentence)
            or self._of_nation(noun, sentence)
            or self._namesake(noun)
            or self._island(noun, sentence)
        )

    # By a word of the name

    def _namesake(self, noun: Token) -> list[Party]:
        party = self._by_word.get(noun.lower_)
        if party is None or any(child.dep_ in _MODIFYING for child in noun.children):
            return []
        if self._shared.get(noun.lower_) == party.start:
            return []
        following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
        if following.lower_ == "of" and not takes_of(noun, self._words):
            return []  # "the Union of": another one
        topic = self._history.topic
        if (
            topic is not None
            and noun.is_lower
            and noun.lower_ in topic.nouns
            and (found := self.of_topic(noun, noun.lower_))
        ):
            return found  # not the Hospital Federation that it is a member of
        if noun.is_lower and self._denoter.cast[party.actor].kind in STATES and self._is_stale(party, noun):
            return []
        if noun.is_lower and self._is_passing(party, noun):
            return []
        if noun.is_lower and noun.lower_ in _OF_STATES and not self._is_states(party):
            return []  # "the army" that fights the Liberation Army
        if following.pos_ == "PROPN" or noun.dep_ in ("compound", "amod", "nmod"):
            return []
        return [party]

    def _is_stale(self, party: Party, noun: Token) -> bool:
        """Tell whether another state acts since "the republic" was named."""
        cast = self._denoter.cast
        return any(
            cast.root(other.actor) != party.actor and cast[cast.root(other.actor)].kind in STATES
            for a in self._history.back(noun.sent, 1)
            if party.start < a.token.i < noun.i
            for other in a.parties
        )

    def _is_states(self, party: Party) -> bool:
        return self._denoter.cast[self._denoter.cast.root(party.actor)].kind in STATES

    def _is_passing(self, party: Party, noun: Token) -> bool:
        """Tell whether the text is about another body of the kind, which "the organization" is rather."""
        cast, counts = self._denoter.cast, self._history.counts
        kind, count = cast[party.actor].kind, counts[cast.root(party.actor)]
        return any(
            cast[other.actor].kind == kind and counts[cast.root(other.actor)] >= _TOPICAL * max(count, 1)
            for a in self._history.back(noun.sent, _NEAR)
            for other in a.parties
            if cast.root(other.actor) != cast.root(party.actor)
        )

    # By its kind

    def _business(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the firm that "the Danish firm" and "the oil giant" mean: one that is known to be of the nation."""
        lemma = noun.base
        if lemma not in self._words["nouns.business"]:
            return []
        if any(
            child.dep_ in ("relcl", "acl", "poss", "appos") or (child.dep_ == "prep" and child.lower_ != "in")
            for child in noun.children
        ):
            return []
        before = [token for token in noun.doc[noun.left_edge.i : noun.i] if token.lower_ != "the" and token.is_alpha]
        if not before:
            return []  # "the firm": the body named last, as `definites` finds it
        nations: set[str] = set()
        for token in before:
            owner = self._denoter.mention_at.get(token.i)
            if owner is not None and self._denoter.cast[owner.actor].kind in (*STATES, "region"):
                nations.add(owner.actor)
            elif (
                owner is not None
                or (token.text[0].isupper() and token.nbor(1).text not in "-–")
                or token.dep_ in ("prep", "pobj")
            ):
                return []
        firms = [
            a.parties[0]
            for a in self._history.back(sentence, _FAR)
            if len(a.parties) == 1 and a.token.i < noun.i and self._is_firm(a.parties[0])
        ]
        barred = self._history.barred(noun)
        firms = [party for party in firms if self._denoter.cast.root(party.actor) not in barred]
        at_home = [party for party in firms if self._home(party) in nations]
        unknown = [party for party in firms if self._home(party) is None or not nations]
        if at_home:
            return at_home[-1:]
        return unknown[-1:] if len({party.actor for party in unknown}) == 1 else self._subject_before(noun, unknown)

    def _subject_before(self, noun: Token, firms: list[Party]) -> list[Party]:
        """Return the firm that acts in the sentence before, if only one does."""
        start = noun.sent.start
        before = noun.doc[start - 1].sent.start if start else 0
        acting = {
            party.actor: party
            for party in firms
            if before <= party.start < start and self._denoter.doc[party.end - 1].dep_ in ("nsubj", "nsubjpass")
        }
        return list(acting.values()) if len(acting) == 1 else []

    def _is_firm(self, party: Party) -> bool:
        actor = self._denoter.cast[party.actor]
        if actor.kind != "organization" or party.via not in ("name", "alias"):
            return False
        return actor.sector == "BUS" or not self._denoter.cast.is_known(actor.id)

    def _home(self, party: Party) -> str | None:
        """Return the country of a firm: a known one's, or the nation that the text put beside its name."""
        known = self._homes.get(party.actor)
        if known is not None:
            return known
        roots = [r for r in self._denoter.cast.chain(party.actor)[1:] if self._denoter.cast[r].kind in STATES]
        return roots[-1] if roots else None

    def _band(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the only armed group spoken of, for "the militants" and "the rebels"."""
        lemma = noun.base
        if lemma not in self._words.either("nouns.fighting", "armed.attacking"):
            return []
        if any(child.dep_ in _MODIFYING or child.dep_ == "prep" for child in noun.children) and not takes_of(
            noun, self._words
        ):
            return []
        near = _only(
            party
            for a in self._history.back(sentence, _NEAR)
            for party in a.parties
            if self._denoter.cast[party.actor].kind == "armed_group" and a.token.i < noun.i
        )
        topic = self._history.topic
        if not near and topic is not None and self._denoter.cast[topic.party.actor].kind == "armed_group":
            barred = self._history.barred(noun)
            near = [topic.party] if topic.party.actor not in barred and topic.party.start < noun.i else []
        return near or self.of_main_group(noun)

    def bare_fighters(self, noun: Token) -> list[Party]:
        """Return the armed group of the text for "terrorists" and "these murderers" who are not said to be others."""
        lemma = noun.base
        if self._enemy is None or noun.tag_ != "NNS":
            return []
        determiner = next((child.lower_ for child in noun.children if child.dep_ == "det"), "")
        if determiner in ("these", "those"):
            return self.of_main_group(noun) if lemma in self._words["armed.reviled"] and not _is_said(noun) else []
        if lemma not in self._words["armed.bare"] or determiner or _is_said(noun) or not self._is_alone():
            self._nameless.setdefault(lemma, noun.i)
            return []
        return self.of_main_group(noun)

    def of_main_group(self, noun: Token) -> list[Party]:
        """Return the armed group that the text is about, if it was named and nobody nameless of the kind since then."""
        if self._enemy is None:
            return []
        named = [party for party in self._denoter.named if party.actor == self._enemy and party.start < noun.i]
        if not named or self._nameless.get(noun.base, -1) > named[-1].start:
            return []
        barred = self._history.barred(noun)
        return [] if self._denoter.cast.root(self._enemy) in barred else named[-1:]

    def of_topic(self, noun: Token, lemma: str) -> list[Party]:
        """Return the body that the text is about for "the group", or for the noun that says what it is."""
        topic = self._history.topic
        if topic is None or topic.party.start >= noun.i or self._denoter.cast[topic.party.actor].kind not in _BODIES:
            return []
        groups = self._words["armed.bodies"] | {"party"}
        if lemma not in topic.nouns and (lemma == "party" or not (lemma in groups and groups & topic.nouns)):
            return []
        return [] if self._denoter.cast.root(topic.party.actor) in self._history.barred(noun) else [topic.party]

    def vessel(self, noun: Token) -> list[Party]:
        """Return the ship named last that "the frigate" and "the warship" mean, in this sentence or the two before."""
        if noun.lemma_ not in self._words["nouns.vessel"] or noun.tag_ != "NN" or noun.left_edge.lower_ != "the":
            return []
        if any(child.dep_ not in ("det", "punct", "case") and child.i < noun.right_edge.i for child in noun.children):
            return []
        near = [p for a in self._history.back(noun.sent, 2) for p in a.parties if p.how == "ship" and p.start < noun.i]
        vessels, general = self._words["nouns.vessel"], self._words["nouns.any_vessel"]
        if noun.lemma_ in general:
            return near[-1:]
        for ship in reversed(near):  # "the frigate Vega found the dhow Rehmat. *The frigate*"
            around = noun.doc[max(0, ship.start - _NEAR) : min(ship.end + _NEAR, noun.doc[ship.start].sent.end)]
            beside = {token.lemma_ for token in around}
            if noun.lemma_ in beside or beside.isdisjoint(vessels - general):
                return [ship]
        return []

    def hostile(self, noun: Token) -> list[Party]:
        """Return whom "the enemy" and "enemy fighters" mean in a text that names one armed group."""
        if self._enemy is None:
            return []
        modifier = next((c for c in noun.children if c.dep_ in ("compound", "amod") and c.lower_ == "enemy"), None)
        if modifier is None and noun.lower_ != "enemy":
            return []
        if noun.lower_ == "enemy" and (noun.dep_ == "compound" or any(c.dep_ == "poss" for c in noun.children)):
            return []
        return [
            Party(
                self._enemy,
                modifier.i if modifier else noun.i,
                noun.i + 1,
                "description",
                how="the armed group of the text",
            )
        ]

    def _is_alone(self) -> bool:
        """Tell whether the text names its armed group more than once, or its foes' coalition, and no other group."""
        cast = self._denoter.cast
        armed = [party.actor for party in self._denoter.named if cast[party.actor].kind == "armed_group"]
        allied = any(party.actor == _COALITION for party in self._denoter.named)
        return len(armed) + allied > 1 and len(set(armed)) == 1

    def _of_nation(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the armed group or party that "the Lebanese movement" means: one of that nation that was named."""
        if noun.base not in self._words["nouns.banded"] or (noun.is_lower and noun.lower_ in _OF_STATES):
            return []
        nations: set[str] = set()
        for child in noun.children:
            owner = self._denoter.mention_at.get(child.i)
            if owner is not None and owner.via == "demonym" and self._denoter.cast[owner.actor].kind in STATES:
                nations.add(owner.actor)
            elif child.dep_ not in ("det", "punct") and child.i < noun.i:
                if child.text[0].isupper() or child.dep_ == "poss" or child.lower_ in _OTHERS:
                    return []
            elif child.dep_ == "prep" or is_restrictive(child):
                return []
        barred = self._history.barred(noun)
        known = homes()
        return _only(
            party
            for a in self._history.back(sentence, _FAR)
            for party in a.parties
            if a.token.i < noun.i
            and party.via in ("name", "alias", "description", "pronoun")
            and known.get(party.actor) in nations
            and party.actor not in barred
        )

    def _island(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the island state named last, or its only one; not if other islands were spoken of."""
        if noun.lower_ not in ("island", "islands", "archipelago") or any(
            child.dep_ in _MODIFYING for child in noun.children
        ):
            return []
        following = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
        if following == "of":
            return []
        barred = self._history.barred(noun)
        kinds = self._words["places.islands"]
        if noun.lower_ == "island":
            kinds = self._words["regions.island"] - self._words["places.archipelagos"]
        codes = {f"country/{code}" for code in kinds} - barred
        named = [party for party in self._denoter.named if party.actor in codes]
        near = self._history.back(sentence, _NEAR)
        start = near[0].token.i if near else noun.i
        own = {i for party in named for i in range(party.start, party.end)}
        others = (i for i in range(start, noun.i) if self._denoter.texts[i] in ("Island", "Islands", "Isle"))
        if any(i not in own for i in others):
            return []
        spoken = (party for a in near for party in a.parties if party.actor in codes and a.token.i < noun.i)
        return _only(spoken) or _only(party for party in named if named[0].start < sentence.end)


def _is_said(noun: Token) -> bool:
    """Tell whether words beside a noun for fighters say which ones are meant."""
    return any(
        child.dep_ in ("amod", "compound", "nmod", "poss", "acl") or (child.dep_ == "prep" and child.lower_ in _WHOSE)
        for child in noun.children
    )


def is_restrictive(clause: Token) -> bool:
    """Tell whether a clause says which one of several is meant: no comma stands before it, and not only when."""
    return (
        clause.dep_ in ("relcl", "acl")
        and clause.lower_ not in ("beginning", "starting")
        and clause.doc[max(clause.left_edge.i - 1, 0)].text != ","
    )


def _only(parties: Iterable[Party]) -> list[Party]:
    """Return the last mention of the only actor among some, or nothing."""
    by_actor = {party.actor: party for party in parties}
    return list(by_actor.values()) if len(by_actor) == 1 else []
