"""Who holds an office in a text: "the prime minister", "the President", "the administration"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.coordination import are_joined
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.naming.persons import ADMINISTRATION, presidents
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_FADING = 25
"""After how many tokens a mention counts a quarter."""
_TOPICAL = 3
"""How much less likely the president of a country that the text is not about is "the president"."""
_CLEARLY = 1.5
_REACH = 4
_SHORTENED = {"gen.": "general", "adm.": "admiral", "col.": "colonel", "sen.": "senator", "gov.": "governor"}
_OUT_OF_OFFICE = frozenset({"former", "shadow", "ex", "late", "future", "incoming", "outgoing"})
_FORMER = _OUT_OF_OFFICE | {"then", "vice", "deputy"}
_DOUBLED = frozenset({"secretary", "director", "attorney", "governor", "high"})
"""First words of titles of two: "Secretary General", "High Representative"."""
LEADERS = frozenset({"leader", "ruler", "dictator", "strongman"})
_GOVERNING = frozenset({"prime minister", "general secretary"})
"""Whoever has such an office leads his state, whatever else he may be called."""
_STATES_WITH_ADMINISTRATIONS = "country/USA"


@dataclass(frozen=True, slots=True)
class _Held:
    """An office, its field ("prime", "foreign") and who holds it by the text, or if `known` at some time."""

    party: Party
    office: str
    field: str
    known: bool = False


class OfficeHolders:
    """The persons whom a text names with an office, whether it says of what country or not."""

    def __init__(self, denoter: Denoter, offices: Sequence[Candidate]) -> None:
        """`offices` are the affiliations that titles in the text state."""
        self._denoter = denoter
        self._words = denoter.words
        held = [
            _Held(office.source, *self._office(office.trigger))
            for office in offices
            if not _is_out_of_office(office.trigger)
        ]
        known = {(one.party.actor, one.party.start) for one in held}
        self._said: defaultdict[str, list[int]] = defaultdict(list)
        for party in denoter.named:
            if denoter.cast[party.actor].kind == "person":
                self._said[party.actor].append(party.start)
                titled = self._titled(party)
                if (party.actor, party.start) in known:  # "the ruler, *Captain* Diallo"
                    titled = [one for one in titled if one.office in self._words["nouns.said_before_names"]]
                held.extend(titled)
                held.extend(self._ranked(party))
                if len(self._said[party.actor]) == 1:
                    held.extend(_Held(party, *office, known=True) for office in _known_offices().get(party.actor, ()))
        self.undecided: set[int] = set()
        """Nouns for an office that two have who are named together."""
        self._topic: str | None = None
        stated = {one.party.actor for one in held if not one.known}
        held = [one for one in held if not (one.known and one.party.actor in stated)]
        self._private = {office.source.actor for office in offices if self._is_private(office.target.actor)}
        self._held = sorted(held, key=lambda one: one.party.start)

    def _is_private(self, employer: str) -> bool:
        """Tell whether an office is in a firm or club, not in a state or body of states."""
        cast = self._denoter.cast
        return cast[cast.root(employer)].kind == "organization"

    def _titled(self, party: Party) -> list[_Held]:
        """Return the office right before or within a name: "President Lincoln"."""
        doc = self._denoter.doc
        name = doc[party.start : party.end].root
        if name.dep_ == "poss" and name.head.lower_ == "presidency":
            return [_Held(party, "president", "")]  # "Carter's presidency"
        within = doc[party.start : max(party.end - 1, party.start + 1)]
        joined = name.dep_ == "conj" or any(child.dep_ == "conj" for child in name.children)
        for token in (*within, *reversed(list(doc[max(0, party.start - _REACH) : party.start]))):
            # "*Presidents* Petro and Noboa"
            lemma = token.lower_.removesuffix("s") if joined else token.lower_
            if lemma in self._words.either("nouns.person_word", "nouns.said_before_names"):
                before = doc[token.i - 1].lower_ if token.i else ""
                out = before in _FORMER or _is_out_of_office(token)
                return [] if out else [_Held(party, lemma, self._field(token))]
            going_on = token.pos_ in ("PROPN", "NOUN") or token.lower_ in ("of", "the")
            if token.i < party.start and not going_on and not (joined and token.lower_ == "and"):
                break
        return []

    def _ranked(self, party: Party) -> list[_Held]:
        """Return the rank or office that is shortened before a name: "Gen. Brown" is "the general"."""
        before = self._denoter.lowers[party.start - 1] if party.start > 0 else ""
        return [_Held(party, _SHORTENED[before], "")] if before in _SHORTENED else []

    def holder(self, noun: Token) -> list[Party]:
        """Return whom "the prime minister" and "the President" mean: the one most spoken of who has the office."""
        lemma, field = self._office(noun)
        if any(
            child.dep_ in ("poss", "relcl") or child.i in self._denoter.mention_at for child in noun.children
        ) or any(not self._is_reason(child, noun) for child in noun.children if child.dep_ == "prep"):
            return []
        if any(child.dep_ in ("amod", "compound") and child.lower_ != field for child in noun.children):
            return []
        held = [
            one
            for one in self._held
            if one.office == lemma and one.party.start < noun.i and _is_same_field(field, one.field)
        ]
        if not held and lemma in LEADERS:
            held = self._leading(noun)
        if noun.text[0].isupper() and lemma in self._words["nouns.person_word"]:
            held = [one for one in held if one.party.actor not in self._private]  # "the President" is of a state
        foremost = self._of_country(held) or self._foremost([one.party for one in held], noun)
        return (self._after_administration(noun, foremost) if lemma == "president" else []) or foremost

    def _after_administration(self, noun: Token, president: list[Party]) -> list[Party]:
        """Return the country of a president after whom a sentence calls its government since another was named."""
        cast = self._denoter.cast
        spoken = [start for party in president for start in self._said[party.actor] if start < noun.i]
        governments = [party for party in self._denoter.named if party.how == ADMINISTRATION and party.start < noun.i]
        if not governments or self._denoter.doc[governments[-1].start].sent.start <= max(spoken, default=-1):
            return []
        same = any(cast.root(party.actor) == cast.root(governments[-1].actor) for party in president)
        return [] if same else governments[-1:]

    def _leading(self, noun: Token) -> list[_Held]:
        """Return the only person named before a noun who leads a state by his office: "the leader"."""
        leading = self._words["offices.sovereign"] | _GOVERNING
        held = [
            one
            for one in self._held
            if one.party.start < noun.i and not one.known and {one.office, f"{one.field} {one.office}"} & leading
        ]
        return held if len({one.party.actor for one in held}) == 1 else []

    def _is_reason(self, preposition: Token, noun: Token) -> bool:
        """Tell whether a phrase says for what somebody is thanked or asked: "thanked the Minister *for her help*"."""
        if noun.dep_ != "dobj" or preposition.lower_ not in ("for", "on", "about"):
            return False
        return not any(
            child.lower_ in self._words["bodies.portfolios"] or child.i in self._denoter.mention_at
            for child in preposition.children
        )

    def _of_country(self, held: list[_Held]) -> list[Party]:
        """Return the country of some who all held its office at some time, as the text does not say which does now."""
        roots = {self._denoter.cast.root(one.party.actor) for one in held}
        if len(roots) != 1 or len({one.party.actor for one in held}) == 1 or not all(one.known for one in held):
            return []
        root = roots.pop()
        return [replace(held[-1].party, actor=root)] if self._denoter.cast[root].kind in STATES else []

    def of_state(self, noun: Token, state: str) -> list[Party]:
        """Return who is meant by "the Cuban president" or "the Cuban *leader*": the one named before who may be it.

        Known persons of the state who held no lower office may be its leader; nobody is meant if several may be.
        """
        cast, (lemma, field) = self._denoter.cast, self._office(noun)
        offices: defaultdict[str, set[str]] = defaultdict(set)
        before = {party.actor: party for party in self._denoter.named if party.start < noun.i}
        for actor in before:
            if cast[actor].kind == "person" and cast.is_known(actor) and cast.root(actor) == state:
                offices[actor].update(f"{of} {office}".strip() for office, of in _known_offices().get(actor, ()))
        for one in self._held:
            if one.party.start < noun.i and cast.root(one.party.actor) == state and not one.known:
                offices[one.party.actor].add(f"{one.field} {one.office}".strip())
        sought = f"{field} {lemma}".strip()
        leading = self._words["offices.sovereign"] | _GOVERNING
        found = [
            before[actor]
            for actor, held in offices.items()
            if actor in before and (sought in held or (lemma in LEADERS and (not held or held & leading)))
        ]
        return found if len(found) == 1 else []

    def administration(self, noun: Token) -> list[Party]:
        """Return the country that "the administration" means: that of the president spoken of, if he has one.

        Few countries call their government so: where the text names the United States, it is theirs.
        """
        cast = self._denoter.cast
        held = [one.party for one in self._held if one.office == "president" and one.party.start < noun.i]
        american = [party for party in held if cast.root(party.actor) == _STATES_WITH_ADMINISTRATIONS]
        theirs = [
            replace(party, actor=_STATES_WITH_ADMINISTRATIONS)
            for party in self._denoter.named
            if party.start < noun.i and cast.root(party.actor) == _STATES_WITH_ADMINISTRATIONS
        ][-1:]
        if theirs and not american:
            return theirs
        foremost = self._foremost(american or held, noun)
        known = presidents(self._words)
        doc = self._denoter.doc
        roots = [known.get(doc[party.end - 1].text, cast.root(party.actor)) for party in foremost]
        found = [replace(foremost[0], actor=root) for root in roots if cast[root].kind in STATES]
        return found or theirs

    def _foremost(self, parties: list[Party], noun: Token) -> list[Party]:
        """Return the last mention of the one of some persons who has been named most and latest before a noun."""
        if not parties:
            return []
        last = {party.actor: party for party in parties}
        cast = self._denoter.cast
        if len(last) > 1 and self._topic is None:
            roots = Counter(cast.root(party.actor) for party in set(self._denoter.mention_at.values()))
            ranked = [(n, root) for root, n in roots.most_common() if cast[root].kind in STATES]
            second = ranked[1][0] if len(ranked) > 1 else 0
            self._topic = ranked[0][1] if ranked and ranked[0][0] >= _CLEARLY * second else ""
        scores = {
            actor: sum((1 + (noun.i - start) / _FADING) ** -2 for start in self._said[actor] if start < noun.i)
            / (_TOPICAL if self._is_foreign(actor) else 1)
            for actor in last
        }
        order = sorted(scores, key=lambda actor: (scores[actor], actor), reverse=True)
        first, *others = (last[actor] for actor in order)
        if others and scores[order[0]] < _CLEARLY * scores[order[1]] and self._are_joined(first, others[0]):
            self.undecided.add(noun.i)
            return []  # "Presidents Petro and Noboa spoke. *The president*": either of them
        return [first]

    def _are_joined(self, one: Party, other: Party) -> bool:
        """Tell whether two are named together: "General Gowon and General Ankrah"."""
        first, second = sorted((one, other), key=lambda party: party.start)
        return are_joined(self._denoter, first, second)

    def _is_foreign(self, actor: str) -> bool:
        """Tell whether somebody is of a country which the text is not about."""
        cast = self._denoter.cast
        root = cast.root(actor)
        return bool(self._topic) and root != self._topic and cast[root].kind in STATES

    def _office(self, title: Token) -> tuple[str, str]:
        """Return the noun of an office and its field: "prime" in "prime minister"."""
        return title.base, self._field(title)

    def _field(self, title: Token) -> str:
        before = title.nbor(-1).lower_ if title.i > 0 else ""
        return before if before in self._words["bodies.portfolios"] or before in _DOUBLED else ""


@cache
def _known_offices() -> dict[str, list[tuple[str, str]]]:
    """Return the offices of known persons by their ids, each with its field: "minister" and "prime"."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    words = grammar()
    for name in words.names("holders."):
        field, _, office = name.partition(".")[2].rpartition("-")
        for person in words[name]:
            found[f"person/{person}"].append((office, field))
            if field == "prime":
                found[f"person/{person}"].append(("premier", ""))
    return dict(found)


def _is_same_field(asked: str, held: str) -> bool:
    """Tell whether an office is the one asked for; "the minister" is of any field, but not the prime minister."""
    return asked.replace("defense", "defence") == held if asked else held != "prime"


def _is_out_of_office(title: Token) -> bool:
    """Tell whether somebody no longer has an office, or only would like to: "*shadow* foreign secretary"."""
    before = takewhile(
        lambda token: token.pos_ in ("ADJ", "NOUN", "PROPN"),
        reversed(list(title.doc[max(0, title.i - _REACH) : title.i])),
    )
    return any(token.lower_ in _OUT_OF_OFFICE for token in before)
