"""Who does it to each other: "each other", "one another", and "the other" of two of whom each or neither does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party

DISTRIBUTIVE = frozenset({"each", "neither", "either"})
"""Words for one of two as well as the other."""
_APART = frozenset(
    {"minutes", "hours", "days", "weeks", "months", "years", "metres", "meters", "yards", "miles", "kilometres"}
)
_REACH = 15
"""How far before "the other" it may be said that each does it."""
_DONE_TO = frozenset({"dobj", "pobj", "poss", "nsubj", "dative"})
_FOES = frozenset({"against", "on", "upon", "with"})
_RECIPROCAL = (("each", "other"), ("one", "another"))
_ENDING_IN = frozenset({"in", "into", "to"})
_TOLD = frozenset({"clause", "deed", "statement", "claim"})
"""Slots for what is said, of which it is the clause that tells to whom it is done."""
_BESIDE = frozenset({"alongside", "beside"})


class EachOther:
    """Finds which acts of a text are done to "each other" or "the other"."""

    def __init__(self, denoter: Denoter) -> None:
        doc = denoter.doc
        self._words = denoter.words
        self._reciprocals = [doc[i] for i in reciprocals(denoter.lowers)]
        self._counterparts = [doc[i] for i in counterparts(denoter)]

    def holds(self, verb: Token, frame: Frame, *, two: bool) -> bool:
        """Tell whether "each other" stands where the frame has its target, or within what stands there.

        So also "the other", if `two` do it or each of them does.
        """
        others = self._counterparts if two else []
        for token in (*self._reciprocals, *others):
            if verb.i < token.i and verb.is_ancestor(token):
                if token in others and not (is_of_each(verb, token) or token.pos_ == "NOUN"):
                    continue
                slots = set(frame.target)
                if self._is_of_foes(token):
                    return False
                if not slots & _TOLD and is_in_other_clause(verb, token):
                    continue  # "held talks that failed after each accused the other"
                beside = all(" " in slot or slot in _BESIDE for slot in slots)
                if beside and token.head.i == verb.i and token.dep_ == "dobj":
                    return False  # "fought each other" is no fight side by side
                if slots & (_TOLD | {"object", "indirect"}) or frame.symmetric:
                    return True
                above = {ancestor.lower_ for ancestor in token.ancestors if verb.i < ancestor.i}
                if any(above.issuperset(slot.split()) for slot in slots):
                    return True
        return False

    def _is_of_foes(self, other: Token) -> bool:
        """Tell whether those meant are each other's enemies: "arm *each other's rebels*" is no help for the other."""
        foes = self._words.either("nouns.opposing", "bodies.opposing")
        return other.dep_ == "poss" and other.head.base in foes


def reciprocals(lowers: Sequence[str]) -> Iterator[int]:
    """Yield the indices of the second words of "each other" and "one another", not of "within days of each other"."""
    for i, pair in enumerate(pairwise(lowers), 1):
        if pair in _RECIPROCAL and not (i > 3 and lowers[i - 2] == "of" and lowers[i - 3] in _APART):
            yield i


def counterparts(denoter: Denoter) -> Iterator[int]:
    """Yield where "the other" or "the other side" stands, who of two may be the one to whom it is done."""
    lowers, doc = denoter.lowers, denoter.doc
    if "other" not in denoter.vocabulary:
        return
    for i, pair in enumerate(pairwise(lowers), 1):
        if pair != ("the", "other"):
            continue
        head = doc[i].head
        modifies = doc[i].dep_ in ("amod", "det") and head.i == i + 1
        if modifies and head.tag_ == "NN" and head.base in denoter.words["nouns.pair"]:
            yield head.i
        elif not modifies and doc[i].dep_ in _DONE_TO and not _is_of_those(lowers, i):
            yield i


def _is_of_those(lowers: Sequence[str], other: int) -> bool:
    """Tell whether it is said of whom it is the other: "the other *of the two*", not "accused the other of lies"."""
    return lowers[other + 1 : other + 2] == ["of"] and lowers[other + 2 : other + 3] in (["the"], ["them"], ["those"])


def is_of_each(verb: Token, other: Token) -> bool:
    """Tell whether what is done to "the other" is done by each of two, or by neither."""
    sentence = verb.sent
    first = max(sentence.start, other.i - _REACH)
    return any(verb.doc[i].lower_ in DISTRIBUTIVE for i in range(first, other.i))


def is_in_other_clause(verb: Token, other: Token) -> bool:
    """Tell whether a word below a verb is in a clause with a subject of its own: "met, but *each* blamed the other"."""
    token = other.head
    while token.i not in (verb.i, token.head.i):
        if token.dep_ in ("advcl", "conj", "relcl") and any(child.dep_ in SUBJECTS for child in token.children):
            return True
        token = token.head
    return False


def is_on_one_side(denoter: Denoter, verb: Token) -> bool:
    """Tell whether those who fight may do so side by side: "fought *in Mexico*", "fought *to win back* the town"."""
    return any(
        child.dep_ in ("xcomp", "advcl", "prt")
        or (child.dep_ == "prep" and any(token.i in denoter.mention_at for token in child.children))
        for child in verb.children
    )


def fights_another(denoter: Denoter, verb: Token) -> bool:
    """Tell whether several fight somebody else: "Chad and Mali fought *Libya*", "fought a war *against Libya*"."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    return any(denoter.is_whole(thing) or any(child.lower_ in _FOES for child in thing.rights) for thing in things)


def has_foe(denoter: Denoter, war: Token) -> bool:
    """Tell whether a war of several is with somebody else: "declared war *on* Chile", "went to war *with* Chile"."""
    verb = war.head.head if war.dep_ == "pobj" else war.head
    return any(
        child.dep_ == "prep" and child.lower_ in _FOES and child.i > war.i and _is_with_actors(denoter, child)
        for holder in (war, verb)
        if holder is war or holder.pos_ in VERBAL
        for child in holder.children
    )


def _is_with_actors(denoter: Denoter, phrase: Token) -> bool:
    return phrase.lower_ == "against" or any(denoter.is_whole(child) for child in phrase.children)


def told_apart(denoter: Denoter, parties: list[Party]) -> list[Party]:
    """Return several parties without who speaks for one: "the leaders of Chad and Mali, *Deby* and *Keita*, met"."""
    actors, root = {party.actor for party in parties}, denoter.cast.root
    apart = [party for party in parties if root(party.actor) == party.actor or root(party.actor) not in actors]
    return apart if len(apart) > 1 else parties


def is_of_things(denoter: Denoter, noun: Token) -> bool:
    """Tell whether what a noun is "between" are things, or it is one of them."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ == "between":
        return True
    between = [child for child in noun.children if child.lower_ == "between" and child.i > noun.i]
    parts = [token for child in between for token in child.children if token.dep_ == "pobj"]
    parts += [other for token in parts for other in token.conjuncts]
    return bool(parts) and not any(t.pos_ == "PRON" or denoter.is_whole(t) for t in parts)


def engaged_before(denoter: Denoter, noun: Token) -> list[Party]:
    """Return between whom there was what led to something: "the rift between *Chad* and *Mali* led to war"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _ENDING_IN:
        verb = noun.head.head
    elif noun.dep_ == "dobj":
        verb = noun.head
    else:
        return []
    if verb.pos_ not in VERBAL or verb.lemma_ not in denoter.words["verbs.resulting"]:
        return []
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    return [
        party
        for cause in verb.children
        if cause.dep_ in SUBJECTS
        for between in cause.children
        if between.lower_ in ("between", "among") and between.dep_ == "prep"
        for token in between.children
        if token.dep_ == "pobj"
        for party in denoter.parties(Argument(token))
    ]


def has_one_each(denoter: Denoter, verb: Token) -> bool:
    """Tell whether several have one thing each, and none with one another: "Peru and Chile struck *similar* deals"."""
    each = denoter.words["adjectives.of_each"]
    things = (child for child in verb.rights if child.dep_ == "dobj")
    return any(word.lower_ in each for thing in things for word in thing.lefts)
