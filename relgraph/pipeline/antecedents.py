"""What a text has named so far, and which of it a later pronoun or definite noun may mean.

Candidates are ranked by what is known to carry in newspaper prose: the subject of an earlier clause of the sentence,
then the subject of the sentence before; number and kind must agree, and an object never means its own clause's subject.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.binding import is_done_to, means_another, own_side, told, unknown_people, within
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

COUNTRIES: frozenset[Kind] = frozenset({"country", "historic_state"})
BODIES: frozenset[Kind] = frozenset({"igo", "armed_group", "organization", "government", "bloc"})
COLLECTIVES: frozenset[Kind] = frozenset({"armed_group", "organization", "group"})


_LANDS = frozenset({"country", "nation", "kingdom", "republic"})
"""Nouns that do not mean what only its seat of government stood for."""
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
        self._denoter = denoter
        self._said: list[Antecedent] = []
        self._pairs: list[list[Party]] = []

    def remember(self, token: Token) -> None:
        """Note whom a token denotes, with those that it is coordinated with."""
        if token.dep_ == "conj" and token.head.i in {a.token.i for a in self._said[-6:]}:
            first = token
            while first.dep_ == "conj" and first.head.i != first.i:
                first = first.head
            group = self._denoter.parties(Argument(first))
            if len(group) > 1 and not _is_place(first) and not any(child.dep_ == "conj" for child in token.children):
                subject = any(a.subject for a in self._said if a.token.i == first.i)
                self._said.append(Antecedent(group, token, subject, plural=True))
                self._pair(group)
            if token.i in self._denoter.mention_at:
                party = self._denoter.mention_at[token.i]
                self._said.append(Antecedent([party], token, False, plural=False))
            return
        mention = self._denoter.mention_at.get(token.i)
        top = self._phrase_head(token)
        subject = top.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        modifies = mention is not None and top.i != token.i
        parties = [mention] if mention is not None and modifies else self._denoter.denote(token)
        if not parties:
            return
        plural = len(parties) > 1 or (top.tag_ in ("NNS", "NNPS") and self._names_people(top, parties))
        self._said.append(Antecedent(parties, token, subject, plural, modifies))
        if len(parties) > 1:
            self._pair(parties)

    def _names_people(self, top: Token, parties: list[Party]) -> bool:
        """Tell whether the words are "they" and not "it": "Turkish officials", and nameless groups."""
        lemma = top.lemma_.lower()
        people = any(
            lemma in self._denoter.words[name] for name in ("nouns.group", "nouns.domestic", "nouns.partitive")
        )
        return people or self._denoter.cast[parties[0].actor].kind == "group"

    def _pair(self, parties: list[Party]) -> None:
        roots = {self._denoter.cast.root(party.actor) for party in parties}
        if (
            len(parties) == 2
            and len(roots) == 2
            and not _is_place(self._denoter.doc[parties[0].start : parties[0].end].root)
        ):
            self._pairs.append(parties)
            self._denoter.pairs.append(parties)

    def _phrase_head(self, token: Token) -> Token:
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
        parties = self._denoter.denote(noun)
        antecedent = Antecedent(parties, noun, subject=True, plural=len(parties) > 1)
        return parties if parties and self._agrees(antecedent, plural=plural, persons=persons) else []

    def _near(self, sentence: Span) -> list[Antecedent]:
        """Return the antecedents of this sentence and of the two before it."""
        return self.back(sentence, 2)

    def back(self, sentence: Span, count: int) -> list[Antecedent]:
        """Return the antecedents of a sentence and of so many before it."""
        start = sentence.start
        for _ in range(count):
            if start > 0:
                start = self._denoter.doc[start - 1].sent.start
        return [a for a in self._said if a.token.i >= start]

    def last(self, token: Token, sentence: Span, kinds: frozenset[Kind]) -> list[Party]:
        """Return the party of some kinds that was named last before a token; never the subject of its own clause."""
        barred = self.barred(token)
        root = self._denoter.cast.root
        near = [
            a
            for a in self._near(sentence)
            if len(a.parties) == 1
            and self._denoter.cast[a.parties[0].actor].kind in kinds
            and a.token.i < token.i
            and not a.parties[0].how.startswith("generic")
            and root(a.parties[0].actor) not in barred
            and not (a.parties[0].via == "metonym" and token.lemma_ in _LANDS)
        ]
        own = [a for a in near if not a.modifies or a.subject]  # rather the country than the one in "the Iraq war"
        return (own or near)[-1].parties if near else []

    def last_of(self, token: Token, sentence: Span, countries: frozenset[str]) -> list[Party]:
        """Return the one of some countries that was named last; never the subject of the token's own clause."""
        barred = self.barred(token)
        for antecedent in reversed(self.back(sentence, 3)):
            found = [
                p for p in antecedent.parties if p.actor in countries and self._denoter.cast.root(p.actor) not in barred
            ]
            if len(found) == 1 and antecedent.token.i < token.i:
                return found
        return []

    def only_other(self, token: Token, sentence: Span, owners: set[str]) -> list[Party]:
        """Return the only country beside the owners that this sentence or the one before named."""
        cast = self._denoter.cast
        others = [
            replace(party, actor=cast.root(party.actor))
            for a in self.back(sentence, 1)
            if a.token.i < token.i and (a.subject or not (a.modifies or a.parties[0].how == "owner"))
            for party in a.parties
            if cast[cast.root(party.actor)].kind in COUNTRIES and cast.root(party.actor) not in owners
        ]
        return others[-1:] if len({party.actor for party in others}) == 1 else []

    def barred(self, token: Token) -> set[str]:
        """Return the countries and other roots that an object cannot mean: that of the subject of its own clause."""
        if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"poss"} or (
            token.dep_ == "pobj" and token.head.lower_ in _CIRCUMSTANCES
        ):
            return set()
        own = self._clause_subject(token)
        return (
            {self._denoter.cast.root(party.actor) for party in self._denoter.denote(own)} if own is not None else set()
        )

    def recent_group(self, sentence: Span, size: int) -> list[Party]:
        """Return the last coordinated group of so many that was named in this sentence or the three before it."""
        for antecedent in reversed(self.back(sentence, 3)):
            if len({party.actor for party in antecedent.parties}) == size == len(antecedent.parties):
                return antecedent.parties
        return []

    def _clause_subject(self, token: Token) -> Token | None:
        """Return the subject token of the clause that a token stands in, if it is not the token itself or above it."""
        verb = token
        while verb.pos_ not in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        subjects = (
            [arg.token for arg in self._denoter.syntax.subjects(verb)] + self._denoter.syntax.passive_subjects(verb)
            if verb.pos_ in VERBAL
            else []
        )
        ancestors = {token.i, *(ancestor.i for ancestor in token.ancestors)}
        return next((subject for subject in subjects if subject.i not in ancestors), None)

    def recent_pair(self, sentence: Span, *, countries: bool = False, near: bool = False) -> list[Party]:
        """Return the last coordinated pair, or the two that the text is about; of `countries` if it must be two.

        With `near` only a pair that was named lately will do.

        Where the text has a main pair and it was named lately, too, it is the main pair.
        """
        start = sentence.start
        for _ in range(3):
            if start > 0:
                start = self._denoter.doc[start - 1].sent.start
        main = self._main_pair()
        lately = [
            pair
            for pair in reversed(self._pairs)
            if pair[-1].start >= start
            and not (countries and any(self._denoter.cast[party.actor].kind == "person" for party in pair))
        ]
        roots = {self._denoter.cast.root(party.actor) for party in main}
        for pair in lately:
            if {self._denoter.cast.root(party.actor) for party in pair} == roots:
                return pair
        return lately[0] if lately else [] if near else main

    def _main_pair(self) -> list[Party]:
        """Return the two countries or groups that are named most so far, if they stand out from the third."""
        counts: dict[str, int] = {}
        first: dict[str, Party] = {}
        for antecedent in self._said:
            for party in antecedent.parties:
                root = self._denoter.cast.root(party.actor)
                if self._denoter.cast[root].kind in COUNTRIES | {"armed_group", "igo"}:
                    counts[root] = counts.get(root, 0) + 1
                    first.setdefault(root, replace(party, actor=root))
        ranked = sorted(counts, key=lambda root: (-counts[root], root))
        if len(ranked) == 2 or (len(ranked) > 2 and counts[ranked[1]] >= 2 * counts[ranked[2]]):
            return [first[root] for root in ranked[:2]]
        return []

    def person(self, token: Token, sentence: Span) -> list[Party]:
        """Return whom "he" or "she" means: the subject here or of the sentence before, else the person written about.

        Somebody named only as an owner ("Smith's assistant") is meant if there is nobody else.
        """
        own = self._clause_subject(token) if token.tag_ == "PRP" else None
        barred = {party.actor for party in self._denoter.denote(own)} if own is not None else set()
        near = [
            a
            for a in self.back(sentence, 6)
            if a.token.i < token.i and self._agrees(a, plural=False, persons=True) and a.parties[0].actor not in barred
        ]
        here = [a for a in near if a.token.i >= sentence.start]
        if token.tag_ == "PRP$":
            clause = self._clause_subject(token)
            meant = self._denoter.denote(clause) if clause is not None else []
            matching = (
                [a for a in here if a.subject and (a.token.i == clause.i or a.parties == meant)] if clause else []
            )
            if matching:
                return matching[-1].parties
        acting = [a for a in here if a.subject and not a.modifies]
        if acting:
            return acting[-1].parties
        start = self._denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        if self._stranger(start, token.i):
            return []
        before = [a for a in near if start <= a.token.i < sentence.start and not a.modifies]
        for group in ([a for a in here if not a.modifies], [a for a in before if a.subject], before):
            if group:
                return group[-1].parties
        about = [a for a in near if a.subject and not a.modifies]
        owning = [a for a in near if a.modifies and a.token.i >= start]
        if about:
            return about[-1].parties
        return owning[-1].parties if len({a.parties[0].actor for a in owning}) == 1 else []

    def collective(self, pronoun: Token, sentence: Span) -> list[Party]:
        """Return the group, company or team that acts in this sentence or the one before: "The gang … They robbed"."""
        start = self._denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        acting = [a for a in self._said if a.token.i >= start and a.subject and not a.modifies]
        others = any(
            token.tag_ in ("NNS", "NNPS") and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
            for token in self._denoter.doc[start : pronoun.i]
        )
        actors = {a.parties[0].actor for a in acting}
        group = acting and all(
            len(a.parties) == 1 and self._denoter.cast[a.parties[0].actor].kind in COLLECTIVES for a in acting
        )
        return acting[-1].parties if group and len(actors) == 1 and not others else []

    def _stranger(self, start: int, end: int) -> bool:
        """Tell whether a name that is not known to be anybody's acts there: it may be the one who is meant."""
        return any(
            token.tag_ == "NNP"
            and token.dep_ in SUBJECTS | PASSIVE_SUBJECTS
            and token.i not in self._denoter.mention_at
            and not self._denoter.denote(token)
            for token in self._denoter.doc[start:end]
        )

    def ranked(self, token: Token, sentence: Span, *, plural: bool, persons: bool) -> list[Party]:
        """Return the best antecedent of a pronoun: subjects of this sentence, then of the one before."""
        if not persons and means_another(self._denoter, token, self._clause_subject(token), plural=plural):
            return []
        binder = within(token)
        own = self._clause_subject(binder) if token.tag_ == "PRP" else None
        barred = own_side(self._denoter, own) if own is not None else set()
        barred |= told(self._denoter, token)
        fitting = [
            a
            for a in self._near(sentence)
            if a.token.i < token.i
            and self._agrees(a, plural=plural, persons=persons)
            and not ({party.actor for party in a.parties} & barred)
        ]
        here = [a for a in fitting if a.token.i >= sentence.start]
        subjects = [a for a in here if a.subject]
        if token.tag_ == "PRP$" and not persons and not is_done_to(self._denoter, token):
            doer = self._clause_subject(token)
            named = doer is not None and doer.i in self._denoter.mention_at
            if doer is not None and named and doer.dep_ in ("dobj", "pobj", "nsubj"):
                # "urged Beijing to stop its pressure": whoever is to stop it
                bound = self.fitting(doer, plural=plural, persons=False)
                if bound:
                    return bound
        if token.tag_ == "PRP$" and subjects:
            clause = self._clause_subject(token)
            if clause is not None:
                matching = [a for a in subjects if a.token.i == clause.i or a.parties == self._denoter.denote(clause)]
                if matching:
                    return matching[-1].parties
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
        before = self._denoter.doc[sentence.start - 1].sent if sentence.start > 0 else None
        if before is None or binder.i != token.i:
            return []
        if not plural and not persons and self._thing_between(sentence[0], token, objects=False):
            return []
        if plural and unknown_people(self._denoter, before.start, sentence.start):
            return []
        previous = [a for a in fitting if a.token.i >= before.start]
        subjects = [a for a in previous if a.subject]
        if subjects:
            return subjects[0].parties if not persons else subjects[-1].parties
        actors = {tuple(party.actor for party in a.parties) for a in previous}
        return previous[-1].parties if len(actors) == 1 else []

    def _thing_between(self, antecedent: Token, token: Token, *, objects: bool) -> bool:
        """Tell whether a singular thing stands between that "it" may mean: a subject, or an object if "it" is one."""
        roles = SUBJECTS | PASSIVE_SUBJECTS | ({"dobj"} if objects else set())
        if token.dep_ not in SUBJECTS and not objects:
            return False
        for other in self._denoter.doc[antecedent.i : token.i]:
            if other.dep_ in roles and other.tag_ in ("NN", "NNP") and not self._denoter.denote(other):
                return True
        return False

    def _agrees(self, antecedent: Antecedent, *, plural: bool, persons: bool) -> bool:
        kinds = {self._denoter.cast[party.actor].kind for party in antecedent.parties}
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
            and token.lemma_.lower() in self._denoter.words["nouns.person_word"]
        )


def _is_place(token: Token) -> bool:
    """Tell whether a noun only says where: "in Iraq and Syria"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "from", "near", "across", "into", "throughout")
