"""Which of what a text has named a pronoun means.

Candidates are ranked by what is known to carry in newspaper prose: the subject of an earlier clause of the sentence,
then the subject of the sentence before; number and kind must agree, and an object never means its own clause's subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.denotation import Denoter
from relgraph.pipeline.denoting.possessives import OF_ACTORS, predicated
from relgraph.pipeline.denoting.suffered import is_done_to
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.admissible import is_joined, is_owned_thing, others_named
from relgraph.pipeline.referring.agreement import (
    government_before,
    is_human,
    other_plural,
    others_between,
    owns,
    things_between,
)
from relgraph.pipeline.referring.antecedents import BODIES, COLLECTIVES, LEAGUES, Antecedent, History
from relgraph.pipeline.referring.binding import (
    deed_under,
    doers_of_noun,
    means_another,
    own_side,
    told,
    unknown_people,
    within,
)
from relgraph.pipeline.referring.continued import is_taken_up
from relgraph.pipeline.referring.governors import above
from relgraph.pipeline.referring.latest import is_by_the_way
from relgraph.pipeline.referring.newcomers import caused_by_own, it_before, overshadowed, thing_between
from relgraph.pipeline.words import DONE_BY_ACTORS

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_OF_ALL = frozenset({"by", "of", "for", "to"})
"""Prepositions of whom the rest of the clause is said, too."""
_FIRST = frozenset({"we", "i"})


def find_antecedent(history: History, pronoun: Token, sentence: Span, *, plural: bool, persons: bool) -> list[Party]:
    """Return whom a pronoun means: a subject of its sentence, then one of the sentence before; nobody if unsure."""
    return _Search(history, pronoun, sentence, plural, persons).antecedent()


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for whom a pronoun of a number means, who are persons or not."""

    history: History
    token: Token
    sentence: Span
    plural: bool
    persons: bool

    @property
    def denoter(self) -> Denoter:
        return self.history.denoter

    @property
    def is_it(self) -> bool:
        return not (self.plural or self.persons)

    @property
    def is_personal(self) -> bool:
        """Whether the pronoun is "it" and "they", not "its" and "their"."""
        return self.token.tag_ == "PRP"

    def antecedent(self) -> list[Party]:
        token, binder = self.token, within(self.token)
        settled = self._settled(binder)
        if settled is not None:
            return settled
        fitting = self._fitting(self._barred(binder))
        clear = [a for a in fitting if self.persons or not self._is_overshadowed(a)]
        here = [a for a in clear if self._is_here(a)]
        doers = [*above(self.denoter, token)]
        subjects = [a for a in here if a.subject or a.token.i in doers]
        if token.tag_ == "PRP$" and predicated(token) is None and (bound := self._of_clause(subjects)):
            return bound
        if subjects:
            if self.is_it and is_taken_up(self.denoter, self.history.phrase_head(subjects[0].token), token):
                return subjects[0].parties
            return [] if self._is_cut_off(subjects[-1], doers) else (self._going_on(subjects) or subjects[-1]).parties
        if any(self._is_here(a) and a not in clear for a in fitting):
            return []
        if objects := self._objects(here):
            return objects[-1].parties
        if here:
            return here[-1].parties if self.persons or self._is_clear(here, self.sentence) else []
        they = self.plural and self.is_personal
        if binder.i != token.i or (they and self.history.twosomes.named_apart(token, self.sentence)):
            return []
        return self._before(clear)

    def _is_overshadowed(self, antecedent: Antecedent) -> bool:
        return overshadowed(self.denoter, antecedent.token, self.token, plural=self.plural)

    def _is_here(self, antecedent: Antecedent) -> bool:
        return antecedent.token.i >= self.sentence.start

    def _settled(self, binder: Token) -> list[Party] | None:
        """Return whom the pronoun means by the construction that it stands in, or None."""
        token, history = self.token, self.history
        doer = history.clause_subject(token)
        if not self.persons and means_another(self.denoter, token, doer, plural=self.plural):
            return []
        if self.plural and self.is_personal and (governing := government_before(self.denoter, token)):
            return governing
        return caused_by_own(self.denoter, token, self._owner(binder)) if self.is_it else None

    def _owner(self, binder: Token) -> Token | None:
        """Return the subject of the pronoun's own clause, whom it does not mean."""
        others = self.is_personal or is_done_to(self.denoter, self.token)
        others = others and not doers_of_noun(self.denoter, self.token)
        return self.history.clause_subject(binder) if others else None

    def _barred(self, binder: Token) -> set[str]:
        """Return the ids of those whom the pronoun cannot mean where it stands."""
        denoter, history, token = self.denoter, self.history, self.token
        own = self._owner(binder)
        barred = own_side(denoter, own, all_of=not self.plural) if own is not None else set()
        barred |= told(denoter, token) | others_named(denoter, token)
        barred |= {actor for party in doers_of_noun(denoter, token) for actor in denoter.cast.chain(party.actor)}
        first = history.clause_subject(token) if history.speaking and not self.persons else None
        if first is not None and first.lower_ in _FIRST:
            barred |= history.speaking  # "last week we sanctioned *its* leader"
        equal = predicated(token)
        return barred | own_side(denoter, equal) if equal is not None else barred

    def _fitting(self, barred: set[str]) -> list[Antecedent]:
        """Return the antecedents of this sentence and the two before that agree with the pronoun, but those barred."""
        history, token = self.history, self.token
        fitting = [
            a
            for a in history.near(self.sentence)
            if a.token.i < token.i
            and history.agrees(a, plural=self.plural, persons=self.persons)
            and not ({party.actor for party in a.parties} & barred)
            and (self.persons or not is_owned_thing(self.denoter, a.token, history.phrase_head(a.token), token))
            and not (self.is_it and (self._of_human(a.token) or (a.subject and is_joined(self.denoter, a.token))))
        ]
        containing = token.head.lemma_ in self.denoter.words["verbs.of_contents"]
        if containing and self.is_personal and token.dep_ in SUBJECTS:  # "it included a clause"
            fitting = [a for a in fitting if not history.kinds(a, persons=False) <= STATES]
        return self._having(fitting)

    def _is_cut_off(self, subject: Antecedent, doers: list[int]) -> bool:
        """Tell whether a thing or people without a name stand between the last subject and the pronoun."""
        denoter, token = self.denoter, self.token
        told_of = subject.token if subject.token.i in doers else self.sentence[0]
        if self.is_it and it_before(denoter, told_of, token):
            return True  # "It spoke of Peru, though *it* did praise Chile"
        them = self.plural and self.is_personal and token.dep_ in ("dobj", "pobj")
        deed = (
            deed_under(denoter, token) if doers_of_noun(denoter, token) else None
        )  # "Chad's raids on *them*" are on no raids
        if them and things_between(denoter, subject.token, deed.left_edge if deed is not None else token):
            return True
        acted_on = token.dep_ in PASSIVE_SUBJECTS or token.dep_ == "dobj"
        it = self.is_it and self.is_personal
        return it and thing_between(denoter, subject.token.nbor(), token, objects=acted_on)

    def _objects(self, here: list[Antecedent]) -> list[Antecedent]:
        """Return the objects of this sentence that "it" as an object may mean."""
        token = self.token
        if not (self.is_it and self.is_personal and token.dep_ in ("dobj", "pobj")):
            return []
        objects = [a for a in here if a.token.dep_ == "dobj" and (token.dep_ == "dobj" or a.token.tag_ == "PRP")]
        return objects if objects and not thing_between(self.denoter, objects[-1].token, token, objects=True) else []

    def _going_on(self, subjects: list[Antecedent]) -> Antecedent | None:
        """Return the subject of the clause that the pronoun's goes on from: "*Chad* said Mali lied, and *it* left"."""
        verb = self.token.head
        if self.token.dep_ not in SUBJECTS or verb.dep_ != "conj" or verb.head.pos_ not in VERBAL:
            return None
        first = [child.i for child in verb.head.children if child.dep_ in SUBJECTS]
        whole = [a for a in subjects if self.history.phrase_head(a.token).i in first]
        return next((a for a in whole if a.token.tag_ != "PRP$"), whole[0] if whole else None)

    def _of_clause(self, subjects: list[Antecedent]) -> list[Party]:
        """Return the subject of a possessive's own clause, whose it is: "urged Beijing to stop *its* pressure"."""
        history, token = self.history, self.token
        doer = history.clause_subject(token)
        if doer is None:
            return []
        done_to = is_done_to(self.denoter, token)
        if not self.persons and not done_to:
            if self._is_government(doer) and not (self.plural and others_between(self.denoter, doer, token)):
                return self.denoter.denote(doer)  # "the Assad regime": a body, whoever gave it the name
            named = doer.i in self.denoter.mention_at and doer.dep_ in ("dobj", "pobj", "nsubj")
            if named and (bound := history.fitting(doer, plural=self.plural, persons=False)):
                return bound
        denoted = self.denoter.denote(doer)
        if (
            self.plural
            and denoted
            and not done_to
            and any(child.dep_ == "conj" and child.pos_ == "NOUN" for child in doer.children)
        ):
            return self.denoter.parties(Argument(doer))  # "Peru and its partners began *their* work"
        matching = [a for a in subjects if a.token.i == doer.i or a.parties == denoted]
        return matching[-1].parties if matching else []

    def _before(self, fitting: list[Antecedent]) -> list[Party]:
        """Return the antecedent in the sentence before: its subject, else the only one that it has."""
        token, sentence = self.token, self.sentence
        before = self.denoter.doc[sentence.start - 1].sent if sentence.start > 0 else None
        if before is None:
            return []
        acted_on = token.dep_ in ("dobj", "pobj", "nsubjpass")
        first = before[0] if acted_on else sentence[0]
        if self.is_it and thing_between(self.denoter, first, token, objects=acted_on):
            return []
        if self.plural and unknown_people(self.denoter, before.start, token.i):
            return []
        previous = [a for a in fitting if a.token.i >= before.start]
        subjects = [a for a in previous if a.subject]
        if subjects and not self.persons:  # "When *Chad* fell, *Mali* acted. It …"
            subjects = [a for a in subjects if not is_by_the_way(a.token)] or subjects
        if subjects:
            return subjects[-1 if self.persons else 0].parties
        return previous[-1].parties if previous and self._is_clear(previous, before) else []

    def _is_clear(self, near: list[Antecedent], sentence: Span) -> bool:
        """Tell whether the pronoun means the last of some antecedents though none of them acts.

        "It" must be about the only one, which is an object or what the pronoun's clause is said of, and no thing may be
        spoken of beside it; "they" about people named later than all others. `sentence` is that of the antecedents.
        """
        token, last = self.token, near[-1]
        top, several = self.history.phrase_head(last.token), len(last.parties) > 1
        alone = len({tuple(party.actor for party in a.parties) for a in near}) == 1
        if self.plural and last.token.sent.start == token.sent.start:
            return not other_plural(self.denoter, last.token.i, token, top, several=several)
        if self.plural:
            return alone and not other_plural(self.denoter, sentence.start, token, top, several=several)
        verb = token.head.head if token.tag_ == "PRP$" else token.head
        if verb.pos_ in VERBAL and last.token.i + 1 == verb.i < token.i:
            return True  # its subject, wherever the parser hangs it
        if not alone:
            return False
        over = {ancestor.i for ancestor in token.ancestors}
        if top.i in over:
            return True
        if top.dep_ == "pobj" and top.head.lower_ in _OF_ALL and top.head.head.i in over:
            # "an announcement by *Peru* that it would", "for *Peru*, the appeal is its"
            return top.head.head.pos_ == "NOUN" or token.tag_ == "PRP$"
        if top.dep_ in ("dobj", "dative") and top.head.i in over and token.tag_ == "PRP$":
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

    def _having(self, fitting: list[Antecedent]) -> list[Antecedent]:
        """Return those of some antecedents that have what a possessive's noun names: firms founders, states borders."""
        if self.token.tag_ != "PRP$":
            return fitting
        words, noun = self.denoter.words, self.token.head.base
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

    def _of_human(self, token: Token) -> bool:
        """Tell whether a nation is only said of a person: "a French spy"; not if it has him: "Chad's president"."""
        return not owns(token) and is_human(self.denoter, self.history.phrase_head(token))
