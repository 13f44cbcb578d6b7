"""What a text has named so far, and which of it a later pronoun or definite noun may mean.

Candidates are ranked by what is known to carry in newspaper prose: the subject of an earlier clause of the sentence,
then the subject of the sentence before; number and kind must agree, and an object never means its own clause's subject.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.binding import is_done_to, means_another, own_side, told, unknown_people, within
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.gender import Genders
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Span, Token

COUNTRIES: frozenset[Kind] = frozenset({"country", "historic_state"})
BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
COLLECTIVES: frozenset[Kind] = frozenset({"armed_group", "organization", "group"})


_CIRCUMSTANCES = frozenset({"in", "from", "across", "within", "outside", "around", "throughout", "of", "for"})
"""After these a clause may name its own subject again: "France will hold elections across the country"."""


@dataclass(slots=True)
class Antecedent:
    """Parties that were mentioned together, where and in which role; `modifies` if they stand before a noun."""

    parties: list[Party]
    token: Token
    subject: bool
    plural: bool
    modifies: bool = False


class History:
    """The antecedents of one parsed text in the order in which they were named, and its coordinated pairs."""

    def __init__(self, denoter: Denoter) -> None:
        self.denoter = denoter
        self.said: list[Antecedent] = []
        self._pairs: list[list[Party]] = []
        self.counts: Counter[str] = Counter()
        self.genders = Genders(denoter.cast, denoter.words)

    def remember(self, token: Token) -> None:
        """Note whom a token denotes, with those that it is coordinated with."""
        if token.dep_ == "conj" and token.head.i in {a.token.i for a in self.said[-6:]}:
            first = token
            while first.dep_ == "conj" and first.head.i != first.i:
                first = first.head
            group = self.denoter.parties(Argument(first))
            if len(group) > 1 and not _is_place(first) and not any(child.dep_ == "conj" for child in token.children):
                subject = any(a.subject for a in self.said if a.token.i == first.i)
                self.said.append(Antecedent(group, token, subject, plural=True))
                self._pair(group)
            if token.i in self.denoter.mention_at:
                party = self.denoter.mention_at[token.i]
                self.genders.note(party, token)
                self.said.append(Antecedent([party], token, False, plural=False))
            return
        mention = self.denoter.mention_at.get(token.i)
        if mention is not None:
            self.genders.note(mention, self.denoter.doc[mention.start : mention.end].root)
        top = self.phrase_head(token)
        subject = top.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        modifies = mention is not None and top.i != token.i
        parties = [mention] if mention is not None and modifies else self.denoter.denote(token)
        if not parties:
            return
        plural = len(parties) > 1 or (top.tag_ in ("NNS", "NNPS") and self._names_people(top, parties))
        plural = plural or token.lower_ in ("they", "them")  # they go on as they began
        self.said.append(Antecedent(parties, token, subject, plural, modifies))
        self.counts.update(self.denoter.cast.root(party.actor) for party in parties)
        if len(parties) > 1:
            self._pair(parties)

    def _names_people(self, top: Token, parties: list[Party]) -> bool:
        """Tell whether the words are "they" and not "it": "Turkish officials", and nameless groups."""
        lemma = top.lemma_.lower()
        people = lemma in self.denoter.words.either("nouns.group", "nouns.domestic", "nouns.partitive")
        return people or self.denoter.cast[parties[0].actor].kind == "group"

    def _pair(self, parties: list[Party]) -> None:
        roots = {self.denoter.cast.root(party.actor) for party in parties}
        if (
            len(parties) == 2
            and len(roots) == 2
            and not _is_place(self.denoter.doc[parties[0].start : parties[0].end].root)
        ):
            self._pairs.append(parties)
            self.denoter.pairs.append(parties)

    def phrase_head(self, token: Token) -> Token:
        """Return the head of the noun phrase that a token modifies."""
        while (
            token.dep_ in ("compound", "amod", "poss", "nmod", "conj")
            and token.head.pos_ in ("NOUN", "PROPN")
            and token.head.i != token.i
        ):
            token = token.head
        return token

    def fitting(self, noun: Token, *, plural: bool, persons: bool) -> list[Party]:
        """Return whom a noun denotes, if a pronoun of this number and kind can mean it."""
        parties = self.denoter.denote(noun)
        antecedent = Antecedent(parties, noun, subject=True, plural=len(parties) > 1)
        return parties if parties and self.agrees(antecedent, plural=plural, persons=persons) else []

    def _near(self, sentence: Span) -> list[Antecedent]:
        """Return the antecedents of this sentence and of the two before it."""
        return self.back(sentence, 2)

    def back(self, sentence: Span, count: int) -> list[Antecedent]:
        """Return the antecedents of a sentence and of so many before it."""
        start = sentence.start
        for _ in range(count):
            if start > 0:
                start = self.denoter.doc[start - 1].sent.start
        return [a for a in self.said if a.token.i >= start]

    def is_topic(self, party: Party) -> bool:
        """Tell whether no other state was named as often as a party's one so far."""
        cast = self.denoter.cast
        count = self.counts[cast.root(party.actor)]
        return all(n <= count for root, n in self.counts.items() if cast[root].kind in COUNTRIES)

    def barred(self, token: Token) -> set[str]:
        """Return the countries and other roots that an object cannot mean: that of the subject of its own clause."""
        if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
            return self._objects(token)
        if token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in _CIRCUMSTANCES):
            return set()
        own = self.clause_subject(token)
        if own is None or not (own.pos_ == "PRON" or self.denoter.is_whole(own)):
            return set()  # "Cuba's tourist industry is worth a billion to the country"
        return {self.denoter.cast.root(party.actor) for party in self.denoter.denote(own)}

    def _objects(self, subject: Token) -> set[str]:
        """Return whom a subject's own verb names as its objects, who are others: "*the country* criticised Israel"."""
        verb = subject.head
        objects = [*self.denoter.syntax.objects(verb), *self.denoter.syntax.agents(verb)]
        named = [self.denoter.mention_at[token.i] for token in objects if token.i in self.denoter.mention_at]
        return {self.denoter.cast.root(party.actor) for party in named}

    def acted_on(self, pronoun: Token) -> set[str]:
        """Return whom the verb of a pronoun acts on by name: "*he* phoned Carter" is not about Carter."""
        if pronoun.dep_ not in SUBJECTS:
            return set()
        objects = self.denoter.syntax.objects(pronoun.head)
        return {self.denoter.mention_at[t.i].actor for t in objects if t.i in self.denoter.mention_at}

    def recent_group(self, sentence: Span, size: int) -> list[Party]:
        """Return the last coordinated group of so many that was named in this sentence or the three before it.

        Else the only one of that size that the text has named.
        """
        groups = [a for a in self.said if len({party.actor for party in a.parties}) == size == len(a.parties)]
        near = {id(a) for a in self.back(sentence, 3)}
        for antecedent in reversed(groups):
            if id(antecedent) in near:
                return antecedent.parties
        only = {frozenset(party.actor for party in a.parties) for a in groups}
        return groups[-1].parties if len(only) == 1 else []

    def last_states(self, sentence: Span, before: int) -> list[Party]:
        """Return the last coordinated states, however many, of this sentence or the two before: "these countries"."""
        for antecedent in reversed(self.back(sentence, 2)):
            kinds = {self.denoter.cast[party.actor].kind for party in antecedent.parties}
            if len(antecedent.parties) > 1 and kinds <= COUNTRIES and antecedent.token.i < before:
                return antecedent.parties
        return []

    def clause_subject(self, token: Token) -> Token | None:
        """Return the subject token of the clause that a token stands in, if it is not the token itself or above it."""
        verb = token
        while verb.pos_ not in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        ancestors = {token.i, *(ancestor.i for ancestor in token.ancestors)}
        syntax = self.denoter.syntax
        patients = syntax.passive_subjects(verb) if verb.pos_ in VERBAL else []
        subjects = list(patients)
        if verb.pos_ in VERBAL and not (token.tag_ == "PRP$" and any(noun.i in ancestors for noun in patients)):
            # "its assets were frozen by Peru": they are not Peru's
            subjects = [arg.token for arg in syntax.subjects(verb)] + patients
        return next((subject for subject in subjects if subject.i not in ancestors), None)

    def recent_pair(self, sentence: Span, *, countries: bool = False, near: bool = False) -> list[Party]:
        """Return the last coordinated pair, or the two that the text is about; of `countries` if it must be two.

        With `near` only a pair that was named lately will do.

        Where the text has a main pair and it was named lately, too, it is the main pair.
        """
        start = sentence.start
        for _ in range(3):
            if start > 0:
                start = self.denoter.doc[start - 1].sent.start
        main = self._main_pair()
        lately = [
            pair
            for pair in reversed(self._pairs)
            if pair[-1].start >= start
            and not (countries and any(self.denoter.cast[party.actor].kind == "person" for party in pair))
        ]
        roots = {self.denoter.cast.root(party.actor) for party in main}
        for pair in lately:
            if {self.denoter.cast.root(party.actor) for party in pair} == roots:
                return pair
        return lately[0] if lately else [] if near else main

    def acting_pair(self, sentence: Span) -> list[Party]:
        """Return the two that act together as the subject of the sentence before."""
        acting = [a for a in self.back(sentence, 1) if a.token.i < sentence.start and len(a.parties) == 2 and a.subject]
        return acting[-1].parties if acting else []

    def meet(self, verb: Token) -> None:
        """Note who meets whom as a pair: "Putin received Erdogan"."""
        subjects = [arg.token for arg in self.denoter.syntax.subjects(verb)]
        objects = [*self.denoter.syntax.objects(verb), *self.denoter.syntax.prepositional(verb, "with")]
        if len(subjects) == 1 and len(objects) == 1:
            ends = [self.denoter.denote(token) for token in (subjects[0], objects[0])]
            if len(ends[0]) == 1 and len(ends[1]) == 1:
                self._pair([*ends[0], *ends[1]])

    def _main_pair(self) -> list[Party]:
        """Return the two countries or groups that are named most so far, if they stand out from the third."""
        counts: dict[str, int] = {}
        first: dict[str, Party] = {}
        for antecedent in self.said:
            for party in antecedent.parties:
                root = self.denoter.cast.root(party.actor)
                if self.denoter.cast[root].kind in COUNTRIES | {"armed_group", "igo"}:
                    counts[root] = counts.get(root, 0) + 1
                    first.setdefault(root, party)
        ranked = sorted(counts, key=lambda root: (-counts[root], root))
        if len(ranked) == 2 or (len(ranked) > 2 and counts[ranked[1]] >= 2 * counts[ranked[2]]):
            return [replace(first[root], actor=root) for root in ranked[:2]]
        return []

    def ranked(self, token: Token, sentence: Span, *, plural: bool, persons: bool) -> list[Party]:
        """Return the best antecedent of a pronoun: subjects of this sentence, then of the one before."""
        if not persons and means_another(self.denoter, token, self.clause_subject(token), plural=plural):
            return []
        binder = within(token)
        others = token.tag_ == "PRP" or is_done_to(self.denoter, token)
        own = self.clause_subject(binder) if others else None
        barred = own_side(self.denoter, own) if own is not None else set()
        barred |= told(self.denoter, token) | self.acted_on(token)
        fitting = [
            a
            for a in self._near(sentence)
            if a.token.i < token.i
            and self.agrees(a, plural=plural, persons=persons)
            and not ({party.actor for party in a.parties} & barred)
        ]
        fitting = self._having(token, fitting)
        here = [a for a in fitting if a.token.i >= sentence.start]
        subjects = [a for a in here if a.subject]
        if token.tag_ == "PRP$":
            bound = self._of_clause(token, subjects, plural=plural, persons=persons)
            if bound:
                return bound
        if subjects:
            acted_on = token.dep_ in PASSIVE_SUBJECTS or token.dep_ == "dobj"
            if (
                not persons
                and not plural
                and token.tag_ == "PRP"
                and self._thing_between(subjects[-1].token, token, objects=acted_on)
            ):
                return []
            return subjects[-1].parties
        if token.dep_ in ("dobj", "pobj") and token.tag_ == "PRP" and not plural and not persons:
            objects = [a for a in here if a.token.dep_ == "dobj" and (token.dep_ == "dobj" or a.token.tag_ == "PRP")]
            if objects and not self._thing_between(objects[-1].token, token, objects=True):
                return objects[-1].parties
        if here:
            actors = {tuple(party.actor for party in a.parties) for a in here}
            if len(actors) == 1 or persons or plural:
                return here[-1].parties
            return []
        if binder.i != token.i:
            return []
        return self._before(token, sentence, fitting, plural=plural, persons=persons)

    def _of_clause(self, token: Token, subjects: list[Antecedent], *, plural: bool, persons: bool) -> list[Party]:
        """Return the subject of a possessive's own clause, whose it is: "urged Beijing to stop *its* pressure"."""
        doer = self.clause_subject(token)
        if doer is None:
            return []
        if not persons and not is_done_to(self.denoter, token):
            if not plural and self._is_government(doer):
                return self.denoter.denote(doer)  # "the Assad regime": a body, whoever gave it the name
            if doer.i in self.denoter.mention_at and doer.dep_ in ("dobj", "pobj", "nsubj"):
                bound = self.fitting(doer, plural=plural, persons=False)
                if bound:
                    return bound
        denoted = self.denoter.denote(doer)
        matching = [a for a in subjects if a.token.i == doer.i or a.parties == denoted]
        return matching[-1].parties if matching else []

    def _before(
        self, token: Token, sentence: Span, fitting: list[Antecedent], *, plural: bool, persons: bool
    ) -> list[Party]:
        """Return the antecedent in the sentence before: its subject, else the only one that it has."""
        before = self.denoter.doc[sentence.start - 1].sent if sentence.start > 0 else None
        if before is None:
            return []
        if not plural and not persons and self._thing_between(sentence[0], token, objects=False):
            return []
        if plural and unknown_people(self.denoter, before.start, sentence.start):
            return []
        previous = [a for a in fitting if a.token.i >= before.start]
        subjects = [a for a in previous if a.subject]
        if subjects:
            return subjects[0].parties if not persons else subjects[-1].parties
        actors = {tuple(party.actor for party in a.parties) for a in previous}
        return previous[-1].parties if len(actors) == 1 else []

    def _is_government(self, noun: Token) -> bool:
        """Tell whether a noun is a state's own body whose state is said: "the Assad *regime*"."""
        words = self.denoter.words
        lemma = noun.lemma_.lower()
        return (lemma in words["nouns.country_word"] or lemma in words["nouns.security"]) and bool(
            self.denoter.denote(noun)
        )

    def _having(self, pronoun: Token, fitting: list[Antecedent]) -> list[Antecedent]:
        """Return those of some antecedents that have what a possessive's noun names: firms founders, states borders."""
        if pronoun.tag_ != "PRP$":
            return fitting
        words, noun = self.denoter.words, pronoun.head.lemma_.lower()
        if noun in words["nouns.of_firms"]:
            kinds = BODIES
        elif noun in words["nouns.of_nations"]:
            kinds = COUNTRIES | frozenset({"igo", "bloc", "region"})
        elif noun in words["nouns.of_nations_alone"]:
            kinds = COUNTRIES
        else:
            return fitting
        return [a for a in fitting if self.denoter.cast[a.parties[0].actor].kind in kinds] or fitting

    def _thing_between(self, antecedent: Token, token: Token, *, objects: bool) -> bool:
        """Tell whether a singular thing stands between that "it" may mean: a subject, or an object if "it" is one."""
        roles = SUBJECTS | PASSIVE_SUBJECTS | ({"dobj"} if objects else set())
        if token.dep_ not in SUBJECTS and not objects:
            return False
        for other in self.denoter.doc[antecedent.i : token.i]:
            if other.dep_ in roles and other.tag_ in ("NN", "NNP") and not self.denoter.denote(other):
                return True
        return False

    def agrees(self, antecedent: Antecedent, *, plural: bool, persons: bool) -> bool:
        """Tell whether a pronoun of a number, for persons or things, can mean an antecedent."""
        kinds = {self.denoter.cast[party.actor].kind for party in antecedent.parties}
        if any(party.capital for party in antecedent.parties) and not antecedent.subject and not plural:
            return False
        if persons:
            return len(antecedent.parties) == 1 and (kinds == {"person"} or self._is_office(antecedent.token))
        if plural:
            if len(antecedent.parties) > 1 or antecedent.plural:
                return True
            token = antecedent.token
            return token.tag_ in ("NNS", "NNPS") and token.dep_ not in ("compound", "amod")
        if antecedent.plural or len(antecedent.parties) > 1 or "person" in kinds or self._is_office(antecedent.token):
            return False
        if antecedent.subject and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in antecedent.token.children):
            return False  # "France and Spain signed. It …": neither of the two
        return kinds <= COUNTRIES | BODIES | {"region"} and antecedent.token.tag_ not in ("NNS", "NNPS")

    def _is_office(self, token: Token) -> bool:
        """Tell whether a noun is the holder of an office, who is "he" or "she", not "it": "the Turkish president"."""
        return (
            token.pos_ == "NOUN"
            and token.tag_ == "NN"
            and token.lemma_.lower() in self.denoter.words["nouns.person_word"]
        )


def _is_place(token: Token) -> bool:
    """Tell whether a noun only says where: "in Iraq and Syria"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "from", "near", "across", "into", "throughout")
