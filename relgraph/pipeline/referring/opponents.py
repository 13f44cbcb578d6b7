"""Whom words mean that depend on who is against whom: "both sides", "the belligerents", "the enemy", "the invaders"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES, Cast

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.qualifying.tellings import Tellings
    from relgraph.pipeline.referring.antecedents import History

_POWERS: frozenset[Kind] = STATES | {"armed_group", "igo", "bloc", "group", "region"}
_PARTIES: frozenset[Kind] = _POWERS | {"organization"}
_FIGHTING = frozenset({"fights.attacks", "fights.mobilizes", "disputes.rivals"})
_HOSTILE = frozenset({"fights", "disputes", "restrains"})
_WEIGHTS = {
    "fights.attacks": 3.0,
    "fights.mobilizes": 2.0,
    "disputes.accuses": 2.0,
    "disputes.rivals": 3.0,
    "disputes.threatens": 2.0,
    "disputes.rejects": 2.0,
    "disputes.protests": 1.0,
    "disputes.demands": 1.0,
    "cooperates.consults": 0.8,
    "cooperates.agrees": 0.8,
    "cooperates.concedes": 0.8,
}
"""How much a relation of a type makes two actors "the two sides"."""
_RESTRAINS = 2.0
_REFUSED = 1.5
_TOWARDS = frozenset({"to", "on", "upon", "with", "for", "at", "against", "from"})
"""Prepositions of those whom somebody addresses or deals with."""
_LOST = 0.6
"""How much of that is left with every sentence."""
_ASSAULTS = frozenset({"fights.attacks", "fights.mobilizes", "restrains.coerces"})
_WARS = frozenset({"fights.attacks", "fights.mobilizes"})
_REACH = 3
_FAR = 6
_WHOLE = 40
"""How many sentences back the war may have been told that a text is about."""
_CLAUSES = 3
_TOGETHER = 1.0
"""How much it makes two of them the two sides that they were named together lately."""
_CLEARLY = 1.4
"""How many times as much as that of any other pair must speak for the two."""


class Opponents:
    """Knows who is against whom up to a word of one text, by the relations that it has told."""

    def __init__(self, history: History, tellings: Tellings) -> None:
        self._history = history
        self._denoter = history.denoter
        self._tellings = tellings

    def two(
        self, noun: Token, *, countries: bool, hostile: bool = False, known: Sequence[Party] = ()
    ) -> list[Party] | None:
        """Return the two that the text has just put against each other or, unless `hostile`, brought to one table.

        None if it speaks of none. Nobody if it may be several pairs; of these it is the one that is `known` to have
        been named together lately. Two powers are meant rather than a firm.
        """
        barred = self.acting(noun)
        told = [
            (distance, candidate)
            for distance, candidate in self._tellings.before(noun, _REACH)
            if not hostile or candidate.type in _FIGHTING
        ]
        for kinds in (STATES,) if countries else (_POWERS, _PARTIES):
            scores, first = self._scores(told, barred, kinds)
            if not scores:
                continue
            self._name(scores)
            both = frozenset(self._root(party) for party in known)
            if len(both) == 2 and not hostile and not both & barred:
                scores[both] = scores.get(both, 0.0) + _TOGETHER
                first.update({self._root(party): party for party in known if self._root(party) not in first})
            ranked = sorted(scores, key=lambda roots: (-scores[roots], sorted(roots)))
            if len(ranked) > 1 and scores[ranked[0]] < _CLEARLY * scores[ranked[1]]:
                return list(known) if both in ranked else []
            return sorted((first[root] for root in ranked[0]), key=lambda party: party.start)
        return None

    def only_two(self, noun: Token, *, countries: bool) -> list[Party]:
        """Return the two of whom alone a sentence and the one before it tell that they do something to each other."""
        told = list(self._tellings.before(noun, 1))
        scores, first = self._scores(told, set(), STATES if countries else _PARTIES)
        return [first[root] for root in sorted(first)] if len(scores) == 1 else []

    def foremost(self, noun: Token, barred: set[str]) -> list[Party] | None:
        """Return the two of whose fight the text has told most, if they stand out: "the two sides" of a war.

        None of them is one of the roots `barred`. None if the text tells of no fighting.
        """
        told = [
            (distance, candidate)
            for distance, candidate in self._tellings.before(noun, _WHOLE)
            if candidate.type.partition(".")[0] in _HOSTILE
        ]
        scores, first = self._scores(told, barred, _POWERS, lost=1.0)
        if not any(candidate.type in _WARS for _, candidate in told):
            return None
        self._name(scores)
        ranked = sorted(scores, key=lambda roots: (-scores[roots], sorted(roots)))
        if not ranked or (len(ranked) > 1 and scores[ranked[0]] < _CLEARLY * scores[ranked[1]]):
            return []
        return sorted((first[root] for root in ranked[0]), key=lambda party: party.start)

    def are_at_odds(self, noun: Token, pair: Sequence[Party]) -> bool:
        """Tell whether a text has put two against each other lately or, other than as allies, at one table."""
        both = frozenset(self._root(party) for party in pair)
        scores, _ = self._scores(list(self._tellings.before(noun, _REACH)), set(), _PARTIES)
        return both in scores

    def assailant(self, noun: Token) -> list[Party]:
        """Return who "the invaders", "the occupiers" and "the attackers" are: the only ones who are told to be such.

        Of two who have attacked each other it is the one of whom the noun's own deed is told, or who is not its
        subject.
        """
        words = self._denoter.words
        called = noun
        if noun.base in words["assailants.forces"]:
            called = next((child for child in noun.children if child.dep_ in ("amod", "compound")), noun)
        kind = words.classes("assailants.", but="assailants.forces").get(
            called.lower_ if called is not noun else noun.base
        )
        if kind is None or not self._is_bare(noun, but=called):
            return []
        stems = tuple(words[kind[0].replace("assailants.", "assaults.")])
        barred = self.acting(noun) | self._acted_on(noun)
        own: dict[str, Party] = {}
        others: dict[str, Party] = {}
        for _, candidate in self._tellings.before(noun, _FAR):
            root = self._root(candidate.source)
            if candidate.type not in _ASSAULTS or root in barred or self._denoter.cast[root].kind not in _PARTIES:
                continue
            others.setdefault(root, candidate.source)
            if candidate.trigger.lemma_.startswith(stems) and not self._is_same(candidate):
                own.setdefault(root, candidate.source)
        found = own or others or self._striking(noun, barred)
        return [replace(party, actor=root) for root, party in found.items()] if len(found) == 1 else []

    def _striking(self, noun: Token, barred: set[str]) -> dict[str, Party]:
        """Return who attacks in the sentences before a noun though it is not known whom: "the Italian invasion"."""
        denoter, start = self._denoter, noun.sent.start
        for _ in range(_REACH):
            start = denoter.doc[start - 1].sent.start if start else 0
        blows = denoter.words.either("events.force", "events.annexation")
        found: dict[str, Party] = {}
        for token in denoter.doc[start : noun.i]:
            if token.base not in blows or token.pos_ not in ("NOUN", "VERB"):
                continue
            if token.pos_ == "NOUN":
                parties = denoter.owners(token, allow_of=False)
            else:
                parties = [party for subject in denoter.syntax.subjects(token) for party in denoter.parties(subject)]
            found.update({self._root(party): party for party in parties if self._root(party) not in barred})
        return found

    def foe(self, noun: Token, issuer: str | None) -> list[Party]:
        """Return who "the enemy" is: the one foe of whoever acts on him, or else of the `issuer` of the text."""
        sides = [self._root(party) for subject in self._subjects(noun) for party in self._denoter.denote(subject)]
        if issuer is not None:
            sides.append(self._denoter.cast.root(issuer))
        told = list(self._tellings.before(noun, _FAR)) if sides else []
        for side in dict.fromkeys(sides):
            foes: dict[str, Party] = {}
            for _, candidate in told:
                ends = (candidate.source, candidate.target)
                roots = [self._root(party) for party in ends]
                if candidate.type in _WARS and side in roots and roots[0] != roots[1]:
                    other = ends[1 - roots.index(side)]
                    if self._denoter.cast[self._root(other)].kind in _POWERS:
                        foes.setdefault(self._root(other), other)
            if foes:
                return [replace(party, actor=root) for root, party in foes.items()] if len(foes) == 1 else []
        return []

    def _subjects(self, noun: Token) -> list[Token]:
        """Return the subjects of the clauses around a noun, from its own outwards."""
        found = []
        token = noun
        for _ in range(_CLAUSES):
            subject = self._history.clause_subject(token)
            if subject is not None and subject.i != noun.i:
                found.append(subject)
            while token.head.i != token.i and token.pos_ not in VERBAL:
                token = token.head
            if token.head.i == token.i:
                break
            token = token.head
        return found

    def _is_bare(self, noun: Token, *, but: Token) -> bool:
        """Tell whether words beside a noun, `but` one, say nothing of whose it is or which one."""
        return any(child.lower_ in ("the", "these", "those") for child in noun.children) and not any(
            (child.dep_ in ("poss", "relcl", "acl", "compound", "nmod", "appos") and child.i != but.i)
            or child.i in self._denoter.mention_at
            or (child.dep_ == "prep" and child.lower_ == "of")
            or child.lower_ in ("a", "an", "any", "no", "such", "other", "some", "new", "future", "potential")
            for child in noun.children
        )

    def _acted_on(self, noun: Token) -> set[str]:
        """Return whom a noun's own clause names as its object: not who acts on him."""
        if noun.dep_ not in SUBJECTS:
            return set()
        objects = (child for child in noun.head.children if child.dep_ == "dobj")
        return {self._root(party) for child in objects for party in self._denoter.denote(child)}

    def _is_same(self, candidate: Candidate) -> bool:
        return self._root(candidate.source) == self._root(candidate.target)

    def _scores(
        self, told: Sequence[tuple[int, Candidate]], barred: set[str], kinds: frozenset[Kind], lost: float = _LOST
    ) -> tuple[dict[frozenset[str], float], dict[str, Party]]:
        """Return how much speaks for pairs of actors of some kinds, and each of them as named last."""
        scores: defaultdict[frozenset[str], float] = defaultdict(float)
        first: dict[str, Party] = {}
        counted: set[tuple[int, str, frozenset[str]]] = set()
        for distance, candidate in told:
            weight = _weight(candidate)
            ends = [replace(party, actor=self._root(party)) for party in (candidate.source, candidate.target)]
            roots = frozenset(party.actor for party in ends)
            if not weight or len(roots) < len(ends) or roots & barred or not all(map(self._may_fight, ends)):
                continue
            if (distance, candidate.type, roots) in counted:
                continue  # a verb and its noun say one thing
            counted.add((distance, candidate.type, roots))
            if all(self._denoter.cast[root].kind in kinds for root in roots):
                scores[roots] += weight * lost**distance
                first.update({party.actor: party for party in ends if party.actor not in first})
        return scores, first

    def _may_fight(self, party: Party) -> bool:
        """Tell whether words mean people, who may be a side, and no thing that is only hit: "an attack on a tanker"."""
        if self._denoter.cast[party.actor].kind != "group":
            return True
        noun = self._denoter.doc[party.start : party.end].root
        return noun.base not in self._denoter.words["nouns.vessel"]

    def _name(self, scores: dict[frozenset[str], float]) -> None:
        """Add what is said of nameless fighters to the only group that stands by name against the same foe."""
        kinds = self._denoter.cast
        for pair in list(scores):
            foes = [root for root in pair if kinds[root].kind == "group"]
            if len(foes) != 1:
                continue
            (foe,) = pair - set(foes)
            named = [
                other
                for other in scores
                if foe in other and other != pair and _is_armed(kinds, next(iter(other - {foe})))
            ]
            if len(named) == 1:
                scores[named[0]] += scores.pop(pair)

    def acting(self, noun: Token) -> set[str]:
        """Return who acts on a noun in its own clause, with those beside him: no one that it means."""
        if noun.dep_ not in ("dobj", "dative") and not (noun.dep_ == "pobj" and noun.head.lower_ in _TOWARDS):
            third = self._third_parties(noun)
            return {self._root(party) for subject in third for party in self._denoter.parties(Argument(subject))}
        subject = self._history.clause_subject(noun)
        if subject is None or not (subject.pos_ == "PRON" or self._denoter.is_whole(subject)):
            return set()
        return {self._root(party) for party in self._denoter.parties(Argument(subject))}

    def _third_parties(self, noun: Token) -> list[Token]:
        """Return the subject of what is done between two others, or who are said to be theirs.

        "*Chile and Peru* mediated between the two", "will mediate if both sides agree", "are partners of the two".
        """
        governor = noun.head
        if noun.dep_ == "pobj" and governor.lower_ == "of" and governor.head.dep_ == "attr":
            owned = governor.head.base in self._denoter.words["nouns.relational"]
            return [child for child in governor.head.head.children if owned and child.dep_ in SUBJECTS]
        clause = governor.head if noun.dep_ == "pobj" and governor.lower_ == "between" else None
        if noun.dep_ in SUBJECTS and governor.dep_ == "advcl":
            clause = governor.head
        words = self._denoter.words["verbs.between_others"]
        for _ in range(_CLAUSES):
            if clause is None or clause.head.i == clause.i or (clause.pos_ in VERBAL and clause.lemma_ in words):
                break
            clause = clause.head
        if clause is None or clause.pos_ not in VERBAL:
            return []
        mediating = [clause, *(child for child in clause.children if child.dep_ == "xcomp")]
        if not any(verb.lemma_ in words for verb in mediating):
            return []
        return [argument.token for argument in self._denoter.syntax.subjects(clause)]

    def _root(self, party: Party) -> str:
        return self._denoter.cast.root(party.actor)


def _is_armed(cast: Cast, root: str) -> bool:
    return cast[root].kind in ("armed_group", "organization")


def _weight(candidate: Candidate) -> float:
    family = candidate.type.partition(".")[0]
    if family == "cooperates" and any(child.dep_ == "neg" for child in candidate.trigger.children):
        return _REFUSED  # "does not recognise"
    return _RESTRAINS if family == "restrains" else _WEIGHTS.get(candidate.type, 0.0)
