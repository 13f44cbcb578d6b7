"""Two or more who were named together: whom "the two countries", "both sides" and "the three leaders" take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.referring.antecedents import History

_REPORTED = frozenset({"ccomp", "xcomp"})
_POWERS: frozenset[Kind] = STATES | {"armed_group", "igo"}
_ACTING: frozenset[Kind] = _POWERS | {"organization", "government", "bloc"}
_BANDS: frozenset[Kind] = frozenset({"armed_group", "organization"})
_LANDS: frozenset[Kind] = frozenset({"region", "place"})
_SUPERPOWERS = ("country/USA", "state/soviet-union")
_WHERE = frozenset(
    {
        "in",
        "from",
        "near",
        "across",
        "into",
        "throughout",
        "around",
        "off",
        "inside",
        "outside",
        "within",
        "beyond",
        "along",
    }
)
_CLEARLY = 2
"""How many times as often as any other the two must have been named together that a text is about."""


class Twosomes:
    """The pairs and groups of one parsed text in the order in which they were named."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._denoter = history.denoter
        self._pairs: list[list[Party]] = []
        self._times: Counter[frozenset[str]] = Counter()
        self._met: tuple[int, list[Party]] | None = None

    def note(self, parties: list[Party]) -> None:
        """Remember a pair, if it is one of two that neither are only a place nor mediate between others."""
        roots = frozenset(self._denoter.cast.root(party.actor) for party in parties)
        first = self._denoter.doc[parties[0].start : parties[0].end].root
        if len(parties) == 2 and len(roots) == 2 and not (self._mediates(first) or is_place(first)):
            self._pairs.append(parties)
            self._denoter.pairs.append(parties)
            self._times[roots] += 1

    def recent_group(self, sentence: Span, size: int) -> list[Party]:
        """Return the last coordinated group of so many that was named in this sentence or the three before it.

        Else the only one of that size that the text has named, or the only so many states of the sentence before.
        """
        groups = [a for a in self._history.said if len({party.actor for party in a.parties}) == size == len(a.parties)]
        near = {id(a) for a in self._history.back(sentence, 3)}
        for antecedent in reversed(groups):
            if id(antecedent) in near:
                return antecedent.parties
        only = {frozenset(party.actor for party in a.parties) for a in groups}
        if len(only) == 1:
            return groups[-1].parties
        return [] if only else self._only(sentence, sentence.start, STATES, size)

    def only_bodies(self, before: int, size: int) -> list[Party]:
        """Return the groups and parties that a text has named, if they are so many: "the three movements"."""
        cast = self._denoter.cast
        named: dict[str, Party] = {}
        for antecedent in self._history.said:
            for party in antecedent.parties:
                root = cast.root(party.actor)
                if antecedent.token.i < before and cast[root].kind in _BANDS:
                    named.setdefault(root, replace(party, actor=root))
        return list(named.values()) if len(named) == size else []

    def last_states(self, sentence: Span, before: int) -> list[Party]:
        """Return the last coordinated states, however many, of this sentence or the two before: "these countries"."""
        for antecedent in reversed(self._history.back(sentence, 2)):
            kinds = {self._denoter.cast[party.actor].kind for party in antecedent.parties}
            if len(antecedent.parties) > 1 and kinds <= STATES and antecedent.token.i < before:
                return antecedent.parties
        return []

    def recent_pair(
        self,
        sentence: Span,
        *,
        countries: bool = False,
        near: bool = False,
        apart_from: Collection[str] = (),
        kinds: frozenset[Kind] = frozenset(),
    ) -> list[Party]:
        """Return the last coordinated pair, or the two that the text is about; of `countries` if it must be two.

        With `near` only a pair that was named lately will do; none of the roots `apart_from` is one of the pair, and
        both are of the `kinds` that are given.

        Where the text has a main pair and it was named lately, too, it is the main pair.
        """
        start = sentence.start
        for _ in range(3):
            if start > 0:
                start = self._denoter.doc[start - 1].sent.start
        titled = self._apart(self.titled, apart_from)
        main = titled or self._apart(self._main_pair(), apart_from)
        lately = [pair for pair in reversed(self._pairs) if pair[-1].start >= start and self._apart(pair, apart_from)]
        if kinds:
            lately = [pair for pair in lately if self.fits(pair, kinds)]
        past = []
        if countries:
            pairs = [states for pair in lately if (states := self._states_of(pair))]
            past = [pair for pair in pairs if self._is_past(pair, sentence)]
            lately = [pair for pair in pairs if pair not in past]
        roots = {self._denoter.cast.root(party.actor) for party in main}
        for pair in lately:
            if {self._denoter.cast.root(party.actor) for party in pair} == roots:
                return pair
        if lately and roots and (titled or self._are_by_the_way(lately[0], roots, sentence)):
            return titled if countries and not self._act(lately[0]) else []
        if lately or near:
            return lately[0] if lately else []
        others = past or (countries and self._speaks_of_others(roots, sentence))
        return [] if others else main or self._apart(self._usual(), apart_from)

    def _are_by_the_way(self, pair: list[Party], main: Collection[str], sentence: Span) -> bool:
        """Tell whether a pair is mentioned before a sentence without acting, among what is said of the two `main` ones.

        Example: "Chad accused Mali. This worried France and Italy. Kenya urged *both countries* to talk".
        """
        if self._act(pair) or pair[0].start >= sentence.start:
            return False
        named = {
            self._denoter.cast.root(party.actor)
            for antecedent in self._history.back(sentence, 3)
            for party in antecedent.parties
        }
        return named.issuperset(main)

    def _mediates(self, noun: Token) -> bool:
        """Tell whether somebody comes between two others."""
        while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
            noun = noun.head
        return noun.dep_ in SUBJECTS and noun.head.lemma_ in self._denoter.words["verbs.mediating"]

    def _act(self, pair: list[Party]) -> bool:
        """Tell whether two are those who act in their sentence."""
        first = self._denoter.doc[pair[0].start : pair[0].end].root
        return first.dep_ in SUBJECTS | PASSIVE_SUBJECTS and first.head.dep_ == "ROOT"

    @cached_property
    def titled(self) -> list[Party]:
        """The two states that the heading of the text names, if it names no others: "Hungary–Romania relations"."""
        doc, cast = self._denoter.doc, self._denoter.cast
        heading = next(iter(doc.sents), None)
        if heading is None or heading.root.pos_ in VERBAL or heading.end == len(doc):
            return []
        named = {cast.root(party.actor): party for party in self._denoter.named if party.start < heading.end}
        if len(named) != 2 or any(cast[root].kind not in STATES for root in named):
            return []
        return [replace(party, actor=root) for root, party in named.items()]

    def fits(self, pair: list[Party], kinds: frozenset[Kind]) -> bool:
        """Tell whether two are of some kinds; "the Polish president" and "the Danish premier" are two persons."""
        persons = "person" in kinds and all(party.via == "demonym" for party in pair)
        return persons or all(self._denoter.cast[party.actor].kind in kinds for party in pair)

    def _apart(self, pair: list[Party], roots: Collection[str]) -> list[Party]:
        """Return a pair if neither of it is one of the roots."""
        return pair if not any(self._denoter.cast.root(party.actor) in roots for party in pair) else []

    def _is_past(self, pair: list[Party], sentence: Span) -> bool:
        """Tell whether two other states were named since a pair: "Chad met Mali. Peru accused Chile"."""
        cast = self._denoter.cast
        roots = {cast.root(party.actor) for party in pair}
        since = {
            cast.root(party.actor)
            for antecedent in self._history.said
            if pair[-1].end <= antecedent.token.i < sentence.start
            for party in antecedent.parties
        }
        return len([root for root in since - roots if cast[root].kind in STATES]) > 1

    def _speaks_of_others(self, roots: set[str], sentence: Span) -> bool:
        """Tell whether the two sentences before name two other states, and none of these."""
        cast = self._denoter.cast
        named = {
            cast.root(party.actor)
            for antecedent in self._history.back(sentence, 2)
            if antecedent.token.i < sentence.start
            for party in antecedent.parties
        }
        return not named & roots and sum(cast[root].kind in STATES for root in named) > 1

    def only_two(
        self, sentence: Span, before: int, kinds: frozenset[Kind] = STATES, apart_from: Collection[str] = ()
    ) -> list[Party]:
        """Return the two states that this sentence and the one before speak of up to a token, if they are just two.

        None if these sentences name a pair together: it is meant then. So also for two of other `kinds`; none of the
        roots `apart_from` is one of them.
        """
        start = self._denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        if any(pair[-1].start >= start for pair in self._pairs):
            return []
        named = self._only(sentence, before, kinds, 2, apart_from)
        if kinds == STATES and {party.actor for party in self._main_pair()} not in (
            set(),
            {party.actor for party in named},
        ):
            return []
        return named

    def _only(
        self, sentence: Span, before: int, kinds: frozenset[Kind], size: int, apart_from: Collection[str] = ()
    ) -> list[Party]:
        """Return the actors of some kinds that this sentence and the one before name up to a token, if just so many."""
        cast = self._denoter.cast
        named: dict[str, Party] = {}
        for antecedent in self._history.back(sentence, 1):
            if is_place(antecedent.token) or self._mediates(antecedent.token):
                continue
            for party in antecedent.parties:
                root = cast.root(party.actor)
                whole = cast[root].kind in kinds and not party.capital
                if whole and antecedent.token.i < before:
                    named.setdefault(root, replace(party, actor=root))
        found = [party for root, party in named.items() if root not in apart_from]
        return found if len(found) == size else []

    def only_persons(self, sentence: Span, before: int, apart_from: Collection[str]) -> list[Party]:
        """Return the two persons whom this sentence and the one before name up to a token, if there are just two."""
        cast = self._denoter.cast
        named: dict[str, Party] = {}
        for antecedent in self._history.back(sentence, 1):
            for party in antecedent.parties:
                outside = not {party.actor, cast.root(party.actor)} & set(apart_from)
                if cast[party.actor].kind == "person" and antecedent.token.i < before and outside:
                    named.setdefault(party.actor, party)
        return list(named.values()) if len(named) == 2 else []

    def only_named(self, token: Token) -> list[Party]:
        """Return the two who are named before a word in its sentence, else in the one before, in their order.

        None if more than two are named there, or if the word is one of several things: "the latter *were*".
        """
        if token.head.tag_ == "VBP" or any(child.lower_ in ("were", "are", "have") for child in token.head.children):
            return []
        start = self._denoter.doc[token.sent.start - 1].sent.start if token.sent.start > 0 else 0
        for begin, end in ((token.sent.start, token.i), (start, token.sent.start)):
            named: dict[str, Party] = {}
            for party in self._denoter.named:
                if begin <= party.start < end:
                    named.setdefault(self._denoter.cast.root(party.actor), party)
            if named:
                kinds = {self._denoter.cast[root].kind for root in named}
                return list(named.values()) if len(named) == 2 and kinds <= _ACTING else []
        return []

    def of_clauses(self, subject: Token) -> list[Party]:
        """Return the two states that the clauses around one name before its subject, if they are just two.

        Example: "Chad, an ally of Mali since the *two countries* signed a pact", not what a third says of two others.
        """
        token = subject
        while token.head.i != token.i:
            if token.dep_ in _REPORTED or (token.i == subject.i and token.dep_ not in SUBJECTS | PASSIVE_SUBJECTS):
                return []
            token = token.head
        cast, mentions = self._denoter.cast, self._denoter.mention_at
        named: dict[str, Party] = {}
        for i in range(subject.sent.start, subject.i):
            party = mentions.get(i)
            if party is not None and not is_place(subject.doc[i]) and not self._mediates(subject.doc[i]):
                named.setdefault(cast.root(party.actor), party)
        if len(named) != 2 or any(cast[root].kind not in STATES for root in named):
            return []
        return [replace(party, actor=root) for root, party in named.items()]

    def last_named(self, sentence: Span) -> list[Party]:
        """Return the pair named together last, in this sentence or the one before: "these two powers"."""
        start = self._denoter.doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        return (
            next((states for pair in reversed(self._pairs) if (states := self._states_of(pair))), [])
            if any(pair[-1].start >= start for pair in self._pairs[-1:])
            else []
        )

    def _states_of(self, pair: list[Party]) -> list[Party]:
        """Return a pair as states and bodies: for two persons, the states for which they speak."""
        cast = self._denoter.cast
        kinds = {cast[party.actor].kind for party in pair}
        if "person" not in kinds:
            return [] if kinds & _LANDS else pair  # "around Africa and India" are no two nations
        states = [replace(party, actor=cast.root(party.actor)) for party in pair]
        return states if all(cast[party.actor].kind in STATES for party in states) else []

    def _usual(self) -> list[Party]:
        """Return the two states that the text names together more often than any others."""
        cast = self._denoter.cast
        ranked = [
            (times, roots)
            for roots, times in self._times.most_common(3)
            if all(cast[root].kind in STATES for root in roots)
        ]
        if not ranked or (len(ranked) > 1 and ranked[0][0] < _CLEARLY * ranked[1][0]):
            return []
        named = [pair for pair in self._pairs if {cast.root(party.actor) for party in pair} == ranked[0][1]]
        return self._states_of(named[-1])

    def superpowers(self, noun: Token) -> list[Party]:
        """Return the two superpowers of the Cold War, if the text has named both of them."""
        both = self.superpowers_named(noun)
        return both if len(both) == 2 else []

    def superpowers_named(self, noun: Token) -> list[Party]:
        """Return those superpowers that the text has named."""
        named = {self._denoter.cast.root(party.actor) for party in self._denoter.named if party.start < noun.i}
        return [Party(actor, noun.i, noun.i + 1, "description") for actor in _SUPERPOWERS if actor in named]

    def acting_pair(self, sentence: Span) -> list[Party]:
        """Return the two that act together as the subject of the sentence before."""
        before = [a for a in self._history.back(sentence, 1) if a.token.i < sentence.start]
        acting = [a for a in before if len(a.parties) == 2 and a.subject]
        return acting[-1].parties if acting else []

    def meet(self, verb: Token) -> None:
        """Note who meets whom as a pair: "Putin received Erdogan"."""
        subjects = [arg.token for arg in self._denoter.syntax.subjects(verb)]
        objects = [*self._denoter.syntax.objects(verb), *self._denoter.syntax.prepositional(verb, "with")]
        if len(subjects) == 1 and len(objects) == 1:
            ends = [self._denoter.denote(token) for token in (subjects[0], objects[0])]
            if len(ends[0]) == 1 and len(ends[1]) == 1:
                self._met = (verb.sent.start, [*ends[0], *ends[1]])
                self.note(self._met[1])

    def met_before(self, sentence: Span) -> list[Party]:
        """Return who met in the sentence before: "Putin met Erdogan. *They* agreed"."""
        if self._met is None or sentence.start == 0:
            return []
        start, pair = self._met
        return pair if self._denoter.doc[sentence.start - 1].sent.start == start else []

    def named_apart(self, token: Token, sentence: Span) -> bool:
        """Tell whether "they" may be two whom the sentence has named one by one: "Pinto met Kahn, and they agreed"."""
        cast = self._denoter.cast
        named = {
            cast.root(a.parties[0].actor)
            for a in self._history.said
            if sentence.start <= a.token.i < token.i
            and len(a.parties) == 1
            and not a.modifies
            and a.token.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"dobj", "pobj"}
            and not is_place(a.token)
        }
        return len(named) > 1

    def _main_pair(self) -> list[Party]:
        """Return the two countries or groups that are named most so far, if they stand out from the third."""
        counts: dict[str, int] = {}
        first: dict[str, Party] = {}
        nameless: Counter[str] = Counter()
        for antecedent in self._history.said:
            for party in antecedent.parties:
                root = self._denoter.cast.root(party.actor)
                nameless[root] += self._denoter.cast[root].kind == "group"
                if self._denoter.cast[root].kind in _POWERS:
                    counts[root] = counts.get(root, 0) + 1
                    first.setdefault(root, party)
        ranked = sorted(counts, key=lambda root: (-counts[root], root))
        if len(ranked) > 1 and max(nameless.values()) >= max(counts[ranked[1]], 2):
            return []  # "the rebels" may be one of the two
        if len(ranked) == 2 or (len(ranked) > 2 and counts[ranked[1]] >= 2 * counts[ranked[2]]):
            return [replace(first[root], actor=root) for root in ranked[:2]]
        return []


def is_place(token: Token) -> bool:
    """Tell whether a noun only says where: "in Iraq and Syria"."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in _WHERE
