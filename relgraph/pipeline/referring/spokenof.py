"""Which country a text speaks of where a sentence leaves it open: the only one, the foremost, or where it happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.pipeline.affiliating.homeland import is_told_with, names_war
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.words import homes

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_MOST = 6
"""More mentions than these make no country more likely."""
_LATELY = 2.0
"""What it counts to have acted in the sentence before, or to be where this one happens."""
_SENT_FROM = 3.0
_CLEARLY = 1.5
_WHERE = frozenset({"in", "across", "throughout"})
_THROUGH = frozenset({"through", "around", "outside", "near", "at"})
_OTHERS_LAND = frozenset({"country/PSE"})
"""Where groups are at home that fight another country's army."""
_MEETINGS = frozenset({"talk", "negotiation", "meeting", "summit", "conference"})
"""These may be held in a third country."""
_FAR_AHEAD = 2
"""How many times as often as any other the country must be named whose own groups its army may fight."""
_FAR_MORE = 4
"""How many times as often another country must be named to make one that was named last doubtful."""


class SpokenOf:
    """Weighs the countries that a text names, as they are spoken of around a noun."""

    def __init__(self, denoter: Denoter, history: History) -> None:
        self._denoter = denoter
        self._history = history

    @cached_property
    def _named(self) -> list[tuple[Party, str]]:
        """The mentions of countries, of what belongs to them and is at home there, with the countries."""
        cast, at_home = self._denoter.cast, homes()
        past = any(cast[party.actor].kind == "historic_state" for party in self._denoter.named)
        found = []
        for party in self._denoter.named:
            root = cast.root(party.actor)
            if cast[root].kind not in STATES:
                home = at_home.get(party.actor) or (None if past else cast.home(party.actor))
                home = None if home in _OTHERS_LAND else home
                root = cast.root(home) if home is not None and home in cast else root
            if (
                cast[root].kind in STATES
                and not is_told_with(self._denoter, party)
                and not names_war(self._denoter, party)
            ):
                found.append((party, root))
        return found

    def is_foremost(self, party: Party) -> bool:
        """Tell whether no other country is named so much more often that "the government" is rather its own."""
        count = self._totals[self._denoter.cast.root(party.actor)]
        return not self._totals or max(self._totals.values()) < _FAR_MORE * max(count, 1)

    @cached_property
    def _totals(self) -> Counter[str]:
        return Counter(root for _, root in self._named)

    def only_country(self, noun: Token, sentence: Span) -> str | None:
        """Return the one country that the text has named before a noun, or else the one where its sentence happens."""
        before: set[str] = set()
        around: set[str] = set()
        named: set[str] = set()
        for party, root in self._named:
            if party.start >= sentence.end:
                continue
            if party.capital:
                if party.start < noun.i and self._stays_around(noun, party, sentence):
                    before.add(root)  # "crowds marched through Lima, and *police* fired"
                if party.start > noun.i and self._is_around(party, sentence):
                    named.add(root)  # "police shot two students in Harare"
                    around.add(root)
                elif party.start < noun.i and noun.dep_ in SUBJECTS and self._acts(party):
                    before.add(root)  # "Lima rejected the plan, and the prime minister"
                continue
            if party.start < noun.i:
                before.add(root)
                continue
            named.add(root)
            if self._preposition(party) in _WHERE or self._is_in_ground(party):
                around.add(root)
        if self._denoter.dateline is not None and before <= {self._denoter.dateline}:
            return self._denoter.dateline
        if around and named == around and before <= self._history.speaking and noun.left_edge.lower_ != "our":
            before = set()  # a statement of one state about what "government forces" did in another
        countries = before or (around if named == around else set())
        return next(iter(countries)) if len(countries) == 1 else None

    def rather_abroad(self, home: str | None, lemma: str) -> str | None:
        """Return the one other country that a state's own statement is about, if forces are said to be nobody's there.

        A state calls its own "our" or by its name; `home` is returned if it is not the one that speaks.
        """
        armed = lemma in self._denoter.words["nouns.forces"] or lemma in self._denoter.words["nouns.security"]
        if home is None or home not in self._history.speaking or not armed:
            return home
        others = [root for root in self._totals if root not in self._history.speaking]
        return others[0] if len(others) == 1 and self._totals[others[0]] >= self._totals[home] else home

    def rather_home(self, only: str | None, noun: Token) -> str | None:
        """Return the country that a text is at home in for another that only modifies nouns so far: "*Iraq* claims"."""
        home = self._denoter.homeland
        if only is None or home is None or only == home:
            return only
        before = [party for party, root in self._named if root == only and party.start < noun.i and not party.capital]
        names = [self._denoter.doc[party.start : party.end].root for party in before]
        beside = all(name.dep_ in ("compound", "nmod") for name in names) and all(p.actor == only for p in before)
        return home if names and beside and not any(name.sent.start == noun.sent.start for name in names) else only

    def foremost(self, noun: Token, sentence: Span, apart: Collection[str] = ()) -> str | None:
        """Return the country that is clearly more spoken of than any other: in all, just before, or as the place."""
        totals = Counter({root: count for root, count in self._totals.items() if root not in apart})
        if not totals or (max(totals.values()) < 2 and self._denoter.dateline is None):
            return None
        scores = {root: float(min(count, _MOST)) for root, count in totals.items()}
        if self._denoter.dateline is not None:
            scores[self._denoter.dateline] = scores.get(self._denoter.dateline, 0) + _SENT_FROM
        for root in self._acting_before(sentence, noun).difference(apart):
            scores[root] = scores.get(root, 0) + _LATELY
        subject = noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        if (here := self.before_all(noun, sentence)) is not None and here not in apart:
            return here
        for party, root in self._named:
            if not sentence.start <= party.start < sentence.end:
                continue
            if self._is_around(party, sentence):
                scores[root] = scores.get(root, 0) + _LATELY
            elif (
                subject and party.start > noun.i and self._is_other(party) and not self._is_at_war_at_home(party, root)
            ):
                scores[root] = 0  # "the army accused Israel": not Israel's
        early = {root for party, root in self._named if party.start < noun.i}
        if early:  # "after MPs there cut it": of no country that the text has yet to name
            seen = early | {root for party, root in self._named if sentence.start <= party.start < sentence.end}
            scores = {root: score for root, score in scores.items() if root in seen or root == self._denoter.dateline}
        ranked = sorted(scores, key=lambda root: (-scores[root], root))
        best, second = scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0
        return ranked[0] if best >= _CLEARLY * second and best - second >= _CLEARLY else None

    def before_all(self, noun: Token, sentence: Span) -> str | None:
        """Return the country with which a noun's sentence begins: "*In neighbouring Malawi*, the media council"."""
        for party, root in self._named:
            if sentence.start <= party.start < noun.i and self._is_around(party, sentence):
                return root if self._is_fronted(party, sentence) else None
        return None

    def visited(self, noun: Token, sentence: Span) -> str | None:
        """Return the country to which whom a sentence is about has come: "*On a visit to Malawi*, the king said"."""
        visits = self._denoter.words["events.visit"]
        subjects = [token for token in sentence if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"]
        border = subjects[0].left_edge.i if subjects else noun.i
        for party, root in self._named:
            if not sentence.start <= party.start < min(border, noun.i):
                continue
            place = self._denoter.doc[party.start : party.end].root
            above = place.head.head if place.dep_ == "pobj" else place.head
            if place.dep_ in ("pobj", "dobj") and visits & {above.base, above.lemma_}:
                return root
        return self.before_all(noun, sentence)

    def _acting_before(self, sentence: Span, noun: Token) -> set[str]:
        """Return the countries that act in the sentence before or earlier in this one."""
        cast = self._denoter.cast
        acting = [
            party for a in self._history.back(sentence, 1) if a.subject and a.token.i < noun.i for party in a.parties
        ]
        roots = {cast.root(homes().get(party.actor, party.actor)) for party in acting}
        return {root for root in roots if cast[root].kind in STATES}

    def _is_other(self, party: Party) -> bool:
        """Tell whether a country is named as a party of its own, not as an adjective or the owner of a thing."""
        if self._denoter.cast[party.actor].kind == "person":
            return False  # "the opposition condemned President Maduro"
        if party.how == "place" and self._preposition(party) in _WHERE:
            return False  # "the army sealed trucks in Karachi"
        token = self._denoter.doc[party.start : party.end].root
        return party.via in ("name", "alias", "metonym") and token.dep_ in ("dobj", "pobj", "nsubj", "conj", "dative")

    def _is_at_war_at_home(self, party: Party, home: str) -> bool:
        """Tell whether somebody fights in the country that a text is about: its army accuses "the RSF", too."""
        if self._denoter.cast[self._denoter.cast.root(party.actor)].kind in STATES:
            return False
        others = [count for root, count in self._totals.items() if root != home]
        return self._totals[home] >= _FAR_AHEAD * max(others, default=0)

    def _is_around(self, party: Party, sentence: Span) -> bool:
        """Tell whether a sentence happens in a country."""
        if not sentence.start <= party.start < sentence.end or self._preposition(party) not in _WHERE:
            return False
        if self._denoter.doc[party.start : party.end].root.head.head.dep_ == "appos":
            return False  # "turned to Britain against Ali, his viceroy in Egypt"
        return not party.capital or not any(token.base in _MEETINGS for token in sentence)

    def _is_in_ground(self, party: Party) -> bool:
        """Tell whether a sentence happens in a place that is said to be a nation's: "in the *Togolese* capital"."""
        name = self._denoter.doc[party.start : party.end].root
        place = name.head
        if party.via != "demonym" or name.dep_ != "amod" or place.base not in self._denoter.words["nouns.ground"]:
            return False
        return place.dep_ == "pobj" and place.head.lower_ in _WHERE

    def _stays_around(self, noun: Token, capital: Party, sentence: Span) -> bool:
        """Tell whether a sentence with those who do not leave their country tells what happens at a capital."""
        if noun.base not in self._denoter.words["nouns.settled"] or not sentence.start <= capital.start < sentence.end:
            return False
        return self._is_around(capital, sentence) or self._preposition(capital) in _THROUGH

    def _is_fronted(self, party: Party, sentence: Span) -> bool:
        """Tell whether a sentence begins with where it happens."""
        place = self._denoter.doc[party.start : party.end].root
        first = next((token for token in sentence if not token.is_space), place)
        return place.dep_ == "pobj" and place.head.i == first.i

    def _acts(self, party: Party) -> bool:
        """Tell whether a capital stands for its government: it is the subject of a verb."""
        token = self._denoter.doc[party.start : party.end].root
        return token.dep_ in SUBJECTS and token.head.pos_ == "VERB" and party.how != "place"

    def _preposition(self, party: Party) -> str:
        token = self._denoter.doc[party.start : party.end].root
        return token.head.lower_ if token.dep_ == "pobj" else ""
