"""What a text has named so far, and which of it a pronoun of a number may mean, for persons or for others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.affiliating.offices import FOR_ISSUER
from relgraph.pipeline.affiliating.topics import find_topic
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.twosomes import Twosomes, is_place
from relgraph.pipeline.naming.gender import Genders
from relgraph.pipeline.parties import Party
from relgraph.pipeline.qualifying.attribution import quoted_tokens
from relgraph.pipeline.referring.agreement import is_human, is_office, is_plural, is_several, is_single_body
from relgraph.pipeline.referring.governors import doer_above

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
LEAGUES: frozenset[Kind] = frozenset({"igo", "bloc"})
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
        self.voices: frozenset[str] = frozenset()
        """The same, also where it is only likely: they call no government of theirs a junta."""
        self.counts: Counter[str] = Counter()
        self.genders = Genders(denoter.cast, denoter.words)
        self.twosomes = Twosomes(self)
        self.topic = find_topic(denoter)
        self.quoted = quoted_tokens(denoter.texts)

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
                if len(group) > 1 and not self._say_where(group, token):
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
        stands_behind = mention is not None and token.dep_ == "poss"  # "*Qatar's* critics accuse it"
        many = top.tag_ in ("NNS", "NNPS") and not stands_behind and self._names_people(top, parties)
        plural = len(parties) > 1 or many
        plural = plural or token.lower_ in ("they", "them")  # they go on as they began
        self.said.append(Antecedent(parties, token, subject, plural, modifies))
        self.counts.update(self.denoter.cast.root(party.actor) for party in parties)
        if len(parties) > 1 and not self._say_where(parties, token) and token.lemma_ != "superpower":  # of another time
            self.twosomes.note(parties)

    def _say_where(self, parties: list[Party], token: Token) -> bool:
        """Tell whether several cities only say where something of theirs is: "the *Paris and Lisbon* exchanges"."""
        top = self.phrase_head(token)
        return (
            all(party.capital for party in parties)
            and top.i != token.i
            and top.i not in self.denoter.mention_at
            and not self.denoter.is_people_word(top)
        )

    def _names_people(self, top: Token, parties: list[Party]) -> bool:
        """Tell whether the words are "they" and not "it": "Turkish officials", and nameless groups."""
        lemma = top.base
        people = lemma in self.denoter.words.either("nouns.group", "nouns.domestic", "nouns.partitive")
        described = parties[0].via == "description" and self.denoter.is_people_word(top)  # "the occupiers"
        return people or described or self.denoter.cast[parties[0].actor].kind == "group"

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

    def near(self, sentence: Span) -> list[Antecedent]:
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
        by_the_way = token.dep_ == "pobj" and token.head.lower_ in _CIRCUMSTANCES and not self._is_abroad(token)
        if token.dep_ == "poss" or by_the_way:
            return set()
        own = self.clause_subject(token)
        if own is None or not (own.pos_ == "PRON" or self.denoter.is_whole(own)):
            return set()  # "Cuba's tourist industry is worth a billion to the country"
        return {self.denoter.cast.root(party.actor) for party in self.denoter.denote(own)}

    def _is_abroad(self, place: Token) -> bool:
        """Tell whether a phrase says where one's own people are, who are abroad: "its embassy in *the country*"."""
        above, words = place.head.head, self.denoter.words
        subject = self.clause_subject(place)
        if subject is not None and subject.base in words["nouns.forces"] and above.lemma_ in words["verbs.moving"]:
            return True  # "American marines landed in *the country*"
        things = [above, *(child for child in above.children if child.dep_ == "dobj" and child.i < place.i)]
        leaving = place.head.lower_ in ("from", "of")
        return any(
            thing.pos_ == "NOUN"
            and any(child.tag_ == "PRP$" for child in thing.children)
            and (thing.base in words["nouns.posts_abroad"] or (leaving and thing.base in words["nouns.forces"]))
            for thing in things
        )

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

    def agrees(self, antecedent: Antecedent, *, plural: bool, persons: bool) -> bool:
        """Tell whether a pronoun of a number, for persons or things, can mean an antecedent."""
        kinds = self.kinds(antecedent, persons=persons)
        if any(party.capital for party in antecedent.parties) and not antecedent.subject and not plural:
            return False
        if persons:
            holder = antecedent.parties[0].how == FOR_ISSUER or is_office(self.denoter, antecedent.token)
            return len(antecedent.parties) == 1 and (kinds == {"person"} or holder)
        if plural:
            if len(antecedent.parties) > 1 or antecedent.plural:
                return True
            token, armed = antecedent.token, kinds == {"armed_group"}
            several = is_plural(token) if armed else is_several(self.denoter, token)
            return several and token.dep_ not in ("compound", "amod")
        if antecedent.token.lower_ in _OF_PERSONS and not self._is_rule(antecedent.token):
            return False  # "he", whatever he speaks for; but "his government"
        if antecedent.plural or len(antecedent.parties) > 1 or "person" in kinds:
            return False
        if is_human(self.denoter, antecedent.token):
            return False
        several = is_several(self.denoter, antecedent.token) and not antecedent.token.text.isupper()  # no "PKK"
        if kinds == {"group"} and is_single_body(self.denoter, antecedent.token):
            # "The company" of a later sentence is one told of before, whoever that is
            return antecedent.token.sent.start == 0 or antecedent.token.left_edge.lower_ != "the"
        return kinds <= STATES | BODIES | {"region"} and not several

    def kinds(self, antecedent: Antecedent, *, persons: bool) -> set[str]:
        """Return what kinds of actors parties are; for "it", whose government is spoken of: "*Assad's government*"."""
        cast = self.denoter.cast
        roots = self._is_rule(antecedent.token) and not persons
        return {cast[cast.root(party.actor) if roots else party.actor].kind for party in antecedent.parties}

    def _is_rule(self, token: Token) -> bool:
        """Tell whether a word only says whose government or body is meant: "*Assad's* government", "*her* cabinet"."""
        ruling = self.denoter.words.either("nouns.ruling", "bodies.heads", "nouns.country_word")
        return self.phrase_head(token).base in ruling and (token.pos_ != "PRON" or token.tag_ == "PRP$")
