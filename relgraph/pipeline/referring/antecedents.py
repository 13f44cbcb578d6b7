"""What a text has named so far, and which of it a later pronoun or definite noun may mean.

Candidates are ranked by what is known to carry in newspaper prose: the subject of an earlier clause of the sentence,
then the subject of the sentence before; number and kind must agree, and an object never means its own clause's subject.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.affiliating.topics import find_topic
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.possessives import OF_ACTORS, predicated
from relgraph.pipeline.denoting.suffered import is_done_to
from relgraph.pipeline.denoting.twosomes import Twosomes, is_place
from relgraph.pipeline.naming.gender import Genders
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.admissible import is_joined, is_owned_thing, others_named
from relgraph.pipeline.referring.agreement import (
    government_before,
    is_human,
    is_office,
    is_plural,
    is_several,
    is_single_body,
    other_plural,
    others_between,
    owns,
    things_between,
)
from relgraph.pipeline.referring.binding import DONE_BY_ACTORS, means_another, own_side, told, unknown_people, within
from relgraph.pipeline.referring.governors import above, doer_above
from relgraph.pipeline.referring.newcomers import caused_by_own, it_before, overshadowed, thing_between

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Span, Token

BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
LEAGUES: frozenset[Kind] = frozenset({"igo", "bloc"})
_OF_ALL = frozenset({"by", "of", "for", "to"})
"""Prepositions of whom the rest of the clause is said, too."""
_FIRST = frozenset({"we", "i"})
_OF_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers"})
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
        self.speaking: frozenset[str] = frozenset()
        """The ids of those who say "we"; beside it, they are no "it"."""
        self.counts: Counter[str] = Counter()
        self.genders = Genders(denoter.cast, denoter.words)
        self.twosomes = Twosomes(self)
        self.topic = find_topic(denoter)

    def is_person(self, party: Party) -> bool:
        """Tell whether somebody is a person."""
        return self.denoter.cast[party.actor].kind == "person"

    def remember(self, token: Token) -> None:
        """Note whom a token denotes, with those that it is coordinated with."""
        if token.dep_ == "conj" and token.head.i in {a.token.i for a in self.said[-6:]}:
            first = token
            while first.dep_ == "conj" and first.head.i != first.i:
                first = first.head
            group = self.denoter.parties(Argument(first))
            several = len(group) > 1 or (group and token.pos_ == "NOUN" and self.denoter.is_whole(token))
            if several and not is_place(first) and not any(child.dep_ == "conj" for child in token.children):
                subject = any(a.subject for a in self.said if a.token.i == first.i)
                self.said.append(Antecedent(group, token, subject, plural=True))  # "Nixon and his aides": they
                if len(group) > 1:
                    self.twosomes.note(group)
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
        if modifies and subject and top.tag_ == "NNS" and any(child.dep_ == "conj" for child in token.children):
            parties = self.denoter.denote(top) or parties  # "the *British* and French governments"
        if not parties:
            return
        plural = len(parties) > 1 or (top.tag_ in ("NNS", "NNPS") and self._names_people(top, parties))
        plural = plural or token.lower_ in ("they", "them")  # they go on as they began
        self.said.append(Antecedent(parties, token, subject, plural, modifies))
        self.counts.update(self.denoter.cast.root(party.actor) for party in parties)
        if len(parties) > 1 and token.lemma_ != "superpower":  # of another time, maybe, than the text
            self.twosomes.note(parties)

    def _names_people(self, top: Token, parties: list[Party]) -> bool:
        """Tell whether the words are "they" and not "it": "Turkish officials", and nameless groups."""
        lemma = top.base
        people = lemma in self.denoter.words.either("nouns.group", "nouns.domestic", "nouns.partitive")
        return people or self.denoter.cast[parties[0].actor].kind == "group"

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
        return all(n <= count for root, n in self.counts.items() if cast[root].kind in STATES)

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
        """Return whom a subject's own clause names, who are others: "*the country* said that Israel had lied"."""
        mentions = self.denoter.mention_at
        named = {mentions[i] for i in range(subject.i + 1, subject.head.right_edge.i + 1) if i in mentions}
        return {self.denoter.cast.root(party.actor) for party in named if party.via in ("name", "alias")}

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
        subject = next((subject for subject in subjects if subject.i not in ancestors), None)
        if (subject is None or subject.lower_ == "it") and syntax.is_infinitive(verb):
            return doer_above(self.denoter, token, subjects) or subject
        return subject

    def ranked(self, token: Token, sentence: Span, *, plural: bool, persons: bool) -> list[Party]:
        """Return the best antecedent of a pronoun: subjects of this sentence, then of the one before."""
        doer = self.clause_subject(token)
        if not persons and means_another(self.denoter, token, doer, plural=plural):
            return []
        if plural and token.tag_ == "PRP" and (governing := government_before(self.denoter, token)):
            return governing
        binder = within(token)
        others = token.tag_ == "PRP" or is_done_to(self.denoter, token)
        own = self.clause_subject(binder) if others else None
        if not persons and not plural and (caused := caused_by_own(self.denoter, token, own)) is not None:
            return caused
        barred = own_side(self.denoter, own, all_of=not plural) if own is not None else set()
        barred |= told(self.denoter, token) | others_named(self.denoter, token)
        first = self.clause_subject(token) if self.speaking and not persons else None
        if first is not None and first.lower_ in _FIRST:
            barred |= self.speaking  # "last week we sanctioned *its* leader"
        equal = predicated(token)
        if equal is not None:
            barred |= own_side(self.denoter, equal)
        fitting = [
            a
            for a in self._near(sentence)
            if a.token.i < token.i
            and self.agrees(a, plural=plural, persons=persons)
            and not ({party.actor for party in a.parties} & barred)
            and (persons or not is_owned_thing(self.denoter, a.token, self.phrase_head(a.token), token))
            and (persons or plural or not (self._of_human(a.token) or (a.subject and is_joined(self.denoter, a.token))))
        ]
        if (
            token.tag_ == "PRP"
            and token.dep_ in SUBJECTS
            and token.head.lemma_ in self.denoter.words["verbs.of_contents"]
        ):
            fitting = [a for a in fitting if not self._kinds(a, persons=False) <= STATES]  # "it included a clause"
        fitting = self._having(token, fitting)
        clear = [a for a in fitting if persons or not overshadowed(self.denoter, a.token, token, plural=plural)]
        overshadows = any(a not in clear for a in fitting if a.token.i >= sentence.start)
        fitting = clear
        here = [a for a in fitting if a.token.i >= sentence.start]
        doers = [*above(self.denoter, token)]
        subjects = [a for a in here if a.subject or a.token.i in doers]
        if token.tag_ == "PRP$" and equal is None:
            bound = self._of_clause(token, subjects, plural=plural, persons=persons)
            if bound:
                return bound
        told_of = subjects[-1].token if subjects and subjects[-1].token.i in doers else sentence[0]
        if subjects and not (plural or persons) and it_before(self.denoter, told_of, token):
            return []  # "It spoke of Peru, though *it* did praise Chile"
        them = plural and token.tag_ == "PRP" and token.dep_ in ("dobj", "pobj")
        if them and subjects and things_between(self.denoter, subjects[-1].token, token):
            return []
        if overshadows and not subjects:
            return []
        if subjects:
            acted_on = token.dep_ in PASSIVE_SUBJECTS or token.dep_ == "dobj"
            if (
                not persons
                and not plural
                and token.tag_ == "PRP"
                and thing_between(self.denoter, subjects[-1].token.nbor(), token, objects=acted_on)
            ):
                return []
            return (self._going_on(token, subjects) or subjects[-1]).parties
        if token.dep_ in ("dobj", "pobj") and token.tag_ == "PRP" and not plural and not persons:
            objects = [a for a in here if a.token.dep_ == "dobj" and (token.dep_ == "dobj" or a.token.tag_ == "PRP")]
            if objects and not thing_between(self.denoter, objects[-1].token, token, objects=True):
                return objects[-1].parties
        if here:
            return here[-1].parties if persons or self._is_clear(here, token, sentence, plural=plural) else []
        if binder.i != token.i or (plural and token.tag_ == "PRP" and self.twosomes.named_apart(token, sentence)):
            return []
        return self._before(token, sentence, fitting, plural=plural, persons=persons)

    def _going_on(self, pronoun: Token, subjects: list[Antecedent]) -> Antecedent | None:
        """Return the subject of the clause that a pronoun's goes on from: "*Chad* said Mali lied, and *it* left"."""
        verb = pronoun.head
        if pronoun.dep_ not in SUBJECTS or verb.dep_ != "conj" or verb.head.pos_ not in VERBAL:
            return None
        first = [child.i for child in verb.head.children if child.dep_ in SUBJECTS]
        return next((a for a in subjects if self.phrase_head(a.token).i in first), None)

    def _of_clause(self, token: Token, subjects: list[Antecedent], *, plural: bool, persons: bool) -> list[Party]:
        """Return the subject of a possessive's own clause, whose it is: "urged Beijing to stop *its* pressure"."""
        doer = self.clause_subject(token)
        if doer is None:
            return []
        if not persons and not is_done_to(self.denoter, token):
            if self._is_government(doer) and not (plural and others_between(self.denoter, doer, token)):
                return self.denoter.denote(doer)  # "the Assad regime": a body, whoever gave it the name
            if doer.i in self.denoter.mention_at and doer.dep_ in ("dobj", "pobj", "nsubj"):
                bound = self.fitting(doer, plural=plural, persons=False)
                if bound:
                    return bound
        denoted = self.denoter.denote(doer)
        done_to = is_done_to(self.denoter, token)
        if (
            plural
            and denoted
            and not done_to
            and any(child.dep_ == "conj" and child.pos_ == "NOUN" for child in doer.children)
        ):
            return self.denoter.parties(Argument(doer))  # "Peru and its partners began *their* work"
        matching = [a for a in subjects if a.token.i == doer.i or a.parties == denoted]
        return matching[-1].parties if matching else []

    def _before(
        self, token: Token, sentence: Span, fitting: list[Antecedent], *, plural: bool, persons: bool
    ) -> list[Party]:
        """Return the antecedent in the sentence before: its subject, else the only one that it has."""
        before = self.denoter.doc[sentence.start - 1].sent if sentence.start > 0 else None
        if before is None:
            return []
        acted_on = token.dep_ in ("dobj", "pobj", "nsubjpass")
        first = before[0] if acted_on else sentence[0]
        if not plural and not persons and thing_between(self.denoter, first, token, objects=acted_on):
            return []
        if plural and unknown_people(self.denoter, before.start, token.i):
            return []
        previous = [a for a in fitting if a.token.i >= before.start]
        subjects = [a for a in previous if a.subject]
        if subjects:
            return subjects[0].parties if not persons else subjects[-1].parties
        return previous[-1].parties if previous and self._is_clear(previous, token, before, plural=plural) else []

    def _is_clear(self, near: list[Antecedent], token: Token, sentence: Span, *, plural: bool) -> bool:
        """Tell whether a pronoun means the last of some antecedents though none of them acts.

        "It" must be about the only one, which is an object or what the pronoun's clause is said of, and no thing may be
        spoken of beside it; "they" about people named later than all others. `sentence` is that of the antecedents.
        """
        last = near[-1]
        top, several = self.phrase_head(last.token), len(last.parties) > 1
        alone = len({tuple(party.actor for party in a.parties) for a in near}) == 1
        if plural and last.token.sent.start == token.sent.start:
            return not other_plural(self.denoter, last.token.i, token, top, several=several)
        if plural:
            return alone and not other_plural(self.denoter, sentence.start, token, top, several=several)
        verb = token.head.head if token.tag_ == "PRP$" else token.head
        if verb.pos_ in VERBAL and last.token.i + 1 == verb.i < token.i:
            return True  # its subject, wherever the parser hangs it
        if not alone:
            return False
        above = {ancestor.i for ancestor in token.ancestors}
        if top.i in above:
            return True
        if top.dep_ == "pobj" and top.head.lower_ in _OF_ALL and top.head.head.i in above:
            # "an announcement by *Peru* that it would", "for *Peru*, the appeal is its"
            return top.head.head.pos_ == "NOUN" or token.tag_ == "PRP$"
        if top.dep_ in ("dobj", "dative") and top.head.i in above and token.tag_ == "PRP$":
            return True  # "kept *Peru* from expanding its fleet"
        words = self.denoter.words
        if token.tag_ == "PRP$" and token.head.base in words.either(*OF_ACTORS):
            return True
        if token.dep_ in SUBJECTS and token.head.lemma_ in words.either(*DONE_BY_ACTORS):
            return True
        core = top.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "dative"}
        return core and not thing_between(self.denoter, sentence[0], token, objects=True)

    def _is_government(self, noun: Token) -> bool:
        """Tell whether a noun is a state's own body whose state is said: "the Assad *regime*"."""
        words = self.denoter.words
        lemma = noun.base
        return (lemma in words["nouns.country_word"] or lemma in words["nouns.security"]) and bool(
            self.denoter.denote(noun)
        )

    def _having(self, pronoun: Token, fitting: list[Antecedent]) -> list[Antecedent]:
        """Return those of some antecedents that have what a possessive's noun names: firms founders, states borders."""
        if pronoun.tag_ != "PRP$":
            return fitting
        words, noun = self.denoter.words, pronoun.head.base
        if noun in words["nouns.of_firms"]:
            kinds = BODIES
        elif noun in words["nouns.of_bands"]:
            return [
                a
                for a in fitting
                if self.denoter.cast[a.parties[0].actor].kind in STATES | COLLECTIVES | BODIES - LEAGUES
            ]
        elif noun in words["nouns.of_nations"]:
            kinds = STATES | frozenset({"igo", "bloc", "region"})
        elif noun in words["nouns.of_nations_alone"]:
            kinds = STATES
        elif noun in words["nouns.of_no_league"]:
            kinds = STATES | BODIES - LEAGUES
        else:
            return fitting
        return [a for a in fitting if self.denoter.cast[a.parties[0].actor].kind in kinds] or fitting

    def agrees(self, antecedent: Antecedent, *, plural: bool, persons: bool) -> bool:
        """Tell whether a pronoun of a number, for persons or things, can mean an antecedent."""
        kinds = self._kinds(antecedent, persons=persons)
        if any(party.capital for party in antecedent.parties) and not antecedent.subject and not plural:
            return False
        if persons:
            return len(antecedent.parties) == 1 and (kinds == {"person"} or is_office(self.denoter, antecedent.token))
        if plural:
            if len(antecedent.parties) > 1 or antecedent.plural:
                return True
            token, armed = antecedent.token, kinds == {"armed_group"}
            several = is_plural(token) if armed else is_several(self.denoter, token)
            return several and token.dep_ not in ("compound", "amod")
        if antecedent.token.lower_ in _OF_PERSONS:
            return False  # "he", whatever he speaks for
        if antecedent.plural or len(antecedent.parties) > 1 or "person" in kinds:
            return False
        if is_human(self.denoter, antecedent.token):
            return False
        several = is_several(self.denoter, antecedent.token) and not antecedent.token.text.isupper()  # no "PKK"
        if kinds == {"group"} and is_single_body(self.denoter, antecedent.token):
            # "The company" of a later sentence is one told of before, whoever that is
            return antecedent.token.sent.start == 0 or antecedent.token.left_edge.lower_ != "the"
        return kinds <= STATES | BODIES | {"region"} and not several

    def _kinds(self, antecedent: Antecedent, *, persons: bool) -> set[str]:
        """Return what kinds of actors parties are; for "it", whose government is spoken of: "*Assad's government*"."""
        cast, words = self.denoter.cast, self.denoter.words
        ruling = self.phrase_head(antecedent.token).base in words.either("nouns.ruling", "bodies.heads")
        roots = ruling and not persons and antecedent.token.pos_ != "PRON"
        return {cast[cast.root(party.actor) if roots else party.actor].kind for party in antecedent.parties}

    def _of_human(self, token: Token) -> bool:
        """Tell whether a nation is only said of a person: "a French spy"; not if it has him: "Chad's president"."""
        return not owns(token) and is_human(self.denoter, self.phrase_head(token))
